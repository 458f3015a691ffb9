#include "extract/events/implied_sides.h"

#include <map>
#include <set>
#include <string>

namespace dateline::events {

namespace {

// Organisations of states and firms of many countries are at home nowhere.
bool HasHome(const ActorCode& code) { return code.country.empty() && !code.sector.empty(); }

void GiveHome(const std::string& country, std::vector<Participant>& sides) {
  for (Participant& side : sides)
    if (HasHome(side.code)) side.code.country = country;
}

bool IsCountry(const std::string& code) {
  return code.size() == 3 && code != "IGO" && code != "NGO" && code != "MNC" && code != "IMG" &&
         code != "ISM";
}

using Opponents = std::map<std::string, std::set<std::string>>;

// Who fights whom in the report, by country.
Opponents OpponentsOf(const std::vector<Event>& events) {
  Opponents opponents;
  for (const Event& event : events) {
    if (event.type != EventType::kAssault) continue;
    for (const Participant& a : event.actors) {
      for (const Participant& b : event.recipients) {
        if (a.code.country == b.code.country || !IsCountry(a.code.country) ||
            !IsCountry(b.code.country))
          continue;
        opponents[a.code.country].insert(b.code.country);
        opponents[b.code.country].insert(a.code.country);
      }
    }
  }
  return opponents;
}

// The one opponent of the sides' country; "" if there is none or more than one.
std::string OpponentOf(const std::vector<Participant>& sides, const Opponents& opponents) {
  for (const Participant& side : sides) {
    const auto found = opponents.find(side.code.country);
    if (found != opponents.end() && found->second.size() == 1) return *found->second.begin();
  }
  return {};
}

void ImplyOpponents(const Opponents& opponents, const std::string& country, Event& event) {
  if (event.recipients.empty()) {
    std::string other = OpponentOf(event.actors, opponents);
    if (other.empty()) other = country;
    if (!other.empty()) event.recipients.push_back({{}, std::nullopt, {other, ""}});
  }
  if (event.actors.empty()) {
    const std::string other = OpponentOf(event.recipients, opponents);
    if (!other.empty()) event.actors.push_back({{}, std::nullopt, {other, ""}});
  }
}

}  // namespace

void AddImpliedSides(std::optional<PlaceId> dateline, RecordBatch& batch) {
  const auto country_of = [&batch](std::optional<PlaceId> place) {
    return place ? batch.places[place->index].country : std::string();
  };
  const std::string home = country_of(dateline);
  for (Event& event : batch.events) {
    std::string country = country_of(event.place);
    if (country.empty()) country = home;
    GiveHome(country, event.actors);
    GiveHome(country, event.recipients);
  }
  const Opponents opponents = OpponentsOf(batch.events);
  for (Event& event : batch.events) {
    if (event.type == EventType::kAssault)
      ImplyOpponents(opponents, country_of(event.place), event);
  }
}

}  // namespace dateline::events
