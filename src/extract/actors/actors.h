// Who acts in this report?  The extractor "actors": all actors that can be seen without knowing the
// events.
//
// One actor for each cluster of names of a person or body; for a country or capital where it acts
// ("Moscow said", not "in Moscow"); for a group or role that the tables know, where it acts or has
// a nationality ("Ukrainian troops", "the prime minister said").  Statements and events add the
// phrases that they find later, through the same ActorBook.  Each actor has its code as of the text
// and says why. Cost: linear.  Thread rule: const, shared.
#pragma once

#include "document/stage.h"

namespace dateline {

class ActorExtractor : public Extractor {
 public:
  StageInfo info() const override;
  void Extract(const Document& doc, RecordBatch& batch) const override;
};

}  // namespace dateline
