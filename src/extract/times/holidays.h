// Which day is that holiday?  data/time_holidays.tsv.
//
// Cost: a scan of the table (some twenty rows).  Thread rule: the table is read once, then shared.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/times/calendar.h"

namespace dateline {

// The names in the table, lower case: "good friday".
std::vector<std::string_view> HolidayNames();

// The day of a holiday in a year; none if the year has none.  REQUIRES: one of HolidayNames.
std::optional<Date> HolidayIn(std::string_view name, int year);

}  // namespace dateline
