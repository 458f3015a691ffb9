#include "ontology/senses.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Senses, OfTheTable) {
  EXPECT_TRUE(Means("flight", Sense::kMotion));
  EXPECT_TRUE(Means("southeastern", Sense::kCompass));
  EXPECT_TRUE(Means("photos", Sense::kRubric));  // the last sense, named in the same order
  EXPECT_FALSE(Means("flight", Sense::kAddress));
  EXPECT_FALSE(Means("", Sense::kMotion));
}

TEST(Senses, AWordMayHaveSeveral) {
  EXPECT_TRUE(Means("tell", Sense::kAddress));
  EXPECT_TRUE(Means("tell", Sense::kPersonal));
  EXPECT_FALSE(Means("tell", Sense::kAnswer));
}

}  // namespace
}  // namespace dateline
