// What does each word mean where it stands?  A window of pieces in, one vector a word out.
//
// BERT with two inputs more, letter case and quotation (training/encoder.py), in 8-bit integers.  A
// word's vector is the state of its first piece beside the mean of its spelling features.  The
// number of layers is a property of the file.  Cost: about 80 us a piece on one core with AVX-512;
// memory is in the Scratch, which allocates nothing once it has seen the longest window. Thread
// rule: an Encoder is immutable and shared freely; one Scratch a thread.
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/result.h"
#include "model/buffer.h"
#include "model/kernels.h"
#include "model/matrix.h"
#include "model/model_file.h"

namespace dateline {

// The twin of Window in training/window.py.  Of each piece: its number, the case of its word
// (CaseOf) and whether that is quoted.  Of each word: the position of its first piece and its
// features.
struct Window {
  std::vector<std::uint32_t> pieces;
  std::vector<std::uint8_t> cases;
  std::vector<std::uint8_t> quotes;

  std::vector<std::uint32_t> first;     // in rising order
  std::vector<std::uint32_t> features;  // rows of the feature table (AppendFeatures), word by word
  std::vector<std::uint32_t> feature_ends;  // of each word: where its rows end in `features`
};

class Scratch {
 public:
  explicit Scratch(const Kernels& kernels = Kernels::Chosen()) : input(kernels) {}

 private:
  friend class Encoder;
  Quantized input;          // of the next matrix
  Buffer<float> state;      // [pieces][hidden]
  Buffer<float> projected;  // [pieces][3 * hidden or inner]
  Buffer<float> mixed;      // [pieces][hidden]: what is added to the state
  Buffer<std::int32_t> attention;
};

// REQUIRES: the ModelFile outlives it.
class Encoder {
 public:
  static Result<Encoder> Open(const ModelFile& model);

  std::uint32_t width() const { return hidden_ + feature_width_; }  // of a word's vector
  std::uint32_t window_pieces() const { return window_pieces_; }    // that it was trained with
  std::uint32_t max_pieces() const { return max_pieces_; }          // that a window may hold

  // words: [window.first.size()][width()].
  // REQUIRES: 0 < pieces <= max_pieces(), numbers from WordPiece, CaseOf and AppendFeatures, each
  // word with at least one feature.
  void Encode(const Window& window, Scratch& scratch, std::vector<float>& words) const;

 private:
  struct Norm {
    const float* weight = nullptr;
    const float* bias = nullptr;
  };
  struct Layer {
    Matrix query_key_value, attention_out, up, down;
    Norm norm1, norm2;
  };

  Encoder() = default;
  Result<void> OpenTables(const ModelFile& model);
  Result<void> OpenLayer(const ModelFile& model, std::uint32_t index);
  void Check(const Window& window) const;
  void Embed(const Window& window, Scratch& scratch) const;
  void Attend(const Layer& layer, std::size_t pieces, Scratch& scratch) const;
  void Transform(const Layer& layer, std::size_t pieces, Scratch& scratch) const;
  void CopyRow(std::size_t from, std::size_t to, float* rows) const;
  void MeanOfFeatures(const Window& window, std::size_t word, float* mean) const;

  std::uint32_t hidden_ = 0;
  std::uint32_t heads_ = 0;
  std::uint32_t inner_ = 0;
  std::uint32_t max_pieces_ = 0;
  std::uint32_t window_pieces_ = 0;
  std::uint32_t feature_width_ = 0;
  RowTensor pieces_, features_;
  const float* positions_ = nullptr;
  const float* cases_ = nullptr;
  const float* quotes_ = nullptr;
  Norm norm_;
  std::vector<Layer> layers_;
};

}  // namespace dateline
