#include "ingest/plain.h"

#include <gtest/gtest.h>

#include "ingest/credits.h"

namespace dateline {
namespace {

TEST(PlainTest, TextIsNotChangedAndTheFirstLineIsTheHeadline) {
  const std::string text =
      "  Ministers meet on river treaty\n\nKYIV, March 3, 2024 (Wire) - They met.\n\n- with DPA\n";
  const Result<Article> article = ReadPlain(text, {});
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, text);
  EXPECT_EQ(article->title, "Ministers meet on river treaty");
  EXPECT_EQ(article->published, "2024-03-03");
  EXPECT_EQ(article->credits, std::vector<std::string>{"DPA"});
  EXPECT_EQ(article->source_map.SourceOf({2, 11}), (Span{2, 11}));
}

TEST(PlainTest, LinesMayEndInABareCarriageReturn) {
  for (const char* end : {"\r", "\r\n", "\r\r\n"}) {
    std::string text;
    for (const char* line :
         {"Ferry sails again", "", "KISUMU, March 3, 2024 (Wire) - It left.", "", "- with DPA", ""})
      text.append(line).append(end);
    const Result<Article> article = ReadPlain(text, {});
    ASSERT_TRUE(article);
    EXPECT_EQ(article->text, text);
    EXPECT_EQ(article->title, "Ferry sails again");
    EXPECT_EQ(article->published, "2024-03-03");
    EXPECT_EQ(article->credits, std::vector<std::string>{"DPA"});
  }
}

TEST(PlainTest, HeadlineNeedsABlankLineOrToBeShortWithoutAStop) {
  EXPECT_EQ(HeadlineOf("Talks resume\nThe two sides met again on Monday."), "Talks resume");
  EXPECT_EQ(HeadlineOf("The two sides met again.\nThey will meet on Monday."), "");
  EXPECT_EQ(HeadlineOf("\n\nIs it over?\n\nNobody knows."), "Is it over?");
  EXPECT_EQ(HeadlineOf("The army said it had left the town."), "");
  EXPECT_EQ(HeadlineOf(""), "");
}

TEST(PlainTest, DatelineDateNeedsCapitalsAndAYear) {
  EXPECT_EQ(DatelineDate("KYIV, Ukraine, March 3, 2024 (Wire) - Text"), "2024-03-03");
  EXPECT_EQ(DatelineDate("Headline\n\nMEXICO CITY, 3 March 2024 - Text"), "2024-03-03");
  EXPECT_EQ(DatelineDate("KYIV, March 3 (Wire) - Text"), "");
  EXPECT_EQ(DatelineDate("On Sunday, March 3, 2024 they met."), "");
}

TEST(PlainTest, NothingButWhiteSpaceIsEmpty) {
  ASSERT_FALSE(ReadPlain(" \n\t", {}));
  EXPECT_EQ(ReadPlain(" \n\t", {}).error().code, ErrorCode::kInputEmpty);
}

TEST(CreditsTest, CreditLineIsMadeOfAgenciesAlone) {
  const auto credits = [](const std::string& line) {
    return CreditsOf("Head\n\nBody text here.\n\n" + line);
  };
  EXPECT_EQ(credits("— AAP with DPA"), (std::vector<std::string>{"AAP", "DPA"}));
  EXPECT_EQ(credits("(AFP, Reuters)"), (std::vector<std::string>{"AFP", "Reuters"}));
  EXPECT_EQ(credits("dpa/Agence France-Presse"), (std::vector<std::string>{"DPA", "AFP"}));
  EXPECT_EQ(credits("Source: TASS\n\n"), std::vector<std::string>{"TASS"});
  EXPECT_EQ(credits("The minister told Reuters he would stay."), std::vector<std::string>{});
  EXPECT_EQ(credits("With the staff"), std::vector<std::string>{});
  EXPECT_EQ(CreditsOf("Reuters"), std::vector<std::string>{});
}

}  // namespace
}  // namespace dateline
