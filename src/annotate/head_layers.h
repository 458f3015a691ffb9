// How are the layers of a head read from the model file, and applied?  Shared by the heads.
//
// LayerReader keeps the first thing that is missing or has another shape, so that a head reads like the
// list of its layers and checks once at the end.
// Cost: Open reads the directory only.  Thread rule: pure functions of const weights.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/word_vectors.h"
#include "dateline/result.h"
#include "model/matrix.h"
#include "model/model_file.h"

namespace dateline {

class LayerReader {
 public:
  explicit LayerReader(const ModelFile& file) : file_(file) {}

  // The matrix NAME.weight with NAME.bias.
  Matrix Layer(const std::string& name);
  // A row of numbers.
  const float* Row(const std::string& name, std::uint32_t size);
  // The labels of a list, by a function that knows them: std::optional<Label> of(std::string_view).
  template <class Label, class Of>
  void Labels(const std::string& list, Of of, std::vector<Label>& labels) {
    for (std::string_view label : List(list)) {
      std::optional<Label> known = of(label);
      Want(known.has_value(), list + ": label \"" + std::string(label) + "\"");
      if (known) labels.push_back(*std::move(known));
    }
  }
  void Want(bool fits, const std::string& what);

  bool ok() const { return !error_; }
  const Error& error() const { return *error_; }

 private:
  std::vector<std::string_view> List(const std::string& name);

  const ModelFile& file_;
  std::optional<Error> error_;
};

// x W + b of each word.
std::vector<float> OneLayer(const float* rows, std::uint32_t count, const Matrix& matrix);
// out(gelu(hidden(x))) of each word.
std::vector<float> TwoLayers(const WordVectors& words, const Matrix& hidden, const Matrix& out);
// OneLayer with leaky ReLU, slope 0.1.
std::vector<float> Projection(const float* rows, std::uint32_t count, const Matrix& matrix);

}  // namespace dateline
