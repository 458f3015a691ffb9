// Is the report in English?  A text that is not gives the Diagnostic "language.other"; it is read
// all the same, by rules and a model that know English, so its records are few and not to be
// trusted.
//
// Every third word of English prose is one of its function words; counted are those of three
// letters and more that are no words of other languages ("the", "and", "with"; not "in", "was").
// Fewer than one in twenty is no English prose, whatever its script: of 943 English reports the
// poorest has 1 in 13, the median 1 in 5.  Texts of fewer than fifty words are not judged.
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
