#include "pipeline/chain.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Chain, SoundWhenEachRequirementComesBefore) {
  EXPECT_EQ(ChainProblem(
                {{"tokens", {}, {Layer::kTokens}}, {"quotes", {Layer::kTokens}, {Layer::kQuotes}}}),
            "");
}

TEST(Chain, NamesTheStageAndTheLayerThatIsMissing) {
  EXPECT_EQ(ChainProblem(
                {{"quotes", {Layer::kTokens}, {Layer::kQuotes}}, {"tokens", {}, {Layer::kTokens}}}),
            "quotes requires tokens, which no stage before it assigns");
}

TEST(Chain, AStageDoesNotMeetItsOwnRequirement) {
  EXPECT_EQ(ChainProblem({{"names", {Layer::kNames}, {Layer::kNames}}}),
            "names requires names, which no stage before it assigns");
}

TEST(Chain, NoLayerIsAssignedTwice) {
  EXPECT_EQ(ChainProblem({{"a", {}, {Layer::kNames}}, {"b", {}, {Layer::kNames}}}),
            "b assigns names a second time");
}

}  // namespace
}  // namespace dateline
