#include "ingest/jsonl.h"

#include <gtest/gtest.h>

#include "ingest/article_id.h"
#include "ingest/json.h"

namespace dateline {
namespace {

Result<Article> Read(std::string_view line, JsonSchema schema = JsonSchema::kAuto) {
  UnreadFields unread;
  return ReadJsonLine(line, schema, "reports.jsonl:17", {}, unread);
}

ErrorCode CodeOf(std::string_view line, JsonSchema schema = JsonSchema::kAuto) {
  const Result<Article> article = Read(line, schema);
  EXPECT_FALSE(article.has_value()) << line;
  if (article) return ErrorCode::kUsage;
  EXPECT_EQ(article.error().where, "reports.jsonl:17");
  return article.error().code;
}

TEST(JsonlTest, OursKeepsTheTextByteForByte) {
  const Result<Article> article = Read(
      R"({"id":"x1","url":"http://a.example/1","title":"Talks","published":"20230219","text":" A\u00e9\n\tb \ud83d\ude00 ","publisher":"The Post"})");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, " A\u00E9\n\tb \U0001F600 ");
  EXPECT_EQ(article->given_id, "x1");
  EXPECT_EQ(article->published, "2023-02-19");
  EXPECT_EQ(article->publisher, "The Post");
  EXPECT_EQ(article->source, "reports.jsonl:17");
  EXPECT_EQ(article->id, ArticleId(*article));
  EXPECT_EQ(article->source_sha256.size(), 64u);
}

TEST(JsonlTest, ReadsNgecAndZyte) {
  const Result<Article> ngec = Read(
      R"({"id":7,"date":"2022-06-01","event_text":"They met.","publisher":"P","headline":"H"})");
  ASSERT_TRUE(ngec);
  EXPECT_EQ(ngec->text, "They met.");
  EXPECT_EQ(ngec->title, "H");
  EXPECT_EQ(ngec->given_id, "7");
  const Result<Article> zyte = Read(
      R"({"url":"u","headline":"H","datePublished":"2022-06-01T10:00:00Z","articleBody":"They met.","inLanguage":"en"})");
  ASSERT_TRUE(zyte);
  EXPECT_EQ(zyte->published, "2022-06-01T10:00:00Z");
  EXPECT_EQ(zyte->language, "en");
}

TEST(JsonlTest, SchemaForcesWhichFieldIsTheText) {
  const std::string line = R"({"text":"ours","articleBody":"theirs"})";
  EXPECT_EQ(Read(line)->text, "ours");
  EXPECT_EQ(Read(line, JsonSchema::kZyte)->text, "theirs");
  EXPECT_EQ(CodeOf(line, JsonSchema::kNgec), ErrorCode::kJsonNoText);
  EXPECT_EQ(JsonSchemaOf("ngec"), JsonSchema::kNgec);
  EXPECT_EQ(JsonSchemaOf("else"), std::nullopt);
}

TEST(JsonlTest, FieldsOfNoSchemaAreNamedOnceWithTheirFirstLine) {
  UnreadFields unread;
  const auto read = [&](std::string_view line, const std::string& where) {
    ASSERT_TRUE(ReadJsonLine(line, JsonSchema::kAuto, where, {}, unread)) << line;
  };
  read(R"({"id":"1","text":"They met.","title":"T","published":null})", "a.jsonl:1");
  EXPECT_EQ(unread.Sentence(), "");
  read(R"({"text":"They met.","date":"2024-05-03","tags":{"title":["x"]},"html":""})", "a.jsonl:2");
  read(R"({"text":"They met.","date":"2024-05-04","by":"Roe"})", "a.jsonl:3");
  EXPECT_EQ(unread.Sentence(),
            "fields that are not read: \"date\" (first at a.jsonl:2), \"tags\" (first at "
            "a.jsonl:2), \"by\" (first at a.jsonl:3); read are id, text, html, title, published, "
            "url, publisher, language, section");
  for (int i = 0; i < 9; ++i)
    read(R"({"text":"They met.","n)" + std::to_string(i) + R"(":0})", "a.jsonl:4");
  EXPECT_NE(unread.Sentence().find("\"n4\" (first at a.jsonl:4) and more; read are"),
            std::string::npos);
  EXPECT_EQ(unread.Sentence().find("n5"), std::string::npos);
}

TEST(JsonlTest, HtmlFieldIsReadAsAPage) {
  const Result<Article> article = Read(
      R"({"id":"p","html":"<title>T</title><p>The army said on Monday that it had left the town.</p>","title":"Given"})");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, "The army said on Monday that it had left the town.");
  EXPECT_EQ(article->title, "Given");
}

TEST(JsonlTest, BadLinesAreNamed) {
  EXPECT_EQ(CodeOf("{\"text\": \"cut"), ErrorCode::kJsonInvalid);
  EXPECT_EQ(CodeOf("no json"), ErrorCode::kJsonInvalid);
  EXPECT_EQ(CodeOf("[1,2]"), ErrorCode::kJsonInvalid);
  EXPECT_EQ(CodeOf("{\"text\": \"bad \xFF\"}"), ErrorCode::kJsonInvalid);
  EXPECT_EQ(CodeOf(std::string(5000, '[')), ErrorCode::kJsonInvalid);
  EXPECT_EQ(CodeOf("{\"title\": \"T\"}"), ErrorCode::kJsonNoText);
  EXPECT_EQ(CodeOf("{\"text\": \"  \"}"), ErrorCode::kJsonNoText);
  EXPECT_EQ(CodeOf("{\"text\": 5.5}"), ErrorCode::kJsonNoText);
  EXPECT_EQ(CodeOf(R"({"text":"a","published":"soon"})"), ErrorCode::kDateInvalid);
  EXPECT_EQ(CodeOf(R"({"text":"a","published":"2023-02-30"})"), ErrorCode::kDateInvalid);
  EXPECT_TRUE(Read(R"({"text":"a","published":""})"));
  EXPECT_TRUE(Read(R"({"text":"a","published":null})"));
}

std::string MessageOf(std::string_view line) {
  const Result<Article> article = Read(line);
  return article ? "" : ErrorId(article.error().code) + " " + article.error().message;
}

TEST(JsonlTest, TextMustBeAString) {
  EXPECT_EQ(MessageOf(R"({"text": 5})"), "DL-1106 \"text\" must be a string");
  EXPECT_EQ(MessageOf(R"({"text": ["a"]})"), "DL-1106 \"text\" must be a string");
  EXPECT_EQ(MessageOf(R"({"html": {}})"), "DL-1106 \"html\" must be a string");
  EXPECT_EQ(MessageOf(R"({"text": ""})"), "DL-1106 \"text\" is empty");
  EXPECT_EQ(Read(R"({"text": 5, "articleBody": "They met."})")->text, "They met.");
  EXPECT_EQ(CodeOf(R"({"": "no member has no name"})", JsonSchema::kNgec), ErrorCode::kJsonNoText);
}

TEST(JsonlTest, DateThatIsNoneSaysWhatIsMissing) {
  EXPECT_EQ(MessageOf(R"({"text":"a","published":"2024-05"})"),
            "DL-1107 \"2024-05\"; the day is needed: write it like 2024-05-03");
  EXPECT_EQ(MessageOf(R"({"text":"a","published":"soon"})"),
            "DL-1107 \"soon\"; write it like 2024-05-03");
  EXPECT_EQ(MessageOf(R"({"text":"a","published":{"day":3}})"),
            "DL-1107 it is no date; write it like 2024-05-03");
  EXPECT_EQ(Read(R"({"text":"a","published":20240503})")->published, "2024-05-03");
  EXPECT_EQ(Read(R"({"text":"a","published":"May 5 2024"})")->published, "2024-05-05");
}

TEST(JsonlTest, LineAtTheLimitIsReadAndBeyondItRefused) {
  const std::string line = R"({"text":"They met."})";
  Limits limits;
  limits.input_bytes = line.size();
  UnreadFields unread;
  EXPECT_TRUE(ReadJsonLine(line, JsonSchema::kAuto, "x:1", limits, unread));
  limits.input_bytes = line.size() - 1;
  const Result<Article> article = ReadJsonLine(line, JsonSchema::kAuto, "x:1", limits, unread);
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().code, ErrorCode::kInputTooLarge);
}

TEST(JsonlTest, GivenIdOfALineThatFailed) {
  EXPECT_EQ(GivenIdOf(R"({"id":"a9","published":"soon"})"), "a9");
  EXPECT_EQ(GivenIdOf("{"), "");
}

TEST(ArticleIdTest, DependsOnWhatTheReportSaysAlone) {
  Article a;
  a.text = "They met.";
  a.source = "one";
  Article b = a;
  b.source = "two";
  EXPECT_EQ(ArticleId(a), ArticleId(b));
  EXPECT_EQ(ArticleId(a).size(), 16u);
  b.title = "They";
  EXPECT_NE(ArticleId(a), ArticleId(b));
}

TEST(JsonTest, ValuesStandInDocumentOrderWithTheirEnds) {
  const Result<JsonDocument> json = JsonDocument::Parse(R"({"a":[1,{"b":"x"}],"c":null})");
  ASSERT_TRUE(json);
  ASSERT_EQ(json->values().size(), 6u);
  EXPECT_EQ((*json)[0].end, 6u);
  const std::uint32_t a = json->Member(0, "a");
  EXPECT_EQ((*json)[a].end, 5u);
  EXPECT_EQ((*json)[a + 1].text, "1");
  EXPECT_EQ(json->Text(a + 2, "b"), "x");
  EXPECT_EQ((*json)[json->Member(0, "c")].kind, JsonKind::kNull);
  EXPECT_EQ(json->Member(0, "none"), 0u);
}

}  // namespace
}  // namespace dateline
