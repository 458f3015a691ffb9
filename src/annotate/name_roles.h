// What does the report say this person is?  The role of a cluster, from the words that touch one of
// its names.
//
// Before a name: "the US Secretary of State Antony Blinken" -> "US Secretary of State", "rebel
// leader Karim". In apposition: "Wang Yi, China's top diplomat," -> "China's top diplomat", and the
// other way round, "the group's founder, Lina Osei,".  The first role of a cluster that names an
// office or noun of data/agents.tsv wins; honorifics ("Mr") are none. Cost: linear in the names, at
// most kReach tokens each.  Thread rule: pure.
#pragma once

#include "document/document.h"

namespace dateline {

// Fills `role` and `role_span` of clusters of persons and bodies.
void FindRoles(Document& doc);

}  // namespace dateline
