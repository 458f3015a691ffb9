// The kernels for AVX-512 with VNNI: one instruction adds 64 products.
#if defined(__x86_64__)

#include <immintrin.h>

#include <utility>

#include "model/kernel_units.h"

namespace dateline {

namespace {

#include "model/kernels.inc"

template <std::size_t N>
struct Number {
  static constexpr std::size_t value = N;
};

// f(Number<0>), f(Number<1>), ...  g++ 12 keeps an array in registers only if all of its indices
// are constants from the beginning; a loop that is unrolled later leaves it in memory, at half the
// speed.
template <class F, std::size_t... I>
[[gnu::always_inline]] inline void ForEach(std::index_sequence<I...>, F f) {
  (f(Number<I>()), ...);
}

struct Vnni {
  using Input = std::int8_t;
  static constexpr int kRows = 6;  // 24 sums, 4 weights and an input: 29 of 32 registers
  static constexpr int kPanels = 4;

  template <int R, int P>
  static void Tile(const Input* x, std::size_t in, const std::uint8_t* panels, std::size_t stride,
                   std::int32_t (&sums)[R][16 * P]) {
    constexpr std::make_index_sequence<R> kEachRow;
    constexpr std::make_index_sequence<P> kEachPanel;
    __m512i sum[R][P];
    ForEach(kEachRow, [&](auto r) {
      ForEach(kEachPanel, [&](auto p) { sum[r.value][p.value] = _mm512_setzero_si512(); });
    });
    for (std::size_t i = 0; i < in; i += 4) {
      __m512i w[P];
      ForEach(kEachPanel,
              [&](auto p) { w[p.value] = _mm512_loadu_si512(panels + p.value * stride + 16 * i); });
      ForEach(kEachRow, [&](auto r) {
        std::int32_t four;
        __builtin_memcpy(&four, x + r.value * in + i, sizeof four);
        const __m512i inputs = _mm512_set1_epi32(four);
        ForEach(kEachPanel, [&](auto p) {
          sum[r.value][p.value] = _mm512_dpbusd_epi32(sum[r.value][p.value], w[p.value], inputs);
        });
      });
    }
    ForEach(kEachRow, [&](auto r) {
      ForEach(kEachPanel, [&](auto p) {
        _mm512_storeu_si512(sums[r.value] + 16 * p.value, sum[r.value][p.value]);
      });
    });
  }
};

}  // namespace

const Kernels kVnniKernels = TableOf<Vnni>("vnni");

}  // namespace dateline

#endif
