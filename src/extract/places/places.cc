#include "extract/places/places.h"

#include <string>
#include <unordered_map>

#include "extract/places/detect.h"
#include "extract/places/resolve.h"

namespace dateline {

namespace {

using places::Resolved;
using places::Toponym;

// Equal for mentions of one place.
std::string IdentityOf(const Toponym& toponym, const Resolved& resolved) {
  if (!resolved.place) return "?" + toponym.key;
  if (resolved.place->geonames != 0) return std::to_string(resolved.place->geonames);
  return std::string(resolved.place->name) + '@' + std::to_string(resolved.place->at.lat);
}

Place RecordOf(const Document& doc, const Toponym& toponym, const Resolved& resolved) {
  Place place{
      .mentions = Evidence(toponym.span),
      .name = std::string(doc.Words(toponym.span)),
      .geonames = std::nullopt,
      .at = std::nullopt,
      .country = "",
      .admin1 = "",
      .kind = toponym.kind.value_or(PlaceKind::kOther),
      .judgement = {toponym.confidence * resolved.confidence, toponym.cause + "; " + resolved.why}};
  if (!resolved.place) return place;
  const GazetteerPlace& known = *resolved.place;
  place.name = known.name;
  if (known.geonames != 0) place.geonames = known.geonames;
  place.at = known.at;
  place.country = known.country;
  place.admin1 = known.admin1;
  place.kind = known.kind;
  return place;
}

}  // namespace

StageInfo PlaceExtractor::info() const {
  return {"places", {Layer::kSentences, Layer::kTokens, Layer::kNames}, {Layer::kPlaces}};
}

void PlaceExtractor::Extract(const Document& doc, RecordBatch& batch) const {
  const std::vector<Toponym> toponyms = places::DetectToponyms(doc, *gazetteer_);
  const std::vector<Resolved> resolved = places::Resolve(toponyms, *gazetteer_);
  std::unordered_map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < toponyms.size(); ++i) {
    const auto [found, is_new] =
        known.try_emplace(IdentityOf(toponyms[i], resolved[i]), batch.places.size());
    if (is_new) {
      batch.places.push_back(RecordOf(doc, toponyms[i], resolved[i]));
    } else {
      batch.places[found->second].mentions.Add(toponyms[i].span);
    }
  }
}

}  // namespace dateline
