#include "extract/statements/nesting.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

using Parents = std::vector<std::optional<std::uint32_t>>;

TEST(Nesting, TheInnermostContentIsTheParent) {
  // A said B warned C fears D
  const Parents parents =
      Nest({{{2, 6}, {{7, 40}}}, {{9, 15}, {{16, 40}}}, {{18, 23}, {{24, 40}}}});
  EXPECT_EQ(parents, (Parents{std::nullopt, 0, 1}));
}

TEST(Nesting, AnOwnContentIsNoParent) {
  EXPECT_EQ(Nest({{{5, 9}, {{5, 9}}}, {{20, 24}, {{0, 18}}}}), (Parents{1, std::nullopt}));
}

TEST(Nesting, EqualContentsDoNotNestInEachOther) {
  EXPECT_EQ(Nest({{{3, 9}, {{3, 9}}}, {{3, 9}, {{3, 9}}}}), (Parents{std::nullopt, std::nullopt}));
}

TEST(Nesting, EachFragmentCounts) {
  EXPECT_EQ(Nest({{{10, 14}, {{0, 9}, {15, 60}}}, {{30, 34}, {{35, 50}}}}),
            (Parents{std::nullopt, 0}));
}

}  // namespace
}  // namespace dateline
