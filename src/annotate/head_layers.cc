#include "annotate/head_layers.h"

namespace dateline {

Matrix LayerReader::Layer(const std::string& name, std::size_t out, std::size_t in) {
  Result<Matrix> matrix =
      Matrix::Open(file_, name, static_cast<std::uint32_t>(out), static_cast<std::uint32_t>(in));
  if (matrix) return *matrix;
  Fail(std::move(matrix).error());
  return {};
}

const float* LayerReader::Row(const std::string& name, std::size_t size) {
  const Result<const float*> row = file_.Floats(name, static_cast<std::uint32_t>(size));
  if (row) return *row;
  Fail(row.error());
  return nullptr;
}

std::span<const std::string_view> LayerReader::List(std::string_view name) {
  const Result<std::span<const std::string_view>> list = file_.List(name);
  if (list) return *list;
  Fail(list.error());
  return {};
}

void LayerReader::Fail(Error error) {
  if (!error_) error_ = std::move(error);
}

std::vector<float> Linear(const Quantized& rows, std::size_t count, const Matrix& matrix) {
  std::vector<float> y(count * matrix.out());
  Multiply(rows, matrix, y.data());
  return y;
}

std::vector<float> Linear(const std::vector<float>& rows, std::size_t count, const Matrix& matrix) {
  Quantized quantized;
  quantized.Assign(rows.data(), count, matrix.in());
  return Linear(quantized, count, matrix);
}

std::vector<float> Projection(const Quantized& rows, std::size_t count, const Matrix& matrix) {
  std::vector<float> y = Linear(rows, count, matrix);
  for (float& value : y) value = value < 0 ? 0.1F * value : value;
  return y;
}

std::vector<float> TwoLayers(const Quantized& rows, std::size_t count, const Matrix& hidden,
                             const Matrix& out) {
  std::vector<float> middle = Linear(rows, count, hidden);
  Kernels::Chosen().gelu(middle.data(), middle.size());
  return Linear(middle, count, out);
}

float Dot(const float* a, const float* b, std::size_t size) {
  return Kernels::Chosen().dot(a, b, size);
}

}  // namespace dateline
