#include "annotate/cue_lexicon.h"

#include <gtest/gtest.h>

#include <string>

#include "annotate/tokens.h"
#include "base/table.h"

namespace dateline {
namespace {

Document Tokenized(std::string text) {
  auto article = std::make_shared<Article>();
  article->text = std::move(text);
  Document doc(std::move(article));
  TokenAnnotator().Annotate(doc);
  return doc;
}

TEST(CueLexicon, TheTableIsRead) {
  const Table table = Table::Embedded("cues.tsv", 4);
  EXPECT_GT(table.rows().size(), 400u);
}

TEST(CueLexicon, FormsAreFoundByLemmaAndPhrasesAreLongest) {
  const Document doc = Tokenized("Ward pointed out the error and warned of delays.");
  const auto out = CueLexicon::Get().Match(doc, 1);
  ASSERT_FALSE(out.empty());
  EXPECT_EQ(out.front()->words, "point out");
  const auto warn = CueLexicon::Get().Match(doc, 6);
  ASSERT_FALSE(warn.empty());
  EXPECT_EQ(warn.front()->stance, Stance::kHedge);
  EXPECT_TRUE(CueLexicon::Get().Match(doc, 4).empty());  // "error"
}

TEST(CueLexicon, SmallClasses) {
  const Document doc = Tokenized("She has not publicly spoken on Tuesday");
  const CueLexicon& lexicon = CueLexicon::Get();
  EXPECT_TRUE(lexicon.Is(WordClass::kNegation, doc.tokens[2]));
  EXPECT_TRUE(lexicon.Is(WordClass::kTime, doc.tokens[6]));
}

}  // namespace
}  // namespace dateline
