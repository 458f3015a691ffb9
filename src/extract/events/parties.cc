#include "extract/events/parties.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>

#include "extract/events/act_kinds.h"

namespace dateline::events {

namespace {

constexpr std::size_t kHomeMentions = 2;  // a country named once may be anybody's

// "RUS", "IGO UNO"; "" for a code without a state.
std::string PartyOf(const ActorCode& code) {
  if (IsCountry(code.country)) return code.country;
  return code.country == "IGO" ? code.ToString() : std::string();
}

bool IsSectorOfOfficials(std::string_view code) {
  return code == "IGO GOV" || code == "IGO LEG" || code == "IGO MIL" || code == "IGO COP";
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

// "European Union envoys" are coded by what they are, "IGO GOV": mentions of the organisation that
// the report names most.
void AddOfficials(std::map<std::string, std::size_t>& named) {
  std::size_t officials = 0;
  auto best = named.end();
  for (auto party = named.begin(); party != named.end();) {
    if (IsCountry(party->first)) {
      ++party;
    } else if (party->first == "IGO" || IsSectorOfOfficials(party->first)) {
      officials += party->second;
      party = named.erase(party);
    } else {
      if (best == named.end() || party->second > best->second) best = party;
      ++party;
    }
  }
  if (best != named.end()) best->second += officials;
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

  // Two that are named as often leave it to the dateline, and to nobody without one.
  std::size_t most = kHomeMentions - 1;
  for (const auto& [country, count] : of_country) {
    if (count < most) continue;
    home_ = count > most || country == dateline ? country : home_ == dateline ? home_ : "";
    most = count;
  }
  if (home_.empty()) home_ = dateline;

  AddOfficials(named);
  for (const auto& [party, count] : named) parties_.push_back({party, static_cast<int>(count)});
  std::ranges::stable_sort(parties_, std::ranges::greater(), &Party::mentions);
  if (parties_.size() > kMaxParties) parties_.resize(kMaxParties);
  for (const Event& event : batch.events) ReadEvent(event);
}

void Parties::ReadEvent(const Event& event) {
  const bool fight = event.type == EventType::kAssault;
  Dealings& dealings = fight ? fights_ : IsConflict(event.type) ? conflict_ : peace_;
  for (const std::string& a : PartiesOf(event.actors)) {
    for (const std::string& b : PartiesOf(event.recipients)) {
      if (a == b && (!fight || SameSector(event.actors, event.recipients))) continue;
      ++dealings[a][b];
      if (a != b) ++dealings[b][a];
    }
  }
}

std::optional<ActorCode> Parties::Opponent(const std::vector<Participant>& sides) const {
  std::string best;
  int most = 0;
  for (const std::string& party : PartiesOf(sides)) {
    const auto found = fights_.find(party);
    if (found == fights_.end()) continue;
    for (const auto& [other, count] : found->second) {
      const auto named = std::ranges::find(parties_, other, &Party::code);
      const int score = count * kDealing + (named == parties_.end() ? 0 : named->mentions);
      if (score > most) best = other, most = score;
    }
  }
  if (best.empty()) return std::nullopt;
  return CodeOfParty(best);
}

std::optional<ActorCode> Parties::Counterpart(const std::vector<Participant>& sides,
                                              bool conflict) const {
  const std::vector<std::string> own = PartiesOf(sides);
  if (own.empty()) return std::nullopt;
  const auto acts = [&own](const Dealings& dealings, const std::string& other) {
    int sum = 0;
    for (const std::string& party : own) {
      const auto from = dealings.find(party);
      if (from == dealings.end()) continue;
      const auto to = from->second.find(other);
      if (to != from->second.end()) sum += to->second;
    }
    return sum;
  };
  const Party* best = nullptr;
  int most = 0;
  for (const Party& party : parties_) {
    if (std::ranges::find(own, party.code) != own.end()) continue;
    const int dealings = acts(fights_, party.code) + acts(conflict_, party.code) +
                         (conflict ? 0 : acts(peace_, party.code));
    const int score = party.mentions + kDealing * dealings;
    if (score > most) best = &party, most = score;
  }
  if (best == nullptr) return std::nullopt;
  return CodeOfParty(best->code);
}

std::vector<ActorCode> Parties::MainBeside(const std::vector<Participant>& sides) const {
  const std::vector<std::string> named = PartiesOf(sides);
  std::vector<ActorCode> main;
  for (const Party& party : parties_) {
    if (main.size() == 2) break;
    if (std::ranges::find(named, party.code) == named.end())
      main.push_back(CodeOfParty(party.code));
  }
  return main;
}

}  // namespace dateline::events
