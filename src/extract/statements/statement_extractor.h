// Who said what to whom?  Assigns kStatements.
//
// Steps, each a header of this folder: frames and headlines find drafts in a sentence, loose_quotes
// those quotations that no cue introduces, nesting their parents, speakers their actors, stance how
// it is said. New sources become actors through ActorBook.  Statements come in the order of their
// content. Cost: linear in the text but for sorting.  Thread rule: stateless.
#pragma once

#include "document/stage.h"

namespace dateline {

class StatementExtractor : public Extractor {
 public:
  StageInfo info() const override;
  void Extract(const Document& doc, RecordBatch& batch) const override;
};

}  // namespace dateline
