// Where do words of the lexicon tell of an act?  Triggers in text order, not overlapping.
//
// Words of the table first; where it has none, an act that the encoder is sure of is a trigger too.
//
// A row of triggers.tsv fits where its words stand, the word that heads them is of its part of
// speech in the tree, and its needs hold.  A trigger carries every row that fits, the best first;
// which of them it is may hang on who the sides are (roles.h), so that the choice is left to the
// extractor. Cost: linear in the tokens; each look at the neighbours is bounded (kReach).  Thread
// rule: pure function.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/events/clause.h"
#include "extract/events/report_view.h"

namespace dateline::events {

inline constexpr std::uint32_t kReach = 16;  // tokens that count as "in the clause"

struct Trigger {
  Range tokens;
  std::uint32_t node = 0;  // the verb or noun of them that the others hang from
  Use use = Use::kNoun;
  std::vector<std::uint32_t> rows;  // of the lexicon; never empty
};

// Is the trigger the auxiliary of what somebody is to do: "rebels [must] leave"?
inline bool SaysMust(const ReportView& view, const Trigger& trigger) {
  return view.doc.tokens[trigger.tokens.first].upos == Upos::kAux;
}

std::vector<Trigger> FindTriggers(const ReportView& view);

}  // namespace dateline::events
