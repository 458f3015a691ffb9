// Sentences of a few words, as headlines and urgents have them, are tagged and parsed as news.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "annotate/annotated_text.h"
#include "annotate/titles.h"

namespace dateline {
namespace {

const Token& At(const Document& doc, std::string_view word) {
  for (const Token& token : doc.tokens)
    if (token.text == word) return token;
  ADD_FAILURE() << "no word " << word;
  return doc.tokens.front();
}

TEST(ShortSentences, TheVerbIsAVerb) {
  for (const auto& [text, verb] :
       {std::pair{"Iran threatened to close the strait.", "threatened"},
        std::pair{"The mayor quit.", "quit"}, std::pair{"Turkey condemned the raid.", "condemned"},
        std::pair{"Russia refused to send troops.", "refused"}}) {
    const Document doc = AnnotatedText(text);
    EXPECT_EQ(At(doc, verb).upos, Upos::kVerb) << text;
    EXPECT_EQ(At(doc, verb).deprel, Deprel::kRoot) << text;
  }
}

TEST(ShortSentences, WhoIsAccusedIsNoSecondSubject) {
  const Document doc = AnnotatedText("China accused Japan of attacking its boats.");
  EXPECT_EQ(At(doc, "China").deprel, Deprel::kNsubj);
  EXPECT_EQ(At(doc, "Japan").deprel, Deprel::kObj);
}

// The parser's slip by hand: title and name both the subject.
TEST(Titles, GoWithTheName) {
  Document doc = AnnotatedText("Foreign Secretary Anna Ward left.");
  ASSERT_EQ(doc.tokens.size(), 6u);
  for (const std::uint32_t i : {1u, 2u}) {
    doc.tokens[i].head = 4;
    doc.tokens[i].deprel = Deprel::kNsubj;
  }
  doc.tokens[3].head = 2;
  HangTitlesFromNames(doc, 0);
  EXPECT_EQ(doc.tokens[1].head, 2u);
  EXPECT_EQ(doc.tokens[1].deprel, Deprel::kNmodDesc);
  EXPECT_EQ(doc.tokens[2].head, 4u);
}

TEST(ShortSentences, AHeadlineInCapitalsIsAnOrder) {
  const Document doc = AnnotatedText("TELL US MORE");
  EXPECT_EQ(At(doc, "TELL").upos, Upos::kVerb);
  EXPECT_EQ(At(doc, "US").upos, Upos::kPron);
}

TEST(ShortSentences, TheDatelineDoesNotGovernTheSentence) {
  const Document doc =
      AnnotatedText("TROY, N.C. (AP) — Police said Monday that a man shot two people.");
  EXPECT_EQ(At(doc, "said").deprel, Deprel::kRoot);
}

}  // namespace
}  // namespace dateline
