// Where do words of the lexicon tell of an act?  Triggers in text order, not overlapping.
//
// A trigger carries every row of triggers.tsv whose words and needs fit there, the best first;
// which of them it is may hang on who the sides are (roles.h), so that the choice is left to the
// extractor. Cost: linear in the tokens; each look at the neighbours is bounded (kReach).  Thread
// rule: pure function.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/events/report_view.h"
#include "extract/events/verb_group.h"

namespace dateline::events {

inline constexpr std::uint32_t kReach = 16;  // tokens that count as "in the clause"

struct Trigger {
  Range tokens;
  VerbGroup group;
  std::vector<std::uint32_t> rows;  // of the lexicon; never empty
};

std::vector<Trigger> FindTriggers(const ReportView& view);

}  // namespace dateline::events
