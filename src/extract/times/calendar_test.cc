#include "extract/times/calendar.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

Date Day(int year, int month, int day) { return *MakeDate(year, month, day); }

TEST(Calendar, RefusesDaysThatAreNone) {
  EXPECT_FALSE(MakeDate(2023, 2, 29));
  EXPECT_TRUE(MakeDate(2024, 2, 29));
  EXPECT_FALSE(MakeDate(2024, 13, 1));
  EXPECT_FALSE(MakeDate(0, 1, 1));
  EXPECT_FALSE(MakeDate(10000, 1, 1));
  EXPECT_FALSE(MakeDate(-5'000'000'000, 1, 1));
}

TEST(Calendar, ReadsTheDateOfADateTime) {
  EXPECT_EQ(ParseIsoDate("2024-05-03T10:00:00Z"), Day(2024, 5, 3));
  EXPECT_FALSE(ParseIsoDate("2024-5-3"));
  EXPECT_FALSE(ParseIsoDate("20240503xx"));
  EXPECT_FALSE(ParseIsoDate(""));
}

TEST(Calendar, WeeksAreThoseOfIso8601) {
  EXPECT_EQ(TimexValue({Day(2027, 1, 1), Grain::kWeek}), "2026-W53");
  EXPECT_EQ(TimexValue({Day(2024, 12, 30), Grain::kWeek}), "2025-W01");
  EXPECT_EQ(TimexValue({Day(2024, 5, 3), Grain::kWeekend}), "2024-W18-WE");
}

TEST(Calendar, WritesEachGrain) {
  const Date day = Day(2024, 5, 3);
  EXPECT_EQ(TimexValue({day, Grain::kDay}), "2024-05-03");
  EXPECT_EQ(TimexValue({day, Grain::kMonth}), "2024-05");
  EXPECT_EQ(TimexValue({day, Grain::kQuarter}), "2024-Q2");
  EXPECT_EQ(TimexValue({day, Grain::kYear}), "2024");
  EXPECT_EQ(TimexValue({day, Grain::kDecade}), "202");
  EXPECT_EQ(TimexValue({day, Grain::kCentury}), "20");
}

TEST(Calendar, MonthsKeepTheDayOrEndEarlier) {
  EXPECT_EQ(AddMonths(Day(2024, 1, 31), 1), Day(2024, 2, 29));
  EXPECT_EQ(AddMonths(Day(2024, 3, 15), -15), Day(2022, 12, 15));
  EXPECT_EQ(Shift({Day(2024, 2, 29), Grain::kYear}, 1)->day, Day(2025, 2, 28));
}

TEST(Calendar, StaysInsideTheYearsOfFourDigits) {
  EXPECT_FALSE(AddDays(Day(9999, 12, 31), 1));
  EXPECT_FALSE(Shift({Day(2024, 1, 1), Grain::kYear}, -2024));
  EXPECT_FALSE(Shift({Day(2024, 1, 1), Grain::kDay}, INT64_MAX));
  EXPECT_FALSE(Shift({Day(2024, 1, 1), Grain::kCentury}, INT64_MIN));
}

// Against the plain count of days, for every day of five years.
TEST(Calendar, WeekdaysGoRound) {
  Date day = Day(2020, 1, 1);  // a Wednesday
  for (int n = 0; n < 5 * 366; ++n) {
    EXPECT_EQ(WeekdayOf(day), (n + 2) % 7 + 1);
    EXPECT_EQ(DaysFrom(Day(2020, 1, 1), day), n);
    day = *AddDays(day, 1);
  }
}

TEST(Calendar, KnowsEaster) {
  EXPECT_EQ(EasterSunday(2024), Day(2024, 3, 31));
  EXPECT_EQ(EasterSunday(2000), Day(2000, 4, 23));
  EXPECT_EQ(EasterSunday(1943), Day(1943, 4, 25));  // the latest possible
}

}  // namespace
}  // namespace dateline
