#include "document/syntax.h"

#include <algorithm>
#include <iterator>

namespace dateline {

namespace {

constexpr std::string_view kUpos[] = {
#define DL_UPOS(name, label) label,
#include "document/syntax_labels.inc"
#undef DL_UPOS
};

constexpr std::string_view kXpos[] = {
#define DL_XPOS(name, label) label,
#include "document/syntax_labels.inc"
#undef DL_XPOS
};

constexpr std::string_view kDeprel[] = {
#define DL_DEPREL(name, label) label,
#include "document/syntax_labels.inc"
#undef DL_DEPREL
};

template <class Label, std::size_t n>
std::optional<Label> Find(const std::string_view (&labels)[n], std::string_view label) {
  const auto* const found = std::ranges::find(labels, label);
  if (found == std::end(labels)) return std::nullopt;
  return static_cast<Label>(found - std::begin(labels));
}

}  // namespace

std::string_view ToString(Upos label) { return kUpos[static_cast<std::size_t>(label)]; }
std::string_view ToString(Xpos label) { return kXpos[static_cast<std::size_t>(label)]; }
std::string_view ToString(Deprel label) { return kDeprel[static_cast<std::size_t>(label)]; }

std::optional<Upos> UposOf(std::string_view label) { return Find<Upos>(kUpos, label); }
std::optional<Xpos> XposOf(std::string_view label) { return Find<Xpos>(kXpos, label); }
std::optional<Deprel> DeprelOf(std::string_view label) { return Find<Deprel>(kDeprel, label); }

}  // namespace dateline
