#include "annotate/lemma_script.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

std::string Applied(std::string_view script, std::string_view form) {
  const auto parsed = LemmaScript::Parse(script);
  return parsed ? parsed->Apply(form) : "no script";
}

TEST(LemmaScript, CutsAndAdds) {
  EXPECT_EQ(Applied("0||l", "road"), "road");
  EXPECT_EQ(Applied("3|y|l", "parties"), "party");
  EXPECT_EQ(Applied("2|e|", "using"), "usie") << "what it says, not what it should";
}

TEST(LemmaScript, AWholeLemmaMayHaveABar) {
  EXPECT_EQ(Applied("=be|l", "were"), "be");
  EXPECT_EQ(Applied("=a|b|l", "x"), "a|b");
}

TEST(LemmaScript, CutsCodePointsNotBytes) { EXPECT_EQ(Applied("1|e|l", "café"), "cafe"); }

TEST(LemmaScript, AFormTooShortStays) { EXPECT_EQ(Applied("4|x|l", "cat"), "cat"); }

TEST(LemmaScript, OddScriptsAreNone) {
  for (const char* script : {"", "|", "3", "3|y", "x|y|l", "-1|y|l", "|y|l"})
    EXPECT_FALSE(LemmaScript::Parse(script).has_value()) << script;
}

}  // namespace
}  // namespace dateline
