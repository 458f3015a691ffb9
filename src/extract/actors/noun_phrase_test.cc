#include "extract/actors/noun_phrase.h"

#include <gtest/gtest.h>

#include <string>

#include "extract/actors/actors_fixture.h"

namespace dateline {
namespace {

std::string Starting(const char* text, const char* word) {
  const Document doc = ReadWithNames(text);
  const NounPhrase phrase = NounPhraseStartingAt(doc, TokenIn(doc, word));
  return phrase.empty() ? "" : std::string(doc.Words(doc.SpanOf(phrase.tokens)));
}

std::string Ending(const char* text, const char* words) {
  const Document doc = ReadWithNames(text);
  const NounPhrase phrase = NounPhraseEndingAt(doc, doc.TokensIn(SpanIn(doc, words)).last - 1);
  return phrase.empty() ? "" : std::string(doc.Words(doc.SpanOf(phrase.tokens)));
}

TEST(NounPhraseStartingAt, CoreAndComplements) {
  EXPECT_EQ(Starting("He told a senior official of the ministry that it rained.", "a senior"),
            "a senior official of the ministry");
  EXPECT_EQ(Starting("So said a spokesman for the Kremlin on Monday.", "a spokesman"),
            "a spokesman for the Kremlin");
  EXPECT_EQ(Starting("So said the minister on Monday.", "the minister"), "the minister");
}

TEST(NounPhraseStartingAt, TouchingApposition) {
  EXPECT_EQ(Starting("So said Wang Shen, China's top diplomat, on Monday.", "Wang"),
            "Wang Shen, China's top diplomat");
  EXPECT_EQ(Starting("So said the group's founder, Lina Osei.", "the group"),
            "the group's founder, Lina Osei");
}

TEST(NounPhraseStartingAt, AListIsNoApposition) {
  EXPECT_EQ(Starting("He met Lena Holm, Omar Diallo and others.", "Lena"), "Lena Holm");
}

TEST(NounPhraseStartingAt, EndsBeforeVerbAndTime) {
  EXPECT_EQ(Starting("Police stormed the hall.", "Police"), "Police");
  EXPECT_EQ(Starting("Ukrainian troops shelled Russian forces.", "Ukrainian"), "Ukrainian troops");
  EXPECT_EQ(Starting("Smith Tuesday denied it.", "Smith"), "Smith");
}

TEST(NounPhraseStartingAt, CountsWithTheirAdverbsAndNoComplementsOfTheVerb) {
  EXPECT_EQ(Starting("At least 19 people were hurt.", "At"), "At least 19 people");
  EXPECT_EQ(Starting("He charged her brother with bribery.", "her brother"), "her brother");
}

TEST(NounPhraseStartingAt, PronounStandsAlone) {
  const Document doc = ReadWithNames("They left the town.");
  EXPECT_TRUE(NounPhraseStartingAt(doc, 0).pronoun);
  EXPECT_EQ(NounPhraseStartingAt(doc, 0).tokens.size(), 1u);
}

TEST(NounPhraseStartingAt, NothingAtAVerb) {
  EXPECT_EQ(Starting("He said it rained.", "said"), "");
}

TEST(NounPhraseEndingAt, GoesBackToTheDeterminer) {
  EXPECT_EQ(Ending("On Monday the president of Chad said it rained.", "Chad"),
            "the president of Chad");
  EXPECT_EQ(Ending("In Moscow Lena Holm said it rained.", "Holm"), "Lena Holm");
  EXPECT_EQ(Ending("The US Secretary of State Ann Reed said no.", "Reed"),
            "The US Secretary of State Ann Reed");
}

TEST(NounPhraseEndingAt, CommaClosesAnApposition) {
  EXPECT_EQ(Ending("Wang Shen, China's top diplomat, said no.", "diplomat,"),
            "Wang Shen, China's top diplomat");
}

TEST(NounPhraseEndingAt, RelativeClauseStaysOut) {
  EXPECT_EQ(Ending("Lena Holm, who leads the party, said no.", "party,"), "Lena Holm");
}

TEST(NounPhraseOf, HeadOfTheCore) {
  const Document doc = ReadWithNames("A senior official of the Kenyan health ministry said no.");
  const NounPhrase phrase =
      NounPhraseOf(doc, SpanIn(doc, "A senior official of the Kenyan health ministry"));
  EXPECT_EQ(doc.tokens[phrase.head].text, "official");
  EXPECT_EQ(phrase.tokens.size(), 8u);
}

TEST(NounPhraseAround, FromTheHead) {
  const Document doc = ReadWithNames("They met a senior official of the ministry.");
  const NounPhrase phrase = NounPhraseAround(doc, TokenIn(doc, "official"));
  EXPECT_EQ(doc.Words(doc.SpanOf(phrase.tokens)), "a senior official of the ministry");
}

TEST(NounPhrase, OutsideTheDocument) {
  const Document doc = ReadWithNames("");
  EXPECT_TRUE(NounPhraseStartingAt(doc, 0).empty());
  EXPECT_TRUE(NounPhraseEndingAt(doc, 7).empty());
  EXPECT_EQ(NameAt(doc, 3), 0u);
}

}  // namespace
}  // namespace dateline
