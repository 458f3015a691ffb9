// Where on the map?  Events of one report as GeoJSON features (RFC 7946).
//
// One feature an event; `geometry` is null where the event has no place with coordinates, so that
// no pin stands where nothing happened.  `precision_km` says how far from the point it may have
// been, by the kind of place.
#pragma once

#include <string>

#include "dateline/article.h"
#include "dateline/record.h"

namespace dateline {

// The features, one a line, each but the first after ",\n"; "" if there are none.
std::string GeoJsonFeatures(const Article& article, const RecordBatch& batch);

// Around all features of an export.
inline constexpr const char* kGeoJsonBegin = "{\"type\":\"FeatureCollection\",\"features\":[\n";
inline constexpr const char* kGeoJsonEnd = "\n]}\n";

}  // namespace dateline
