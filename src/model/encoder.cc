#include "model/encoder.h"

#include <algorithm>
#include <string>

#include "base/check.h"
#include "model/spelling.h"

namespace dateline {

namespace {

constexpr std::uint32_t kCases = 4;  // CaseOf
constexpr std::uint32_t kQuotes = 2;
constexpr std::uint32_t kFeatureWidth = 64;
constexpr std::uint32_t kMaxLayers = 64;

// Puts what was found at its place, or says what is wrong; for a list of such steps.
template <class T>
Result<void> Put(Result<T> found, T& place) {
  if (!found) return std::unexpected(found.error());
  place = *std::move(found);
  return {};
}

Result<void> FirstError(std::initializer_list<Result<void>> steps) {
  for (const Result<void>& step : steps) {
    if (!step) return step;
  }
  return {};
}

}  // namespace

Result<Encoder> Encoder::Open(const ModelFile& model) {
  if (auto choice = Kernels::CheckChoice(); !choice) return std::unexpected(choice.error());
  Encoder encoder;
  if (auto opened = encoder.OpenTables(model); !opened) return std::unexpected(opened.error());
  for (std::uint32_t i = 0; i < encoder.layers_.size(); ++i) {
    if (auto opened = encoder.OpenLayer(model, i); !opened) return std::unexpected(opened.error());
  }
  return encoder;
}

Result<void> Encoder::OpenTables(const ModelFile& model) {
  std::uint32_t vocabulary = 0;
  std::uint32_t layers = 0;
  const auto sizes = FirstError({
      Put(model.Number("layers"), layers),
      Put(model.Number("hidden_size"), hidden_),
      Put(model.Number("num_attention_heads"), heads_),
      Put(model.Number("intermediate_size"), inner_),
      Put(model.Number("max_position_embeddings"), max_pieces_),
      Put(model.Number("vocab_size"), vocabulary),
      Put(model.Number("window_pieces"), window_pieces_),
  });
  if (!sizes) return sizes;
  if (heads_ == 0 || hidden_ / kHeadWidth != heads_ || hidden_ % kHeadWidth != 0) {
    return std::unexpected(model.Unfit("the attention heads are not 32 wide"));
  }
  if (layers == 0 || layers > kMaxLayers || window_pieces_ == 0 || window_pieces_ > max_pieces_ ||
      max_pieces_ > kMaxAttended) {
    return std::unexpected(model.Unfit("its numbers contradict each other"));
  }
  layers_.resize(layers);
  feature_width_ = kFeatureWidth;
  return FirstError({
      Put(model.Rows("encoder.pieces.weight", vocabulary, hidden_), pieces_),
      Put(model.Rows("encoder.features.weight", kFeatureRows, kFeatureWidth), features_),
      Put(model.Floats("encoder.positions", max_pieces_, hidden_), positions_),
      Put(model.Floats("encoder.case.weight", kCases, hidden_), cases_),
      Put(model.Floats("encoder.quote.weight", kQuotes, hidden_), quotes_),
      Put(model.Floats("encoder.norm.weight", hidden_), norm_.weight),
      Put(model.Floats("encoder.norm.bias", hidden_), norm_.bias),
  });
}

Result<void> Encoder::OpenLayer(const ModelFile& model, std::uint32_t index) {
  Layer& layer = layers_[index];
  const std::string at = "encoder.layers." + std::to_string(index) + ".";
  return FirstError({
      Put(Matrix::Open(model, at + "query_key_value", 3 * hidden_, hidden_), layer.query_key_value),
      Put(Matrix::Open(model, at + "attention_out", hidden_, hidden_), layer.attention_out),
      Put(Matrix::Open(model, at + "up", inner_, hidden_), layer.up),
      Put(Matrix::Open(model, at + "down", hidden_, inner_), layer.down),
      Put(model.Floats(at + "norm1.weight", hidden_), layer.norm1.weight),
      Put(model.Floats(at + "norm1.bias", hidden_), layer.norm1.bias),
      Put(model.Floats(at + "norm2.weight", hidden_), layer.norm2.weight),
      Put(model.Floats(at + "norm2.bias", hidden_), layer.norm2.bias),
  });
}

void Encoder::Check(const Window& window) const {
  const std::size_t pieces = window.pieces.size();
  DL_CHECK(pieces > 0 && pieces <= max_pieces_);
  DL_CHECK(window.cases.size() == pieces && window.quotes.size() == pieces);
  for (const std::uint32_t piece : window.pieces) DL_CHECK(piece < pieces_.rows);
  for (const std::uint8_t letter_case : window.cases) DL_CHECK(letter_case < kCases);
  for (const std::uint8_t quoted : window.quotes) DL_CHECK(quoted < kQuotes);
  std::uint32_t next = 0;
  for (const std::uint32_t first : window.first) {
    DL_CHECK(next <= first && first < pieces);
    next = first + 1;
  }
  for (const std::uint32_t row : window.features) DL_CHECK(row < features_.rows);
  DL_CHECK(window.feature_ends.size() == window.first.size());
  std::uint32_t begin = 0;
  for (const std::uint32_t end : window.feature_ends) {
    DL_CHECK(begin < end && end <= window.features.size());
    begin = end;
  }
}

void Encoder::Embed(const Window& window, Scratch& scratch) const {
  const Kernels& kernels = scratch.input.kernels();
  float* added = scratch.mixed.data();
  for (std::size_t t = 0; t < window.pieces.size(); ++t) {
    float* state = scratch.state.data() + t * hidden_;
    const std::int8_t* piece = pieces_.values + std::size_t{window.pieces[t]} * hidden_;
    const float scale = pieces_.scales[window.pieces[t]];
    const float* position = positions_ + t * hidden_;
    const float* letter_case = cases_ + std::size_t{window.cases[t]} * hidden_;
    const float* quote = quotes_ + std::size_t{window.quotes[t]} * hidden_;
    for (std::uint32_t i = 0; i < hidden_; ++i) {
      state[i] = static_cast<float>(piece[i]) * scale + position[i];
      added[i] = letter_case[i] + quote[i];
    }
    kernels.add_norm(state, added, norm_.weight, norm_.bias, hidden_);
  }
}

// mixed = attention(x)
void Encoder::Attend(const Layer& layer, std::size_t pieces, Scratch& scratch) const {
  Quantized& input = scratch.input;
  input.Assign(scratch.state.data(), pieces, hidden_);
  Multiply(input, layer.query_key_value, scratch.projected.data());
  input.kernels().attention(scratch.projected.data(), pieces, heads_, scratch.mixed.data(),
                            scratch.attention.data());
}

// Post-norm: x = norm1(x + out(attention(x))), then x = norm2(x + down(gelu(up(x)))).
void Encoder::Transform(const Layer& layer, std::size_t pieces, Scratch& scratch) const {
  Quantized& input = scratch.input;
  const Kernels& kernels = input.kernels();
  float* state = scratch.state.data();
  float* projected = scratch.projected.data();
  float* mixed = scratch.mixed.data();

  input.Assign(mixed, pieces, hidden_);
  Multiply(input, layer.attention_out, mixed);
  for (std::size_t t = 0; t < pieces; ++t) {
    kernels.add_norm(state + t * hidden_, mixed + t * hidden_, layer.norm1.weight, layer.norm1.bias,
                     hidden_);
  }

  input.Assign(state, pieces, hidden_);
  Multiply(input, layer.up, projected);
  input.Resize(pieces, inner_);
  for (std::size_t t = 0; t < pieces; ++t) {
    kernels.gelu(projected + t * inner_, inner_);
    input.SetRow(t, projected + t * inner_);
  }
  Multiply(input, layer.down, mixed);
  for (std::size_t t = 0; t < pieces; ++t) {
    kernels.add_norm(state + t * hidden_, mixed + t * hidden_, layer.norm2.weight, layer.norm2.bias,
                     hidden_);
  }
}

void Encoder::MeanOfFeatures(const Window& window, std::size_t word, float* mean) const {
  const std::uint32_t begin = word == 0 ? 0 : window.feature_ends[word - 1];
  const std::uint32_t end = window.feature_ends[word];
  std::fill_n(mean, feature_width_, 0.0F);
  for (std::uint32_t k = begin; k < end; ++k) {
    const std::int8_t* row = features_.values + std::size_t{window.features[k]} * feature_width_;
    const float scale = features_.scales[window.features[k]];
    for (std::uint32_t i = 0; i < feature_width_; ++i) {
      mean[i] += static_cast<float>(row[i]) * scale;
    }
  }
  const auto count = static_cast<float>(end - begin);
  for (std::uint32_t i = 0; i < feature_width_; ++i) mean[i] /= count;
}

void Encoder::CopyRow(std::size_t from, std::size_t to, float* rows) const {
  if (from != to) std::copy_n(rows + from * hidden_, hidden_, rows + to * hidden_);
}

void Encoder::Encode(const Window& window, Scratch& scratch, std::vector<float>& words) const {
  Check(window);
  const std::size_t pieces = window.pieces.size();
  scratch.state.Reserve(pieces * hidden_);
  scratch.mixed.Reserve(pieces * hidden_);
  scratch.projected.Reserve(pieces * std::max(3 * hidden_, inner_));
  scratch.attention.Reserve(AttentionWork(pieces));
  Embed(window, scratch);
  for (std::size_t i = 0; i + 1 < layers_.size(); ++i) {
    Attend(layers_[i], pieces, scratch);
    Transform(layers_[i], pieces, scratch);
  }
  // Of the last layer only the words' first pieces are wanted: a fifth of the rows less.
  Attend(layers_.back(), pieces, scratch);
  const std::size_t count = window.first.size();
  for (std::size_t w = 0; w < count; ++w) {
    CopyRow(window.first[w], w, scratch.state.data());
    CopyRow(window.first[w], w, scratch.mixed.data());
  }
  Transform(layers_.back(), count, scratch);

  words.resize(count * width());
  for (std::size_t w = 0; w < count; ++w) {
    float* word = words.data() + w * width();
    std::copy_n(scratch.state.data() + w * hidden_, hidden_, word);
    MeanOfFeatures(window, w, word + hidden_);
  }
}

}  // namespace dateline
