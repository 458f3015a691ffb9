#include "model/matrix.h"

#include "base/check.h"

namespace dateline {

Result<Matrix> Matrix::Open(const ModelFile& model, const std::string& name, std::uint32_t out,
                            std::uint32_t in) {
  if (in % kPanel != 0) {
    return std::unexpected(model.Unfit("the inputs of " + name + " are no multiple of 16"));
  }
  const auto weight = model.Panels(name + ".weight", out, in);
  if (!weight) return std::unexpected(weight.error());
  const auto bias = model.Floats(name + ".bias", out);
  if (!bias) return std::unexpected(bias.error());
  Matrix matrix;
  matrix.view_ = {weight->panels, weight->scales, *bias, out, in};
  return matrix;
}

void Quantized::Resize(std::size_t rows, std::size_t in) {
  DL_CHECK(in % kPanel == 0);
  rows_ = rows;
  in_ = in;
  values_.Reserve(rows * in * kernels_->input_bytes);
  scales_.Reserve(rows);
  sums_.Reserve(rows);
}

void Quantized::SetRow(std::size_t row, const float* x) {
  DL_CHECK(row < rows_);
  kernels_->quantize(x, in_, values_.data() + row * in_ * kernels_->input_bytes,
                     scales_.data() + row, sums_.data() + row);
}

void Quantized::Assign(const float* x, std::size_t rows, std::size_t in) {
  Resize(rows, in);
  for (std::size_t row = 0; row < rows; ++row) SetRow(row, x + row * in);
}

QuantizedRows Quantized::view() const {
  return {values_.data(), scales_.data(), sums_.data(), rows_, in_};
}

void Multiply(const Quantized& x, const Matrix& matrix, float* y) {
  const QuantizedRows rows = x.view();
  DL_CHECK(rows.in == matrix.in());
  x.kernels().multiply(rows, matrix.view(), y);
}

}  // namespace dateline
