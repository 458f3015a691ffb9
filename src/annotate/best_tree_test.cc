#include "annotate/best_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace dateline {
namespace {

using Heads = std::vector<std::uint32_t>;

// Scores of the named arcs (word, head) with the numbering of BestTree; all others have -10.
std::vector<float> Scores(std::uint32_t size,
                          const std::vector<std::pair<std::pair<int, int>, float>>& arcs) {
  std::vector<float> scores(std::size_t{size} * (size + 1), -10);
  for (const auto& [arc, score] : arcs)
    scores[static_cast<std::size_t>(arc.first) * (size + 1) + arc.second] = score;
  return scores;
}

std::size_t Roots(const Heads& heads) {
  return static_cast<std::size_t>(std::ranges::count(heads, 0u));
}

// From every word the heads lead to the root.
bool IsTree(const Heads& heads) {
  for (std::size_t word = 0; word < heads.size(); ++word) {
    std::size_t at = word + 1;
    for (std::size_t steps = 0; at != 0; at = heads[at - 1])
      if (++steps > heads.size()) return false;
  }
  return true;
}

TEST(BestTree, OneWordIsTheRoot) { EXPECT_EQ(BestTree({-3, 5}, 1), (Heads{0})); }

TEST(BestTree, GreedyHeadsThatAreATreeStay) {
  const auto scores = Scores(3, {{{0, 2}, 4}, {{1, 0}, 5}, {{2, 2}, 3}});
  EXPECT_EQ(BestTree(scores, 3), (Heads{2, 0, 2}));
}

TEST(BestTree, ACycleIsBrokenWhereItCostsLeast) {
  // Words 1 and 2 like each other best; as the root, word 2 is the dearer loss.
  const auto scores = Scores(2, {{{0, 2}, 10}, {{1, 1}, 10}, {{0, 0}, 1}, {{1, 0}, 4}});
  EXPECT_EQ(BestTree(scores, 2), (Heads{2, 0}));
}

TEST(BestTree, OfTwoRootsTheBetterStays) {
  const auto scores = Scores(3, {{{0, 0}, 9}, {{1, 0}, 8}, {{1, 1}, 2}, {{0, 2}, 2}, {{2, 2}, 5}});
  EXPECT_EQ(BestTree(scores, 3), (Heads{0, 1, 2}));
}

TEST(BestTree, FourHundredWordsOfAnyScoresAreOneTree) {
  constexpr std::uint32_t kWords = 400;
  std::vector<float> scores(std::size_t{kWords} * (kWords + 1));
  std::uint32_t state = 7;
  for (float& score : scores) {
    state = state * 1664525u + 1013904223u;
    score = static_cast<float>(state >> 16) / 65536;
  }
  const Heads heads = BestTree(scores, kWords);
  ASSERT_EQ(heads.size(), kWords);
  EXPECT_EQ(Roots(heads), 1u);
  EXPECT_TRUE(IsTree(heads));
}

}  // namespace
}  // namespace dateline
