// Where is a place that the gazetteer has not?  At the one that the text names as its own place.
//
// "Mezzeh district of Damascus", "the camp, 12 km south of El Fasher", "Greenlane, Auckland": in
// the tree the known name hangs from the unknown one, by nouns only.  A verb or "and" between them
// ends the tie.  Cost: constant a toponym.  Thread rule: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/places/resolve.h"
#include "extract/places/toponym.h"

namespace dateline::places {

// Of each toponym without a place the index of the one that it lies at; kNone if there is none, and
// of all that have a place.
std::vector<std::uint32_t> PlacesBeside(const Document& doc, const std::vector<Toponym>& toponyms,
                                        const std::vector<Resolved>& resolved);

}  // namespace dateline::places
