#include "base/check.h"
#include "extract/times/readings.h"

namespace dateline::readings {

namespace {

using enum TimeClass;

constexpr const char* kWeekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                     "Friday", "Saturday", "Sunday"};

std::string DayValue(Date date) { return TimexValue({date, Grain::kDay}); }

// The `weekday` (1..7) in the week that ends, or begins, with `from`.
std::optional<Date> WeekdayUpTo(Date from, std::int64_t weekday) {
  return AddDays(from, -((WeekdayOf(from) - weekday + 7) % 7));
}
std::optional<Date> WeekdayFrom(Date from, std::int64_t weekday) {
  return AddDays(from, (weekday - WeekdayOf(from) + 7) % 7);
}

Grain GrainNamed(std::string_view name) {
  if (name == "day") return Grain::kDay;
  if (name == "weekend") return Grain::kWeekend;
  if (name == "week") return Grain::kWeek;
  if (name == "month") return Grain::kMonth;
  if (name == "quarter") return Grain::kQuarter;
  if (name == "year") return Grain::kYear;
  if (name == "decade") return Grain::kDecade;
  DL_CHECK(name == "century");
  return Grain::kCentury;
}

// What UNIT or UNITS of a pattern counts: the grain to step by, and steps a unit ("decade": 10
// years).
struct Step {
  Grain grain;
  std::int64_t size;
};
std::optional<Step> StepOf(const Captures& c) {
  const std::string_view code = c.Code(c.Has(UNIT) ? UNIT : UNITS);
  const std::int64_t size = code == "Y10" ? 10 : code == "Y100" ? 100 : code == "W2" ? 2 : 1;
  switch (code.front()) {
    case 'D':
      return Step{Grain::kDay, 1};
    case 'W':
      return Step{Grain::kWeek, size};
    case 'M':
      return Step{Grain::kMonth, 1};
    case 'Q':
      return Step{Grain::kQuarter, 1};
    case 'Y':
      return Step{Grain::kYear, size};
    default:
      return std::nullopt;  // hours, minutes
  }
}

bool IsPast(const Captures& c) { return c.argument() == "-1"; }

// "a year ago" beside a quarter: that quarter of the year before.
bool IsYearFromQuarter(const Captures& c, const TimeContext& context, const Step& step) {
  return context.quarter && step.grain == Grain::kYear && step.size == 1 && !c.Has(NUM);
}

Reading YearBeforeQuarter(const TimeContext& context) {
  Reading reading =
      PeriodReading(Shift(*context.quarter, -4), "a year before the quarter last spoken of");
  reading.aside = true;
  return reading;
}

Reading Stepped(const Captures& c, Period from, Step step, std::string how) {
  const std::int64_t count = c.Has(NUM) ? c.Number(NUM) : 1;
  // "a week ago" is a day; "six weeks ago" is a week.
  if (step.grain == Grain::kWeek && count * step.size == 1) step = {Grain::kDay, 7};
  const std::int64_t steps = std::min<std::int64_t>(count, 1'000'000) * step.size;
  const std::optional<Period> to = Shift({from.day, step.grain}, IsPast(c) ? -steps : steps);
  if (!to)
    return {ReadingKind::kReference, IsPast(c) ? "PAST_REF" : "FUTURE_REF", "beyond the calendar"};
  if (to->grain == Grain::kDay) return DayReading(to->day, std::move(how));
  return PeriodReading(to, std::move(how));
}

}  // namespace

Reading Weekday(const Captures& c, const TimeContext& context) {
  const std::int64_t weekday = c.Number(WEEKDAY);
  const std::string name = kWeekdays[weekday - 1];
  if (!context.published) return Unresolved(ReadingKind::kWeekday, "a bare weekday");
  const bool future = context.tense == Tense::kFuture;
  const std::optional<Date> day =
      future ? WeekdayFrom(*context.published, weekday) : WeekdayUpTo(*context.published, weekday);
  const char* tense = future                          ? ", future tense: the first "
                      : context.tense == Tense::kPast ? ", past tense: the last "
                                                      : ": the last ";
  Reading reading =
      DayReading(day, "a bare weekday" + (tense + name) + (future ? " from " : " up to ") +
                          DayValue(*context.published));
  reading.kind = ReadingKind::kWeekday;
  return reading;
}

Reading SomeWeekday(const Captures& c, const TimeContext&) {
  return {ReadingKind::kReference, "XXXX-WXX-" + std::to_string(c.Number(WEEKDAY)),
          "any such weekday"};
}

Reading NearWeekday(const Captures& c, const TimeContext& context) {
  const std::int64_t weekday = c.Number(WEEKDAY), direction = c.Number(DIRECTION);
  if (!context.published) return Unresolved(ReadingKind::kDay, "a weekday");
  const Date published = *context.published;
  const std::optional<Date> before = AddDays(published, -1), after = AddDays(published, 1);
  if (!before || !after) return {};
  const std::optional<Date> day = direction < 0   ? WeekdayUpTo(*before, weekday)
                                  : direction > 0 ? WeekdayFrom(*after, weekday)
                                                  : WeekdayFrom(published, weekday);
  Reading reading = DayReading(
      day, std::string("the ") + (direction < 0 ? "last " : "next ") + kWeekdays[weekday - 1] +
               (direction < 0 ? " before " : " after ") + DayValue(published));
  reading.kind = ReadingKind::kWeekday;
  return reading;
}

Reading NearSpan(const Captures& c, const TimeContext& context) {
  const Grain grain = GrainNamed(c.Code(SPAN));
  if (!context.published) return Unresolved(ReadingKind::kPeriod, "counted from publication");
  const std::int64_t direction = c.Number(DIRECTION);
  const std::string how = (direction < 0   ? "the one before that of "
                           : direction > 0 ? "the one after that of "
                                           : "that of ") +
                          DayValue(*context.published);
  const std::optional<Period> to = Shift({*context.published, grain}, direction);
  if (to && grain == Grain::kDay) return DayReading(to->day, how);
  return PeriodReading(to, how);
}

Reading NeighbourSpan(const Captures& c, const TimeContext& context) {
  const Grain grain = GrainNamed(c.Code(SPAN));
  const std::int64_t shift = !c.argument().empty() ? 1
                             : c.Has(NEIGHBOUR)    ? c.Number(NEIGHBOUR)
                             : c.Has(DIRECTION)    ? c.Number(DIRECTION)
                                                   : 0;
  std::optional<Period> from = context.spoken;
  if (!from && context.published) from = Period{*context.published, Grain::kDay};
  if (!from) return Unresolved(ReadingKind::kPeriod, "counted from a time spoken of");
  if (from->grain > grain)
    return Unresolved(ReadingKind::kPeriod, "a part of " + TimexValue(*from));
  const std::optional<Period> to = Shift({from->day, grain}, shift);
  const std::string how = "counted from the time last spoken of, " + TimexValue(*from);
  if (to && grain == Grain::kDay) return DayReading(to->day, how);
  return PeriodReading(to, how);
}

// "over the weekend" told on a Wednesday is the one behind, "will meet at the weekend" the one
// ahead.
Reading TheWeekend(const Captures&, const TimeContext& context) {
  if (!context.published) return Unresolved(ReadingKind::kPeriod, "a weekend");
  const bool ahead = context.tense == Tense::kFuture || WeekdayOf(*context.published) >= 6;
  return PeriodReading(
      Shift({*context.published, Grain::kWeekend}, ahead ? 0 : -1),
      "a bare weekend: by tense the one up to or from " + DayValue(*context.published));
}

Reading TheSpan(const Captures& c, const TimeContext& context) {
  const Grain grain = GrainNamed(c.Code(SPAN));
  if (grain != Grain::kWeek && grain != Grain::kMonth && grain != Grain::kYear) return {};
  if (!context.published) return Unresolved(ReadingKind::kPeriod, "the present one");
  return PeriodReading(Period{*context.published, grain},
                       "that of " + DayValue(*context.published));
}

Reading DayWord(const Captures& c, const TimeContext& context) {
  const std::int64_t days = c.argument() == "-2"   ? -2
                            : c.argument() == "-1" ? -1
                            : c.argument() == "1"  ? 1
                            : c.argument() == "2"  ? 2
                                                   : 0;
  if (!context.published) return Unresolved(ReadingKind::kDay, "counted from publication");
  return DayReading(AddDays(*context.published, days),
                    "counted from " + DayValue(*context.published));
}

Reading Ago(const Captures& c, const TimeContext& context) {
  const std::optional<Step> step = StepOf(c);
  if (!context.published) return Unresolved(ReadingKind::kPeriod, "counted from publication");
  const std::string how = "counted from " + DayValue(*context.published);
  if (!step) return DayReading(context.published, how + ": hours or minutes away, that day");
  if (IsPast(c) && IsYearFromQuarter(c, context, *step)) {
    return YearBeforeQuarter(context);
  }
  return Stepped(c, {*context.published, Grain::kDay}, *step, how);
}

Reading Apart(const Captures& c, const TimeContext& context) {
  const std::optional<Step> step = StepOf(c);
  std::optional<Period> from = context.spoken;
  if (!from && context.published) from = Period{*context.published, Grain::kDay};
  if (!from) return Unresolved(ReadingKind::kPeriod, "counted from a time spoken of");
  const std::string how = "counted from the time last spoken of, " + TimexValue(*from);
  if (!step) return DayReading(from->day, how + ": hours or minutes away, that day");
  if (IsPast(c) && IsYearFromQuarter(c, context, *step)) {
    return YearBeforeQuarter(context);
  }
  return Stepped(c, *from, *step, how);
}

Reading EndOf(const Captures& c, const TimeContext& context) {
  if (!context.published) return Unresolved(ReadingKind::kDay, "the end of the present one");
  const Date published = *context.published;
  if (c.argument() == "month") {
    return DayReading(LastOfMonth(published),
                      "the last day of the month of " + DayValue(published));
  }
  return DayReading(MakeDate(YearOf(published), 12, 31),
                    "the last day of the year of " + DayValue(published));
}

}  // namespace dateline::readings
