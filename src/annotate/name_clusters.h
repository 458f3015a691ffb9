// Which names of a report mean the same?  "Wang Yi", "Wang", "Mr Wang"; "Rapid Support Forces
// (RSF)", "RSF".
//
// Persons join by surname, by first name where it stands alone, and by initials that fit; bodies by
// their table entry, by a bracketed acronym, and by the name without its nationality ("Kenyan
// Health Ministry", "Health Ministry"); places and nationalities by entry or spelling.  A cluster's
// name is its fullest form. Cost: linear, hash lookups.  Thread rule: pure.
#pragma once

#include <vector>

#include "document/document.h"

namespace dateline {

// Sets `cluster` of every name of the document and fills doc.clusters, roles still empty.
void ClusterNames(Document& doc);

}  // namespace dateline
