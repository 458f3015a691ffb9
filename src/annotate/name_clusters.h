// Which names of a report mean the same?  The annotator "clusters".
//
//  "Wang Yi", "Wang", "Mr Wang"; "Rapid Support Forces
// (RSF)", "RSF".
//
// Persons join by surname, by first name where it stands alone, and by initials that fit; bodies by
// their table entry, by a bracketed acronym, and by the name without its nationality ("Kenyan
// Health Ministry", "Health Ministry"); places and nationalities by entry or spelling.  A cluster's
// name is its fullest form. Cost: linear, hash lookups.  Thread rule: pure.
#pragma once

#include "document/stage.h"

namespace dateline {

// Sets `cluster` of every name of the document and fills doc.clusters, with roles (name_roles.h).
class ClusterAnnotator : public Annotator {
 public:
  StageInfo info() const override;
  void Annotate(Document& doc) const override;
};

}  // namespace dateline
