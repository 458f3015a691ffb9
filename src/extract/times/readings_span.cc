#include "extract/times/readings.h"

namespace dateline::readings {

namespace {

using enum TimeClass;

// "P3D", "PT24H", "P20Y" for two decades, "PXW" for an uncertain number.
struct Unit {
  bool clock;
  char letter;
  std::int64_t factor;
};

Unit UnitOf(const Captures& c) {
  std::string_view code = c.Code(c.Has(UNIT) ? UNIT : UNITS);
  const bool clock = code.front() == 'T';
  if (clock) code.remove_prefix(1);
  const std::int64_t factor = code.ends_with("100")  ? 100
                              : code.ends_with("10") ? 10
                              : code.ends_with('2')  ? 2
                                                     : 1;
  return {clock, code.front(), factor};
}

std::string Length(const Unit& unit, std::string_view count) {
  return LengthValue(unit.clock, count, unit.letter);
}

// Half a unit in the next smaller one that divides it: "30M", "6M", "12H"; "" where none does.
std::string HalfOf(const Unit& unit) {
  if (unit.clock && (unit.letter == 'H' || unit.letter == 'M'))
    return unit.letter == 'H' ? "30M" : "30S";
  if (unit.letter == 'Y' && unit.factor == 1) return "6M";
  return "";
}

}  // namespace

Reading Duration(const Captures& c, const TimeContext&) {
  const Unit unit = UnitOf(c);
  // "two to three weeks", "two or three": the last number stands next to the unit; the first is
  // meant as least.
  const std::int64_t count = c.Has(NUM)                  ? c.Number(NUM)
                             : c.argument() == "half of" ? 0
                             : c.argument() == "2"       ? 2
                                                         : 1;
  const std::string why = "a length of time";
  if (count > 1'000'000'000) return {ReadingKind::kDuration, Length(unit, "X"), why};
  if (c.Has(NUM) && !c.Get(NUM)->fraction.empty() && unit.factor == 1) {
    return {ReadingKind::kDuration,
            Length(unit, std::to_string(count) + std::string(c.Get(NUM)->fraction)), why};
  }
  if (!c.argument().starts_with("half")) {
    return {ReadingKind::kDuration, Length(unit, std::to_string(count * unit.factor)), why};
  }
  const std::string half = HalfOf(unit);
  if (unit.factor > 1) {  // "half a decade"
    return {ReadingKind::kDuration,
            Length(unit, std::to_string(count * unit.factor + unit.factor / 2)), why};
  }
  if (half.empty())
    return {ReadingKind::kDuration, Length(unit, std::to_string(count) + ".5"), why};
  const std::string whole = count > 0 ? std::to_string(count) + unit.letter : "";
  return {ReadingKind::kDuration, (unit.clock ? "PT" : "P") + whole + half, why};
}

Reading VagueDuration(const Captures& c, const TimeContext&) {
  return {ReadingKind::kDuration, Length(UnitOf(c), "X"), "a length of time without a number"};
}

Reading Every(const Captures& c, const TimeContext&) {
  const std::string why = "something that repeats";
  if (c.Has(WEEKDAY) || c.Has(WEEKDAYS)) {
    std::string value = "XXXX-WXX-" + std::to_string(c.Number(c.Has(WEEKDAY) ? WEEKDAY : WEEKDAYS));
    if (c.Has(PART) || c.Has(PARTS)) value += c.Code(c.Has(PART) ? PART : PARTS);
    return {ReadingKind::kSet, value, why};
  }
  if (c.Has(MONTHNAME)) {
    const std::int64_t month = c.Number(MONTHNAME);
    return {ReadingKind::kSet, (month < 10 ? "XXXX-0" : "XXXX-") + std::to_string(month), why};
  }
  if (c.Has(SEASON)) return {ReadingKind::kSet, "XXXX-" + std::string(c.Code(SEASON)), why};
  if (c.Has(PART)) return {ReadingKind::kSet, "XXXX-XX-XX" + std::string(c.Code(PART)), why};
  const Unit unit = UnitOf(c);
  const std::int64_t count = c.Has(NUM) ? c.Number(NUM) : c.argument() == "2" ? 2 : 1;
  return {ReadingKind::kSet,
          Length(unit, std::to_string(std::min<std::int64_t>(count, 1'000'000) * unit.factor)),
          why};
}

// The argument is a type and a value: "DATE PRESENT_REF", "SET P1D".
Reading Fixed(const Captures& c, const TimeContext&) {
  const bool set = c.argument().starts_with("SET ");
  const std::string value(c.argument().substr(c.argument().find(' ') + 1));
  return {set ? ReadingKind::kSet : ReadingKind::kReference, value,
          set ? "a word for what repeats" : "a word for the present, past or future at large"};
}

Reading Nothing(const Captures&, const TimeContext&) { return {}; }

}  // namespace dateline::readings
