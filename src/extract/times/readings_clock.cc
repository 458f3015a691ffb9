#include "extract/times/readings.h"

namespace dateline::readings {

namespace {

using enum TimeClass;

std::string TwoDigits(std::int64_t n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); }

}  // namespace

Reading ClockTime(const Captures& c, const TimeContext&) {
  std::int64_t hour = 0, minute = 0;
  if (c.Has(CLOCK)) {
    hour = c.Number(CLOCK) / 100;
    minute = c.Number(CLOCK) % 100;
  } else {
    hour = c.Number(HOUR);
    if (c.Has(MINUTE)) minute = c.Number(MINUTE);
  }
  std::string_view half = c.Has(PART) ? c.Code(PART) : std::string_view();
  if (c.Has(AMPM)) {
    if (hour > 12 || hour == 0) return {};
    hour = hour % 12 + c.Number(AMPM);
  } else if (hour < 12 && (half == "TAF" || half == "TEV" || (half == "TNI" && hour > 5))) {
    hour += 12;
  }
  if (hour > 24) return {};
  std::string value = "T";
  value += TwoDigits(hour) + ":" + TwoDigits(minute);
  if (c.Has(ZONE)) value += c.Code(ZONE);
  return {ReadingKind::kClock, value, "a time of the clock"};
}

// The argument is the distance in days from publication; "" where the day is one spoken of.
Reading DayPart(const Captures& c, const TimeContext& context) {
  std::string part = "TNI";  // "tonight", "overnight", "after dark"
  for (const TimeClass of : {NOON, PART, TWILIGHT}) {
    if (c.Has(of)) part = c.Code(of);
  }
  Reading reading = {ReadingKind::kClock, part, "a part of the day"};
  if (c.argument().empty() || !context.published) return reading;
  const std::optional<Date> day = AddDays(*context.published, c.argument() == "-1" ? -1 : 0);
  if (day) reading.period = Period{*day, Grain::kDay};
  return reading;
}

Reading BarePart(const Captures& c, const TimeContext&) {
  return {ReadingKind::kPart, std::string(c.Code(PART)), "a part of the day"};
}

}  // namespace dateline::readings
