#include "extract/places/name_facts.h"

#include <algorithm>

namespace dateline::places {

namespace {

constexpr std::uint64_t kTownPeople = 15'000, kBigTownPeople = 100'000, kMetropolisPeople = 500'000;

Fame FameOf(const GazetteerPlace& place) {
  if (place.kind == PlaceKind::kCountry || place.level == 1 || place.capital) return Fame::kWorld;
  // The county's bare name ("Johnson") is known for other things.
  if (place.level == 2)
    return place.main_name && place.population >= kTownPeople ? Fame::kTown : Fame::kVillage;
  if (place.kind != PlaceKind::kCity) return Fame::kCity;
  if (place.population >= kMetropolisPeople) return Fame::kWorld;
  if (place.population >= kBigTownPeople) return Fame::kCity;
  return place.population >= kTownPeople ? Fame::kTown : Fame::kVillage;
}

}  // namespace

NameFacts FactsOf(const Gazetteer& gazetteer, const std::string& key) {
  NameFacts facts;
  facts.traits = gazetteer.TraitsOf(key);
  for (const GazetteerPlace& place : gazetteer.Find(key)) {
    facts.own_name |= place.main_name;
    facts.country |= place.kind == PlaceKind::kCountry;
    facts.big_town |= place.kind == PlaceKind::kCity && place.population >= kBigTownPeople;
    facts.fame = std::max(facts.fame, FameOf(place));
  }
  return facts;
}

const NameFacts& FactsBook::Of(const std::string& key) {
  const auto [found, is_new] = facts_.try_emplace(key);
  if (is_new) found->second = FactsOf(gazetteer_, key);
  return found->second;
}

}  // namespace dateline::places
