#include "annotate/conllu.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annotate/annotated_text.h"

namespace dateline {
namespace {

constexpr std::string_view kFile =
    "# sent_id = 1\n"
    "1\tGulls\tgull\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n"
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "2\tdo\tdo\tVERB\tVBP\t_\t0\troot\t_\tSpaceAfter=No\n"
    "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_\n"
    "3.1\tcare\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "\n\n"
    "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\r\n"
    "\n";

Result<std::vector<ConlluSentence>> Sentences(std::string_view file) {
  std::vector<ConlluSentence> sentences;
  std::size_t line = 0;
  while (true) {
    Result<ConlluSentence> next = NextConlluSentence(file, line);
    if (!next) return std::unexpected(next.error());
    if (next->words.empty()) return sentences;
    sentences.push_back(*std::move(next));
  }
}

TEST(Conllu, WordsWithoutRangesAndEmptyNodes) {
  const auto sentences = Sentences(kFile);
  ASSERT_TRUE(sentences.has_value());
  ASSERT_EQ(sentences->size(), 2u);
  EXPECT_EQ((*sentences)[0].words, (std::vector<std::string_view>{"Gulls", "do", "n't"}));
  EXPECT_EQ((*sentences)[0].comments, (std::vector<std::string_view>{"# sent_id = 1"}));
  EXPECT_EQ((*sentences)[1].words, (std::vector<std::string_view>{"Yes"}));
}

TEST(Conllu, WhatIsWrittenIsReadAgain) {
  const auto sentences = Sentences(kFile);
  ASSERT_TRUE(sentences.has_value());
  Document doc = DocumentOf(*sentences);
  TestEncoder().AnnotateSentences(doc);
  std::string written;
  for (const Sentence& sentence : doc.sentences) AppendConllu(doc, sentence, {}, nullptr, written);
  const auto again = Sentences(written);
  ASSERT_TRUE(again.has_value());
  ASSERT_EQ(again->size(), sentences->size());
  for (std::size_t i = 0; i < again->size(); ++i) {
    EXPECT_EQ((*again)[i].words, (*sentences)[i].words);
    EXPECT_EQ((*again)[i].space_after[0], (*sentences)[i].space_after[0]);
  }
}

TEST(Conllu, ABadLineIsNamed) {
  for (const char* bad : {"1\tYes", "no columns", "1\t\tyes\tINTJ\tUH\t_\t0\troot\t_\t_",
                          "1\ta\tb\tc\td\te\tf\tg\th\ti\tj"}) {
    const auto read = Sentences("# one\n\n# two\n" + std::string(bad) + "\n");
    ASSERT_FALSE(read.has_value()) << bad;
    EXPECT_EQ(read.error().code, ErrorCode::kConlluInvalid);
    EXPECT_NE(read.error().where.find("line 4"), std::string::npos) << read.error().where;
  }
}

TEST(Conllu, AnEmptyFileHasNoSentences) {
  EXPECT_EQ(Sentences("")->size(), 0u);
  EXPECT_EQ(Sentences("\n\n# a comment\n")->size(), 0u);
}

}  // namespace
}  // namespace dateline
