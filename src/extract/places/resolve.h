// Which place of its name does a toponym mean?
//
// Every candidate of the gazetteer gets a score: how prominent it is; whether "Town, State" or a
// place noun beside it fits; how many toponyms of the report lie in its country and its first-level
// division; how near the others are.  Three rounds, so that sure names help unsure ones.  One sense
// a name and report, but "Troy county" and "Troy" are two names. Cost: linear in the toponyms: each
// distinct name is scored once a round, with at most kCandidates candidates and against at most
// kAnchors others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/places/toponym.h"

namespace dateline::places {

struct Resolved {
  std::optional<GazetteerPlace> place;  // none: not in the gazetteer
  double confidence = 0;                // that it is this one
  std::string why;                      // "the only Siversk in the gazetteer"
};

// One answer a toponym.
std::vector<Resolved> Resolve(const std::vector<Toponym>& toponyms, const Gazetteer& gazetteer);

double Kilometres(LatLon a, LatLon b);

}  // namespace dateline::places
