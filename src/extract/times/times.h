// When?  The extractor "times": TIMEX3 dates, times, durations and sets, each with its value.
//
// Sentence by sentence: terms (terms.h), the longest rule at each place (grammar.h, pattern.h), its
// reading (readings.h) with the tense of the clause (tense.h), neighbours joined (joins.h).
// Relative times count from Article::published, or from a time that the report spoke of just
// before.  Without a publication date they are recorded with an empty value. Cost: linear in the
// text.  Thread rule: const, shared.
#pragma once

#include "document/stage.h"

namespace dateline {

class TimesExtractor : public Extractor {
 public:
  StageInfo info() const override;
  void Extract(const Document& doc, RecordBatch& batch) const override;
};

}  // namespace dateline
