#include "extract/events/implied_sides.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace dateline::events {

namespace {

// Who acts where they live: courts, police, protesters.  Diplomats, soldiers and rebels also act
// abroad.
bool ActsAtHome(const std::string& sector) {
  static const std::set<std::string> kAbroad = {"GOV", "MIL", "REB", "SPY", "UAF",
                                                "UNK", "REF", "JRN", "BUS", "ELI"};
  return !sector.empty() && !kAbroad.contains(sector);
}

// `country`: of the event's place.  `local`: soldiers and officials who are not named are of that
// country.
void GiveHome(const std::string& country, bool local, std::vector<Participant>& sides) {
  for (Participant& side : sides) {
    if (!side.code.country.empty() || side.code.sector.empty()) continue;
    if (local || ActsAtHome(side.code.sector)) side.code.country = country;
  }
}

constexpr int kActsOfAConflict = 2;  // one exchange is an incident
constexpr std::uint32_t kClauseBytes = 120;
constexpr std::size_t kMainMentions = 3;  // a country named less often may be anybody's

bool IsCountry(const std::string& code) {
  return code.size() == 3 && code != "IGO" && code != "NGO" && code != "MNC" && code != "IMG" &&
         code != "ISM";
}

// Opponent of a country -> in how many acts.
using Opponents = std::map<std::string, std::map<std::string, int>>;

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
        ++opponents[a.code.country][b.code.country];
        ++opponents[b.code.country][a.code.country];
      }
    }
  }
  return opponents;
}

// The one opponent of the sides' country; "" if there is none or more than one.
std::string OpponentOf(const std::vector<Participant>& sides, const Opponents& opponents) {
  for (const Participant& side : sides) {
    const auto found = opponents.find(side.code.country);
    if (found == opponents.end() || found->second.size() != 1) continue;
    if (found->second.begin()->second >= kActsOfAConflict) return found->second.begin()->first;
  }
  return {};
}

void ImplyOpponents(const Opponents& opponents, const std::string& country, Event& event) {
  if (event.recipients.empty()) {
    std::string other = OpponentOf(event.actors, opponents);
    if (other.empty()) other = country;
    const bool own =
        std::any_of(event.actors.begin(), event.actors.end(),
                    [&other](const Participant& actor) { return actor.code.country == other; });
    if (!other.empty() && !own) event.recipients.push_back({{}, std::nullopt, {other, ""}});
  }
  if (event.actors.empty()) {
    const std::string other = OpponentOf(event.recipients, opponents);
    if (!other.empty()) event.actors.push_back({{}, std::nullopt, {other, ""}});
  }
}

// The country that most of the actors are of, where the report has no dateline; "" if there is
// none.
std::string MainCountry(const std::vector<Actor>& actors) {
  std::map<std::string, std::size_t> mentions;
  std::size_t all = 0;
  for (const Actor& actor : actors) {
    if (!IsCountry(actor.code.country)) continue;
    mentions[actor.code.country] += actor.mentions.spans().size();
    all += actor.mentions.spans().size();
  }
  for (const auto& [country, count] : mentions)
    if (count >= kMainMentions && count * 2 > all) return country;
  return {};
}

// "In Beijing, a spokeswoman demanded ...": who acts at a place that opens the clause is of it.
bool StandsBefore(const Place& place, Span trigger) {
  return std::ranges::any_of(place.mentions.spans(), [trigger](Span mention) {
    return mention.end <= trigger.begin && trigger.begin - mention.end < kClauseBytes;
  });
}

}  // namespace

void AddImpliedSides(std::optional<PlaceId> dateline, RecordBatch& batch) {
  const auto country_of = [&batch](std::optional<PlaceId> place) {
    return place ? batch.places[place->index].country : std::string();
  };
  std::string home = country_of(dateline);
  if (home.empty()) home = MainCountry(batch.actors);
  for (Event& event : batch.events) {
    std::string country = country_of(event.place);
    if (country.empty()) country = home;
    // "the army" that strikes or arrests somewhere is that country's: a foreign one would be named.
    const bool local =
        country == home || event.type == EventType::kAssault || event.type == EventType::kCoerce ||
        event.type == EventType::kProtest || event.type == EventType::kMobilize ||
        (event.place && StandsBefore(batch.places[event.place->index], event.trigger.first()));
    GiveHome(country, local, event.actors);
    GiveHome(country, local, event.recipients);
  }
  const Opponents opponents = OpponentsOf(batch.events);
  for (Event& event : batch.events) {
    const std::string country = country_of(event.place);
    if (event.type == EventType::kAssault) ImplyOpponents(opponents, country, event);
    // "the military seized power", "police raided the office": it is done to the place's own.
    if (event.type == EventType::kCoerce && event.recipients.empty())
      event.recipients.push_back({{}, std::nullopt, {country.empty() ? home : country, ""}});
    std::erase_if(event.recipients, [](const Participant& side) {
      return side.spans.empty() && side.code.country.empty();
    });
  }
}

}  // namespace dateline::events
