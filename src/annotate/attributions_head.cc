#include "annotate/attributions_head.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "annotate/head_layers.h"
#include "annotate/tag_path.h"

namespace dateline {

namespace {

constexpr float kLinkThreshold = 0.3F;  // of a source; a content always has its best cue
constexpr std::size_t kHidden = 256;
constexpr std::size_t kLink = 128;
enum Role : std::uint8_t { kSource, kCue, kContent, kRoles };
constexpr std::uint32_t kTags = 2 * kRoles + 1;

float Sigmoid(float x) { return 1 / (1 + std::exp(-x)); }

// How well do the words of each span go with the first word of each cue?
class Links {
 public:
  Links(const WordVectors& words, const Matrix& part, const Matrix& cue, const Matrix& biaffine,
        const std::vector<TaggedSpan>& cues)
      : cues_(cues.size()) {
    const std::size_t count = words.tokens.size();
    parts_ = Linear(Projection(words.rounded, count, part).data(), count, biaffine);
    heads_ = Projection(FirstWords(words, cues), cues.size(), cue);
  }

  // Mean probability over the words of the span.
  float Mean(Range span, std::size_t cue) const {
    float sum = 0;
    for (std::uint32_t i = span.first; i < span.last; ++i)
      sum += Sigmoid(Dot(&parts_[i * kLink], &heads_[cue * kLink], kLink));
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
  std::size_t cues_;
  Buffer<float> parts_;
  Buffer<float> heads_;
};

}  // namespace

Result<AttributionsHead> AttributionsHead::Open(const ModelFile& file, std::size_t width) {
  AttributionsHead head;
  LayerReader reader(file);
  head.hidden_ = reader.Layer("heads.statements.hidden", kHidden, width);
  head.out_ = reader.Layer("heads.statements.out", kTags, kHidden);
  head.part_ = reader.Layer("heads.statements.part", kLink, width);
  head.cue_ = reader.Layer("heads.statements.cue", kLink, width);
  head.biaffine_ = reader.Layer("heads.statements.biaffine", kLink, kLink);
  if (!reader.ok()) return std::unexpected(reader.error());
  return head;
}

std::vector<Attribution> AttributionsHead::Read(const WordVectors& words) const {
  const Buffer<float> logits = TwoLayers(words.rounded, words.tokens.size(), hidden_, out_);
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
  found.reserve(cues.size());
  for (const TaggedSpan& cue : cues)
    found.push_back({absolute(cue.words), {}, {}, false, cue.score});
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
