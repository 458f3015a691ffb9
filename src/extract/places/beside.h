// Where is a place that the gazetteer has not?  At the one that the text names as its own place.
//
// "Mezzeh district of Damascus", "Greenlane, Auckland": in the tree the known name hangs from the
// unknown one, by nouns only.  A verb or "and" between them ends the tie.  A distance ties as well,
// and says how far off: "Qwer, 8 km northeast of Nairobi".  Cost: constant a toponym.  Thread rule:
// pure.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/places/resolve.h"
#include "extract/places/toponym.h"

namespace dateline::places {

struct Beside {
  std::uint32_t toponym = kNone;  // the one that it lies at; kNone: the text says none
  double kilometres = 0;          // from there
  double bearing = 0;             // in degrees: 0 is north, 90 east
};

// Of each toponym without a place; none for all that have one.
std::vector<Beside> PlacesBeside(const Document& doc, const std::vector<Toponym>& toponyms,
                                 const std::vector<Resolved>& resolved);

// The point `kilometres` away from `from`.
LatLon Away(LatLon from, double kilometres, double bearing);

}  // namespace dateline::places
