#include "extract/times/pattern.h"

#include <gtest/gtest.h>

#include <string>

#include "extract/times/terms.h"

namespace dateline {
namespace {

class PatternTest : public testing::Test {
 protected:
  void Add(std::string_view pattern) { set_.Add(pattern, next_++, vocabulary_); }

  // The rule that matches at the nth term of `text`, and the words of its span: "1: 3 May"; "" if
  // none does.
  std::string Match(std::string text, std::uint32_t at = 0) {
    std::vector<TimeTerm> terms;
    ReadTerms(text, {0, static_cast<std::uint32_t>(text.size())}, vocabulary_, terms);
    const PatternMatch match = set_.Match(terms, at);
    if (match.places == nullptr) return "";
    const std::uint32_t begin = terms[match.inside.first].span.begin;
    return std::to_string(match.rule) + ": " +
           text.substr(begin, terms[match.inside.last - 1].span.end - begin);
  }

  Vocabulary vocabulary_ = Vocabulary::FromTable();
  PatternSet set_;
  std::uint32_t next_ = 0;
};

TEST_F(PatternTest, ClassesWordsAndAlternatives) {
  Add("last|past NUM UNITS");
  EXPECT_EQ(Match("past 24 hours of"), "0: past 24 hours");
  EXPECT_EQ(Match("past hours"), "");
}

TEST_F(PatternTest, BracketsMayBeMissingAndNest) {
  Add("MONTH DAY [[,] YEAR]");
  EXPECT_EQ(Match("May 3"), "0: May 3");
  EXPECT_EQ(Match("May 3 2024"), "0: May 3 2024");
  EXPECT_EQ(Match("May 3, 2024"), "0: May 3, 2024");
}

TEST_F(PatternTest, BracesStandOutsideTheSpan) {
  Add("{in|by} SEASON {of}");
  EXPECT_EQ(Match("in summer of", 1), "0: summer");
  EXPECT_EQ(Match("in summer", 1), "");
  EXPECT_EQ(Match("summer of"), "");
}

TEST_F(PatternTest, WithoutBlankNothingMayStandBetween) {
  Add("HOUR:MINUTE");
  EXPECT_EQ(Match("7:30"), "0: 7:30");
  EXPECT_EQ(Match("7: 30"), "");
}

TEST_F(PatternTest, TheLongestWinsThenTheFirst) {
  Add("NUM UNITS");
  Add("NUM UNITS ago");
  Add("DAY UNITS");
  EXPECT_EQ(Match("2 days ago"), "1: 2 days ago");
  EXPECT_EQ(Match("2 days"), "0: 2 days");
}

}  // namespace
}  // namespace dateline
