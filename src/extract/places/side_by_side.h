// What do toponyms that stand side by side say of each other?
//
// "Troy, N.C.": the one behind the comma contains the one before it.  "Missouri, New York and
// Virginia": among states it is the state.  Cost: linear in the toponyms.  Thread rule: pure.
#pragma once

#include <vector>

#include "extract/places/toponym.h"

namespace dateline::places {

// Sets inside and contains, and kind and level in lists.  `toponyms` are in text order.
void ReadSideBySide(const Document& doc, const Gazetteer& gazetteer,
                    std::vector<Toponym>& toponyms);

}  // namespace dateline::places
