#include "extract/places/side_by_side.h"

#include <algorithm>

namespace dateline::places {

namespace {

class SideBySide {
 public:
  SideBySide(const Document& doc, const Gazetteer& gazetteer, std::vector<Toponym>& toponyms)
      : doc_(doc), gazetteer_(gazetteer), toponyms_(toponyms) {}

  void Run() {
    for (std::uint32_t i = 0; i + 1 < toponyms_.size(); ++i) FindContainer(i);
    for (std::uint32_t i = 0; i < toponyms_.size(); ++i) ReadList(i);
  }

 private:
  // "Troy, Ohio": the next one stands behind a comma and may contain this one.
  void FindContainer(std::uint32_t i) {
    Toponym& inner = toponyms_[i];
    Toponym& outer = toponyms_[i + 1];
    if (outer.tokens.first != inner.tokens.last + 1 || doc_.tokens[inner.tokens.last].text != ",")
      return;
    if (!Contains(outer.key, inner.key)) return;
    inner.inside = i + 1;
    outer.contains = true;
  }

  // "Missouri, New York and Virginia": among states it is the state.
  void ReadList(std::uint32_t i) {
    Toponym& toponym = toponyms_[i];
    if (toponym.kind || toponym.inside != kNone || toponym.contains) return;
    const bool before = i > 0 && InList(i - 1);
    const bool after = i + 1 < toponyms_.size() && InList(i);
    if (!before && !after) return;
    if ((before && !IsDivision(toponyms_[i - 1])) || (after && !IsDivision(toponyms_[i + 1])))
      return;
    const auto places = gazetteer_.Find(toponym.key);
    if (std::ranges::none_of(places, [](const GazetteerPlace& p) { return p.level == 1; })) return;
    toponym.kind = PlaceKind::kRegion;
    toponym.level = 1;
  }

  // Do a comma or "and" alone stand between toponym i and the next?
  bool InList(std::uint32_t i) const {
    const std::uint32_t from = toponyms_[i].tokens.last, to = toponyms_[i + 1].tokens.first;
    if (to == from || to - from > 2) return false;
    return std::all_of(doc_.tokens.begin() + from, doc_.tokens.begin() + to, [](const Token& t) {
      return t.text == "," || t.lower == "and" || t.lower == "or";
    });
  }

  // A state and no town of its name inside it: "Virginia", not "Sanaa".
  bool IsDivision(const Toponym& toponym) const {
    constexpr std::uint64_t kTown = 100'000;
    const auto places = gazetteer_.Find(toponym.key);
    return !places.empty() && places.front().level == 1 &&
           std::ranges::none_of(places, [&places](const GazetteerPlace& place) {
             return place.kind == PlaceKind::kCity && place.population >= kTown &&
                    place.country == places.front().country &&
                    place.admin1 == places.front().admin1;
           });
  }

  bool Contains(const std::string& outer, const std::string& inner) const {
    for (const GazetteerPlace& container : gazetteer_.Find(outer)) {
      if (container.kind != PlaceKind::kCountry && container.level == 0) continue;
      for (const GazetteerPlace& place : gazetteer_.Find(inner)) {
        if (place.country != container.country || place.geonames == container.geonames) continue;
        if (container.kind == PlaceKind::kCountry) return true;
        if (place.admin1 == container.admin1 && place.level != 1) return true;
      }
    }
    return false;
  }

  const Document& doc_;
  const Gazetteer& gazetteer_;
  std::vector<Toponym>& toponyms_;
};

}  // namespace

void ReadSideBySide(const Document& doc, const Gazetteer& gazetteer,
                    std::vector<Toponym>& toponyms) {
  SideBySide(doc, gazetteer, toponyms).Run();
}

}  // namespace dateline::places
