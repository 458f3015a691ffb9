#include "extract/places/places.h"

#include <string>
#include <unordered_map>

#include "extract/places/beside.h"
#include "extract/places/detect.h"
#include "extract/places/resolve.h"

namespace dateline {

namespace {

using places::Beside;
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

// What a place that no gazetteer has takes from the one that it lies at; a country or one of its
// first divisions is too wide to be a point of the map.
void SetBeside(Place& place, const GazetteerPlace& outer, const Beside& beside) {
  constexpr double kLess = 0.5;
  place.country = outer.country;
  place.admin1 = outer.admin1;
  const bool wide = outer.level == 1 && !outer.capital;
  if (outer.kind == PlaceKind::kCountry || wide || outer.country.empty()) return;
  place.at = places::Away(outer.at, beside.kilometres, beside.bearing);
  place.judgement.confidence *= kLess;
  place.judgement.why.append("; set at ");
  if (beside.kilometres > 0)
    place.judgement.why.append("the distance from ")
        .append(outer.name)
        .append(" that the text gives");
  else
    place.judgement.why.append(outer.name).append(", named as where it is");
}

}  // namespace

StageInfo PlaceExtractor::info() const {
  return {"places",
          {Layer::kSentences, Layer::kTokens, Layer::kSyntax, Layer::kNames},
          {Layer::kPlaces}};
}

void PlaceExtractor::Extract(const Document& doc, RecordBatch& batch) const {
  const std::vector<Toponym> toponyms = places::DetectToponyms(doc, *gazetteer_);
  const std::vector<Resolved> resolved = places::Resolve(toponyms, *gazetteer_);
  const std::vector<Beside> beside = places::PlacesBeside(doc, toponyms, resolved);
  std::unordered_map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < toponyms.size(); ++i) {
    const auto [found, is_new] =
        known.try_emplace(IdentityOf(toponyms[i], resolved[i]), batch.places.size());
    if (is_new) {
      batch.places.push_back(RecordOf(doc, toponyms[i], resolved[i]));
    } else {
      batch.places[found->second].mentions.Add(toponyms[i].span);
    }
    Place& place = batch.places[found->second];
    if (beside[i].toponym != places::kNone && place.country.empty())
      SetBeside(place, *resolved[beside[i].toponym].place, beside[i]);
  }
}

}  // namespace dateline
