// Which words stand in quotation marks?  Assigns kQuotes: marks are paired by structure, a
// paragraph at a time.
//
// Understood: "straight", “curly”, „low“, «angle», ''two apostrophes'', ``grave'' and British
// singles
// ('...', ‘...’), told from apostrophes ("don't", "workers'", "'90s").  A quotation over several
// paragraphs, a mark opening each and one closing, is one Quote a paragraph.  Marks without a
// partner are repaired and listed in one Diagnostic "quotes.unbalanced"; nothing is lost and
// nothing fails. Quotes come in text order and do not nest: marks inside marks are words of the
// outer quotation. Cost: linear in the text, whatever its marks.  Thread rule: stateless.
#pragma once

#include "document/stage.h"

namespace dateline {

class QuoteAnnotator : public Annotator {
 public:
  StageInfo info() const override;
  void Annotate(Document& doc) const override;
};

}  // namespace dateline
