#include "annotate/stance_head.h"

#include <algorithm>

#include "annotate/head_layers.h"

namespace dateline {

namespace {

constexpr std::size_t kHidden = 128;

// The cue's first word beside the mean of the content's words.
std::vector<float> VectorOf(const WordVectors& words, const Attribution& item) {
  std::vector<float> vector(2 * words.width, 0);
  std::copy_n(words.At(item.cue.first), words.width, vector.begin());
  float* mean = &vector[words.width];
  std::size_t count = 0;
  for (Range content : item.content) {
    for (std::uint32_t token = content.first; token < content.last; ++token, ++count)
      for (std::size_t i = 0; i < words.width; ++i) mean[i] += words.At(token)[i];
  }
  for (std::size_t i = 0; i < words.width; ++i) mean[i] /= static_cast<float>(count);
  return vector;
}

}  // namespace

Result<StanceHead> StanceHead::Open(const ModelFile& file, std::size_t width) {
  StanceHead head;
  LayerReader reader(file);
  reader.Labels("stances", FromString<Stance>, head.stances_);
  head.hidden_ = reader.Layer("heads.stance.hidden", kHidden, 2 * width);
  head.out_ = reader.Layer("heads.stance.out", head.stances_.size(), kHidden);
  if (!reader.ok()) return std::unexpected(reader.error());
  return head;
}

void StanceHead::Read(const WordVectors& words, std::vector<Attribution>& attributions) const {
  if (attributions.empty()) return;
  Quantized rows;
  rows.Resize(attributions.size(), 2 * words.width);
  for (std::size_t i = 0; i < attributions.size(); ++i)
    rows.SetRow(i, VectorOf(words, attributions[i]).data());
  const Buffer<float> logits = TwoLayers(rows, attributions.size(), hidden_, out_);
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    const float* row = &logits[i * stances_.size()];
    attributions[i].stance = stances_[std::max_element(row, row + stances_.size()) - row];
  }
}

}  // namespace dateline
