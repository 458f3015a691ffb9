// How is a learned matrix applied?  Inputs are rounded to 8 bits a row, once, and multiplied.
//
// Quantized holds rows of inputs (one scale a row, as in training/quantized.py) and serves every
// matrix that takes the same inputs; its memory is kept from one use to the next.  Matrix is a view
// into the model file.  Cost of Multiply: rows x in x out.  Thread rule: a Matrix is shared freely,
// a Quantized belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "dateline/result.h"
#include "model/buffer.h"
#include "model/kernels.h"
#include "model/model_file.h"

namespace dateline {

// REQUIRES: the ModelFile outlives it.
class Matrix {
 public:
  Matrix() = default;
  // The tensors NAME.weight [out, in] and NAME.bias [out].
  static Result<Matrix> Open(const ModelFile& model, const std::string& name, std::uint32_t out,
                             std::uint32_t in);

  std::size_t out() const { return view_.out; }
  std::size_t in() const { return view_.in; }
  const PanelMatrix& view() const { return view_; }

 private:
  PanelMatrix view_{};
};

class Quantized {
 public:
  explicit Quantized(const Kernels& kernels = Kernels::Chosen()) : kernels_(&kernels) {}

  // Takes x [rows][in] in place of what it held.  REQUIRES: in is a multiple of 16.
  void Assign(const float* x, std::size_t rows, std::size_t in);
  // The same a row at a time: Resize, then SetRow for each of them.
  void Resize(std::size_t rows, std::size_t in);
  void SetRow(std::size_t row, const float* x);

  const Kernels& kernels() const { return *kernels_; }
  QuantizedRows view() const;

 private:
  const Kernels* kernels_;
  std::size_t rows_ = 0;
  std::size_t in_ = 0;
  Buffer<std::byte> values_;
  Buffer<float> scales_;
  Buffer<std::int32_t> sums_;
};

// y [rows][out] = x [rows][in] times the matrix, and its bias.  REQUIRES: both have the same `in`.
void Multiply(const Quantized& x, const Matrix& matrix, float* y);

}  // namespace dateline
