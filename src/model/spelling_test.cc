#include "model/spelling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "model/reference.h"

namespace dateline {
namespace {

std::vector<std::uint32_t> FeaturesOf(std::string_view word) {
  std::vector<std::uint32_t> rows;
  AppendFeatures(word, rows);
  return rows;
}

TEST(Spelling, CasesAndQuotesAreThoseOfTheReference) {
  for (const ReferenceWindow& reference : ReferenceWindows()) {
    for (std::size_t w = 0; w < reference.words.size(); ++w) {
      EXPECT_EQ(CaseOf(reference.words[w]), reference.cases[reference.first[w]])
          << reference.words[w];
    }
    Quotation quotation;
    std::size_t sentence = 0;
    for (std::size_t w = 0; w < reference.words.size(); ++w) {
      // A paragraph begins where two [SEP] (102) stand before a sentence.
      const std::uint32_t at = reference.first[w];
      if (w == reference.sentences[sentence]) {
        if (at > 1 && reference.pieces[at - 2] == 102) quotation.StartParagraph();
        sentence += sentence + 2 < reference.sentences.size() ? 2 : 0;
      }
      EXPECT_EQ(quotation.Covers(reference.words[w]), reference.quotes[at] != 0)
          << reference.words[w];
    }
  }
}

TEST(Spelling, CaseIsOneOfFour) {
  EXPECT_EQ(CaseOf("ferry"), 0);
  EXPECT_EQ(CaseOf("2024"), 0);
  EXPECT_EQ(CaseOf("\u5317"), 3);  // a letter that has no case
  EXPECT_EQ(CaseOf("Kisumu"), 1);
  EXPECT_EQ(CaseOf("A"), 1);
  EXPECT_EQ(CaseOf("\u00C9cole"), 1);
  EXPECT_EQ(CaseOf("NATO"), 2);
  EXPECT_EQ(CaseOf("A1"), 2);
  EXPECT_EQ(CaseOf("McAllister"), 3);
  EXPECT_EQ(CaseOf("iPhone"), 3);
  EXPECT_EQ(CaseOf("\u01C5ungla"), 3);  // begins with a title-case letter
  EXPECT_EQ(CaseOf("\u2167"), 0);       // Roman eight: a number
  EXPECT_EQ(CaseOf(""), 0);
}

// Rows as training/features.py gives them.
TEST(Spelling, FeaturesAreThoseOfTheReference) {
  EXPECT_EQ(FeaturesOf("ferry"),
            (std::vector<std::uint32_t>{1103, 3947, 4333, 6160, 12520, 15913, 18183}));
  EXPECT_EQ(FeaturesOf("Kisumu"),
            (std::vector<std::uint32_t>{978, 3748, 5965, 11399, 12785, 15852, 17339}));
  EXPECT_EQ(FeaturesOf("McAllister's"),
            (std::vector<std::uint32_t>{228, 614, 2279, 4366, 5594, 15882, 16161}));
  EXPECT_EQ(FeaturesOf("2024"),
            (std::vector<std::uint32_t>{2348, 2952, 3949, 13781, 14948, 16312, 18183}));
  EXPECT_EQ(FeaturesOf("7"), (std::vector<std::uint32_t>{3949, 7517, 9491, 10912, 12329, 16312}));
  EXPECT_EQ(FeaturesOf("\u00C9cole"),
            (std::vector<std::uint32_t>{5330, 7062, 10327, 12929, 14079, 15433, 16313}));
  EXPECT_EQ(FeaturesOf("aaaaaaaaaaaaaaaaaaaa"),
            (std::vector<std::uint32_t>{1381, 8066, 9493, 10543, 12042, 13936, 18183}));
  EXPECT_EQ(FeaturesOf("\u5317\u4EAC"),
            (std::vector<std::uint32_t>{728, 2048, 6419, 10151, 10630, 12411, 13496}));
  EXPECT_EQ(FeaturesOf("\U0001F6A2"),
            (std::vector<std::uint32_t>{5298, 9498, 11383, 13327, 13519, 19748}));
  EXPECT_EQ(FeaturesOf("A.B.C.D.E.F.G.H."),
            (std::vector<std::uint32_t>{5685, 6346, 10574, 12010, 12042, 14336, 14647}));
  EXPECT_EQ(FeaturesOf("\u0130zmir"),
            (std::vector<std::uint32_t>{2919, 4714, 6981, 10187, 11090, 15954, 16316}));
}

TEST(Spelling, FeaturesAreSortedAndAppendedWithoutRepeats) {
  std::vector<std::uint32_t> rows = {7, 7};
  AppendFeatures("a", rows);
  EXPECT_EQ(rows[0], 7U);
  EXPECT_EQ(rows[1], 7U);
  EXPECT_TRUE(std::is_sorted(rows.begin() + 2, rows.end()));
  EXPECT_EQ(std::adjacent_find(rows.begin() + 2, rows.end()), rows.end());
}

TEST(Spelling, LongWordsTakeLinearTime) {
  EXPECT_LE(FeaturesOf(std::string(1000000, 'a')).size(), 7U);
  std::string mixed;
  for (int i = 0; i < 300000; ++i) mixed += i % 2 == 0 ? "\u00C9" : "\U0001F6A2";
  EXPECT_LE(FeaturesOf(mixed).size(), 7U);
  EXPECT_EQ(CaseOf(mixed), 2);
}

TEST(Spelling, AQuotationLastsToItsOwnMark) {
  Quotation quotation;
  EXPECT_FALSE(quotation.Covers("said"));
  EXPECT_TRUE(quotation.Covers("\u201C"));
  EXPECT_TRUE(quotation.Covers("\""));  // another mark inside
  EXPECT_TRUE(quotation.Covers("yes"));
  EXPECT_TRUE(quotation.Covers("\u201D"));
  EXPECT_FALSE(quotation.Covers("he"));
  EXPECT_FALSE(quotation.Covers("\u201D"));  // closes nothing
}

TEST(Spelling, AnOpenQuotationEndsWithItsParagraph) {
  Quotation quotation;
  EXPECT_TRUE(quotation.Covers("``"));
  EXPECT_TRUE(quotation.Covers("no"));
  quotation.StartParagraph();
  EXPECT_FALSE(quotation.Covers("Later"));
}

}  // namespace
}  // namespace dateline
