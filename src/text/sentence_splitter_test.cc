#include "text/sentence_splitter.h"

#include <gtest/gtest.h>

#include <string>

#include "text/paragraphs.h"
#include "text/tokenizer.h"

namespace dateline {
namespace {

// The sentences of one paragraph joined by " | ".
std::string Sentences(const std::string& text) {
  const std::vector<Span> tokens = Tokenize(text, {0, static_cast<std::uint32_t>(text.size())});
  const std::vector<std::uint32_t> starts = SentenceStarts(text, tokens);
  std::string joined;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t last = i + 1 < starts.size() ? starts[i + 1] : tokens.size();
    if (i > 0) joined += " | ";
    joined += Words(text, {tokens[starts[i]].begin, tokens[last - 1].end});
  }
  return joined;
}

TEST(SentenceSplitter, StopsMarksAndQuestionsEndSentences) {
  EXPECT_EQ(Sentences("He left. She stayed! Why? Nobody knows."),
            "He left. | She stayed! | Why? | Nobody knows.");
}

TEST(SentenceSplitter, TitlesAndInitialsDoNot) {
  EXPECT_EQ(Sentences("Gen. Juan P. Ramos met Dr. Lee. They talked."),
            "Gen. Juan P. Ramos met Dr. Lee. | They talked.");
}

TEST(SentenceSplitter, AnAbbreviationEndsOneOnlyBeforeASentenceStarter) {
  EXPECT_EQ(Sentences("The U.S. Senate voted. It left the U.S. The bill stays in the U.S. by law."),
            "The U.S. Senate voted. | It left the U.S. | The bill stays in the U.S. by law.");
}

TEST(SentenceSplitter, ClosingMarksBelongToTheSentence) {
  EXPECT_EQ(Sentences("\u201CWe wait.\u201D He sat down. (Nobody else did.) ''Fine.'' They left."),
            "\u201CWe wait.\u201D | He sat down. | (Nobody else did.) | ''Fine.'' | They left.");
}

TEST(SentenceSplitter, AQuestionInsideASentenceGoesOnInLowerCase) {
  EXPECT_EQ(Sentences("\"Who did it?\" the judge asked. No. 10 was silent."),
            "\"Who did it?\" the judge asked. | No. 10 was silent.");
}

TEST(SentenceSplitter, ADatelineIsNoPartOfItsSentence) {
  EXPECT_EQ(Sentences("TROY, N.C., May 3 (Wire) - Two bridges fell. Nobody was hurt."),
            "TROY, N.C., May 3 (Wire) - | Two bridges fell. | Nobody was hurt.");
  EXPECT_EQ(Sentences("Port of Spain (Wire) -- Two bridges fell."),
            "Port of Spain (Wire) -- | Two bridges fell.");
  EXPECT_EQ(Sentences("URGENT - Two bridges fall in a flood near Troy"),
            "URGENT - | Two bridges fall in a flood near Troy");
}

TEST(SentenceSplitter, OtherDashesPartNothing) {
  EXPECT_EQ(Sentences("NATO - which has 32 members - said no."),
            "NATO - which has 32 members - said no.");
  EXPECT_EQ(Sentences("UNICEF - The agency for children - said no."),
            "UNICEF - The agency for children - said no.");
  EXPECT_EQ(Sentences("US - China trade talks have ended."), "US - China trade talks have ended.");
  EXPECT_EQ(Sentences("TALKS OVER - MINISTER"), "TALKS OVER - MINISTER");
  EXPECT_EQ(Sentences("Two bridges - both new - fell on Monday."),
            "Two bridges - both new - fell on Monday.");
  EXPECT_EQ(Sentences("ROSTOV-ON-DON is far."), "ROSTOV-ON-DON is far.");
}

TEST(Paragraphs, BlankLinesPart) {
  const std::string text = "Head\n\nOne. Two.\n \n  Three.\n";
  const std::vector<Span> spans = Paragraphs(text, static_cast<std::uint32_t>(text.size()));
  ASSERT_EQ(spans.size(), 3u);
  EXPECT_EQ(Words(text, spans[0]), "Head");
  EXPECT_EQ(Words(text, spans[2]), "Three.");
}

TEST(Paragraphs, WrappedLinesAreOneParagraphShortOnesAreNot) {
  const std::string text =
      "The ministry said on Monday that the bridge had been closed to\n"
      "traffic until further notice.\n"
      "The mayor left.\n"
      "Nobody followed.";
  const std::vector<Span> spans = Paragraphs(text, static_cast<std::uint32_t>(text.size()));
  ASSERT_EQ(spans.size(), 3u);
  EXPECT_EQ(Words(text, spans[1]), "The mayor left.");
}

TEST(Paragraphs, AnyLineEndWillDo) {
  for (std::string_view end : {"\n", "\r", "\r\n", "\r\r\n"}) {
    std::string text;
    for (std::string_view line : {"It left.", "It came", "back.", "", "It stayed."})
      text.append(line).append(end);
    std::vector<std::string> words;
    for (Span span : Paragraphs(text, static_cast<std::uint32_t>(text.size())))
      words.emplace_back(Words(text, span));
    EXPECT_EQ(words, (std::vector<std::string>{"It left.", "It came" + std::string(end) + "back.",
                                               "It stayed."}));
  }
}

TEST(Paragraphs, NoneInWhiteSpace) { EXPECT_TRUE(Paragraphs(" \n\n\t\n", 5).empty()); }

}  // namespace
}  // namespace dateline
