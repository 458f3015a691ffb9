#include "annotate/name_use.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "annotate/annotated_text.h"
#include "annotate/name_context.h"

namespace dateline {
namespace {

// How the text uses the name `words`, which is taken for one that may act.
NameUse Use(std::string text, std::string_view words, float confidence = 0.8F) {
  const Document doc = AnnotatedText(std::move(text), Limits{});
  const std::size_t at = doc.text().find(words);
  const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  return NameUseOf(doc, {span, doc.TokensIn(span), NameKind::kGeopolitical, confidence, 0});
}

TEST(NameUse, WhoDoesOrGetsSomethingActs) {
  EXPECT_EQ(Use("Kenya closed the border on Monday.", "Kenya"), NameUse::kActs);
  EXPECT_EQ(Use("Nairobi said that the border was open.", "Nairobi"), NameUse::kActs);
  EXPECT_EQ(Use("The border was closed by Kenya.", "Kenya"), NameUse::kActs);
  EXPECT_EQ(Use("Oslo gave Kenya two ships.", "Kenya"), NameUse::kActs);
  EXPECT_EQ(Use("Oslo imposed new sanctions against Kenya.", "Kenya"), NameUse::kActs);
  EXPECT_EQ(Use("The minister accused Kenya of theft.", "Kenya"), NameUse::kActs);
  EXPECT_EQ(Use("Uganda and Kenya closed the border.", "Kenya"), NameUse::kActs);
}

TEST(NameUse, WhoHasTroopsOrAMinistryActs) {
  EXPECT_EQ(Use("Kenya's army crossed the river.", "Kenya"), NameUse::kActs);
  EXPECT_EQ(Use("The president of Kenya resigned.", "Kenya"), NameUse::kActs);
}

TEST(NameUse, APrepositionOfPlaceSaysWhere) {
  EXPECT_EQ(Use("Three people died in Kenya.", "Kenya", 0.99F), NameUse::kWhere);
  EXPECT_EQ(Use("Rain fell across northern Kenya.", "Kenya", 0.99F), NameUse::kWhere);
  EXPECT_EQ(Use("NAIROBI, March 4 (Wire) - The border is open.", "NAIROBI", 0.99F),
            NameUse::kWhere);
}

TEST(NameUse, WhereOneComesFromOrGoesToIsAPlace) {
  EXPECT_EQ(Use("The ship sailed from Kenya on Monday.", "Kenya", 0.99F), NameUse::kWhere);
  EXPECT_EQ(Use("It was his first visit to Kenya.", "Kenya", 0.99F), NameUse::kWhere);
  EXPECT_EQ(Use("They demanded an apology from Kenya.", "Kenya", 0.99F), NameUse::kActs);
}

TEST(NameUse, WhatAStateIsOrHasIsOfTheMapToo) {
  EXPECT_EQ(Use("Kenya has 47 counties.", "Kenya", 0.99F), NameUse::kBoth);
  EXPECT_EQ(Use("Kenya is a large market.", "Kenya", 0.99F), NameUse::kBoth);
  EXPECT_EQ(Use("Kenya is ready to talk.", "Kenya", 0.99F), NameUse::kActs);
}

TEST(NameUse, ATownWithoutAGovernmentStaysAPlace) {
  EXPECT_EQ(Use("Siversk refused to surrender.", "Siversk", 0.99F), NameUse::kBoth);
  EXPECT_EQ(Use("They spoke about Siversk.", "Siversk"), NameUse::kWhere);
}

TEST(NameUse, InDoubtItIsBoth) {
  EXPECT_EQ(Use("They spoke about Kenya.", "Kenya", 0.6F), NameUse::kBoth);
  EXPECT_EQ(Use("They spoke about Kenya.", "Kenya", 0.99F), NameUse::kActs);
}

TEST(NameUse, ANationalityStandsBeforeWhoActs) {
  const Document doc = AnnotatedText("Three U.S. officials left. U.S. wheat is cheap.", Limits{});
  ASSERT_EQ(doc.tokens[1].text, "U.S.");
  EXPECT_TRUE(IsModifier(doc, {1, 2}));
  ASSERT_EQ(doc.tokens[5].text, "U.S.");
  EXPECT_FALSE(IsModifier(doc, {5, 6}));
}

}  // namespace
}  // namespace dateline
