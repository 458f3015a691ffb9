// The kernels for any machine.
#include <utility>

#include "model/kernel_units.h"

namespace dateline {

namespace {

#include "model/kernels.inc"

struct Scalar {
  using Input = std::int8_t;
  static constexpr int kRows = 1;
  static constexpr int kPanels = 1;

  template <int R, int P>
  static void Tile(const Input* x, std::size_t in, const std::uint8_t* panel, std::size_t,
                   Ints (&sums)[R][P]) {
    std::int32_t sum[16];
    Store(sum, sums[0][0]);
    for (std::size_t i = 0; i < in; i += 4, panel += 64) {
      for (std::size_t o = 0; o < 16; ++o) {
        const std::uint8_t* w = panel + 4 * o;
        sum[o] += x[i] * w[0] + x[i + 1] * w[1] + x[i + 2] * w[2] + x[i + 3] * w[3];
      }
    }
    sums[0][0] = Load(sum);
  }
};

}  // namespace

const Kernels kScalarKernels = TableOf<Scalar>("scalar");

}  // namespace dateline
