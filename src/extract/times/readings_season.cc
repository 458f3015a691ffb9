#include "extract/times/readings.h"

namespace dateline::readings {

namespace {

using enum TimeClass;

constexpr int kMonthsAhead =
    4;  // a quarter without a year that begins later than this is last year's

std::optional<int> NamedYear(const Captures& c, const TimeContext& context) {
  if (c.Has(YEAR)) return static_cast<int>(c.Number(YEAR));
  if (!c.Has(DIRECTION) || !context.published) return std::nullopt;
  return YearOf(*context.published) + static_cast<int>(c.Number(DIRECTION));
}

std::optional<Period> Quarter(int year, std::int64_t number) {
  const std::optional<Date> first = MakeDate(year, 3 * number - 2, 1);
  if (!first) return std::nullopt;
  return Period{*first, Grain::kQuarter};
}

int FirstMonthOf(std::string_view season) {
  return season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12;
}

Reading SeasonReading(std::string_view season, int year, std::string why) {
  const std::optional<Date> first = MakeDate(year, FirstMonthOf(season), 1);
  if (!first) return {};
  Reading reading = PeriodReading(Period{*first, Grain::kQuarter}, std::move(why));
  reading.value = TimexValue({*first, Grain::kYear}) + "-" + std::string(season);
  return reading;
}

}  // namespace

Reading QuarterOf(const Captures& c, const TimeContext& context) {
  const std::int64_t number = c.Number(c.Has(ORDINAL) ? ORDINAL : NUM);
  if (number < 1 || number > 4) return {};
  if (const std::optional<int> year = NamedYear(c, context)) {
    return PeriodReading(Quarter(*year, number), "a quarter of a named year");
  }
  if (!context.published) return Unresolved(ReadingKind::kPeriod, "a quarter without a year");
  const int ahead = static_cast<int>(3 * number - 2) - MonthOf(*context.published);
  const int limit = context.tense == Tense::kPast ? 0 : kMonthsAhead;
  const int year = YearOf(*context.published) - (ahead > limit ? 1 : 0);
  return PeriodReading(Quarter(year, number),
                       "a quarter without a year: the last one that has begun or is near");
}

Reading TheQuarter(const Captures& c, const TimeContext& context) {
  const int shift = c.argument() == "-4" ? -4 : 0;
  if (context.quarter) {
    Reading reading =
        PeriodReading(Shift(*context.quarter, shift), "counted from the quarter last spoken of");
    reading.aside = shift != 0;
    return reading;
  }
  if (!context.published) return Unresolved(ReadingKind::kPeriod, "a quarter");
  Reading reading = PeriodReading(Shift({*context.published, Grain::kQuarter}, shift - 1),
                                  "counted from the last full quarter before publication");
  reading.aside = shift != 0;
  return reading;
}

Reading HalfOf(const Captures& c, const TimeContext& context) {
  const std::int64_t number = c.Has(ORDINAL) ? c.Number(ORDINAL) : 2;
  if (number > 2) return {};
  std::optional<int> year = NamedYear(c, context);
  if (!year && context.published) year = YearOf(*context.published);
  if (!year) return Unresolved(ReadingKind::kPeriod, "a half of a year");
  const std::optional<Date> first = MakeDate(*year, 6 * number - 5, 1);
  if (!first) return {};
  Reading reading = PeriodReading(Period{*first, Grain::kYear}, "a half of a year");
  reading.value += "-H" + std::to_string(number);
  return reading;
}

Reading SeasonOf(const Captures& c, const TimeContext& context) {
  const std::string_view season = c.Code(SEASON);
  if (c.Has(YEAR)) {
    return SeasonReading(season, static_cast<int>(c.Number(YEAR)), "a season with its year");
  }
  if (!context.published) return Unresolved(ReadingKind::kPeriod, "a season");
  int year = YearOf(*context.published);
  const int ahead = FirstMonthOf(season) - MonthOf(*context.published);
  const std::int64_t direction = c.Has(DIRECTION) ? c.Number(DIRECTION) : 0;
  const bool running = ahead <= 0 && ahead > -3;
  if (direction < 0) {
    if (ahead > 0 || running) --year;
    return SeasonReading(season, year, "the last such season before publication");
  }
  if (direction > 0) {
    if (ahead <= 0) ++year;
    return SeasonReading(season, year, "the next such season after publication");
  }
  if (!c.Has(DIRECTION) && context.tense == Tense::kPast && ahead > 0) --year;
  if (!c.Has(DIRECTION) && context.tense == Tense::kFuture && ahead <= -3) ++year;
  return SeasonReading(season, year, "a season, its year by the tense of the clause");
}

}  // namespace dateline::readings
