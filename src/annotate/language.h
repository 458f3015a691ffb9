// Is the report in English?  A text that is not gives the Diagnostic "language.other"; it is read
// all the same, by rules and a model that know English, so its records are few and not to be
// trusted.
//
// Every third word of English prose is one of its function words; counted are those of three
// letters and more that are no words of other languages ("the", "and", "with"; not "in", "was").
// Fewer than one in twenty is no English prose, whatever its script: of 919 English reports the
// poorest has 1 in 12, the median 1 in 6.  Texts of fewer than fifty words are not judged, and one
// word counts five times at most: "Talks. Talks. Talks." says no more than "Talks."
// Cost: linear in the first thousand words.  Thread rule: stateless.
#pragma once

#include "document/stage.h"

namespace dateline {

class LanguageAnnotator : public Annotator {
 public:
  StageInfo info() const override;
  void Annotate(Document& doc) const override;
};

}  // namespace dateline
