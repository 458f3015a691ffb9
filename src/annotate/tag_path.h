// Which spans do the tags of a row of words mark?  BIO tags: O, then B and I of each kind.
//
// Tag 0 is O; kind k has B = 2k + 1 and I = 2k + 2.  I of a kind follows B or I of the same kind
// only, so the best path is found by Viterbi rather than word by word. Cost: linear in words times
// tags.  Thread rule: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"

namespace dateline {

struct TaggedSpan {
  Range words;
  std::uint32_t kind;
  float score;  // mean probability of its tags, 0 to 1
};

// Spans of the best path, in order.  `logits`: row i begins at logits[i * stride]; `tags` numbers
// are read of each of the `words` rows.  Logits need not be normalised.
std::vector<TaggedSpan> BestSpans(const float* logits, std::uint32_t words, std::uint32_t stride,
                                  std::uint32_t tags);

}  // namespace dateline
