#include "ingest/iso_date.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(IsoDateTest, ReadsWhatFilesState) {
  EXPECT_EQ(IsoDate("2023-02-19"), "2023-02-19");
  EXPECT_EQ(IsoDate("20230219"), "2023-02-19");
  EXPECT_EQ(IsoDate(" 2023-02-19T23:30:00-05:00 "), "2023-02-19T23:30:00-05:00");
  EXPECT_EQ(IsoDate("2023-02-19T23:30:00.123Z"), "2023-02-19T23:30:00Z");
  EXPECT_EQ(IsoDate("2023-02-19T23:30:00+0000"), "2023-02-19T23:30:00Z");
  EXPECT_EQ(IsoDate("2023-02-19 23:30"), "2023-02-19T23:30:00");
  EXPECT_EQ(IsoDate("20230219T233000Z"), "2023-02-19T23:30:00Z");
  EXPECT_EQ(IsoDate("Sun, 19 Feb 2023 23:30:00 GMT"), "2023-02-19T23:30:00Z");
  EXPECT_EQ(IsoDate("19 Feb 2023 23:30 EST"), "2023-02-19T23:30:00-05:00");
  EXPECT_EQ(IsoDate("Sun, 19 Feb 23 05:00:00 +0530"), "2023-02-19T05:00:00+05:30");
}

TEST(IsoDateTest, ReadsDatesInWords) {
  for (const char* words :
       {"May 5 2024", "May 5, 2024", "5 May 2024", "05 May 2024", " Sunday, May 5, 2024 ",
        "Sun, 5 May 2024", "Sun 5 May 2024", "5 May 24", "MAY 5 2024"})
    EXPECT_EQ(IsoDate(words), "2024-05-05") << words;
  EXPECT_EQ(IsoDate("Sept. 14, 2023"), "2023-09-14");
  EXPECT_EQ(IsoDate("May 5, 2024, 10:30"), "2024-05-05T10:30:00");
  EXPECT_EQ(IsoDate("Sun, 5 May 2024 23:30:00 +0000 (UTC)"), "2024-05-05T23:30:00Z");
  EXPECT_EQ(IsoDate("Fri, 21 Nov 1997 09:55:06 -0600"), "1997-11-21T09:55:06-06:00");
}

TEST(IsoDateTest, TellsADateThatLacksItsDay) {
  for (const char* words : {"2024", "2024-05", "2024/5", "May 2024", "Sept. 2023", " 2024-05 "}) {
    EXPECT_TRUE(LacksDay(words)) << words;
    EXPECT_EQ(IsoDate(words), std::nullopt) << words;
  }
  for (const char* words : {"", "soon", "2024-05-03", "20240503", "May 5 2024", "May"})
    EXPECT_FALSE(LacksDay(words)) << words;
}

TEST(IsoDateTest, RefusesWhatIsNone) {
  for (const char* words : {"",
                            "yesterday",
                            "2023-02-30",
                            "2023-13-01",
                            "2023",
                            "2023-02",
                            "19/02/2023",
                            "2023-02-19T25:00",
                            "2023-02-19T10:61Z",
                            "2023-02-19x",
                            "2023-02-19T",
                            "0000-01-01",
                            "2023-02-19T10:00:00 somewhere",
                            "20230219123",
                            "Sun 99 Feb 2023",
                            "May 5, 2024 or so",
                            "Sunny 5 May",
                            "May 32, 2024",
                            "5 May 2024 10:00 (UTC",
                            "2100-02-29"})
    EXPECT_EQ(IsoDate(words), std::nullopt) << words;
  EXPECT_EQ(IsoDate("2024-02-29"), "2024-02-29");
}

TEST(IsoDateTest, EnglishDatesNeedTheirYear) {
  EXPECT_EQ(EnglishDate("March 3, 2024 (Wire)"), "2024-03-03");
  EXPECT_EQ(EnglishDate("3 March 2024"), "2024-03-03");
  EXPECT_EQ(EnglishDate("Sept. 14, 2023"), "2023-09-14");
  EXPECT_EQ(EnglishDate("March 3 (Wire)"), std::nullopt);
  EXPECT_EQ(EnglishDate("Marching 3, 2024"), std::nullopt);
}

}  // namespace
}  // namespace dateline
