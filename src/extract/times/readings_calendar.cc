#include <cstdlib>

#include "extract/times/holidays.h"
#include "extract/times/readings.h"

namespace dateline::readings {

namespace {

using enum TimeClass;

// A date counts as half a year farther away where the tense speaks against it.
constexpr int kAgainstTense = 183;  // days
constexpr int kMonthsAgainstTense = 6;
constexpr int kMonthsAhead = 2;  // without a tense: three bare months in four lie behind

// The day of a year that comes without one: the nearest to publication, in the direction of the
// tense unless that leads far away ("it declared a dividend payable Dec. 7" has no verb for the
// date).
template <class DayInYear>
std::optional<Date> NearestYear(const TimeContext& context, DayInYear day_in_year) {
  if (!context.published) return std::nullopt;
  const Date published = *context.published;
  std::optional<Date> best;
  int best_cost = 0;
  for (int year = YearOf(published) - 1; year <= YearOf(published) + 1; ++year) {
    const std::optional<Date> date = day_in_year(year);
    if (!date) continue;
    const int days = DaysFrom(published, *date);
    const bool against = (context.tense == Tense::kPast && days > 0) ||
                         (context.tense == Tense::kFuture && days < 0);
    const int cost = std::abs(days) + (against ? kAgainstTense : 0);
    if (best && cost >= best_cost) continue;
    best = date;
    best_cost = cost;
  }
  return best;
}

std::string_view TenseWords(Tense tense) {
  return tense == Tense::kPast     ? ", past tense: the one nearest to "
         : tense == Tense::kFuture ? ", future tense: the one nearest to "
                                   : ": the one nearest to ";
}

std::string FromPublished(std::string_view what, const TimeContext& context) {
  std::string why(what);
  if (!context.published) return why;
  why += TenseWords(context.tense);
  return why + TimexValue({*context.published, Grain::kDay});
}

// The year that YEAR or "last year" in a pattern names.
std::optional<int> NamedYear(const Captures& c, const TimeContext& context) {
  if (c.Has(YEAR)) return static_cast<int>(c.Number(YEAR));
  if (!c.Has(DIRECTION) || !context.published) return std::nullopt;
  return YearOf(*context.published) + static_cast<int>(c.Number(DIRECTION));
}

}  // namespace

Reading MonthDay(const Captures& c, const TimeContext& context) {
  const std::int64_t month = c.Month(), day = c.Number(DAY);
  if (!MakeDate(2024, month, day)) return {};  // a leap year: the longest months
  if (const std::optional<int> year = NamedYear(c, context)) {
    const std::optional<Date> date = MakeDate(*year, month, day);
    return date ? DayReading(date, "a date with its year") : Reading{};
  }
  const auto in_year = [&](int year) { return MakeDate(year, month, day); };
  return DayReading(NearestYear(context, in_year), FromPublished("a date without a year", context));
}

Reading IsoDate(const Captures& c, const TimeContext&) {
  const std::optional<Date> date = MakeDate(c.Number(YEAR), c.Number(TWO, 0), c.Number(TWO, 1));
  return date ? DayReading(date, "a date in ISO 8601 order") : Reading{};
}

// Month first, as in the United States, unless only the other order is a date.
Reading SlashDate(const Captures& c, const TimeContext&) {
  std::int64_t year = c.Has(YEAR) ? c.Number(YEAR) : c.Number(TWO);
  if (!c.Has(YEAR)) year += year < 50 ? 2000 : 1900;
  std::optional<Date> date = MakeDate(year, c.Number(DAY, 0), c.Number(DAY, 1));
  const bool month_first = date.has_value();
  if (!date) date = MakeDate(year, c.Number(DAY, 1), c.Number(DAY, 0));
  if (!date) return {};
  return DayReading(date, month_first ? "a numeric date, read month first"
                                      : "a numeric date, day first: there is no such month");
}

Reading DayRange(const Captures& c, const TimeContext&) {
  const std::int64_t days = c.Number(DAY, 1) - c.Number(DAY, 0) + 1;
  if (days < 2) return {};
  return {ReadingKind::kDuration, LengthValue(false, std::to_string(days), 'D'),
          "a range of days, both counted"};
}

Reading MonthYear(const Captures& c, const TimeContext& context) {
  const std::optional<int> year = NamedYear(c, context);
  if (!year) return Unresolved(ReadingKind::kPeriod, "a month of a year");
  const std::optional<Date> first = MakeDate(*year, c.Month(), 1);
  if (!first) return {};
  return PeriodReading(Period{*first, Grain::kMonth}, "a month with its year");
}

Reading BareMonth(const Captures& c, const TimeContext& context) {
  if (!context.published) return Unresolved(ReadingKind::kPeriod, "a month without a year");
  const int distance = static_cast<int>(c.Month()) - MonthOf(*context.published);
  if (distance == 0) {
    return PeriodReading(Period{*context.published, Grain::kMonth},
                         "a bare month: that of publication");
  }
  const int ahead = distance > 0 ? distance : distance + 12, behind = ahead - 12;
  int cost_ahead = ahead, cost_behind = -behind;
  if (context.tense == Tense::kPast) cost_ahead += kMonthsAgainstTense;
  if (context.tense == Tense::kFuture) cost_behind += kMonthsAgainstTense;
  if (context.tense == Tense::kUnknown) cost_ahead += kMonthsAhead;
  return PeriodReading(
      Shift({*context.published, Grain::kMonth}, cost_ahead < cost_behind ? ahead : behind),
      FromPublished("a bare month", context));
}

Reading NearMonth(const Captures& c, const TimeContext& context) {
  if (!context.published) return Unresolved(ReadingKind::kPeriod, "a month");
  const std::int64_t direction = c.Number(DIRECTION);
  std::int64_t ahead = c.Month() - MonthOf(*context.published);
  if (direction < 0 && ahead >= 0) ahead -= 12;
  if (direction > 0 && ahead <= 0) ahead += 12;
  return PeriodReading(Shift({*context.published, Grain::kMonth}, ahead),
                       direction < 0   ? "the last such month before publication"
                       : direction > 0 ? "the next such month after publication"
                                       : "such a month in the year of publication");
}

Reading ThatMonth(const Captures& c, const TimeContext& context) {
  if (!context.spoken) return BareMonth(c, context);
  std::int64_t ahead = c.Month() - MonthOf(context.spoken->day);
  if (context.spoken->grain <= Grain::kMonth && ahead < 0) ahead += 12;
  return PeriodReading(Shift({context.spoken->day, Grain::kMonth}, ahead),
                       "such a month after the time last spoken of");
}

Reading CalendarYear(const Captures& c, const TimeContext&) {
  const std::optional<Date> first = MakeDate(c.Number(YEAR), 1, 1);
  return PeriodReading(Period{*first, Grain::kYear}, "a year by its number");
}

Reading YearRange(const Captures& c, const TimeContext&) {
  const std::int64_t first = c.Number(YEAR, 0);
  const std::int64_t last = c.Has(TWO) ? first / 100 * 100 + c.Number(TWO) : c.Number(YEAR, 1);
  if (last <= first) return {};
  return {ReadingKind::kDuration, LengthValue(false, std::to_string(last - first), 'Y'),
          "from one year to another"};
}

Reading Decade(const Captures& c, const TimeContext&) {
  const std::optional<Date> first = MakeDate(c.Number(c.Has(DECADE) ? DECADE : SHORTDECADE), 1, 1);
  if (!first) return {};
  return PeriodReading(Period{*first, Grain::kDecade}, "a decade by its number");
}

Reading Century(const Captures& c, const TimeContext&) {
  const std::optional<Date> first = MakeDate(c.Number(ORDINAL) * 100 - 99, 1, 1);
  if (!first) return {};
  return PeriodReading(Period{*first, Grain::kCentury}, "a century by its number");
}

Reading Holiday(const Captures& c, const TimeContext& context) {
  const auto in_year = [&](int year) { return HolidayIn(c.argument(), year); };
  if (c.Has(YEAR)) {
    return DayReading(in_year(static_cast<int>(c.Number(YEAR))), "a holiday with its year");
  }
  TimeContext told = context;
  if (c.Has(DIRECTION))
    told.tense = c.Number(DIRECTION) < 0 ? Tense::kPast : Tense::kFuture;  // "last Christmas"
  return DayReading(NearestYear(told, in_year), FromPublished("a holiday", told));
}

}  // namespace dateline::readings
