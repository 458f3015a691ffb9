// The kernels for AVX-512 with VNNI: one instruction adds 64 products.
#if defined(__x86_64__)

#include <immintrin.h>

#include "model/kernel_units.h"

namespace dateline {

namespace {

#include "model/kernels.inc"

struct Vnni {
  using Input = std::int8_t;
  static constexpr int kRows = 6;  // 24 sums, 4 weights and an input: 29 of 32 registers
  static constexpr int kPanels = 4;

  template <int R, int P>
  static void Tile(const Input* x, std::size_t in, const std::uint8_t* panels, std::size_t stride,
                   std::int32_t (&sums)[R][16 * P]) {
    __m512i sum[R][P];
    for (int r = 0; r < R; ++r)
      for (int p = 0; p < P; ++p) sum[r][p] = _mm512_setzero_si512();
    for (std::size_t i = 0; i < in; i += 4) {
      __m512i w[P];
      for (int p = 0; p < P; ++p) w[p] = _mm512_loadu_si512(panels + p * stride + 16 * i);
      for (int r = 0; r < R; ++r) {
        std::int32_t four;
        __builtin_memcpy(&four, x + r * in + i, sizeof four);
        const __m512i inputs = _mm512_set1_epi32(four);
        for (int p = 0; p < P; ++p) sum[r][p] = _mm512_dpbusd_epi32(sum[r][p], w[p], inputs);
      }
    }
    for (int r = 0; r < R; ++r)
      for (int p = 0; p < P; ++p) _mm512_storeu_si512(sums[r] + 16 * p, sum[r][p]);
  }
};

}  // namespace

const Kernels kVnniKernels = TableOf<Vnni>("vnni");

}  // namespace dateline

#endif
