#include "extract/events/parties.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace dateline::events {

namespace {

constexpr std::size_t kHomeMentions = 2;  // a country named once may be anybody's

// "RUS", "IGO UNO"; "" for a code without a state.
std::string PartyOf(const ActorCode& code) {
  if (IsCountry(code.country)) return code.country;
  return code.country == "IGO" ? code.ToString() : std::string();
}

ActorCode CodeOfParty(std::string_view party) {
  const std::size_t space = party.find(' ');
  if (space == std::string_view::npos) return {std::string(party), ""};
  return {std::string(party.substr(0, space)), std::string(party.substr(space + 1))};
}

std::vector<std::string> PartiesOf(const std::vector<Participant>& sides) {
  std::vector<std::string> parties;
  for (const Participant& side : sides) {
    std::string party = PartyOf(side.code);
    if (!party.empty()) parties.push_back(std::move(party));
  }
  return parties;
}

bool SameSector(const std::vector<Participant>& a, const std::vector<Participant>& b) {
  return std::ranges::any_of(a, [&b](const Participant& x) {
    return std::ranges::any_of(
        b, [&x](const Participant& y) { return x.code.sector == y.code.sector; });
  });
}

}  // namespace

bool IsCountry(const std::string& code) {
  return code.size() == 3 && code != "IGO" && code != "NGO" && code != "MNC" && code != "IMG" &&
         code != "ISM";
}

Parties::Parties(const RecordBatch& batch, const std::string& dateline) {
  std::map<std::string, std::size_t> named, of_country;
  for (const Actor& actor : batch.actors) {
    const std::string party = PartyOf(actor.code);
    if (party.empty()) continue;
    named[party] += actor.mentions.spans().size();
    if (IsCountry(party)) of_country[party] += actor.mentions.spans().size();
  }
  for (const Place& place : batch.places)
    if (!place.country.empty()) of_country[place.country] += place.mentions.spans().size();

  std::size_t most = kHomeMentions - 1;
  for (const auto& [country, count] : of_country) {
    if (count < most || (count == most && country != dateline)) continue;
    most = count;
    home_ = country;
  }
  if (home_.empty()) home_ = dateline;

  for (const auto& [party, count] : named) by_mentions_.push_back(party);
  std::ranges::stable_sort(by_mentions_, [&named](const std::string& a, const std::string& b) {
    return named[a] > named[b];
  });
  if (by_mentions_.size() > kMaxParties) by_mentions_.resize(kMaxParties);
  for (const Event& event : batch.events) ReadEvent(event);
}

void Parties::ReadEvent(const Event& event) {
  const bool fight = event.type == EventType::kAssault;
  for (const std::string& a : PartiesOf(event.actors)) {
    for (const std::string& b : PartiesOf(event.recipients)) {
      if (a == b && (!fight || SameSector(event.actors, event.recipients))) continue;
      for (Dealings* of : {&dealings_, fight ? &fights_ : nullptr}) {
        if (of == nullptr) continue;
        ++(*of)[a][b];
        if (a != b) ++(*of)[b][a];
      }
    }
  }
}

std::optional<ActorCode> Parties::MostOf(const Dealings& dealings,
                                         const std::vector<Participant>& sides) {
  std::string best;
  int most = 0;
  for (const std::string& party : PartiesOf(sides)) {
    const auto found = dealings.find(party);
    if (found == dealings.end()) continue;
    for (const auto& [other, count] : found->second)
      if (count > most) best = other, most = count;
  }
  if (best.empty()) return std::nullopt;
  return CodeOfParty(best);
}

std::optional<ActorCode> Parties::Opponent(const std::vector<Participant>& sides) const {
  return MostOf(fights_, sides);
}

std::optional<ActorCode> Parties::Counterpart(const std::vector<Participant>& sides) const {
  if (std::optional<ActorCode> other = MostOf(dealings_, sides)) return other;
  const std::vector<std::string> own = PartiesOf(sides);
  if (own.empty()) return std::nullopt;
  for (const std::string& party : by_mentions_)
    if (std::ranges::find(own, party) == own.end()) return CodeOfParty(party);
  return std::nullopt;
}

std::vector<ActorCode> Parties::Main() const {
  std::vector<ActorCode> main;
  for (std::size_t i = 0; i < by_mentions_.size() && i < 2; ++i)
    main.push_back(CodeOfParty(by_mentions_[i]));
  return main;
}

}  // namespace dateline::events
