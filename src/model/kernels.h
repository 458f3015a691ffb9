// How is the arithmetic done on this machine?  One table of functions, chosen once at run time.
//
// Three sets: "vnni" (AVX-512 with 8-bit dot products), "avx2", "scalar" (any machine).  Their
// results are the same to the last bit: products are sums of integers, and all arithmetic in floats
// is one source (lanes.inc, kernels.inc), 16 lanes wide, compiled three times without contraction
// of multiply and add.  The environment variable DATELINE_KERNELS=vnni|avx2|scalar forces one.
// Thread rule: constant data and pure functions.
//
// A matrix is read in panels of 16 outputs: [in / 4][16 outputs][4 inputs], each byte q + 128, so
// that unsigned weights meet signed inputs; the surplus, 128 * (sum of the inputs), is taken back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "dateline/result.h"

namespace dateline {

inline constexpr std::size_t kPanel = 16;         // outputs of a panel; also lanes of a vector
inline constexpr std::size_t kHeadWidth = 32;     // of an attention head
inline constexpr std::size_t kMaxAttended = 512;  // pieces that attention takes

// Rows of 8-bit inputs, in the element type that the kernels who made them want.
struct QuantizedRows {
  const std::byte* rows;
  const float* scales;       // a row
  const std::int32_t* sums;  // of a row's values
  std::size_t count;
  std::size_t in;  // a multiple of 16
};

// y = W x + b, as in the model file; floats are readable up to the next multiple of 16.
struct PanelMatrix {
  const std::uint8_t* panels;
  const float* scales;
  const float* bias;
  std::size_t out;
  std::size_t in;
};

struct Kernels {
  const char* name;
  std::size_t input_bytes;  // of one quantised value

  // One row: q = x / scale in -127..127, scale = largest magnitude / 127.  n: a multiple of 16.
  void (*quantize)(const float* x, std::size_t n, std::byte* row, float* scale, std::int32_t* sum);
  // y [count][out].
  void (*multiply)(const QuantizedRows& x, const PanelMatrix& matrix, float* y);
  // x = LayerNorm(x + y), one row.  n: a multiple of 16.
  void (*add_norm)(float* x, const float* y, const float* weight, const float* bias, std::size_t n);
  // x = x * P(X <= x) for a standard normal X, to 5e-5 (of x beyond 1).  n: a multiple of 16.
  void (*gelu)(float* x, std::size_t n);
  // qkv [count][3][heads][32] -> mixed [count][heads][32]; work: AttentionWork(count) numbers.
  // count: at most kMaxAttended.
  void (*attention)(const float* qkv, std::size_t count, std::size_t heads, float* mixed,
                    std::int32_t* work);
  // Inner product.  n: a multiple of 16.
  float (*dot)(const float* a, const float* b, std::size_t n);

  // Those that this machine can run, fastest first; "scalar" is always there.
  static std::span<const Kernels* const> Available();
  // The fastest, or what DATELINE_KERNELS names.
  static const Kernels& Chosen();
  // An Error (kUsage) if DATELINE_KERNELS names none of Available(); Chosen() is then the fastest.
  static Result<void> CheckChoice();
};

constexpr std::size_t AttentionWork(std::size_t count) {
  return (3 * kHeadWidth / 2 + 8 + 4) * ((count + kPanel - 1) / kPanel * kPanel);
}

}  // namespace dateline
