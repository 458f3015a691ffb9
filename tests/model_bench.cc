// How fast is the encoder on one core?  Build target model_bench; prints, for each set of kernels
// that this machine has, pieces a second for three lengths of window and the speed of the matrix
// product alone.
//
//   build/release/model_bench [MODEL]
//
// Times are of the process's own processor time, the best of many runs: the machine may be shared.
#include <cstdio>
#include <ctime>
#include <random>
#include <string>

#include "model/encoder.h"

namespace dateline {
namespace {

double Now() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// Seconds of the fastest run within about a second.
template <class Run>
double Best(Run run) {
  run();
  double best = 1e9;
  for (const double start = Now(); Now() - start < 1.0;) {
    const double before = Now();
    run();
    best = std::min(best, Now() - before);
  }
  return best;
}

Window RandomWindow(std::uint32_t size) {
  std::mt19937 random(size);
  Window window;
  for (std::uint32_t t = 0; t < size; ++t) {
    window.pieces.push_back(1000 + random() % 29000);
    window.first.push_back(t);
    for (std::uint32_t k = 0; k < 6; ++k) window.features.push_back(random() % 20000);
    window.feature_ends.push_back(static_cast<std::uint32_t>(window.features.size()));
  }
  window.cases.assign(size, 1);
  window.quotes.assign(size, 0);
  return window;
}

// Billions of multiplications and additions a second.
double Speed(const ModelFile& model, const Kernels& kernels, std::uint32_t rows, const char* name,
             std::uint32_t out, std::uint32_t in) {
  const auto matrix = Matrix::Open(model, std::string("encoder.layers.0.") + name, out, in);
  const std::vector<float> x(std::size_t{rows} * in, 0.5F);
  std::vector<float> y(std::size_t{rows} * out);
  Quantized input(kernels);
  input.Assign(x.data(), rows, in);
  return 2e-9 * rows * out * in / Best([&] { Multiply(input, *matrix, y.data()); });
}

int Main(const std::string& path) {
  const double before = Now();
  const auto model = ModelFile::Open(path);
  const double opened = Now();
  const auto encoder = model ? Encoder::Open(*model) : std::unexpected(model.error());
  if (!encoder) {
    std::fprintf(stderr, "%s\n", ToString(encoder.error()).c_str());
    return 1;
  }
  std::printf("open %.1f ms\n", 1e3 * (opened - before));
  for (const Kernels* kernels : Kernels::Available()) {
    std::printf("%-6s pieces/s", kernels->name);
    Scratch scratch(*kernels);
    std::vector<float> words;
    for (const std::uint32_t size : {26U, 64U, 128U}) {
      const Window window = RandomWindow(size);
      std::printf("  %u: %.0f", size,
                  size / Best([&] { encoder->Encode(window, scratch, words); }));
    }
    std::printf("  Gop/s up %.0f, down %.0f\n", Speed(*model, *kernels, 128, "up", 1536, 384),
                Speed(*model, *kernels, 128, "down", 384, 1536));
  }
  return 0;
}

}  // namespace
}  // namespace dateline

int main(int count, char** arguments) {
  return dateline::Main(count > 1 ? arguments[1] : "models/core.dlm");
}
