#include "text/tokenizer.h"

#include <gtest/gtest.h>

#include <string>

#include "text/unicode.h"

namespace dateline {
namespace {

// The tokens joined by '|'.
std::string Tokens(const std::string& text) {
  std::string joined;
  for (Span span : Tokenize(text, {0, static_cast<std::uint32_t>(text.size())})) {
    if (!joined.empty()) joined += '|';
    joined += Words(text, span);
  }
  return joined;
}

struct Case {
  const char* text;
  const char* tokens;
};

class TokenizerCases : public testing::TestWithParam<Case> {};

TEST_P(TokenizerCases, FollowUniversalDependencies) {
  EXPECT_EQ(Tokens(GetParam().text), GetParam().tokens);
}

INSTANTIATE_TEST_SUITE_P(
    News, TokenizerCases,
    testing::Values(
        Case{"The envoy didn't reply.", "The|envoy|did|n't|reply|."},
        Case{"Peru\u2019s army can\u2019t leave", "Peru|\u2019s|army|ca|n\u2019t|leave"},
        Case{"They cannot stay", "They|can|not|stay"},
        Case{"U.S. and U.N. envoys", "U.S.|and|U.N.|envoys"},
        Case{"Gen. Ruiz left at 7 a.m. on Sept. 30.", "Gen.|Ruiz|left|at|7|a.m.|on|Sept.|30|."},
        Case{"a long-range, pro-Rabat unit", "a|long|-|range|,|pro-Rabat|unit"},
        Case{"re-elected; anti-tank", "re-elected|;|anti-tank"},
        Case{"10,000 men, 3.5 km, at 10:30 on 9/11", "10,000|men|,|3.5|km|,|at|10:30|on|9/11"},
        Case{"''No,'' he said... -- and left", "''|No|,|''|he|said|...|--|and|left"},
        Case{"write to desk@example.org or https://example.org/a?b=1.",
             "write|to|desk@example.org|or|https://example.org/a?b=1|."},
        Case{"Juan P. Ramos of Acme Inc.", "Juan|P.|Ramos|of|Acme|Inc."},
        Case{"What?! No!!", "What|?|!|No|!!"}, Case{"the workers' union", "the|workers|'|union"},
        Case{"Tou\u015Fev\u00FC\u015F, \u00C9tienne", "Tou\u015Fev\u00FC\u015F|,|\u00C9tienne"},
        Case{"", ""}));

TEST(Tokenizer, CoversAllButWhiteSpaceInOrder) {
  const std::string text =
      "A \u201Cmixed\u201D line: caf\u00E9s\u2019 --- $5bn, 3/4 of x@ y and \U0001F600\U0001F600 "
      "\u0645\u0631\u062D\u0628\u0627 \u4F60\u597D ''' ...";
  std::uint32_t at = 0;
  for (Span span : Tokenize(text, {0, static_cast<std::uint32_t>(text.size())})) {
    ASSERT_LE(at, span.begin);
    ASSERT_LT(span.begin, span.end);
    for (std::uint32_t i = at; i < span.begin; ++i) EXPECT_EQ(text[i], ' ') << i;
    at = span.end;
  }
  EXPECT_EQ(at, text.size());
}

TEST(Tokenizer, OnlyTheGivenParagraph) {
  const std::string text = "First. Second part. Third.";
  const std::vector<Span> tokens = Tokenize(text, {7, 19});
  EXPECT_EQ(tokens.front(), (Span{7, 13}));
  EXPECT_EQ(tokens.back(), (Span{18, 19}));
}

TEST(Abbreviations, TitlesNeverEndASentenceOthersMay) {
  EXPECT_EQ(AbbreviationOf("Mr."), Abbreviation::kTitle);
  EXPECT_EQ(AbbreviationOf("P."), Abbreviation::kTitle);
  EXPECT_EQ(AbbreviationOf("U.S."), Abbreviation::kGeneral);
  EXPECT_EQ(AbbreviationOf("Sept."), Abbreviation::kGeneral);
  EXPECT_EQ(AbbreviationOf("war."), Abbreviation::kNone);
  EXPECT_EQ(AbbreviationOf("a."), Abbreviation::kNone);
}

}  // namespace
}  // namespace dateline
