#include "annotate/tag_path.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace dateline {

namespace {

bool IsInside(std::uint32_t tag) { return tag != 0 && tag % 2 == 0; }

// log softmax of one row.
void Normalise(const float* logits, std::uint32_t tags, float* out) {
  const float top = *std::max_element(logits, logits + tags);
  float sum = 0;
  for (std::uint32_t t = 0; t < tags; ++t) sum += std::exp(logits[t] - top);
  const float log_sum = top + std::log(sum);
  for (std::uint32_t t = 0; t < tags; ++t) out[t] = logits[t] - log_sum;
}

}  // namespace

std::vector<TaggedSpan> BestSpans(const float* logits, std::uint32_t words, std::uint32_t stride,
                                  std::uint32_t tags) {
  constexpr float kBarred = -1e9F;
  std::vector<float> log(std::size_t{words} * tags);
  std::vector<std::uint8_t> back(std::size_t{words} * tags, 0);
  std::vector<float> total(tags, kBarred), next(tags);
  total[0] = 0;  // before the first word stands O
  for (std::uint32_t i = 0; i < words; ++i) {
    float* row = &log[std::size_t{i} * tags];
    Normalise(logits + std::size_t{i} * stride, tags, row);
    const auto free =
        static_cast<std::uint8_t>(std::max_element(total.begin(), total.end()) - total.begin());
    for (std::uint32_t t = 0; t < tags; ++t) {
      auto from = free;  // O and B follow any tag
      if (IsInside(t)) from = static_cast<std::uint8_t>(total[t] > total[t - 1] ? t : t - 1);
      next[t] = total[from] + row[t];
      back[std::size_t{i} * tags + t] = from;
    }
    total.swap(next);
  }
  std::vector<std::uint32_t> path(words);
  auto tag =
      static_cast<std::uint32_t>(std::max_element(total.begin(), total.end()) - total.begin());
  for (std::uint32_t i = words; i-- > 0; tag = back[std::size_t{i} * tags + tag]) path[i] = tag;

  std::vector<TaggedSpan> spans;
  for (std::uint32_t i = 0; i < words; ++i) {
    if (path[i] == 0) continue;
    const float probability = std::exp(log[std::size_t{i} * tags + path[i]]);
    if (IsInside(path[i]) && !spans.empty() && spans.back().words.last == i) {
      ++spans.back().words.last;
      spans.back().score += probability;
    } else {
      spans.push_back({{i, i + 1}, (path[i] - 1) / 2, probability});
    }
  }
  for (TaggedSpan& span : spans) span.score /= static_cast<float>(span.words.size());
  return spans;
}

}  // namespace dateline
