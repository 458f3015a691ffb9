// The kernels for AVX-512 with VNNI: one instruction adds 64 products.
#if defined(__x86_64__)

#include <immintrin.h>

#include <utility>

#include "model/kernel_units.h"

namespace dateline {

namespace {

#include "model/kernels.inc"

struct Vnni {
  using Input = std::int8_t;
  static constexpr int kRows = 6;  // 24 sums, 4 weights and an input: 29 of 32 registers
  static constexpr int kPanels = 4;

  template <int R, int P>
  [[gnu::always_inline]] static void Tile(const Input* x, std::size_t in,
                                          const std::uint8_t* panels, std::size_t stride,
                                          Ints (&sums)[R][P]) {
    for (std::size_t i = 0; i < in; i += 4) {
      __m512i w[P];
      Unrolled<P>(
          [&](auto p) { w[p.value] = _mm512_loadu_si512(panels + p.value * stride + 16 * i); });
      Unrolled<R>([&](auto r) {
        std::int32_t four = 0;
        __builtin_memcpy(&four, x + r.value * in + i, sizeof four);
        const __m512i inputs = _mm512_set1_epi32(four);
        Unrolled<P>([&](auto p) {
          IntPart& sum = sums[r.value][p.value].part[0];
          sum = (IntPart)_mm512_dpbusd_epi32((__m512i)sum, w[p.value], inputs);
        });
      });
    }
  }
};

}  // namespace

const Kernels kVnniKernels = TableOf<Vnni>("vnni");

}  // namespace dateline

#endif
