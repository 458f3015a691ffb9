#include "extract/places/resolve.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

#include "text/unicode.h"

namespace dateline::places {

namespace {

constexpr std::size_t kCandidates = 60;
constexpr std::size_t kAnchors = 60;
constexpr int kRounds = 3;

// Weights: set by hand on reports of several countries; a learned resolver may replace them.
constexpr double kCountryPrior = 1.5, kFirstLevelPrior = 0.2, kSecondLevelPrior = -0.8;
constexpr double kAlternateName = -0.9;
constexpr double kContainerCountry = 3.0, kContainerDivision = 4.5, kIsContainer = 2.5;
constexpr double kNounFits = 2.5, kNounDiffers = -1.5;
constexpr double kShared = 4;
constexpr double kSameCountry = 2.2, kSameDivision = 1.2, kNear = 1.6;
constexpr double kNearKilometres = 150;
constexpr double kNamedState = 2;
constexpr std::uint32_t kKnownTown = 100'000;  // people; a smaller one is seldom named abroad
constexpr double kSomewhere = 2;               // sum of Say of the other names

// Toponyms that must mean the same: one name with the same words beside it.
struct Group {
  std::vector<GazetteerPlace> candidates;
  std::vector<double> scores;
  std::size_t pick = 0;
  const Toponym* sample = nullptr;
  std::uint32_t mentions = 0;
  std::uint32_t container = kNone;  // group
  bool contained_town = false;      // it stands behind a town and a comma

  const GazetteerPlace* picked() const { return candidates.empty() ? nullptr : &candidates[pick]; }
  // Its say in where the report is: a name of one place counts most.
  double say() const {
    return 1 / std::sqrt(static_cast<double>(std::max<std::size_t>(1, candidates.size())));
  }
};

double Prior(const GazetteerPlace& place) {
  double prior = std::log10(static_cast<double>(place.population) + 10);
  if (place.kind == PlaceKind::kCountry) prior += kCountryPrior;
  if (place.level == 1) prior += kFirstLevelPrior;
  if (place.level == 2) prior += kSecondLevelPrior;
  // Natural features and regions of several countries have no population of their own: as a town of
  // 100,000.
  if (place.population == 0 && place.kind != PlaceKind::kCity && place.level == 0) prior += 4;
  if (!place.main_name) prior += kAlternateName;
  if (place.capital) prior += 0.8;
  return prior;
}

bool Lies(const GazetteerPlace& inner, const GazetteerPlace& outer) {
  if (inner.country != outer.country || outer.country.empty()) return false;
  if (outer.kind == PlaceKind::kCountry) return inner.kind != PlaceKind::kCountry;
  return outer.level == 1 && inner.level != 1 && inner.admin1 == outer.admin1;
}

class Resolver {
 public:
  Resolver(const std::vector<Toponym>& toponyms, const Gazetteer& gazetteer)
      : toponyms_(toponyms), gazetteer_(gazetteer) {}

  std::vector<Resolved> Run() {
    MakeGroups();
    for (Group& group : groups_) {
      for (const GazetteerPlace& place : group.candidates) group.scores.push_back(Prior(place));
      Pick(group);
    }
    for (int round = 0; round < kRounds; ++round) {
      Count();
      for (Group& group : groups_) Score(group);
      for (Group& group : groups_) Pick(group);
    }
    return Answers();
  }

 private:
  void MakeGroups() {
    group_of_.resize(toponyms_.size());
    std::unordered_map<std::string, std::uint32_t> known;
    for (std::size_t n = toponyms_.size(); n-- > 0;) {  // containers stand behind what they contain
      const Toponym& toponym = toponyms_[n];
      const std::uint32_t container = toponym.inside == kNone ? kNone : group_of_[toponym.inside];
      std::string name =
          toponym.key + '\n' + std::to_string(toponym.level) + (toponym.contains ? "c" : "");
      if (container != kNone) name += '\n' + std::to_string(container);
      const auto [found, is_new] =
          known.try_emplace(std::move(name), static_cast<std::uint32_t>(groups_.size()));
      group_of_[n] = found->second;
      if (is_new) groups_.push_back(NewGroup(toponym, container));
      ++groups_[found->second].mentions;
    }
    JoinBareNames();
  }

  Group NewGroup(const Toponym& toponym, std::uint32_t container) const {
    Group group;
    group.candidates = gazetteer_.Find(toponym.key);
    if (group.candidates.size() > kCandidates) group.candidates.resize(kCandidates);
    group.sample = &toponym;
    group.container = container;
    group.contained_town = toponym.contains;
    return group;
  }

  // "Troy" after "Troy, N.C." means that one: the bare name takes over the container.
  void JoinBareNames() {
    std::unordered_map<std::string_view, std::uint32_t> contained;
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].container != kNone)
        contained[groups_[g].sample->key] = g;  // the first in the text is the last here
    }
    for (Group& group : groups_) {
      if (group.container != kNone || group.contained_town || group.sample->level != 0) continue;
      const auto found = contained.find(group.sample->key);
      if (found != contained.end()) group.container = groups_[found->second].container;
    }
  }

  static double Say(const Group& group) {
    return (group.say() + 0.2) * std::sqrt(static_cast<double>(group.mentions));
  }

  // Where the report is, by the picks of the round before.
  void Count() {
    countries_.clear();
    divisions_.clear();
    anchors_.clear();
    total_ = 0;
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      const GazetteerPlace* place = groups_[g].picked();
      if (place == nullptr) continue;
      if (!place->country.empty()) {
        const double say = Say(groups_[g]);
        countries_[place->country] += say;
        total_ += say;
        if (!place->admin1.empty()) divisions_[{place->country, place->admin1}] += say;
      }
      if (place->kind != PlaceKind::kCountry) anchors_.push_back(g);
    }
    const auto weight = [this](std::uint32_t g) { return groups_[g].say() * groups_[g].mentions; };
    if (anchors_.size() > kAnchors) {
      std::stable_sort(anchors_.begin(), anchors_.end(),
                       [&](std::uint32_t a, std::uint32_t b) { return weight(a) > weight(b); });
      anchors_.resize(kAnchors);
    }
  }

  void Score(Group& group) {
    for (std::size_t c = 0; c < group.candidates.size(); ++c) {
      const GazetteerPlace& place = group.candidates[c];
      const bool own = group.pick == c;
      group.scores[c] = Prior(place) + Nouns(group, place) + Container(group, place) +
                        Votes(group, place, own) + Nearness(group, place) +
                        NamedState(group, place);
    }
  }

  // "Gaza" is in the land that news calls so, where the gazetteer has the land under another name;
  // "Panama", which it has, is the land.
  static double NamedState(const Group& group, const GazetteerPlace& place) {
    const std::string& state = group.sample->state;
    const bool has_land =
        std::ranges::any_of(group.candidates, [&state](const GazetteerPlace& candidate) {
          return candidate.kind == PlaceKind::kCountry && candidate.country == state;
        });
    return !state.empty() && !has_land && place.country == state ? kNamedState : 0;
  }

  static double Nouns(const Group& group, const GazetteerPlace& place) {
    const Toponym& toponym = *group.sample;
    if (!toponym.kind || toponym.kind == PlaceKind::kOther) {
      // Without a noun a name is its town or country rather than a division: "in Kharkiv", "to
      // Mexico".
      return place.level > 0 ? -kShared * Shares(group, place) : 0;
    }
    if (toponym.level == 1) return place.level > 0 ? kNounFits : kNounDiffers;
    if (*toponym.kind == PlaceKind::kCity)
      return place.kind == PlaceKind::kCity ? kNounFits : kNounDiffers;
    return place.kind == *toponym.kind ? kNounFits : 0;
  }

  // A large town inside the division or the country around it has the same name.
  static bool Shares(const Group& group, const GazetteerPlace& division) {
    return std::any_of(
        group.candidates.begin(), group.candidates.end(), [&](const GazetteerPlace& other) {
          const bool town = !group.contained_town && other.kind == PlaceKind::kCity &&
                            Lies(other, division) && other.population >= 100'000;
          return town || (other.kind == PlaceKind::kCountry && other.country == division.country);
        });
  }

  double Container(const Group& group, const GazetteerPlace& place) const {
    double score = 0;
    if (group.contained_town && (place.kind == PlaceKind::kCountry || place.level == 1))
      score += kIsContainer;
    if (group.container == kNone) return score;
    for (const GazetteerPlace& outer : groups_[group.container].candidates) {
      if (!Lies(place, outer)) continue;
      return score + (outer.kind == PlaceKind::kCountry ? kContainerCountry : kContainerDivision);
    }
    return score;
  }

  double Votes(const Group& group, const GazetteerPlace& place, bool own) const {
    if (total_ <= 0 || place.kind == PlaceKind::kCountry || place.country.empty()) return 0;
    // A group does not vote for itself.
    const double mine = own ? Say(group) : 0;
    const auto country = countries_.find(place.country);
    double score = country == countries_.end()
                       ? 0
                       : kSameCountry * std::max(0.0, country->second - mine) / total_;
    const auto division = divisions_.find({place.country, place.admin1});
    if (division != divisions_.end() && place.level != 1) {
      score += kSameDivision * std::min(1.0, std::max(0.0, division->second - mine));
    }
    return score;
  }

  double Nearness(const Group& group, const GazetteerPlace& place) const {
    if (place.kind == PlaceKind::kCountry) return 0;
    double near = 0;
    for (const std::uint32_t g : anchors_) {
      if (groups_[g].sample->key == group.sample->key) continue;
      near += groups_[g].say() *
              std::exp(-Kilometres(place.at, groups_[g].picked()->at) / kNearKilometres);
      if (near >= 2) break;
    }
    return kNear * std::min(near, 2.0);
  }

  static void Pick(Group& group) {
    if (group.scores.empty()) return;
    group.pick = static_cast<std::size_t>(
        std::max_element(group.scores.begin(), group.scores.end()) - group.scores.begin());
  }

  std::vector<Resolved> Answers() const {
    std::vector<Resolved> of_group(groups_.size());
    for (std::size_t g = 0; g < groups_.size(); ++g) of_group[g] = Answer(groups_[g]);
    std::vector<Resolved> answers;
    answers.reserve(toponyms_.size());
    for (const std::uint32_t g : group_of_) answers.push_back(of_group[g]);
    return answers;
  }

  Resolved Answer(const Group& group) const {
    const GazetteerPlace* place = group.picked();
    if (place == nullptr) return {std::nullopt, 0.5, "not in the gazetteer"};
    if (IsStranger(group, *place))
      return {std::nullopt, 0.5,
              "not in the gazetteer, but as another name of " + std::string(place->name) +
                  ", in a country that the report does not tell of"};
    if (group.candidates.size() == 1) {
      return {*place, 0.97, "the only " + std::string(place->name) + " in the gazetteer"};
    }
    double second = -100;
    for (std::size_t c = 0; c < group.scores.size(); ++c) {
      if (c != group.pick) second = std::max(second, group.scores[c]);
    }
    const double margin = group.scores[group.pick] - second;
    return {*place, 0.5 + 0.45 * (1 - std::exp(-margin)), Reason(group, *place)};
  }

  // A small place that bears the name as a second one, far from all that the report names: the
  // report's own place of that name is likelier one that the gazetteer has not.  "Tana" in a report
  // of Kenya is no village in Norway.
  bool IsStranger(const Group& group, const GazetteerPlace& place) const {
    if (group.candidates.size() > 1 || place.main_name || place.kind != PlaceKind::kCity ||
        place.population >= kKnownTown)
      return false;
    const double mine = Say(group);
    const auto country = countries_.find(place.country);
    const bool told = country != countries_.end() && country->second > mine;
    return !told && total_ - mine >= kSomewhere;
  }

  // The strongest reason, in words.
  std::string Reason(const Group& group, const GazetteerPlace& place) const {
    std::string why = std::to_string(group.candidates.size()) + " places bear the name; ";
    if (group.container != kNone && Container(group, place) >= kContainerCountry) {
      const GazetteerPlace* outer = groups_[group.container].picked();
      return why + std::string(outer->name) + " is named beside it";
    }
    if (Nouns(group, place) >= kNounFits) return why + "the noun beside it says which";
    const double votes = Votes(group, place, true);
    const double near = Nearness(group, place);
    if (near > votes && near > 0.5) return why + "the nearest to the other places of the report";
    if (votes > 1) return why + "the one in the country that the report is about";
    return why + "the most prominent";
  }

  const std::vector<Toponym>& toponyms_;
  const Gazetteer& gazetteer_;
  std::vector<Group> groups_;
  std::vector<std::uint32_t> group_of_;
  std::map<std::string_view, double> countries_;
  std::map<std::pair<std::string_view, std::string_view>, double> divisions_;
  std::vector<std::uint32_t> anchors_;
  double total_ = 0;
};

}  // namespace

double Kilometres(LatLon a, LatLon b) {
  constexpr double kRadius = 6371.0088;
  constexpr double kRadian = 3.14159265358979323846 / 180;
  const double sin_lat = std::sin((b.lat - a.lat) * kRadian / 2);
  const double sin_lon = std::sin((b.lon - a.lon) * kRadian / 2);
  const double h =
      sin_lat * sin_lat + std::cos(a.lat * kRadian) * std::cos(b.lat * kRadian) * sin_lon * sin_lon;
  return 2 * kRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

std::vector<Resolved> Resolve(const std::vector<Toponym>& toponyms, const Gazetteer& gazetteer) {
  return Resolver(toponyms, gazetteer).Run();
}

}  // namespace dateline::places
