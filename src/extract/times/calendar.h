// What day is it, what period holds it, and how does TIMEX3 write that?
//
// A Date is a valid day of the Gregorian calendar (proleptic, years 1..9999); a Period is a day and
// the grain to which it is meant: {2024-05-03, kMonth} is May 2024.  Weeks are ISO 8601 weeks
// (Monday first). Every function keeps to years 1..9999; what would leave them is std::nullopt.
// Cost: constant.  Thread rule: pure functions.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

using Date = std::chrono::year_month_day;

enum class Grain : std::uint8_t {
  kDay,
  kWeekend,
  kWeek,
  kMonth,
  kQuarter,
  kYear,
  kDecade,
  kCentury
};

struct Period {
  Date day;  // any day of it
  Grain grain;

  friend bool operator==(const Period&, const Period&) = default;
};

std::optional<Date> MakeDate(std::int64_t year, std::int64_t month, std::int64_t day);

// The date of an ISO 8601 date or date-time: "2024-05-03T10:00:00Z" -> 2024-05-03; none if it
// begins otherwise.
std::optional<Date> ParseIsoDate(std::string_view iso);

int YearOf(Date date);
int MonthOf(Date date);        // 1..12
int WeekdayOf(Date date);      // 1 Monday .. 7 Sunday
int DaysFrom(Date a, Date b);  // b - a
Date LastOfMonth(Date date);
Date EasterSunday(int year);  // Western; REQUIRES: 1583 <= year <= 9999

std::optional<Date> AddDays(Date date, std::int64_t days);
// The same day of another month, or the last one of a shorter month: 31 January + 1 month = 28
// February.
std::optional<Date> AddMonths(Date date, std::int64_t months);

// The n-th period of the same grain after this one (before it where n < 0).
std::optional<Period> Shift(Period period, std::int64_t n);

// "2024-05-03", "2024-W18-WE", "2024-W18", "2024-05", "2024-Q2", "2024", "202" (decade), "20"
// (century).
std::string TimexValue(Period period);

}  // namespace dateline
