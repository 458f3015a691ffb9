#include "extract/times/reading.h"

namespace dateline {

const TimeTerm* Captures::Get(TimeClass c, int nth) const {
  for (std::uint32_t i = match_.all.first; i < match_.all.last; ++i) {
    const PatternPlace& place = (*match_.places)[i - match_.all.first];
    if (!place.context && (place.classes & terms_[i].classes & Bit(c)) != 0 && nth-- == 0)
      return &terms_[i];
  }
  return nullptr;
}

std::int64_t Captures::Month() const {
  return Number(Has(TimeClass::MONTHNAME) ? TimeClass::MONTHNAME : TimeClass::MONTHABBR);
}

Reading DayReading(std::optional<Date> day, std::string how) {
  if (!day) return Unresolved(ReadingKind::kDay, how);
  const Period period = {*day, Grain::kDay};
  return {ReadingKind::kDay, TimexValue(period), std::move(how), period};
}

Reading PeriodReading(std::optional<Period> period, std::string how) {
  if (!period) return Unresolved(ReadingKind::kPeriod, how);
  return {ReadingKind::kPeriod, TimexValue(*period), std::move(how), period};
}

std::string LengthValue(bool clock, std::string_view count, char letter) {
  std::string value = clock ? "PT" : "P";
  value += count;
  value += letter;
  return value;
}

Reading Unresolved(ReadingKind kind, std::string_view what) {
  return {kind, "", std::string(what) + "; not resolved: no known date to count from"};
}

}  // namespace dateline
