#include "annotate/attributions_head.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "annotate/head_layers.h"
#include "annotate/tag_path.h"

namespace dateline {

namespace {

constexpr float kLinkThreshold = 0.3F;  // of a source; a content always has its best cue
enum Role : std::uint8_t { kSource, kCue, kContent, kRoles };

float Dot(const float* a, const float* b, std::uint32_t size) {
  float sum = 0;
  for (std::uint32_t i = 0; i < size; ++i) sum += a[i] * b[i];
  return sum;
}

float Sigmoid(float x) { return 1 / (1 + std::exp(-x)); }

// How well do the words of each span go with the first word of each cue?
class Links {
 public:
  Links(const WordVectors& words, const Matrix& part, const Matrix& cue, const Matrix& biaffine,
        const std::vector<TaggedSpan>& cues)
      : size_(cue.out()), cues_(cues.size()) {
    const std::vector<float> parts = Projection(words.rows, words.tokens.size(), part);
    parts_ = OneLayer(parts.data(), words.tokens.size(), biaffine);
    std::vector<float> firsts;
    for (const TaggedSpan& span : cues) {
      const float* row = words.rows + std::size_t{span.words.first} * words.width;
      firsts.insert(firsts.end(), row, row + words.width);
    }
    heads_ = Projection(firsts.data(), static_cast<std::uint32_t>(cues.size()), cue);
  }

  // Mean probability over the words of the span.
  float Mean(Range span, std::size_t cue) const {
    float sum = 0;
    for (std::uint32_t i = span.first; i < span.last; ++i)
      sum += Sigmoid(Dot(&parts_[std::size_t{i} * size_], &heads_[cue * size_], size_));
    return sum / static_cast<float>(span.size());
  }

  std::size_t BestCue(Range span) const {
    std::size_t best = 0;
    float best_score = -1;
    for (std::size_t cue = 0; cue < cues_; ++cue) {
      if (const float score = Mean(span, cue); score > best_score) {
        best_score = score;
        best = cue;
      }
    }
    return best;
  }

 private:
  std::uint32_t size_;
  std::size_t cues_;
  std::vector<float> parts_;
  std::vector<float> heads_;
};

}  // namespace

Result<AttributionsHead> AttributionsHead::Open(const ModelFile& file) {
  AttributionsHead head;
  LayerReader reader(file);
  head.hidden_ = reader.Layer("heads.statements.hidden");
  head.out_ = reader.Layer("heads.statements.out");
  head.part_ = reader.Layer("heads.statements.part");
  head.cue_ = reader.Layer("heads.statements.cue");
  head.biaffine_ = reader.Layer("heads.statements.biaffine");
  reader.Want(head.out_.out() == 2 * kRoles + 1, "heads.statements.out");
  if (!reader.ok()) return std::unexpected(reader.error());
  return head;
}

std::vector<Attribution> AttributionsHead::Read(const WordVectors& words) const {
  const std::vector<float> logits = TwoLayers(words, hidden_, out_);
  constexpr std::uint32_t kTags = 2 * kRoles + 1;
  std::vector<TaggedSpan> by_role[kRoles];
  for (const TaggedSpan& span : BestSpans(logits.data(), words.tokens.size(), kTags, kTags))
    by_role[span.kind].push_back(span);
  const std::vector<TaggedSpan>& cues = by_role[kCue];
  if (cues.empty() || by_role[kContent].empty()) return {};

  const Links links(words, part_, cue_, biaffine_, cues);
  const auto absolute = [&](Range r) {
    return Range{words.tokens.first + r.first, words.tokens.first + r.last};
  };
  std::vector<Attribution> found;
  for (const TaggedSpan& cue : cues) found.push_back({absolute(cue.words), {}, {}, false, cue.score});
  for (const TaggedSpan& content : by_role[kContent]) {
    Attribution& item = found[links.BestCue(content.words)];
    item.content.push_back(absolute(content.words));
    item.confidence = std::min(item.confidence, content.score);
  }
  for (std::size_t cue = 0; cue < cues.size(); ++cue) {
    float best = kLinkThreshold;
    for (const TaggedSpan& source : by_role[kSource]) {
      if (const float score = links.Mean(source.words, cue); score >= best) {
        best = score;
        found[cue].source = absolute(source.words);
      }
    }
  }
  std::erase_if(found, [](const Attribution& item) { return item.content.empty(); });
  return found;
}

}  // namespace dateline
