#include "annotate/tokens.h"

#include <gtest/gtest.h>

#include <chrono>

namespace dateline {
namespace {

Document Annotated(std::string text, const Limits& limits = {}) {
  auto article = std::make_shared<Article>();
  article->text = std::move(text);
  Document doc(article);
  TokenAnnotator(limits).Annotate(doc);
  return doc;
}

TEST(Tokens, KnowTheirSentenceShapeAndSpace) {
  const Document doc = Annotated("Envoys left.\n\nNATO's 3,000 men stayed.");
  ASSERT_EQ(doc.tokens.size(), 9u);
  EXPECT_EQ(doc.tokens[3].text, "NATO");
  EXPECT_EQ(doc.tokens[3].shape, Shape::kUpper);
  EXPECT_EQ(doc.tokens[3].sentence, 1u);
  EXPECT_FALSE(doc.tokens[4].space_before);  // 's
  EXPECT_EQ(doc.tokens[5].shape, Shape::kNumber);
  EXPECT_EQ(doc.sentences[1].paragraph, 1u);
}

TEST(Tokens, TheFirstLineWithoutAStopIsAHeadline) {
  EXPECT_TRUE(Annotated("Talks fail in Oslo\n\nThe talks failed.").sentences[0].headline);
  EXPECT_FALSE(Annotated("The talks failed.\n\nNobody spoke.").sentences[0].headline);
  EXPECT_FALSE(Annotated("Only one line").sentences[0].headline);
}

TEST(Tokens, ALongSentenceIsCutWithADiagnostic) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "word ";
  const Document doc = Annotated(text);
  EXPECT_EQ(doc.sentences.size(), 3u);
  ASSERT_EQ(doc.diagnostics.size(), 1u);
  EXPECT_EQ(doc.diagnostics[0].code, "sentence.split");
}

TEST(Tokens, SentenceLimitAtBelowAndAbove) {
  Limits limits;
  limits.sentence_tokens = 5;
  EXPECT_EQ(Annotated("a b c d", limits).sentences.size(), 1u);
  EXPECT_EQ(Annotated("a b c d e", limits).sentences.size(), 1u);
  EXPECT_EQ(Annotated("a b c d e f", limits).sentences.size(), 2u);
}

TEST(Tokens, TextLimitAtBelowAndAbove) {
  Limits limits;
  limits.text_code_points = 6;
  EXPECT_TRUE(Annotated("\u00E9\u00E9 \u00E9\u00E9", limits).diagnostics.empty());
  EXPECT_TRUE(Annotated("\u00E9\u00E9 \u00E9\u00E9\u00E9", limits).diagnostics.empty());
  const Document doc = Annotated("\u00E9\u00E9 \u00E9\u00E9\u00E9\u00E9", limits);
  ASSERT_EQ(doc.diagnostics.size(), 1u);
  EXPECT_EQ(doc.diagnostics[0].code, "text.truncated");
  EXPECT_EQ(doc.tokens.back().text, "\u00E9\u00E9\u00E9");
}

TEST(Tokens, NothingInNothing) {
  EXPECT_TRUE(Annotated("").tokens.empty());
  EXPECT_TRUE(Annotated(" \n \t").sentences.empty());
}

TEST(Document, TokensInCoversPartlyTouchedOnes) {
  const Document doc = Annotated("One two three.");
  EXPECT_EQ(doc.TokensIn({2, 5}), (Range{0, 2}));
  EXPECT_EQ(doc.TokensIn({3, 4}), (Range{1, 1}));
  EXPECT_EQ(doc.SpanOf({1, 3}), (Span{4, 13}));
}

// T(4n) / T(n) stays near 4; a quadratic pass would give 16.
TEST(Tokens, LinearWithoutAFullStop) {
  const auto seconds = [](std::size_t words) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i) text += "a\u00E9 ";
    const auto begin = std::chrono::steady_clock::now();
    Annotated(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  seconds(1000);
  const double small = seconds(20000);
  EXPECT_LT(seconds(80000) / small, 9);
}

}  // namespace
}  // namespace dateline
