#include "ingest/sniff.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

using namespace std::string_literals;

ErrorCode CodeOf(std::string_view head) {
  const Result<InputKind> kind = Sniff(head);
  EXPECT_FALSE(kind.has_value());
  return kind ? ErrorCode::kUsage : kind.error().code;
}

TEST(SniffTest, KnowsWhatItReads) {
  EXPECT_EQ(*Sniff("Flood kills two\n\nTwo people died."), InputKind::kText);
  EXPECT_EQ(*Sniff("  <!DOCTYPE html><p>Hi"), InputKind::kHtml);
  EXPECT_EQ(*Sniff("\xEF\xBB\xBF<HTML lang=en>"), InputKind::kHtml);
  EXPECT_EQ(*Sniff("<?xml version=\"1.0\"?><!-- page --><html>"), InputKind::kHtml);
  EXPECT_EQ(*Sniff("<div class=story>The army said"), InputKind::kHtml);
  EXPECT_EQ(*Sniff("{\"text\": \"a\"}\n{\"text\": \"b\"}\n"), InputKind::kJsonLines);
  EXPECT_EQ(*Sniff("<\0h\0t\0m\0l\0>\0"s), InputKind::kHtml);
}

TEST(SniffTest, TextThatBeginsLikeMarkupStaysText) {
  EXPECT_EQ(*Sniff("<Urgent> Army says it has left the town"), InputKind::kText);
  EXPECT_EQ(*Sniff("{sic} he wrote"), InputKind::kText);
}

TEST(SniffTest, JsonLinesWithADamagedFirstLineAreJsonLines) {
  EXPECT_EQ(*Sniff("oops\n\n{\"text\": \"a\"}\n{\"text\": \"b\"}\n"), InputKind::kJsonLines);
  EXPECT_EQ(*Sniff("\"text\": \"a\"}\n {\"text\": \"b\"}"), InputKind::kJsonLines);
  EXPECT_EQ(*Sniff("oops\n{\"text\": \"" + std::string(kSniffBytes, 'a')), InputKind::kJsonLines);
  EXPECT_EQ(*Sniff("Minister posts code\n\n{\"broken} she wrote.\n"), InputKind::kText);
  EXPECT_EQ(*Sniff("Minister posts code\n\nShe wrote:\n{\"a\": 1}\n"), InputKind::kText);
}

TEST(SniffTest, EmptyAndBinaryAreNamed) {
  EXPECT_EQ(CodeOf(""), ErrorCode::kInputEmpty);
  EXPECT_EQ(CodeOf(" \n\t\r\n"), ErrorCode::kInputEmpty);
  EXPECT_EQ(CodeOf("\x7F"
                   "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0"s),
            ErrorCode::kInputBinary);
  EXPECT_EQ(CodeOf("\x01\x02\x03\x04\x05\x06 noise"), ErrorCode::kInputBinary);
}

TEST(SniffTest, RefusesOtherFormatsWithTheRemedy) {
  for (const std::string& head : {"%PDF-1.7\n%\xE2\xE3"s, "PK\x03\x04\x14\0"s, "\x89PNG\r\n\x1A\n"s,
                                  "{\\rtf1\\ansi"s, "\xD0\xCF\x11\xE0\xA1\xB1"s}) {
    const Result<InputKind> kind = Sniff(head);
    ASSERT_FALSE(kind);
    EXPECT_EQ(kind.error().code, ErrorCode::kInputUnsupported);
    EXPECT_NE(kind.error().message.find("convert it to text or HTML first"), std::string::npos);
  }
  for (std::string_view head :
       {"\x1F\x8B\x08", "<?xml version='1.0'?><rss version='2.0'>",
        "<feed xmlns='http://www.w3.org/2005/Atom'>", "WARC/1.0\r\n",
        "<?xml version='1.0'?><newsItem>", "[{\"text\": \"a\"}]", "{\n  \"text\": \"a\"\n}\n"})
    EXPECT_EQ(CodeOf(head), ErrorCode::kInputUnsupported) << head;
  EXPECT_EQ(CodeOf("\xFF\xFE{\0\"\0t\0\"\0:\0\"\0a\0\"\0}\0\n\0"s), ErrorCode::kInputUnsupported);
}

}  // namespace
}  // namespace dateline
