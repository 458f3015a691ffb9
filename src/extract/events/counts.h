// How many were killed, hurt, arrested?  Plain counts of a sentence.
//
//   "killing six villagers and wounding at least 20"   dead 6, injured 20
//   "Seven people were arrested", "two dead", "a 64-year-old farmer was injured" (1)
// A number belongs to the word of harm that is nearest, before or after, in the same clause; ages,
// dates, years and counts of things are none.  "Dozens" and "several" give no number. Cost: linear
// in the sentence.  Thread rule: pure function.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/events/report_view.h"

namespace dateline::events {

struct Counts {
  std::optional<std::uint32_t> dead, injured, arrested;
};

Counts CountsOf(const ReportView& view, std::uint32_t sentence);

}  // namespace dateline::events
