// Which phrases beside each other are one time?  "10 a.m." and "Tuesday", "Friday" and "May 3".
//
// A phrase is what one rule matched, with its modifiers.  Two that touch, or that only a comma or a
// small word stands between ("7 a.m. on Thursday", "Thursday at 10 a.m."), become one: a weekday
// and a date are that date, a day and a time of day are a TIME. Cost: linear in the phrases. Thread
// rule: pure function.
#pragma once

#include <vector>

#include "document/document.h"
#include "extract/times/reading.h"

namespace dateline {

struct TimePhrase {
  Range terms;  // modifiers included
  Reading reading;
};

// Joins the phrases of one sentence, in text order, and drops those that are no times by
// themselves.
std::vector<TimePhrase> JoinPhrases(const std::vector<TimePhrase>& phrases,
                                    const std::vector<TimeTerm>& terms,
                                    const Vocabulary& vocabulary);

}  // namespace dateline
