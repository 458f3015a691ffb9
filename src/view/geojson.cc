#include "view/geojson.h"

#include "view/json.h"
#include "view/record_lines.h"

namespace dateline {

namespace {

// Half the width of what such a name usually covers.
int PrecisionKm(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::kFacility:
      return 2;
    case PlaceKind::kCity:
      return 10;
    case PlaceKind::kMountain:
      return 25;
    case PlaceKind::kRegion:
    case PlaceKind::kRiver:
    case PlaceKind::kOther:
      return 150;
    case PlaceKind::kCountry:
    case PlaceKind::kSea:
      return 500;
  }
  return 500;
}

std::string Names(const Article& article, const RecordBatch& batch,
                  const std::vector<Participant>& sides) {
  std::string names;
  for (const Participant& side : sides) {
    if (!names.empty()) names += "; ";
    names += WhoIs(article, batch, side.actor, side.spans, side.code.ToString());
  }
  return names;
}

// The sentence in which the trigger stands.
Span SentenceOf(const RecordBatch& batch, Span trigger) {
  for (Span sentence : batch.sentences)
    if (sentence.Contains(trigger)) return sentence;
  return trigger;
}

void WriteGeometry(JsonWriter& json, const Place* place) {
  json.Key("geometry");
  if (place == nullptr || !place->at) {
    json.Null();
    return;
  }
  json.BeginObject().Key("type").String("Point").Key("coordinates").BeginArray();
  json.Decimal(place->at->lon, 4).Decimal(place->at->lat, 4).EndArray().EndObject();
}

void Count(JsonWriter& json, const std::optional<std::uint32_t>& count) {
  count ? json.Integer(*count) : json.Null();
}

std::string Feature(const Article& article, const RecordBatch& batch, std::uint32_t i) {
  const Event& event = batch.events[i];
  const Place* place = event.place && event.place->index < batch.places.size()
                           ? &batch.places[event.place->index]
                           : nullptr;
  JsonWriter json;
  json.BeginObject().Key("type").String("Feature");
  json.Key("id").String(article.id + ":" + EventId{i}.ToString());
  WriteGeometry(json, place);
  json.Key("properties").BeginObject();
  json.Key("type").String(ToString(event.type)).Key("mode").StringOrNull(event.mode);
  json.Key("quad").Integer(event.quad).Key("intensity").Decimal(event.intensity, 1);
  json.Key("cameo").StringOrNull(event.cameo);
  json.Key("status").String(ToString(event.status));
  json.Key("start").StringOrNull(event.date).Key("end").StringOrNull(event.date);
  json.Key("actors").StringOrNull(Names(article, batch, event.actors));
  json.Key("recipients").StringOrNull(Names(article, batch, event.recipients));
  Count(json.Key("dead"), event.dead);
  Count(json.Key("injured"), event.injured);
  Count(json.Key("arrested"), event.arrested);
  json.Key("place").StringOrNull(place == nullptr ? "" : place->name);
  json.Key("admin1").StringOrNull(place == nullptr ? "" : place->admin1);
  json.Key("country").StringOrNull(place == nullptr ? "" : place->country);
  json.Key("precision_km");
  place != nullptr && place->at ? json.Integer(PrecisionKm(place->kind)) : json.Null();
  json.Key("confidence").Decimal(event.judgement.confidence, 2);
  json.Key("evidence").String(WordsOf(article, {SentenceOf(batch, event.trigger.first())}));
  json.Key("article").String(article.id).Key("title").StringOrNull(article.title);
  json.Key("url").StringOrNull(article.url).Key("published").StringOrNull(article.published);
  json.EndObject().EndObject();
  return json.Take();
}

}  // namespace

std::string GeoJsonFeatures(const Article& article, const RecordBatch& batch) {
  std::string features;
  for (std::uint32_t i = 0; i < batch.events.size(); ++i) {
    if (i > 0) features += ",\n";
    features += Feature(article, batch, i);
  }
  return features;
}

}  // namespace dateline
