#include "annotate/head_layers.h"

#include <algorithm>

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

Quantized FirstWords(const WordVectors& words, const std::vector<TaggedSpan>& spans) {
  Quantized firsts;
  firsts.Resize(spans.size(), words.width);
  for (std::size_t i = 0; i < spans.size(); ++i)
    firsts.SetRow(i, words.At(words.tokens.first + spans[i].words.first));
  return firsts;
}

Buffer<float> Linear(const Quantized& rows, std::size_t count, const Matrix& matrix) {
  Buffer<float> y;
  y.Reserve(count * matrix.out());
  Multiply(rows, matrix, y.data());
  return y;
}

Buffer<float> Linear(const float* rows, std::size_t count, const Matrix& matrix) {
  Quantized quantized;
  quantized.Assign(rows, count, matrix.in());
  return Linear(quantized, count, matrix);
}

Buffer<float> Projection(const Quantized& rows, std::size_t count, const Matrix& matrix) {
  Buffer<float> y = Linear(rows, count, matrix);
  float* at = y.data();
  for (std::size_t i = 0; i < count * matrix.out(); ++i) at[i] = std::max(at[i], 0.1F * at[i]);
  return y;
}

Buffer<float> TwoLayers(const Quantized& rows, std::size_t count, const Matrix& hidden,
                        const Matrix& out) {
  Buffer<float> middle = Linear(rows, count, hidden);
  Kernels::Chosen().gelu(middle.data(), count * hidden.out());
  return Linear(middle.data(), count, out);
}

float Dot(const float* a, const float* b, std::size_t size) {
  return Kernels::Chosen().dot(a, b, size);
}

}  // namespace dateline
