#include "annotate/tag_path.h"

#include <gtest/gtest.h>

#include <vector>

namespace dateline {
namespace {

// Two kinds: O, B-0, I-0, B-1, I-1.
constexpr std::uint32_t kTags = 5;

std::vector<TaggedSpan> Spans(const std::vector<std::vector<float>>& rows) {
  std::vector<float> logits;
  for (const auto& row : rows) logits.insert(logits.end(), row.begin(), row.end());
  return BestSpans(logits.data(), static_cast<std::uint32_t>(rows.size()), kTags, kTags);
}

TEST(TagPath, SpansHaveTheirWordsAndKind) {
  const auto spans =
      Spans({{9, 0, 0, 0, 0}, {0, 9, 0, 0, 0}, {0, 0, 9, 0, 0}, {0, 0, 0, 9, 0}, {9, 0, 0, 0, 0}});
  ASSERT_EQ(spans.size(), 2u);
  EXPECT_EQ(spans[0].words, (Range{1, 3}));
  EXPECT_EQ(spans[0].kind, 0u);
  EXPECT_EQ(spans[1].words, (Range{3, 4}));
  EXPECT_EQ(spans[1].kind, 1u);
  EXPECT_GT(spans[0].score, 0.99F);
}

TEST(TagPath, NoSpanGoesOnInAnotherKind) {
  // Word by word the second would be I-1, which cannot follow B-0: the whole decides for kind 1.
  const auto spans = Spans({{0, 3, 0, 2.5F, 0}, {0, 0, 1, 0, 4}});
  ASSERT_EQ(spans.size(), 1u);
  EXPECT_EQ(spans[0].words, (Range{0, 2}));
  EXPECT_EQ(spans[0].kind, 1u);
}

TEST(TagPath, NothingBeginsInside) {
  for (const TaggedSpan& span : Spans({{0, 0, 6, 0, 0}, {0, 0, 6, 0, 0}}))
    EXPECT_EQ(span.words.first, 0u);
  EXPECT_TRUE(Spans({}).empty());
}

TEST(TagPath, TwoSpansOfAKindMayTouch) {
  const auto spans = Spans({{0, 9, 0, 0, 0}, {0, 9, 0, 0, 0}});
  ASSERT_EQ(spans.size(), 2u);
  EXPECT_EQ(spans[1].words, (Range{1, 2}));
}

}  // namespace
}  // namespace dateline
