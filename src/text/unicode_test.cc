#include "text/unicode.h"

#include <gtest/gtest.h>

#include "text/code_points.h"

namespace dateline {
namespace {

TEST(Unicode, DecodesBothWays) {
  const std::string text = "a\u00E9\u20AC\U0001F600";
  EXPECT_EQ(DecodeAt(text, 1).value, 0xE9u);
  EXPECT_EQ(DecodeAt(text, 3).size, 3);
  EXPECT_EQ(DecodeBefore(text, text.size()).value, 0x1F600u);
  EXPECT_EQ(DecodeBefore(text, 3).value, 0xE9u);
}

// The slow, obvious twin of IsValidUtf8: the table of well-formed byte sequences of the Unicode
// standard (3-7).
bool TwinIsValid(const std::string& bytes) {
  const auto in = [&](std::size_t i, int low, int high) {
    return i < bytes.size() && static_cast<unsigned char>(bytes[i]) >= low &&
           static_cast<unsigned char>(bytes[i]) <= high;
  };
  for (std::size_t i = 0; i < bytes.size();) {
    if (in(i, 0, 0x7F))
      i += 1;
    else if (in(i, 0xC2, 0xDF) && in(i + 1, 0x80, 0xBF))
      i += 2;
    else if (in(i, 0xE0, 0xE0) && in(i + 1, 0xA0, 0xBF) && in(i + 2, 0x80, 0xBF))
      i += 3;
    else if (in(i, 0xED, 0xED) && in(i + 1, 0x80, 0x9F) && in(i + 2, 0x80, 0xBF))
      i += 3;
    else if ((in(i, 0xE1, 0xEC) || in(i, 0xEE, 0xEF)) && in(i + 1, 0x80, 0xBF) &&
             in(i + 2, 0x80, 0xBF))
      i += 3;
    else
      return false;
  }
  return true;
}

TEST(Unicode, BrokenBytesAreReplacedOneByOne) {
  EXPECT_EQ(ToValidUtf8("caf\u00E9"), "caf\u00E9");
  EXPECT_EQ(ToValidUtf8("a\xFF\xE2\x80z"), "a\uFFFD\uFFFD\uFFFDz");
}

TEST(Unicode, ValidityAgreesWithItsTwinOnAllTwoByteStringsAndMuchOfThree) {
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; ++b) {
      const std::string two = {static_cast<char>(a), static_cast<char>(b)};
      ASSERT_EQ(IsValidUtf8(two), TwinIsValid(two)) << a << ' ' << b;
      for (int c : {0x00, 0x41, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF}) {
        const std::string three = two + static_cast<char>(c);
        ASSERT_EQ(IsValidUtf8(three), TwinIsValid(three)) << a << ' ' << b << ' ' << c;
      }
    }
  }
}

TEST(Unicode, ABrokenByteReadsAsReplacementOfOneByte) {
  EXPECT_EQ(DecodeAt("\xFF!", 0).value, 0xFFFDu);
  EXPECT_EQ(DecodeAt("\xFF!", 0).size, 1);
  EXPECT_EQ(DecodeAt("\xE2\x82", 0).size, 1);
}

TEST(Unicode, NameKeyFoldsCaseMarksAndPunctuation) {
  EXPECT_EQ(NameKey("Saint-\u00C9tienne"), "saint etienne");
  EXPECT_EQ(NameKey("U.S."), "us");
  EXPECT_EQ(NameKey("  Xi\u2019an  "), "xian");
  EXPECT_EQ(NameKey("Nova\u00A0 Gorica"), "nova gorica");
  EXPECT_EQ(NameKey("\u0130zmir"), "izmir");
  EXPECT_EQ(NameKey(""), "");
}

TEST(Unicode, LowerIsFullAndKeepsOtherScripts) {
  EXPECT_EQ(Lower("\u00C9COLE \u041C\u041E\u0421\u041A\u0412\u0410"),
            "\u00E9cole \u043C\u043E\u0441\u043A\u0432\u0430");
}

TEST(CodePoints, AsciiIsItself) {
  const std::string text(200, 'x');
  const CodePointIndex index(text);
  EXPECT_EQ(index.size(), 200u);
  EXPECT_EQ(index.FromByte(137), 137u);
  EXPECT_EQ(index.ToByte(200), 200u);
}

TEST(CodePoints, RoundTripAtEveryCodePoint) {
  std::string text;
  for (int i = 0; i < 300; ++i)
    text += i % 7 == 0 ? "\u20AC" : i % 5 == 0 ? "\U0001F600" : i % 3 == 0 ? "\u00E9" : "a";
  const CodePointIndex index(text);
  std::uint32_t byte = 0;
  for (std::uint32_t n = 0; n < index.size(); ++n) {
    ASSERT_EQ(index.FromByte(byte), n);
    ASSERT_EQ(index.ToByte(n), byte);
    byte += DecodeAt(text, byte).size;
  }
  EXPECT_EQ(index.FromByte(static_cast<std::uint32_t>(text.size())), index.size());
}

}  // namespace
}  // namespace dateline
