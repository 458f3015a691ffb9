// Does a clause speak of what was, or of what is to come?
//
// Looks for the verb nearest to a phrase of time in its sentence, first before it, then behind it.
// There is no tree: the nearest tells the tense in nine clauses of ten.  Words that tell are in
// data/time_tense.tsv. Cost: a few look-ups in a window of fixed size.  Thread rule: pure function.
#pragma once

#include "document/document.h"
#include "extract/times/reading.h"

namespace dateline {

// REQUIRES: `phrase` lies in one sentence of the document.  Empty: unknown.
Tense TenseAround(const Document& doc, Range phrase);

}  // namespace dateline
