#include "extract/places/detect.h"

#include <algorithm>

#include "extract/places/context.h"
#include "text/unicode.h"

namespace dateline::places {

namespace {

class Detector {
 public:
  Detector(const Document& doc, const Gazetteer& gazetteer) : doc_(doc), gazetteer_(gazetteer) {}

  std::vector<Toponym> Run() {
    for (const Name& name : doc_.names)
      if (name.kind == NameKind::kPlace) Add(name, "a name of a place");
    for (const Name& name : doc_.inner_names)
      if (name.kind == NameKind::kPlace) Add(name, "a place in a longer name");
    std::ranges::stable_sort(toponyms_, {}, [](const Toponym& t) { return t.tokens.first; });
    DropOverlaps();
    for (std::uint32_t i = 0; i + 1 < toponyms_.size(); ++i) FindContainer(i);
    return std::move(toponyms_);
  }

 private:
  std::string KeyOf(Range range) const { return NameKey(doc_.Words(doc_.SpanOf(range))); }

  void Add(const Name& name, std::string cause) {
    Toponym toponym{.tokens = name.tokens, .span = name.span, .key = KeyOf(name.tokens)};
    toponym.confidence = name.confidence;
    toponym.cause = InDateline(doc_, name.tokens) ? "in the dateline" : std::move(cause);
    FindKey(toponym);
    ReadNouns(toponym);
    toponyms_.push_back(std::move(toponym));
  }

  // Which words of the name stand in the gazetteer?
  void FindKey(Toponym& toponym) const {
    if (gazetteer_.Contains(toponym.key)) return;
    const Range name = toponym.tokens;
    if (name.size() > 1) {
      if (const auto noun = PlaceNouns::Get().After(doc_.tokens[name.last - 1])) {
        toponym.kind = noun->kind;
        toponym.level = noun->level;
        const Range rest{name.first, name.last - 1};
        // "Hampton Avenue" is no town of that name; "Lamu County" is the county of Lamu.
        const bool region = noun->kind == PlaceKind::kRegion || noun->kind == PlaceKind::kCity;
        if ((region || !noun->alone) && gazetteer_.Contains(KeyOf(rest))) toponym.key = KeyOf(rest);
        return;
      }
    }
    for (std::uint32_t first = name.first + 1; first < name.last; ++first) {
      const Range rest{first, name.last};
      if (!gazetteer_.Contains(KeyOf(rest))) continue;
      toponym.key = KeyOf(rest);
      return;
    }
  }

  // "the town of Troy", "Riley county".
  void ReadNouns(Toponym& toponym) const {
    const auto take = [&toponym](const PlaceNoun& noun) {
      toponym.kind = noun.kind;
      toponym.level = noun.level;
    };
    if (const auto of = NounOf(doc_, toponym.tokens.first)) take(*of);
    const Token* next = After(doc_, toponym.tokens.last);
    if (next == nullptr) return;
    if (const auto after = PlaceNouns::Get().After(*next)) take(*after);
  }

  void DropOverlaps() {
    std::uint32_t end = 0;
    std::erase_if(toponyms_, [&end](const Toponym& toponym) {
      if (toponym.tokens.first < end) return true;
      end = toponym.tokens.last;
      return false;
    });
  }

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
  std::vector<Toponym> toponyms_;
};

}  // namespace

std::vector<Toponym> DetectToponyms(const Document& doc, const Gazetteer& gazetteer) {
  return Detector(doc, gazetteer).Run();
}

}  // namespace dateline::places
