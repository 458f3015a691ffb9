#include "model/kernels.h"

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "model/kernel_units.h"

namespace dateline {

namespace {

constexpr char kVariable[] = "DATELINE_KERNELS";

std::vector<const Kernels*> Detect() {
  std::vector<const Kernels*> found;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) {
    found.push_back(&kVnniKernels);
  }
  if (__builtin_cpu_supports("avx2")) found.push_back(&kAvx2Kernels);
#endif
  found.push_back(&kScalarKernels);
  return found;
}

std::string_view Wanted() {
  const char* name = std::getenv(kVariable);
  return name == nullptr ? "" : name;
}

const Kernels* Named(std::string_view name) {
  for (const Kernels* kernels : Kernels::Available()) {
    if (name == kernels->name) return kernels;
  }
  return nullptr;
}

}  // namespace

std::span<const Kernels* const> Kernels::Available() {
  static const std::vector<const Kernels*> kFound = Detect();
  return kFound;
}

const Kernels& Kernels::Chosen() {
  static const Kernels* const kChosen = [] {
    const Kernels* named = Named(Wanted());
    return named != nullptr ? named : Available().front();
  }();
  return *kChosen;
}

Result<void> Kernels::CheckChoice() {
  const std::string_view wanted = Wanted();
  if (wanted.empty() || Named(wanted) != nullptr) return {};
  std::string message = "this machine has no kernels '" + std::string(wanted) + "'; it has";
  for (const Kernels* kernels : Available()) message.append(" ").append(kernels->name);
  return std::unexpected(Error{ErrorCode::kUsage, std::move(message), kVariable});
}

}  // namespace dateline
