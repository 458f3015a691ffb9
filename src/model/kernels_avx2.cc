// The kernels for AVX2: weights are widened to 16 bits once a step and meet four rows.
#if defined(__x86_64__)

#include <immintrin.h>

#include <utility>

#include "model/kernel_units.h"

namespace dateline {

namespace {

#include "model/kernels.inc"

struct Avx2 {
  using Input = std::int16_t;
  static constexpr int kRows = 4;
  static constexpr int kPanels = 1;

  // Four outputs' products with four inputs: two sums an output, side by side.
  static __m256i Widened(const std::uint8_t* w) {
    return _mm256_cvtepu8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(w)));
  }
  static __m256i Added(__m256i sum, __m256i x, __m256i w) {
    return _mm256_add_epi32(sum, _mm256_madd_epi16(x, w));
  }
  // Eight outputs' sums out of their pairs.
  static IntPart Folded(__m256i low, __m256i high) {
    const __m256i crossed = _mm256_hadd_epi32(low, high);
    return (IntPart)_mm256_permute4x64_epi64(crossed, 0xD8);
  }

  // Eight outputs of a panel at a time, so that the sums of four rows stay in registers.
  template <int R, int P>
  [[gnu::noinline]] static void Tile(const Input* x, std::size_t in, const std::uint8_t* panel,
                                     std::size_t, Ints (&sums)[R][P]) {
    Unrolled<2>([&](auto half) {
      const std::uint8_t* w = panel + 32 * half.value;
      __m256i low[R], high[R];
      Unrolled<R>([&](auto r) { low[r.value] = high[r.value] = _mm256_setzero_si256(); });
      for (std::size_t i = 0; i < in; i += 4, w += 64) {
        const __m256i first = Widened(w);
        const __m256i second = Widened(w + 16);
        Unrolled<R>([&](auto r) {
          long long four = 0;
          __builtin_memcpy(&four, x + r.value * in + i, sizeof four);
          const __m256i inputs = _mm256_set1_epi64x(four);
          low[r.value] = Added(low[r.value], inputs, first);
          high[r.value] = Added(high[r.value], inputs, second);
        });
      }
      Unrolled<R>([&](auto r) {
        sums[r.value][0].part[half.value] += Folded(low[r.value], high[r.value]);
      });
    });
  }
};

}  // namespace

const Kernels kAvx2Kernels = TableOf<Avx2>("avx2");

}  // namespace dateline

#endif
