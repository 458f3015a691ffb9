#include "ingest/iso_date.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace dateline {

namespace {

constexpr bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
constexpr char AsciiLower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool IsAsciiLetter(char c) { return AsciiLower(c) >= 'a' && AsciiLower(c) <= 'z'; }

// Reads a string from left to right; every read either succeeds and moves on, or leaves all as it
// was.
class Cursor {
 public:
  explicit Cursor(std::string_view words) : rest_(words) {}

  bool done() const { return rest_.empty(); }
  bool Take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool TakeAny(std::string_view set) {
    if (rest_.empty() || set.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void SkipSpace() {
    while (TakeAny(" \t\r\n")) {
    }
  }
  // At least `low` and at most `high` digits.
  std::optional<int> Number(std::size_t low, std::size_t high) {
    std::size_t size = 0;
    int value = 0;
    while (size < high && size < rest_.size() && IsAsciiDigit(rest_[size]))
      value = value * 10 + (rest_[size++] - '0');
    if (size < low) return std::nullopt;
    rest_.remove_prefix(size);
    return value;
  }
  // "UTC)" at the end of a date of RFC 2822, "+0000 (UTC)"; its mark was taken.
  void SkipComment() {
    const std::size_t end = rest_.find(')');
    if (end != std::string_view::npos) rest_.remove_prefix(end + 1);
  }
  bool digit_next() const { return !rest_.empty() && IsAsciiDigit(rest_.front()); }
  std::string_view Letters() {
    std::size_t size = 0;
    while (size < rest_.size() && IsAsciiLetter(rest_[size])) ++size;
    const std::string_view word = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return word;
  }

 private:
  std::string_view rest_;
};

// 1..12, by the first three letters ("Sept" and "September" alike); 0 if it is no month.
int MonthOf(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word.size() > kMonths[i].size()) continue;
    bool same = true;
    for (std::size_t k = 0; k < word.size() && same; ++k)
      same = AsciiLower(word[k]) == kMonths[i][k];
    if (same) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool IsDay(int year, int month, int day) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap);
}

std::optional<std::string> Day(int year, int month, int day) {
  if (!IsDay(year, month, day)) return std::nullopt;
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year, month, day);
  return buffer;
}

// "Z", "GMT", "+02:00", "-0500", "EST" -> "Z", "+02:00"; "" where the zone is not stated.  None:
// not a zone.
std::optional<std::string> Zone(Cursor& cursor) {
  struct Named {
    std::string_view name, offset;
  };
  static constexpr std::array<Named, 12> kNamed = {{{"Z", "Z"},
                                                    {"UTC", "Z"},
                                                    {"GMT", "Z"},
                                                    {"UT", "Z"},
                                                    {"EST", "-05:00"},
                                                    {"EDT", "-04:00"},
                                                    {"CST", "-06:00"},
                                                    {"CDT", "-05:00"},
                                                    {"MST", "-07:00"},
                                                    {"MDT", "-06:00"},
                                                    {"PST", "-08:00"},
                                                    {"PDT", "-07:00"}}};
  if (cursor.done()) return "";
  const bool minus = cursor.Take('-');
  if (!minus && !cursor.Take('+')) {
    const std::string_view word = cursor.Letters();
    for (const Named& zone : kNamed)
      if (word == zone.name) return std::string(zone.offset);
    return std::nullopt;
  }
  const std::optional<int> hours = cursor.Number(2, 2);
  cursor.Take(':');
  const int minutes = cursor.Number(2, 2).value_or(0);
  if (!hours || *hours > 15 || minutes > 59) return std::nullopt;
  if (*hours == 0 && minutes == 0) return "Z";
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%c%02d:%02d", minus ? '-' : '+', *hours, minutes);
  return buffer;
}

// "T23:30:00-05:00" from "23:30", "23:30:00.123", each with or without a zone.  Takes all that is
// left.
std::optional<std::string> Clock(Cursor& cursor) {
  const std::optional<int> hour = cursor.Number(1, 2);
  const bool colon = cursor.Take(':');
  const std::optional<int> minute = cursor.Number(2, 2);
  int second = 0;
  if (cursor.Take(':') || (!colon && cursor.digit_next()))
    second = cursor.Number(2, 2).value_or(99);
  if (!hour || !minute || *hour > 23 || *minute > 59 || second > 60) return std::nullopt;
  if (cursor.TakeAny(".,") && !cursor.Number(1, 9)) return std::nullopt;
  cursor.SkipSpace();
  const std::optional<std::string> zone = Zone(cursor);
  cursor.SkipSpace();
  if (cursor.Take('(')) cursor.SkipComment();
  if (!zone || !cursor.done()) return std::nullopt;
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02d", *hour, *minute, second);
  return buffer + *zone;
}

std::optional<std::string> WithClock(const std::optional<std::string>& day, Cursor& cursor) {
  if (!day || cursor.done()) return day;
  if (!cursor.TakeAny("Tt ")) return std::nullopt;
  cursor.SkipSpace();
  const std::optional<std::string> clock = Clock(cursor);
  if (!clock) return std::nullopt;
  return *day + *clock;
}

// "19 Feb 2023", "February 19, 2023", "Sept. 19 2023"; the year has at least `shortest_year`
// digits, of which two mean what RFC 2822 says: 23 is 2023, 72 is 1972.
std::optional<std::string> DayInWords(Cursor& cursor, std::size_t shortest_year) {
  std::optional<int> day = cursor.Number(1, 2);
  cursor.SkipSpace();
  const int month = MonthOf(cursor.Letters());
  cursor.Take('.');
  cursor.SkipSpace();
  if (!day) {
    day = cursor.Number(1, 2);
    if (cursor.digit_next()) return std::nullopt;  // "May 2024": no day, but a year
  }
  cursor.Take(',');
  cursor.SkipSpace();
  std::optional<int> year = cursor.Number(shortest_year, 4);
  if (!day || !year || cursor.digit_next()) return std::nullopt;
  if (*year < 50) *year += 2000;
  if (*year < 100) *year += 1900;
  return Day(*year, month, *day);
}

// "Sun", "Sunday," at the begin, passed over with what follows it.
void SkipWeekday(Cursor& cursor) {
  static constexpr std::array<std::string_view, 7> kDays = {"sun", "mon", "tue", "wed",
                                                            "thu", "fri", "sat"};
  Cursor after = cursor;
  const std::string_view word = after.Letters();
  if (word.size() < 3) return;
  const std::array<char, 3> low = {AsciiLower(word[0]), AsciiLower(word[1]), AsciiLower(word[2])};
  if (std::ranges::find(kDays, std::string_view(low.data(), 3)) == kDays.end()) return;
  after.Take(',');
  after.SkipSpace();
  cursor = after;
}

// "Sun, 19 Feb 2023 23:30:00 GMT" (RFC 2822), "May 5, 2024": the weekday and the clock optional.
std::optional<std::string> DateInWords(Cursor cursor) {
  SkipWeekday(cursor);
  const std::optional<std::string> day = DayInWords(cursor, 2);
  cursor.Take(',');
  return WithClock(day, cursor);
}

std::string_view Trimmed(std::string_view words) {
  const std::size_t begin = words.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return words.substr(begin, words.find_last_not_of(" \t\r\n") + 1 - begin);
}

}  // namespace

std::optional<std::string> IsoDate(std::string_view words) {
  words = Trimmed(words);
  Cursor cursor(words);
  const std::optional<int> year = cursor.Number(4, 4);
  if (!year) return DateInWords(Cursor(words));
  const bool dashes = cursor.Take('-');
  const std::optional<int> month = cursor.Number(dashes ? 1 : 2, 2);
  if (dashes && !cursor.Take('-')) return std::nullopt;
  const std::optional<int> day = cursor.Number(dashes ? 1 : 2, 2);
  if (!month || !day) return std::nullopt;
  return WithClock(Day(*year, *month, *day), cursor);
}

std::optional<std::string> EnglishDate(std::string_view words) {
  Cursor cursor(words);
  return DayInWords(cursor, 4);
}

bool LacksDay(std::string_view words) {
  Cursor cursor(Trimmed(words));
  if (cursor.Number(4, 4)) {
    cursor.TakeAny("-/");
    return (cursor.done() || cursor.Number(1, 2)) && cursor.done();
  }
  if (MonthOf(cursor.Letters()) == 0) return false;
  cursor.TakeAny(".,");
  cursor.SkipSpace();
  return cursor.Number(4, 4) && cursor.done();
}

}  // namespace dateline
