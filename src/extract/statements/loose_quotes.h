// Who speaks in a quotation that no cue introduces?
//
//   "We go," he said. "They stay."      the second is a fragment of the same statement
//   a bare quotation paragraph          an implicit statement of the running speaker
//   "..." - Commissioner Hale           a signature
//   And from Chairwoman Oduya: "..."    a colon, in the paragraph before or in the same
//   Ward's plan is "a gift to ..."      in a clause without cue: the clause's subject
// Scare quotes are no speech and stay out.
// Cost: linear in quotations and drafts.  Thread rule: pure function.
#pragma once

#include <vector>

#include "extract/statements/draft.h"
#include "extract/statements/view.h"

namespace dateline {

// Adds drafts (or fragments of drafts) for all quotations that lie in no content yet; leaves the
// drafts in text order.  REQUIRES: drafts in the order of their sentences, each with content.
void ReadLooseQuotes(const StatementView& view, std::vector<Draft>& drafts);

}  // namespace dateline
