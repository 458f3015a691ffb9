#include "extract/times/terms.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

using enum TimeClass;

class TermsTest : public testing::Test {
 protected:
  std::vector<TimeTerm> Read(std::string text) {
    text_ = std::move(text);
    std::vector<TimeTerm> terms;
    ReadTerms(text_, {0, static_cast<std::uint32_t>(text_.size())}, vocabulary_, terms);
    return terms;
  }
  // The first term: its words and number.
  std::string First(std::string text) {
    const TimeTerm term = Read(std::move(text)).front();
    return text_.substr(term.span.begin, term.span.size()) + " = " + std::to_string(term.number);
  }

  std::string text_;
  Vocabulary vocabulary_ = Vocabulary::FromTable();
};

TEST_F(TermsTest, NumbersInWords) {
  EXPECT_EQ(First("twenty-four hours"), "twenty-four = 24");
  EXPECT_EQ(First("nineteen ninety-six"), "nineteen ninety-six = 1996");
  EXPECT_EQ(First("two thousand years"), "two thousand = 2000");
  EXPECT_EQ(First("two hundred thousand"), "two hundred thousand = 200000");
  EXPECT_EQ(First("twenty-first century"), "twenty-first = 21");
  EXPECT_EQ(First("five one-day games"), "five = 5");
  EXPECT_EQ(First("20 two-year terms"), "20 = 20");
}

TEST_F(TermsTest, NumbersInDigits) {
  EXPECT_EQ(First("1,200 people"), "1,200 = 1200");
  EXPECT_EQ(First("2.5 years"), "2.5 = 2");
  EXPECT_EQ(First("3.5 million"), "3.5 million = 3500000");
  EXPECT_EQ(First("3rd of May"), "3rd = 3");
  EXPECT_EQ(First("1990s and"), "1990s = 1990");
  EXPECT_EQ(First("7.15pm"), "7 = 7");  // 7, 15: not a decimal
}

TEST_F(TermsTest, WhatANumberMayBe) {
  EXPECT_TRUE(Read("1998")[0].Is(YEAR));
  EXPECT_FALSE(Read("$1998")[1].Is(YEAR));
  EXPECT_FALSE(Read("1998%")[0].Is(YEAR));
  EXPECT_FALSE(Read("1,998")[0].Is(YEAR));
  EXPECT_TRUE(Read("two thousand")[0].Is(YEAR));
  EXPECT_FALSE(Read("twelve hundred")[0].Is(YEAR));
  EXPECT_FALSE(Read("32")[0].Is(DAY));
}

TEST_F(TermsTest, MonthsAndWeekdaysNeedACapital) {
  EXPECT_TRUE(Read("May")[0].Is(MONTHNAME));
  EXPECT_FALSE(Read("they may")[1].Is(MONTHNAME));
  EXPECT_TRUE(Read("Sept. 30")[0].Is(MONTHABBR));
  EXPECT_EQ(Read("Sept. 30")[0].span, (Span{0, 5}));
}

TEST_F(TermsTest, DottedLettersAreOneWord) {
  EXPECT_TRUE(Read("7 a.m. on")[1].Is(AMPM));
  EXPECT_TRUE(Read("7 P.M")[1].Is(AMPM));
  EXPECT_TRUE(Read("7pm")[1].Is(AMPM));
}

TEST_F(TermsTest, CurlyApostrophesAndDashesReadAsPlain) {
  const std::vector<TimeTerm> terms = Read("\u201ctoday\u201d two\u2013year o\u2019clock");
  ASSERT_EQ(terms.size(), 7u);
  EXPECT_EQ(terms[1].word, vocabulary_.Find("today"));  // null in both: the grammar adds it
  EXPECT_EQ(terms[4].sign, '-');
}

}  // namespace
}  // namespace dateline
