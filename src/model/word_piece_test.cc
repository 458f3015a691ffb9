#include "model/word_piece.h"

#include <gtest/gtest.h>

#include <string>

#include "model/reference.h"

namespace dateline {
namespace {

const WordPiece& Shared() {
  static const Result<WordPiece> kPieces = WordPiece::Open(SharedModel());
  return *kPieces;
}

std::vector<std::uint32_t> IdsOf(std::string_view word) {
  std::vector<std::uint32_t> ids;
  Shared().Append(word, ids);
  return ids;
}

// The pieces in letters: "joseph ##ine".
std::string PiecesOf(std::string_view word) {
  static const std::vector<std::string_view> kVocabulary = [] {
    std::vector<std::string_view> pieces;
    std::string_view text = *SharedModel().Text("vocabulary");
    for (;;) {
      const std::size_t end = text.find('\n');
      pieces.push_back(text.substr(0, end));
      if (end == std::string_view::npos) return pieces;
      text.remove_prefix(end + 1);
    }
  }();
  std::string pieces;
  for (const std::uint32_t id : IdsOf(word)) {
    if (!pieces.empty()) pieces += ' ';
    pieces += kVocabulary[id];
  }
  return pieces;
}

TEST(WordPiece, MakesTheSamePiecesAsTheReference) {
  for (const ReferenceWindow& reference : ReferenceWindows()) {
    std::vector<std::uint32_t> pieces = {Shared().cls()};
    std::vector<std::uint32_t> first;
    std::size_t word = 0;
    for (std::size_t s = 1; s < reference.sentences.size(); s += 2) {
      // One [SEP] more stands before a sentence that opens a paragraph; the words do not say which.
      if (s > 1 && reference.first[word] == pieces.size() + 1) pieces.push_back(Shared().sep());
      for (; word < reference.sentences[s]; ++word) {
        first.push_back(static_cast<std::uint32_t>(pieces.size()));
        Shared().Append(reference.words[word], pieces);
      }
      pieces.push_back(Shared().sep());
    }
    EXPECT_EQ(pieces, reference.pieces) << reference.words[0];
    EXPECT_EQ(first, reference.first);
  }
}

TEST(WordPiece, CutsFromTheLeftIntoTheLongestPieces) {
  EXPECT_EQ(PiecesOf("ferry"), "ferry");
  EXPECT_EQ(PiecesOf("Josephine"), "josephine");
  EXPECT_EQ(PiecesOf("unferryable"), "un ##fer ##rya ##ble");
}

TEST(WordPiece, TakesAccentsAwayAndPunctuationApart) {
  EXPECT_EQ(PiecesOf("C\u00F4te-d'Or"), PiecesOf("cote-d'or"));
  EXPECT_EQ(PiecesOf("cote-d'or"), "cote - d ' or");
  EXPECT_EQ(PiecesOf("Co\u0302te"), "cote");
  EXPECT_EQ(PiecesOf("\u201Cyes\u201D"), "\u201C yes \u201D");
  EXPECT_EQ(PiecesOf("a\u00ADb"), "a b");  // a soft hyphen separates
}

TEST(WordPiece, IdeographsStandAlone) {
  EXPECT_EQ(PiecesOf("\u5317\u4EAC"), "\u5317 \u4EAC");
  EXPECT_EQ(PiecesOf("x\u5317y"), "x \u5317 y");
}

TEST(WordPiece, WhatFitsNothingIsUnknown) {
  EXPECT_EQ(PiecesOf("\U0001F6A2"), "[UNK]");
  EXPECT_EQ(PiecesOf("a\U0001F6A2"), "[UNK]");
  EXPECT_EQ(PiecesOf(""), "[UNK]");
  EXPECT_EQ(PiecesOf("\u0301"), "[UNK]");
  EXPECT_EQ(PiecesOf("\u200B"), "[UNK]");
  EXPECT_EQ(PiecesOf("[CLS]"), "[ cl ##s ]");
}

TEST(WordPiece, ArabicIsSpelledInItsLetters) {
  EXPECT_EQ(PiecesOf("\u0633\u0644\u0627\u0645"), "\u0633 ##\u0644 ##\u0627 ##\u0645");
}

TEST(WordPiece, TakesHundredCharactersAndNotOneMore) {
  EXPECT_NE(PiecesOf(std::string(100, 'a')), "[UNK]");
  EXPECT_EQ(PiecesOf(std::string(101, 'a')), "[UNK]");
  std::string accents;
  for (int i = 0; i < 100; ++i) accents += "\u00E9";
  EXPECT_NE(PiecesOf(accents), "[UNK]");
}

TEST(WordPiece, GivesAtMostTwelvePieces) {
  EXPECT_EQ(IdsOf("www.a.b.c.d.e.f.g.h.i.j").size(), 12U);
  EXPECT_EQ(IdsOf(std::string(1000, '!')).size(), 12U);
}

// A million characters of each kind: done in a moment, or time is not linear.
TEST(WordPiece, LongWordsTakeLinearTime) {
  std::string marks = "a", mixed, soft;
  for (int i = 0; i < 500000; ++i) {
    marks += i % 2 == 0 ? "\u0316" : "\u0301";  // each pair out of canonical order
    mixed += i % 2 == 0 ? "\u00C9" : "\U0001F6A2";
    soft += "\u00AD";
  }
  EXPECT_EQ(PiecesOf(std::string(1000000, 'a')), "[UNK]");
  EXPECT_EQ(PiecesOf(marks), "a");
  EXPECT_EQ(PiecesOf(mixed), "[UNK]");
  EXPECT_EQ(PiecesOf(soft), "[UNK]");
}

TEST(WordPiece, AppendsToWhatIsThere) {
  std::vector<std::uint32_t> ids = {Shared().cls()};
  Shared().Append("\U0001F6A2", ids);
  Shared().Append("ferry", ids);
  ASSERT_EQ(ids.size(), 3U);
  EXPECT_EQ(ids[0], 101U);
  EXPECT_EQ(ids[1], 100U);
}

}  // namespace
}  // namespace dateline
