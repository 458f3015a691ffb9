#include "extract/times/times.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "annotate/annotated_text.h"
#include "extract/times/grammar.h"
#include "extract/times/holidays.h"

namespace dateline {
namespace {

constexpr std::string_view kPublished = "2024-05-03";  // a Friday

struct Found {
  std::string text;
  std::vector<Time> times;
  std::string WordsOf(const Time& t) const { return std::string(Words(text, t.mention.first())); }
};

Found Read(std::string text, std::string_view published = kPublished) {
  auto article = std::make_shared<Article>();
  article->text = std::move(text);
  article->published = published;
  const Document doc = AnnotatedArticle(article);
  RecordBatch batch;
  TimesExtractor().Extract(doc, batch);
  return {article->text, std::move(batch.times)};
}

// "Tuesday = DATE 2024-04-30", one a line.
std::string Times(std::string text, std::string_view published = kPublished) {
  const Found found = Read(std::move(text), published);
  std::string lines;
  for (const Time& t : found.times) {
    lines += lines.empty() ? "" : "; ";
    lines += found.WordsOf(t) + " = " + std::string(ToString(t.type)) + " " + t.value;
  }
  return lines;
}

TEST(Times, EachRuleFindsItsExampleWhole) {
  for (const TimeRule& rule : TimeRules()) {
    if (rule.example.empty()) continue;
    std::string text = "They met " + std::string(rule.example) + ".";
    const std::size_t open = text.find('['), close = text.find(']');
    ASSERT_NE(close, std::string::npos) << rule.example;
    const std::string phrase = text.substr(open + 1, close - open - 1);
    text.erase(close, 1).erase(open, 1);
    const Found found = Read(text);
    const bool whole = std::ranges::any_of(
        found.times, [&](const Time& t) { return found.WordsOf(t) == phrase && !t.value.empty(); });
    EXPECT_TRUE(whole) << rule.pattern << ": " << text << " -> " << Times(text);
  }
}

TEST(Times, DatesInTheUsualOrders) {
  EXPECT_EQ(Times("They met on May 3, 2024."), "May 3, 2024 = DATE 2024-05-03");
  EXPECT_EQ(Times("They met on 3 May 2024."), "3 May 2024 = DATE 2024-05-03");
  EXPECT_EQ(Times("They met on 2024-05-03."), "2024-05-03 = DATE 2024-05-03");
  EXPECT_EQ(Times("They met on 05/03/2024."), "05/03/2024 = DATE 2024-05-03");
  EXPECT_EQ(Times("They met on 25/03/2024."), "25/03/2024 = DATE 2024-03-25");
  EXPECT_EQ(Times("They met on Sept. 30."), "Sept. 30 = DATE 2023-09-30");
  EXPECT_EQ(Times("They met on Friday, March 8."), "Friday, March 8 = DATE 2024-03-08");
  EXPECT_EQ(Times("They met on February 30."), "");
}

TEST(Times, YearsDecadesCenturies) {
  EXPECT_EQ(Times("It began in 1945."), "1945 = DATE 1945");
  EXPECT_EQ(Times("It began in the 1990s."), "the 1990s = DATE 199");
  EXPECT_EQ(Times("It began in the 19th century."), "the 19th century = DATE 18");
  EXPECT_EQ(Times("Profits fell in fiscal 2023."), "fiscal 2023 = DATE 2023");
}

TEST(Times, BareWeekdaysGoByTense) {
  EXPECT_EQ(Times("The minister resigned on Tuesday."), "Tuesday = DATE 2024-04-30");
  EXPECT_EQ(Times("The minister will resign on Tuesday."), "Tuesday = DATE 2024-05-07");
  EXPECT_EQ(Times("The minister resigned on Friday."), "Friday = DATE 2024-05-03");
  EXPECT_EQ(Times("Talks are to be held on Monday."), "Monday = DATE 2024-05-06");
  EXPECT_EQ(Times("The vote is scheduled for Sunday."), "Sunday = DATE 2024-05-05");
  EXPECT_EQ(Times("Aid will reach the town, the mayor said on Thursday."),
            "Thursday = DATE 2024-05-02");
  EXPECT_EQ(Times("They were told to leave by Monday."), "Monday = DATE 2024-05-06");
}

TEST(Times, SaysWhyInPlainWords) {
  const Found found = Read("The minister resigned on Tuesday.");
  ASSERT_EQ(found.times.size(), 1u);
  EXPECT_EQ(found.times[0].judgement.why,
            "a bare weekday, past tense: the last Tuesday up to 2024-05-03");
}

TEST(Times, BareMonthsGoByTense) {
  EXPECT_EQ(Times("The dam broke in March."), "March = DATE 2024-03");
  EXPECT_EQ(Times("The dam broke in August."), "August = DATE 2023-08");
  EXPECT_EQ(Times("The dam will open in August."), "August = DATE 2024-08");
  EXPECT_EQ(Times("The dam broke in early March."), "early March = DATE 2024-03");
}

TEST(Times, CountedFromPublication) {
  EXPECT_EQ(Times("It rained last week."), "last week = DATE 2024-W17");
  EXPECT_EQ(Times("It rained yesterday."), "yesterday = DATE 2024-05-02");
  EXPECT_EQ(Times("It rained two years ago."), "two years ago = DATE 2022");
  EXPECT_EQ(Times("It rained a week ago."), "a week ago = DATE 2024-04-26");
  EXPECT_EQ(Times("It rained over the weekend."), "the weekend = DATE 2024-W17-WE");
  EXPECT_EQ(Times("They will meet at the weekend."), "the weekend = DATE 2024-W18-WE");
  EXPECT_EQ(Times("It rained last Friday."), "last Friday = DATE 2024-04-26");
  EXPECT_EQ(Times("It will rain by the end of the month."),
            "the end of the month = DATE 2024-05-31");
}

TEST(Times, CountedFromATimeSpokenOf) {
  EXPECT_EQ(Times("Troops seized the station on July 26, 2023. The next day shots were heard."),
            "July 26, 2023 = DATE 2023-07-26; The next day = DATE 2023-07-27");
  EXPECT_EQ(Times("He fled on July 26, 2023. Two days later he was caught."),
            "July 26, 2023 = DATE 2023-07-26; Two days later = DATE 2023-07-28");
  EXPECT_EQ(Times("Sales rose in the first quarter of 2023 from a year earlier."),
            "the first quarter of 2023 = DATE 2023-Q1; a year earlier = DATE 2022-Q1");
}

TEST(Times, TimesOfTheDay) {
  EXPECT_EQ(Times("It fell at 7 a.m. on Thursday."), "7 a.m. on Thursday = TIME 2024-05-02T07:00");
  EXPECT_EQ(Times("It fell on Thursday at 10:15 p.m. in Lima."),
            "Thursday at 10:15 p.m. = TIME 2024-05-02T22:15");
  EXPECT_EQ(Times("It fell on Tuesday morning."), "Tuesday morning = TIME 2024-04-30TMO");
  EXPECT_EQ(Times("It fell early on Saturday."), "early on Saturday = TIME 2024-04-27TMO");
  EXPECT_EQ(Times("It fell at 0900 GMT."), "0900 GMT = TIME 2024-05-03T09:00Z");
  EXPECT_EQ(Times("It fell at midnight."), "midnight = TIME 2024-05-03T24:00");
  EXPECT_EQ(Times("It fell overnight."), "overnight = TIME 2024-05-02TNI");
  EXPECT_EQ(Times("He slept in the night."), "the night = TIME 2024-05-03TNI");
  EXPECT_EQ(Times("The Night Watch is a painting."), "");
}

TEST(Times, LengthsWithTheirModifiers) {
  EXPECT_EQ(Times("It took three days."), "three days = DURATION P3D");
  EXPECT_EQ(Times("It took more than a decade."), "more than a decade = DURATION P10Y");
  EXPECT_EQ(Times("It rained over the past 24 hours."), "the past 24 hours = DURATION PT24H");
  EXPECT_EQ(Times("It took two and a half years."), "two and a half years = DURATION P2Y6M");
  EXPECT_EQ(Times("It took several weeks."), "several weeks = DURATION PXW");
  EXPECT_EQ(Times("It was a 30-day truce."), "30-day = DURATION P30D");
}

TEST(Times, WhatRepeats) {
  EXPECT_EQ(Times("They meet daily."), "daily = SET P1D");
  EXPECT_EQ(Times("They meet every Monday."), "every Monday = SET XXXX-WXX-1");
  EXPECT_EQ(Times("They meet every two years."), "every two years = SET P2Y");
  EXPECT_EQ(Times("It costs $5 million a year."), "a year = SET P1Y");
}

TEST(Times, AtLarge) {
  EXPECT_EQ(Times("They are now free."), "now = DATE PRESENT_REF");
  EXPECT_EQ(Times("They were freed recently."), "recently = DATE PAST_REF");
  EXPECT_EQ(Times("They may be freed in the future."), "the future = DATE FUTURE_REF");
}

TEST(Times, PartsOfAYear) {
  EXPECT_EQ(Times("It rained last summer."), "last summer = DATE 2023-SU");
  EXPECT_EQ(Times("Sales rose in the first quarter."), "the first quarter = DATE 2024-Q1");
  EXPECT_EQ(Times("Sales rose in the first half of 2023."),
            "the first half of 2023 = DATE 2023-H1");
}

TEST(Times, Holidays) {
  EXPECT_EQ(Times("They met on Good Friday."), "Good Friday = DATE 2024-03-29");
  EXPECT_EQ(Times("They met on Christmas Eve."), "Christmas Eve = DATE 2023-12-24");
  EXPECT_EQ(Times("They met last Thanksgiving."), "last Thanksgiving = DATE 2023-11-23");
  for (const std::string_view name : HolidayNames()) {
    EXPECT_TRUE(HolidayIn(name, 2024).has_value()) << name;
  }
}

TEST(Times, NoTimes) {
  EXPECT_EQ(Times("A 30-year-old man was hurt."), "");
  EXPECT_EQ(Times("Prime Minister May resigned."), "");
  EXPECT_EQ(Times("They may march in the sun."), "");
  EXPECT_EQ(Times("He told the Sunday Times."), "");
  EXPECT_EQ(Times("More than a quarter of it is sand."), "");
}

TEST(Times, WithoutAPublicationDateRelativeTimesStayOpen) {
  EXPECT_EQ(Times("It rained on Tuesday.", ""), "Tuesday = DATE ");
  EXPECT_EQ(Times("It rained last week.", ""), "last week = DATE ");
  EXPECT_EQ(Times("It rained at 7 a.m. in Rome.", ""), "7 a.m. = TIME ");
  EXPECT_EQ(Times("It rained on May 3, 2024.", ""), "May 3, 2024 = DATE 2024-05-03");
  EXPECT_EQ(Times("It rained for two days.", ""), "two days = DURATION P2D");
  EXPECT_EQ(Times("It rained on Tuesday.", "no date"), "Tuesday = DATE ");
  EXPECT_EQ(Times("It rained on May 3, 2024 and at 7 a.m. on Monday.", ""),
            "May 3, 2024 = DATE 2024-05-03; 7 a.m. on Monday = TIME ");
}

TEST(Times, OddNumbersAreHarmless) {
  EXPECT_EQ(Times("It lay there 999999999999999999999 years ago."),
            "999999999999999999999 years ago = DATE PAST_REF");
  EXPECT_EQ(Times("It began in May 2024 and ended 900 centuries later."),
            "May 2024 = DATE 2024-05; 900 centuries later = DATE FUTURE_REF");
  EXPECT_EQ(Times("Day 0 of 0/0/0000 at 99:99."), "");
}

// Linear in the text: the second text is ten times the first.  A quadratic reader would need
// minutes.
TEST(Times, ManyDatesInOneText) {
  const auto repeated = [](std::string_view words, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += words;
    return text;
  };
  EXPECT_EQ(Read(repeated("May 3, 2024 and ", 1'000)).times.size(), 1'000u);
  EXPECT_EQ(Read(repeated("On May 3, 2024 they met. ", 1'000)).times.size(), 1'000u);
  EXPECT_EQ(Read(repeated("2024-05-03 ", 2'000)).times.size(), 2'000u);
  Read(repeated("twenty ", 3'000));
  Read(repeated("nineteen hundred thousand ", 1'000));
  Read(repeated("1.2", 3'000));
  Read(repeated("a.", 3'000));
  Read(repeated("the last about ", 1'000));
}

}  // namespace
}  // namespace dateline
