// Does a clause speak of what was, or of what is to come?
//
// Climbs from a phrase of time to the verb that it hangs from and reads the verb's form, its
// auxiliaries and, before an infinitive, the verb above: "would fly on Monday", "plans to meet on
// Monday".  Words that plan are in data/time_tense.tsv.  Cost: a window of fixed size at each step
// of a short climb.  Thread rule: pure function.
#pragma once

#include "document/document.h"
#include "extract/times/reading.h"

namespace dateline {

// REQUIRES: `phrase` lies in one sentence of the document.  Empty: unknown.
Tense TenseAround(const Document& doc, Range phrase);

}  // namespace dateline
