// Which of a sentence's triggers are acts of their own?  Drops those that another trigger already
// tells.
//
//   "an air strike killed four"              one act: words of casualties are told by the strike
//   "demanded the release of the crew"       the complement of a request, a refusal, an agreement
//   is no second act "imposed sanctions", "held talks"        verb and noun of one act "sent troops
//   to storm the town"          a mobilisation inside an assault is dropped
// A threatened act with a verb of its own stays ("threatened to invade": THREATEN and a
// hypothetical ASSAULT). Also drops rows that the sentence's silence suppresses (silence.h). Cost:
// linear in the triggers of the sentence.  Thread rule: pure function.
#pragma once

#include <span>
#include <vector>

#include "extract/events/report_view.h"
#include "extract/events/trigger_matcher.h"

namespace dateline::events {

struct Selection {
  std::vector<Trigger> acts;
  std::vector<Trigger> harm;  // "killed", "wounded": told by an act of the sentence that did it
};

// `triggers`: all of one sentence, in order.  Those that remain, with the rows that remain.
Selection SelectTriggers(const ReportView& view, std::span<const Trigger> triggers);

}  // namespace dateline::events
