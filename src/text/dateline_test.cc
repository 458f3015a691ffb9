#include "text/dateline.h"

#include <gtest/gtest.h>

#include <string>

#include "text/tokenizer.h"

namespace dateline {
namespace {

// "NAIROBI (Wire) - |": the words of the dateline, and "|" where it is parted from the sentence.
std::string Read(const std::string& text) {
  const std::vector<Span> tokens = Tokenize(text, {0, static_cast<std::uint32_t>(text.size())});
  const Dateline dateline = DatelineOf(text, tokens);
  if (dateline.tokens == 0) return "";
  return text.substr(0, tokens[dateline.tokens - 1].end) + (dateline.parted ? " |" : "");
}

TEST(Dateline, ADashPartsItFromTheSentence) {
  EXPECT_EQ(Read("TROY, N.C., May 3 (Wire) - Two bridges fell."), "TROY, N.C., May 3 (Wire) - |");
  EXPECT_EQ(Read("Port of Spain (Wire) -- Two bridges fell."), "Port of Spain (Wire) -- |");
  EXPECT_EQ(Read("ROSTOV-ON-DON \u2014 Two bridges fell on Monday."), "ROSTOV-ON-DON \u2014 |");
  EXPECT_EQ(Read("URGENT - Two bridges fall in a flood near Troy"), "URGENT - |");
}

TEST(Dateline, AColonOrADashAloneStaysInTheSentence) {
  EXPECT_EQ(Read("Lagos -- Two bridges fell on Monday."), "Lagos --");
  EXPECT_EQ(Read("Lagos, May 3 - Two bridges fell on Monday."), "Lagos, May 3 -");
  EXPECT_EQ(Read("LAGOS: Two bridges fell."), "LAGOS:");
  EXPECT_EQ(Read("Port Louis, Mauritius: two dead"), "Port Louis, Mauritius:");
}

TEST(Dateline, OtherDashesAndColonsMakeNone) {
  EXPECT_EQ(Read("NATO - which has 32 members - said no."), "");
  EXPECT_EQ(Read("US - China trade talks have ended."), "");
  EXPECT_EQ(Read("TALKS OVER - MINISTER"), "");
  EXPECT_EQ(Read("Kenya - a large market - is dry."), "");
  EXPECT_EQ(Read("Monday was dry - Tuesday was not."), "");
  EXPECT_EQ(Read("The ministers named three towns: Lagos, Troy and Kano."), "");
  EXPECT_EQ(Read("LAGOS. Two bridges - both new - fell."), "");
  EXPECT_EQ(Read(": - "), "");
  EXPECT_EQ(Read(""), "");
}

}  // namespace
}  // namespace dateline
