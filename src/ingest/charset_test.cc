#include "ingest/charset.h"

#include <gtest/gtest.h>

#include "ingest/source_map_builder.h"
#include "text/unicode.h"

namespace dateline {
namespace {

using namespace std::string_literals;

TEST(CharsetTest, Utf8StaysAsItIsAndMapsToItself) {
  const DecodedText text = Decode("caf\xC3\xA9 closes", "", {});
  EXPECT_EQ(text.text, "caf\xC3\xA9 closes");
  EXPECT_EQ(text.source_map.SourceOf({3, 5}), (Span{3, 5}));
  EXPECT_TRUE(text.diagnostics.empty());
}

TEST(CharsetTest, ByteOrderMarkIsLeftOutAndShiftsTheMap) {
  const DecodedText text = Decode("\xEF\xBB\xBFTalks", "", {});
  EXPECT_EQ(text.text, "Talks");
  EXPECT_EQ(text.source_map.SourceOf({0, 5}), (Span{3, 8}));
}

TEST(CharsetTest, BrokenUtf8IsReplacedAndNamed) {
  const DecodedText text = Decode("The mayor \xFF said \xE2\x80 no, caf\xC3\xA9s stay", "", {});
  EXPECT_EQ(text.text, "The mayor \uFFFD said \uFFFD no, caf\u00E9s stay");
  ASSERT_EQ(text.diagnostics.size(), 1u);
  EXPECT_EQ(text.diagnostics[0].code, "utf8.replaced");
  ASSERT_EQ(text.diagnostics[0].spans.size(), 2u);
  const Span second = text.diagnostics[0].spans[1];
  EXPECT_EQ(Words(text.text, second), "\uFFFD");
  EXPECT_EQ(text.source_map.SourceOf(second), (Span{17, 19}));
}

TEST(CharsetTest, LoneBrokenBytesInAsciiAreReplacedNotGuessed) {
  EXPECT_EQ(Decode("The vote \xFF\xFF was held", "", {}).charset, "UTF-8");
  EXPECT_EQ(Decode("a cut caf\xC3( sign", "", {}).charset, "UTF-8");
}

TEST(CharsetTest, Windows1252IsFoundByItsQuotesAndLetters) {
  const DecodedText text =
      Decode("\x93We agree,\x94 said Jos\xE9 of S\xE3o Paulo \x97 at last.", "", {});
  EXPECT_EQ(text.charset, "WINDOWS-1252");
  EXPECT_EQ(text.text, "“We agree,” said José of São Paulo — at last.");
  EXPECT_EQ(text.source_map.SourceOf({0, 3}), (Span{0, 1}));
  EXPECT_EQ(text.source_map.SourceOf({3, 11}), (Span{1, 9}));
}

TEST(CharsetTest, DeclaredCharsetIsTaken) {
  EXPECT_EQ(Decode("\xC0\xE1", "windows-1251", {}).text, "Аб");
  EXPECT_EQ(Decode("caf\xE9", "iso-8859-1", {}).text, "café");
  EXPECT_EQ(Decode("caf\xE9", "no-such-charset", {}).text, "caf\uFFFD");
}

TEST(CharsetTest, ValidUtf8WinsOverWhatThePageDeclares) {
  EXPECT_EQ(Decode("caf\xC3\xA9", "iso-8859-1", {}).text, "café");
}

TEST(CharsetTest, Utf16IsReadWithAndWithoutMark) {
  const std::string big = "\xFE\xFF\0K\0y\0i\0v"s;
  EXPECT_EQ(Decode(big, "", {}).text, "Kyiv");
  EXPECT_EQ(Decode(big, "", {}).source_map.SourceOf({1, 2}), (Span{4, 6}));
  EXPECT_EQ(Decode("T\0h\0e\0 \0a\0r\0m\0y\0"s, "", {}).text, "The army");
  EXPECT_EQ(Decode("\xFF\xFE\x3D\xD8\x00\xDE"s, "", {}).text, "\U0001F600");
}

TEST(CharsetTest, Utf32IsReadByItsMark) {
  const DecodedText little = Decode("\xFF\xFE\0\0K\0\0\0\xE9\0\0\0"s, "", {});
  EXPECT_EQ(little.text, "K\u00E9");
  EXPECT_EQ(little.charset, "UTF-32LE");
  EXPECT_EQ(little.source_map.SourceOf({1, 3}), (Span{8, 12}));
  EXPECT_EQ(Decode("\0\0\xFE\xFF\0\0\0K\0\1\xF6\0"s, "", {}).text, "K\U0001F600");
}

TEST(CharsetTest, Iso2022IsToldByItsEscapeSequences) {
  const DecodedText text =
      Decode("Kishida said \x1B$B%3%s%K%A%O\x1B(B, then left.\n\x1B$B%3\x1B(B", "", {});
  EXPECT_EQ(text.charset, "ISO-2022-JP");
  EXPECT_EQ(text.text, "Kishida said \u30B3\u30F3\u30CB\u30C1\u30CF, then left.\n\u30B3");
  EXPECT_TRUE(text.diagnostics.empty());
  EXPECT_EQ(text.source_map.SourceOf({0, 7}), (Span{0, 7}));
  EXPECT_EQ(Decode("red \x1B[31mtext\x1B[0m for $5", "", {}).charset, "UTF-8");
}

TEST(CharsetTest, DeclaredCharsetOfAPage) {
  EXPECT_EQ(DeclaredCharset("<html><meta charset=\"iso-8859-1\">"), "ISO-8859-1");
  EXPECT_EQ(
      DeclaredCharset("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>"),
      "WINDOWS-1251");
  EXPECT_EQ(DeclaredCharset("<p>nothing</p>"), "");
}

// All strings of up to three bytes from a set that has each kind of lead and trail byte: what comes
// out is valid, what was valid is unchanged, and the map covers every byte once.
TEST(CharsetTest, EveryShortStringDecodesToValidUtf8WithAWholeMap) {
  const std::string kinds =
      "a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xED\xEF\xF0\xF3\xF4\xF5\xFF"s;
  for (char a : kinds)
    for (char b : kinds)
      for (char c : kinds) {
        const std::string bytes{a, b, c};
        const DecodedText text = Decode(bytes, "UTF-8", {});
        if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) continue;
        ASSERT_TRUE(IsValidUtf8(text.text));
        if (IsValidUtf8(bytes)) {
          ASSERT_EQ(text.text, bytes);
        }
        std::uint32_t source = 0, target = 0;
        for (const SourcePiece& piece : text.source_map.pieces()) {
          ASSERT_EQ(piece.source_begin, source);
          ASSERT_EQ(piece.text_begin, target);
          source += piece.source_size;
          target += piece.text_size;
        }
        ASSERT_EQ(source, bytes.size());
        ASSERT_EQ(target, text.text.size());
      }
}

TEST(SourceMapBuilderTest, NeighboursJoinAndManyPiecesStayFew) {
  SourceMapBuilder builder({});
  builder.Add(0, 4, {10, 14});
  builder.Add(4, 2, {14, 16});
  builder.Add(6, 1, {16, 21});
  EXPECT_EQ(std::move(builder).Build().map.pieces(),
            (std::vector<SourcePiece>{{0, 6, 10, 6}, {6, 1, 16, 5}}));

  const Limits limits{.source_pieces = 1000};
  SourceMapBuilder many(limits);
  const std::uint32_t n = 1'000'000;
  for (std::uint32_t i = 0; i < n; ++i) many.Add(i, 1, {2 * i, 2 * i + 2});
  const BuiltMap built = std::move(many).Build();
  EXPECT_TRUE(built.coarse);
  EXPECT_LT(built.map.pieces().size(), 1000u + n / 1024 + 2);
  EXPECT_EQ(built.map.SourceOf({500, 501}), (Span{1000, 1002}));
  const Span last = built.map.SourceOf({n - 1, n});
  EXPECT_LE(last.begin, 2 * (n - 1));
  EXPECT_EQ(last.end, 2 * n);
}

std::vector<std::string> CodesOf(const DecodedText& text) {
  std::vector<std::string> codes;
  for (const Diagnostic& diagnostic : text.diagnostics) codes.push_back(diagnostic.code);
  return codes;
}

// "a\xFF" is two pieces of a map and one place.
TEST(CharsetTest, BoundsAtAndBeyondTheLimit) {
  const std::string three =
      "a\xFF"
      "b\xFF"
      "c\xFF";
  Limits limits{.source_pieces = 6, .diagnostic_spans = 3};
  DecodedText text = Decode(three, "UTF-8", limits);
  EXPECT_EQ(CodesOf(text), (std::vector<std::string>{"utf8.replaced"}));
  EXPECT_EQ(text.diagnostics[0].message, "broken UTF-8 was replaced by U+FFFD");
  limits = {.source_pieces = 5, .diagnostic_spans = 2};
  text = Decode(three, "UTF-8", limits);
  EXPECT_EQ(CodesOf(text), (std::vector<std::string>{"utf8.replaced", "source_map.coarse"}));
  EXPECT_EQ(text.diagnostics[0].spans.size(), 2u);
  EXPECT_EQ(text.diagnostics[0].message,
            "broken UTF-8 was replaced by U+FFFD; the first 2 of 3 places");
  EXPECT_EQ(text.source_map.pieces().size(), 5u);
  EXPECT_EQ(text.source_map.SourceOf({0, 1}), (Span{0, 1}));
  EXPECT_EQ(text.source_map.SourceOf({9, 12}), (Span{4, 6}));
}

TEST(SourceMapBuilderTest, ComposeGoesThroughBothMaps) {
  // File "<p>caf\xE9 &amp; bar": the page has 2 bytes for the e, the text one byte for the
  // reference.
  const DecodedText page = Decode("<p>caf\xE9 &amp; bar", "iso-8859-1", {});
  const SourceMap to_page({{0, 6, 3, 6}, {6, 1, 9, 5}, {7, 4, 14, 4}});  // "café & bar"
  const SourceMap to_file = Compose(to_page, page.source_map, {}).map;
  EXPECT_EQ(to_file.SourceOf({0, 5}), (Span{3, 7}));
  EXPECT_EQ(to_file.SourceOf({3, 5}), (Span{6, 7}));
  EXPECT_EQ(to_file.SourceOf({6, 7}), (Span{8, 13}));
  EXPECT_EQ(to_file.SourceOf({8, 11}), (Span{14, 17}));
}

}  // namespace
}  // namespace dateline
