// How are the layers of a head read from the model file, and applied?  Shared by the heads.
//
// LayerReader keeps the first thing that is missing or has another shape, so that a head reads like
// the list of its layers and checks once at the end. Cost: reading looks at the directory only.
// Thread rule: pure functions of const weights.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/tag_path.h"
#include "annotate/word_vectors.h"
#include "dateline/result.h"
#include "model/buffer.h"
#include "model/matrix.h"
#include "model/model_file.h"

namespace dateline {

class LayerReader {
 public:
  explicit LayerReader(const ModelFile& file) : file_(file) {}

  // The matrix NAME.weight [out, in] with NAME.bias; an empty one after an error.
  Matrix Layer(const std::string& name, std::size_t out, std::size_t in);
  // A row of numbers.
  const float* Row(const std::string& name, std::size_t size);
  // The labels of a list, by a function that knows them: std::optional<Label> of(std::string_view).
  template <class Label, class Of>
  void Labels(std::string_view list, Of of, std::vector<Label>& labels) {
    for (std::string_view label : List(list)) {
      if (std::optional<Label> known = of(label)) {
        labels.push_back(*std::move(known));
      } else {
        Fail(file_.Unfit("label \"" + std::string(label) + "\" of " + std::string(list) +
                         " is unknown"));
      }
    }
  }

  bool ok() const { return !error_; }
  const Error& error() const { return *error_; }

 private:
  std::span<const std::string_view> List(std::string_view name);
  void Fail(Error error);

  const ModelFile& file_;
  std::optional<Error> error_;
};

// The vectors of the spans' first words, by which heads know a cue or a trigger.
Quantized FirstWords(const WordVectors& words, const std::vector<TaggedSpan>& spans);

// W x + b of each row.
Buffer<float> Linear(const Quantized& rows, std::size_t count, const Matrix& matrix);
Buffer<float> Linear(const float* rows, std::size_t count, const Matrix& matrix);
// The same with a leaky ReLU, slope 0.1.
Buffer<float> Projection(const Quantized& rows, std::size_t count, const Matrix& matrix);
// out(gelu(hidden(x))) of each row.
Buffer<float> TwoLayers(const Quantized& rows, std::size_t count, const Matrix& hidden,
                        const Matrix& out);
// Inner product.  REQUIRES: `size` is a multiple of 16.
float Dot(const float* a, const float* b, std::size_t size);

}  // namespace dateline
