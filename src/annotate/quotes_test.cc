#include "annotate/quotes.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "annotate/tokens.h"

namespace dateline {
namespace {

Document Annotated(std::string text) {
  auto article = std::make_shared<Article>();
  article->text = std::move(text);
  Document doc(std::move(article));
  TokenAnnotator().Annotate(doc);
  QuoteAnnotator().Annotate(doc);
  return doc;
}

std::vector<std::string> QuotesIn(const Document& doc) {
  std::vector<std::string> found;
  for (const Quote& quote : doc.quotes) found.emplace_back(doc.Words(quote.span));
  return found;
}
std::vector<std::string> QuotesIn(std::string text) { return QuotesIn(Annotated(std::move(text))); }

bool Unbalanced(const Document& doc) {
  for (const Diagnostic& diagnostic : doc.diagnostics)
    if (diagnostic.code == "quotes.unbalanced") return true;
  return false;
}

using Strings = std::vector<std::string>;

TEST(Quotes, StraightAndCurlyMarksArePaired) {
  EXPECT_EQ(QuotesIn("\"We are leaving,\" Okoro said. \"We will be back.\""),
            (Strings{"\"We are leaving,\"", "\"We will be back.\""}));
  EXPECT_EQ(QuotesIn("“We are leaving,” Okoro said. “We will be back.”"),
            (Strings{"“We are leaving,”", "“We will be back.”"}));
}

TEST(Quotes, OneQuoteMaySpanSentences) {
  EXPECT_EQ(QuotesIn("“The dam held. The town is dry,” the mayor said."),
            (Strings{"“The dam held. The town is dry,”"}));
}

TEST(Quotes, TwoApostrophesAreADoubleMark) {
  EXPECT_EQ(QuotesIn("''The workers' pay isn't late,'' she said. ``Ask them,'' he said."),
            (Strings{"''The workers' pay isn't late,''", "``Ask them,''"}));
}

TEST(Quotes, BritishSinglesAreToldFromApostrophes) {
  EXPECT_EQ(QuotesIn("'The workers' rights don't matter to them,' she said in the '90s."),
            (Strings{"'The workers' rights don't matter to them,'"}));
  EXPECT_EQ(QuotesIn("He called it ‘a farmers’ revolt’ and it wasn’t."),
            (Strings{"‘a farmers’ revolt’"}));
  EXPECT_EQ(QuotesIn("The players' union and the owners' club don't talk. Tell 'em that."),
            Strings{});
}

TEST(Quotes, MarksInsideMarksAreWords) {
  EXPECT_EQ(QuotesIn("“He told us ‘no’ and she told us “maybe” later,” Ruiz said."),
            (Strings{"“He told us ‘no’ and she told us “maybe” later,”"}));
  EXPECT_EQ(QuotesIn("'They shouted \"fire\" at us,' she said."),
            (Strings{"'They shouted \"fire\" at us,'"}));
}

TEST(Quotes, MultiParagraphQuotationHasOneCloseAndContinues) {
  const Document doc = Annotated(
      "“The first winter was hard.\n\n“The second was worse,” Lund said.\n\n“Spring came late.”");
  ASSERT_EQ(doc.quotes.size(), 3u);
  EXPECT_FALSE(doc.quotes[0].closed);
  EXPECT_FALSE(doc.quotes[0].continues);
  EXPECT_TRUE(doc.quotes[1].continues);
  EXPECT_FALSE(doc.quotes[2].continues);
  EXPECT_FALSE(Unbalanced(doc));
}

TEST(Quotes, AnOddNumberOfMarksIsRepairedAndReported) {
  const Document doc = Annotated("He said \"we go home. She stayed. \"I like it here,\" she said.");
  EXPECT_EQ(QuotesIn(doc), (Strings{"\"we go home.", "\"I like it here,\""}));
  EXPECT_TRUE(Unbalanced(doc));
}

TEST(Quotes, ALostOpeningMarkBeginsWithTheSentence) {
  const Document doc = Annotated("It rained. We will wait,\" the pilot said.");
  EXPECT_EQ(QuotesIn(doc), (Strings{"We will wait,\""}));
  EXPECT_TRUE(Unbalanced(doc));
}

TEST(Quotes, AnOpenMarkEndsWithItsParagraph) {
  const Document doc = Annotated("“The bridge is closed, the ministry said.\n\nTraffic was heavy.");
  EXPECT_EQ(QuotesIn(doc), (Strings{"“The bridge is closed, the ministry said."}));
  EXPECT_FALSE(doc.quotes[0].closed);
  EXPECT_TRUE(Unbalanced(doc));
}

TEST(Quotes, InchesAreNoQuotation) {
  EXPECT_EQ(QuotesIn("The gunman, 6'2\" tall, ran."), Strings{});
}

TEST(Quotes, ScareQuotesAndTitlesAreFlagged) {
  const auto scare = [](std::string text) {
    const Document doc = Annotated(std::move(text));
    EXPECT_EQ(doc.quotes.size(), 1u) << doc.text();
    return !doc.quotes.empty() && doc.quotes[0].scare;
  };
  EXPECT_TRUE(scare("The \"ceasefire\" lasted an hour."));
  EXPECT_TRUE(scare("Her novel \"A House by the River\" sold well."));
  EXPECT_FALSE(scare("\"Yes,\" he said."));
  EXPECT_FALSE(scare("The crowd answered: \"No.\""));
  EXPECT_FALSE(scare("He called the plan \"a gift to every smuggler in the country\"."));
}

TEST(Quotes, AStormOfMarksIsLinear) {
  for (const char* piece :
       {"\"", "'", "“", "” ", "'' ", " '", " \"a", " 's", "' \"", " 'a \"b", "\" \n\n"}) {
    std::string storm;
    for (int i = 0; i < 100'000; ++i) storm += piece;
    const Document doc = Annotated(std::move(storm));
    for (std::size_t i = 0; i < doc.quotes.size(); ++i) {
      ASSERT_LE(doc.quotes[i].span.end, doc.text().size());
      if (i == 0) continue;
      ASSERT_LE(doc.quotes[i - 1].span.end, doc.quotes[i].span.begin);
    }
  }
}

}  // namespace
}  // namespace dateline
