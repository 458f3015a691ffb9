#include "dateline/article.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(SourceMapTest, IdentityReturnsTheSameBytes) {
  const SourceMap map = SourceMap::Identity(10);
  EXPECT_EQ(map.SourceOf({2, 5}), (Span{2, 5}));
  EXPECT_EQ(map.SourceOf({0, 10}), (Span{0, 10}));
}

TEST(SourceMapTest, EmptyMapAndEmptySpanHaveNoSource) {
  EXPECT_TRUE(SourceMap().SourceOf({0, 4}).empty());
  EXPECT_TRUE(SourceMap::Identity(10).SourceOf({3, 3}).empty());
}

TEST(SourceMapTest, PieceOfAnotherSizeMapsAsAWhole) {
  // "A&amp;B" read as "A&B".
  const SourceMap map({{0, 1, 0, 1}, {1, 1, 1, 5}, {2, 1, 6, 1}});
  EXPECT_EQ(map.SourceOf({1, 2}), (Span{1, 6}));
  EXPECT_EQ(map.SourceOf({1, 3}), (Span{1, 7}));
  EXPECT_EQ(map.SourceOf({2, 3}), (Span{6, 7}));
}

TEST(SourceMapTest, InsertedTextBetweenPiecesHasNoSourceOfItsOwn) {
  const SourceMap map({{0, 4, 100, 4}, {6, 4, 200, 4}});
  EXPECT_TRUE(map.SourceOf({4, 6}).empty());
  EXPECT_EQ(map.SourceOf({2, 8}), (Span{102, 202}));
}

TEST(SourceMapTest, PiecesOutOfSourceOrderGiveTheCoveringRange) {
  const SourceMap map({{0, 4, 50, 4}, {4, 4, 10, 4}});
  EXPECT_EQ(map.SourceOf({3, 5}), (Span{10, 54}));
}

}  // namespace
}  // namespace dateline
