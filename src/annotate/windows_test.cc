#include "annotate/windows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "annotate/tokens.h"
#include "base/check.h"
#include "model/model_file.h"

namespace dateline {
namespace {

constexpr std::uint32_t kLimit = 512;  // pieces of the encoder

const WordPiece& Pieces() {
  static const ModelFile file = [] {
    Result<ModelFile> opened = ModelFile::Open(DATELINE_SOURCE_DIR "/models/core.dlm");
    DL_CHECK(opened.has_value());
    return *std::move(opened);
  }();
  static const WordPiece pieces = [] {
    Result<WordPiece> opened = WordPiece::Open(file);
    DL_CHECK(opened.has_value());
    return *std::move(opened);
  }();
  return pieces;
}

Document Tokens(std::string text) {
  auto article = std::make_shared<Article>();
  article->text = std::move(text);
  Document doc(std::move(article));
  TokenAnnotator().Annotate(doc);
  return doc;
}

// Each sentence has five tokens and, with its separator, six pieces.
constexpr std::string_view kSentence = "The cat saw rain. ";

std::string Repeated(std::string_view words, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += words;
  return text;
}

TEST(Windows, SentencesArePackedUntilTheNextDoesNotFit) {
  const Document doc = Tokens(Repeated(kSentence, 5));
  const DocumentWindows windows(doc, Pieces());
  EXPECT_EQ(windows.Pack(12), (std::vector<Range>{{0, 2}, {2, 4}, {4, 5}}));
  EXPECT_EQ(windows.Pack(100), (std::vector<Range>{{0, 5}}));
  EXPECT_EQ(windows.Pack(0).size(), 5u) << "a window a sentence";
}

TEST(Windows, ARunRatherEndsWithAParagraph) {
  const std::string two = Repeated(kSentence, 2);
  const Document doc = Tokens(two + "\n\n" + two + "\n\n" + two);
  const DocumentWindows windows(doc, Pieces());
  EXPECT_EQ(windows.Pack(18), (std::vector<Range>{{0, 2}, {2, 4}, {4, 6}}));
}

TEST(Windows, SeparatorsStandBehindSentencesAndBeforeParagraphs) {
  const Document doc = Tokens(std::string(kSentence) + "\n\n" + std::string(kSentence));
  const DocumentWindows windows(doc, Pieces());
  const Window window = windows.Make({0, static_cast<std::uint32_t>(doc.tokens.size())}, kLimit);
  EXPECT_EQ(window.first.size(), doc.tokens.size());
  EXPECT_EQ(window.pieces.front(), Pieces().cls());
  EXPECT_EQ(std::ranges::count(window.pieces, Pieces().sep()), 3) << "two sentences, a paragraph";
  EXPECT_EQ(window.pieces.size(), window.cases.size());
  EXPECT_EQ(window.pieces.size(), window.quotes.size());
}

TEST(Windows, ASentenceOfFourHundredLongWordsFits) {
  const Document doc = Tokens("We " + Repeated("Zyxwvutsrqp ", 399));
  ASSERT_EQ(doc.sentences.size(), 1u);
  ASSERT_EQ(doc.tokens.size(), 400u);
  const DocumentWindows windows(doc, Pieces());
  EXPECT_EQ(windows.Pack(100).size(), 1u);
  const Window window = windows.Make({0, 400}, kLimit);
  EXPECT_LE(window.pieces.size(), kLimit);
  EXPECT_EQ(window.first.size(), 400u);
}

TEST(Windows, NoSentencesNoWindows) {
  const Document doc = Tokens("");
  EXPECT_TRUE(DocumentWindows(doc, Pieces()).Pack(50).empty());
}

}  // namespace
}  // namespace dateline
