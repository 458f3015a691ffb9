#include "extract/times/calendar.h"

#include <charconv>

namespace dateline {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::int64_t kLastYear = 9999;
constexpr std::int64_t kFarInDays = 4'000'000;  // beyond the years 1..9999 from any day in them

std::string Padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

std::optional<Date> InRange(sys_days day) {
  const Date date(day);
  if (YearOf(date) < 1 || YearOf(date) > kLastYear) return std::nullopt;
  return date;
}

// The Thursday of a week names its year: 2027-01-01 is a Friday of 2026-W53.
std::string WeekValue(Date date) {
  const Date thursday(sys_days(date) + days(4 - WeekdayOf(date)));
  const Date new_year(thursday.year(), std::chrono::January, std::chrono::day(1));
  return Padded(YearOf(thursday), 4) + "-W" + Padded(DaysFrom(new_year, thursday) / 7 + 1, 2);
}

}  // namespace

std::optional<Date> MakeDate(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < 1 || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  const Date date(std::chrono::year(static_cast<int>(year)),
                  std::chrono::month(static_cast<unsigned>(month)),
                  std::chrono::day(static_cast<unsigned>(day)));
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<Date> ParseIsoDate(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  int parts[3];
  constexpr std::size_t kAt[3][2] = {{0, 4}, {5, 2}, {8, 2}};
  for (std::size_t i = 0; i < 3; ++i) {
    const char* begin = iso.data() + kAt[i][0];
    const auto [end, error] = std::from_chars(begin, begin + kAt[i][1], parts[i]);
    if (error != std::errc() || end != begin + kAt[i][1]) return std::nullopt;
  }
  return MakeDate(parts[0], parts[1], parts[2]);
}

int YearOf(Date date) { return static_cast<int>(date.year()); }
int MonthOf(Date date) { return static_cast<int>(static_cast<unsigned>(date.month())); }

int WeekdayOf(Date date) {
  return static_cast<int>(std::chrono::weekday(sys_days(date)).iso_encoding());
}

int DaysFrom(Date a, Date b) { return static_cast<int>((sys_days(b) - sys_days(a)).count()); }

Date LastOfMonth(Date date) { return Date(date.year() / date.month() / std::chrono::last); }

// The anonymous Gregorian computus (Nature, 1876).
Date EasterSunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return Date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(f / 31)),
              std::chrono::day(static_cast<unsigned>(f % 31 + 1)));
}

std::optional<Date> AddDays(Date date, std::int64_t n) {
  if (n > kFarInDays || n < -kFarInDays) return std::nullopt;
  return InRange(sys_days(date) + days(n));
}

std::optional<Date> AddMonths(Date date, std::int64_t n) {
  if (n > 12 * kLastYear || n < -12 * kLastYear) return std::nullopt;
  const std::int64_t months = std::int64_t{YearOf(date)} * 12 + MonthOf(date) - 1 + n;
  const std::optional<Date> first = MakeDate(months / 12, months % 12 + 1, 1);
  if (!first) return std::nullopt;
  return Date(first->year(), first->month(), std::min(date.day(), LastOfMonth(*first).day()));
}

std::optional<Period> Shift(Period period, std::int64_t n) {
  if (n > kFarInDays || n < -kFarInDays) return std::nullopt;
  std::optional<Date> day;
  switch (period.grain) {
    case Grain::kDay:
      day = AddDays(period.day, n);
      break;
    case Grain::kWeekend:
    case Grain::kWeek:
      day = AddDays(period.day, 7 * n);
      break;
    case Grain::kMonth:
      day = AddMonths(period.day, n);
      break;
    case Grain::kQuarter:
      day = AddMonths(period.day, 3 * n);
      break;
    case Grain::kYear:
      day = AddMonths(period.day, 12 * n);
      break;
    case Grain::kDecade:
      day = AddMonths(period.day, 120 * n);
      break;
    case Grain::kCentury:
      day = AddMonths(period.day, 1200 * n);
      break;
  }
  if (!day) return std::nullopt;
  return Period{*day, period.grain};
}

std::string TimexValue(Period period) {
  std::string year = Padded(YearOf(period.day), 4);
  std::string month = year + "-" + Padded(MonthOf(period.day), 2);
  switch (period.grain) {
    case Grain::kDay:
      return month + "-" + Padded(static_cast<int>(static_cast<unsigned>(period.day.day())), 2);
    case Grain::kWeekend:
      return WeekValue(period.day) + "-WE";
    case Grain::kWeek:
      return WeekValue(period.day);
    case Grain::kMonth:
      return month;
    case Grain::kQuarter:
      return year + "-Q" + std::to_string((MonthOf(period.day) + 2) / 3);
    case Grain::kYear:
      return year;
    case Grain::kDecade:
      return year.substr(0, 3);
    case Grain::kCentury:
      return year.substr(0, 2);
  }
  return "";
}

}  // namespace dateline
