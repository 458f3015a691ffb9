#include "extract/places/detect.h"

#include <unordered_set>

#include "extract/places/context.h"
#include "extract/places/propose.h"
#include "ontology/function_words.h"

namespace dateline::places {

namespace {

class Judge {
 public:
  Judge(const Document& doc, const Gazetteer& gazetteer)
      : doc_(doc),
        gazetteer_(gazetteer),
        facts_(gazetteer),
        candidates_(ProposeToponyms(doc, gazetteer, facts_)),
        state_(candidates_.size()) {}

  std::vector<Toponym> Run() {
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) FindContainer(i);
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) FindSpeaker(i);
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) ByItself(i);
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) ByOthers(i);
    return Taken();
  }

 private:
  struct State {
    bool taken = false;
    bool speaks = false;
    bool locative = false;
  };

  // "Troy, Ohio": the next candidate stands behind a comma and may contain this one.
  void FindContainer(std::uint32_t i) {
    if (i + 1 >= candidates_.size() || !candidates_[i + 1].known) return;
    Toponym& inner = candidates_[i].toponym;
    Toponym& outer = candidates_[i + 1].toponym;
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

  void FindSpeaker(std::uint32_t i) {
    const Toponym& toponym = candidates_[i].toponym;
    State& state = state_[i];
    // "between Beirut and Tyre": the preposition goes for both.
    state.locative = BehindLocative(doc_, toponym.tokens.first) ||
                     (i > 0 && state_[i - 1].locative && InList(i - 1, i));
    state.speaks = !state.locative && toponym.inside == kNone && Speaks(doc_, toponym.tokens);
    if (state.speaks && facts_.Of(toponym.key).fame < Fame::kWorld) people_.insert(toponym.key);
  }

  void Take(std::uint32_t i, double confidence, std::string cause) {
    state_[i].taken = true;
    candidates_[i].toponym.confidence = confidence;
    candidates_[i].toponym.cause = std::move(cause);
    taken_keys_.insert(candidates_[i].toponym.key);
  }

  void ByItself(std::uint32_t i) {
    const Candidate& candidate = candidates_[i];
    const Toponym& toponym = candidate.toponym;
    const NameFacts& facts = facts_.Of(toponym.key);
    const bool locative = state_[i].locative;
    if (state_[i].speaks) return;
    if (facts.traits.abbreviation) {
      if (toponym.contains) Take(i, 0.95, "an abbreviation behind a town and a comma");
      return;
    }
    if (toponym.contains || toponym.inside != kNone)
      return Take(i, 0.95, "a place and the one that contains it");
    if (InDateline(doc_, toponym.tokens)) return Take(i, 0.95, "in the dateline");
    if (!candidate.known) {
      return Take(i, locative ? 0.7 : 0.5,
                  toponym.kind ? "a place noun names it" : "behind a preposition of place");
    }
    if (toponym.kind && !TitleBegins(doc_, toponym.tokens.first))
      return Take(i, 0.9, "a place noun stands beside it");
    if (people_.contains(toponym.key) ||
        (BehindTitle(doc_, toponym.tokens.first) && !facts.country))
      return;
    if (facts.fame >= NeededFame(toponym, facts, locative)) {
      Take(i, locative ? 0.9 : 0.8,
           locative ? "behind a preposition of place" : "a well-known place");
    }
  }

  Fame NeededFame(const Toponym& toponym, const NameFacts& facts, bool locative) const {
    const bool squeezed = HasCapitalNeighbour(toponym.tokens);
    if (facts.country) return Fame::kWorld;
    if (facts.traits.word)
      return locative && !squeezed && facts.big_town ? Fame::kCity : Fame::kNever;
    if (facts.traits.given_name) return locative && !squeezed ? Fame::kCity : Fame::kWorld;
    if (squeezed) return Fame::kWorld;
    return locative ? Fame::kVillage : Fame::kTown;
  }

  // Part of a longer name that is in no table: "Kyiv Chronicle", "Anna Troy".
  bool HasCapitalNeighbour(Range tokens) const {
    const Token* before = Before(doc_, tokens.first);
    const Token* after = After(doc_, tokens.last);
    const auto joins = [](const Token* token, bool space) {
      return token != nullptr && space && IsCapital(*token) &&
             FunctionClassOf(token->lower) == FunctionClass::kNone;
    };
    const bool first_word =
        before != nullptr && tokens.first - 1 == doc_.SentenceOf(tokens.first).tokens.first;
    return (joins(before, doc_.tokens[tokens.first].space_before) && !first_word) ||
           (joins(after, after != nullptr && after->space_before) &&
            !TitleBegins(doc_, tokens.last));
  }

  // Other mentions that were taken vouch: the same name, or a list ("Kharkiv, Izium and Lyman").
  void ByOthers(std::uint32_t i) {
    const Toponym& toponym = candidates_[i].toponym;
    if (state_[i].taken || state_[i].speaks || !candidates_[i].known ||
        people_.contains(toponym.key))
      return;
    const NameFacts& facts = facts_.Of(toponym.key);
    if (facts.traits.abbreviation || HasCapitalNeighbour(toponym.tokens)) return;
    if (taken_keys_.contains(toponym.key) && !BehindTitle(doc_, toponym.tokens.first)) {
      Take(i, 0.8, "taken for a place elsewhere in the report");
    } else if (!facts.traits.word && (!facts.traits.given_name || state_[i].locative) &&
               HasTakenNeighbour(i)) {
      Take(i, 0.75, "in a list of places");
    }
  }

  bool HasTakenNeighbour(std::uint32_t i) const {
    return (i > 0 && state_[i - 1].taken && InList(i - 1, i)) ||
           (i + 1 < candidates_.size() && state_[i + 1].taken && InList(i, i + 1));
  }

  // Is a comma or "and" all that stands between two candidates?
  bool InList(std::uint32_t left, std::uint32_t right) const {
    const std::uint32_t from = candidates_[left].toponym.tokens.last;
    const std::uint32_t to = candidates_[right].toponym.tokens.first;
    if (to <= from || to - from > 2) return false;
    for (std::uint32_t t = from; t < to; ++t) {
      const std::string_view word = doc_.tokens[t].lower;
      if (word != "," && word != "and" && word != "or") return false;
    }
    return true;
  }

  std::vector<Toponym> Taken() {
    std::vector<std::uint32_t> place_of(candidates_.size(), kNone);
    std::vector<Toponym> toponyms;
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
      if (!state_[i].taken) continue;
      place_of[i] = static_cast<std::uint32_t>(toponyms.size());
      toponyms.push_back(std::move(candidates_[i].toponym));
    }
    for (Toponym& toponym : toponyms) {
      if (toponym.inside != kNone) toponym.inside = place_of[toponym.inside];
    }
    return toponyms;
  }

  const Document& doc_;
  const Gazetteer& gazetteer_;
  FactsBook facts_;
  std::vector<Candidate> candidates_;
  std::vector<State> state_;
  std::unordered_set<std::string> taken_keys_;
  std::unordered_set<std::string>
      people_;  // keys that speak and are not known the world over: surnames
};

}  // namespace

std::vector<Toponym> DetectToponyms(const Document& doc, const Gazetteer& gazetteer) {
  return Judge(doc, gazetteer).Run();
}

}  // namespace dateline::places
