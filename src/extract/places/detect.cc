#include "extract/places/detect.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "extract/places/context.h"
#include "ontology/function_words.h"
#include "text/unicode.h"

namespace dateline::places {

namespace {

// How well known the places of a name are; decides how much context a mention needs.
enum class Fame { kNone, kVillage, kTown, kCity, kWorld, kNever };

constexpr std::uint64_t kBigTown = 100'000;

struct NameFacts {
  Fame fame = Fame::kNone;
  Gazetteer::Traits traits;
  bool own_name = false;  // some place has it as its own name
  bool country = false;
  bool capital = false;
  bool big_town = false;  // of 100,000 people
};

NameFacts FactsOf(const Gazetteer& gazetteer, const std::string& key) {
  NameFacts facts;
  facts.traits = gazetteer.TraitsOf(key);
  for (const GazetteerPlace& place : gazetteer.Find(key)) {
    facts.own_name |= place.main_name;
    facts.country |= place.kind == PlaceKind::kCountry;
    facts.capital |= place.capital;
    facts.big_town |= place.kind == PlaceKind::kCity && place.population >= kBigTown;
    Fame fame = Fame::kVillage;
    if (place.kind == PlaceKind::kCountry || place.level == 1 || place.capital) {
      fame = Fame::kWorld;
    } else if (place.kind != PlaceKind::kCity && place.level == 0) {
      fame = Fame::kCity;  // seas, rivers, regions of several countries
    } else if (place.population >= 500'000 && place.level == 0) {
      fame = Fame::kWorld;
    } else if (place.population >= kBigTown && place.level == 0) {
      fame = Fame::kCity;
    } else if (place.population >= 15'000 && (place.level == 0 || place.main_name)) {
      fame = Fame::kTown;
    }
    facts.fame = std::max(facts.fame, fame);
  }
  return facts;
}

class Detector {
 public:
  Detector(const Document& doc, const Gazetteer& gazetteer) : doc_(doc), gazetteer_(gazetteer) {}

  std::vector<Toponym> Run() {
    MarkNames();
    Propose();
    JudgeAll();
    return Taken();
  }

 private:
  struct Candidate {
    Toponym toponym;
    bool known;  // stands in the gazetteer
    bool taken = false;
  };

  // name_of_[token]: index into doc.names.
  void MarkNames() {
    name_of_.assign(doc_.tokens.size(), kNone);
    for (std::uint32_t i = 0; i < doc_.names.size(); ++i) {
      const Range range = doc_.names[i].tokens;
      for (std::uint32_t t = range.first; t < range.last && t < name_of_.size(); ++t)
        name_of_[t] = i;
    }
  }

  const Name* NameAt(std::uint32_t token) const {
    return name_of_[token] == kNone ? nullptr : &doc_.names[name_of_[token]];
  }

  // No place inside the name of a person, an organisation or a nationality.
  bool Vetoed(Range match) {
    for (std::uint32_t t = match.first; t < match.last; ++t) {
      const Name* name = NameAt(t);
      if (name == nullptr || name->kind == NameKind::kPlace || name->kind == NameKind::kOther)
        continue;
      if (name->kind == NameKind::kNationality || !MayBePlace(*name, match)) return true;
    }
    return false;
  }

  // A name of a person or an organisation that reads as a place all the same: "Tijuana River", "in
  // Jordan", "New York City", "PARIS (AP) -".
  bool MayBePlace(const Name& name, Range match) {
    const Token& end = doc_.tokens[name.tokens.last - 1];
    const auto noun = PlaceNouns::Get().After(end);
    if (noun && noun->alone && name.tokens.size() > 1 && !TitleBegins(doc_, name.tokens.first))
      return true;
    if (name.kind != NameKind::kPerson) return false;
    const bool inside = match.first <= name.tokens.first && name.tokens.last <= match.last;
    if (inside && name.tokens.size() < match.size()) return true;  // "York" of "New York"
    if (const auto inner = PlaceNouns::Get().After(doc_.tokens[match.last - 1]);
        inner && inner->alone)
      return match.size() > 1;
    if (name.tokens != match) return false;
    if (InDateline(doc_, match)) return true;
    if (match.size() > 1) return Facts(NameKey(doc_.Words(SpanOf(match)))).fame >= Fame::kCity;
    return doc_.clusters[name.cluster].name.size() <= name.span.size() &&
           BehindLocative(doc_, match.first);
  }

  Span SpanOf(Range range) const { return doc_.SpanOf(range); }

  void Propose() {
    for (std::uint32_t i = 0; i < doc_.tokens.size();) {
      const Token& token = doc_.tokens[i];
      if (!IsCapital(token)) {
        ++i;
        continue;
      }
      Range match = LongestMatch(i);
      const bool known = !match.empty();
      if (!known) match = NamedByNoun(i);
      if (match.empty() || Vetoed(match)) {
        ++i;
        continue;
      }
      Candidate candidate{.toponym = {.tokens = match, .span = SpanOf(match)}, .known = known};
      candidate.toponym.key = NameKey(doc_.Words(candidate.toponym.span));
      known ? ReadNouns(candidate.toponym) : ReadOwnNoun(candidate.toponym);
      i = candidate.toponym.tokens.last;
      candidates_.push_back(std::move(candidate));
    }
  }

  // The longest name of the gazetteer that begins at the token.
  Range LongestMatch(std::uint32_t first) const {
    Range best{first, first};
    const std::uint32_t sentence = doc_.tokens[first].sentence;
    for (std::uint32_t last = first + 1; last <= doc_.tokens.size() && last <= first + kLongestName;
         ++last) {
      if (doc_.tokens[last - 1].sentence != sentence) break;
      const std::string key = NameKey(doc_.Words(SpanOf({first, last})));
      if (IsNameEnd(doc_.tokens[last - 1]) && gazetteer_.Contains(key) &&
          FitsCase({first, last}, key)) {
        best.last = last;
      }
      if (!gazetteer_.IsPrefix(key)) break;
    }
    return best;
  }

  static bool IsNameEnd(const Token& token) {
    return IsCapital(token) || token.shape == Shape::kNumber;
  }

  // "US" and "U.S." are a country, "Us" is none; nor is a word of a closed class ("May", "In") a
  // town.
  bool FitsCase(Range range, const std::string& key) const {
    if (range.size() > 1) return true;
    const Token& token = doc_.tokens[range.first];
    const bool initials =
        token.shape == Shape::kUpper || token.text.find('.') != std::string_view::npos;
    if (initials && key.size() <= 3)
      return !AllUpper(token.sentence) || token.text.find('.') != std::string_view::npos;
    if (FunctionClassOf(token.lower) != FunctionClass::kNone) return false;
    return key.size() > 3 || FactsOf(gazetteer_, key).own_name;
  }

  // A headline in capitals: "TELL US MORE".
  bool AllUpper(std::uint32_t sentence) const {
    const Range range = doc_.sentences[sentence].tokens;
    std::uint32_t upper = 0;
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      if (doc_.tokens[t].shape == Shape::kLower) return false;
      upper += doc_.tokens[t].shape == Shape::kUpper;
    }
    return upper > 2;
  }

  // "Kelleyland Road", "Mount Something": capitals that a place noun ends or begins.
  Range NamedByNoun(std::uint32_t first) const {
    std::uint32_t last = first;
    while (last < doc_.tokens.size() && last < first + 4 && IsCapital(doc_.tokens[last]) &&
           doc_.tokens[last].sentence == doc_.tokens[first].sentence && !TitleBegins(doc_, last)) {
      ++last;
    }
    const Range none{first, first};
    const bool function_word = FunctionClassOf(doc_.tokens[first].lower) != FunctionClass::kNone;
    if (last - first < 2 || function_word || doc_.SentenceOf(first).headline) return none;
    const auto before = PlaceNouns::Get().Before(doc_.tokens[first].lower);
    if (before && before->alone) return {first, first + 2};
    const auto after = PlaceNouns::Get().After(doc_.tokens[last - 1]);
    return after && after->alone ? Range{first, last} : none;
  }

  // What stands around a name of the gazetteer; a capitalised noun behind it joins it: "Lamu
  // County".
  void ReadNouns(Toponym& toponym) const {
    const auto take = [&toponym](const PlaceNoun& noun) {
      toponym.kind = noun.kind;
      toponym.level = noun.level;
    };
    if (const auto of = NounOf(doc_, toponym.tokens.first)) take(*of);
    const Token* next = After(doc_, toponym.tokens.last);
    if (next == nullptr) return;
    const auto after = PlaceNouns::Get().After(*next);
    if (!after) return;
    take(*after);
    if (!IsCapital(*next) || !next->space_before || next->lower != next->lemma) return;
    ++toponym.tokens.last;
    toponym.span = SpanOf(toponym.tokens);
    // "Hampton Avenue" is no town of that name; "Lamu County" is the county of Lamu.
    const bool other_thing = after->kind != PlaceKind::kRegion && after->kind != PlaceKind::kCity;
    if (other_thing && after->alone) toponym.key = NameKey(doc_.Words(toponym.span));
  }

  // "Kelleyland Road" is what its noun says.
  void ReadOwnNoun(Toponym& toponym) const {
    const auto before = PlaceNouns::Get().Before(doc_.tokens[toponym.tokens.first].lower);
    const auto after = PlaceNouns::Get().After(doc_.tokens[toponym.tokens.last - 1]);
    if (const auto& noun = before ? before : after) toponym.kind = noun->kind;
  }

  const NameFacts& Facts(const std::string& key) {
    const auto [found, is_new] = facts_.try_emplace(key);
    if (is_new) found->second = FactsOf(gazetteer_, key);
    return found->second;
  }

  void JudgeAll() {
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) FindContainer(i);
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) Judge(i);
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) JudgeByOthers(i);
  }

  // "Troy, Ohio": the next candidate stands behind a comma and may contain this one.
  void FindContainer(std::uint32_t i) {
    if (i + 1 >= candidates_.size()) return;
    Toponym& inner = candidates_[i].toponym;
    Toponym& outer = candidates_[i + 1].toponym;
    if (outer.tokens.first != inner.tokens.last + 1 || doc_.tokens[inner.tokens.last].text != ",")
      return;
    if (!candidates_[i + 1].known || !Contains(outer.key, inner.key)) return;
    inner.inside = i + 1;
    outer.contains = true;
  }

  bool Contains(const std::string& outer, const std::string& inner) const {
    for (const GazetteerPlace& container : gazetteer_.Find(outer)) {
      if (container.kind != PlaceKind::kCountry && container.level == 0) continue;
      for (const GazetteerPlace& place : gazetteer_.Find(inner)) {
        if (place.country != container.country || place.geonames == container.geonames) continue;
        if (container.kind == PlaceKind::kCountry ||
            (place.admin1 == container.admin1 && place.level != 1))
          return true;
      }
    }
    return false;
  }

  void Take(std::uint32_t i, double confidence, std::string cause) {
    candidates_[i].taken = true;
    candidates_[i].toponym.confidence = confidence;
    candidates_[i].toponym.cause = std::move(cause);
    taken_keys_.insert(candidates_[i].toponym.key);
  }

  void Judge(std::uint32_t i) {
    const Candidate& candidate = candidates_[i];
    const Toponym& toponym = candidate.toponym;
    const NameFacts& facts = Facts(toponym.key);
    if (Speaks(doc_, toponym.tokens)) {
      spoke_.insert(i);
      if (facts.fame < Fame::kWorld) people_.insert(toponym.key);
      return;
    }
    if (facts.traits.abbreviation) {
      if (toponym.contains) Take(i, 0.95, "an abbreviation behind a town and a comma");
      return;
    }
    if (toponym.contains || toponym.inside != kNone)
      return Take(i, 0.95, "a place and the one that contains it");
    if (InDateline(doc_, toponym.tokens)) return Take(i, 0.95, "in the dateline");
    const bool locative = BehindLocative(doc_, toponym.tokens.first);
    if (!candidate.known) return Take(i, locative ? 0.7 : 0.5, "a place noun names it");
    if (toponym.kind && !TitleBegins(doc_, toponym.tokens.first))
      return Take(i, 0.9, "a place noun stands beside it");
    if (BehindTitle(doc_, toponym.tokens.first) && !facts.country) return;
    if (people_.contains(toponym.key)) return;
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
  void JudgeByOthers(std::uint32_t i) {
    Candidate& candidate = candidates_[i];
    if (candidate.taken || !candidate.known || spoke_.contains(i)) return;
    const NameFacts& facts = Facts(candidate.toponym.key);
    if (facts.traits.abbreviation || HasCapitalNeighbour(candidate.toponym.tokens)) return;
    if (people_.contains(candidate.toponym.key)) return;
    if (taken_keys_.contains(candidate.toponym.key) &&
        !BehindTitle(doc_, candidate.toponym.tokens.first)) {
      Take(i, 0.8, "taken for a place elsewhere in the report");
    } else if (!facts.traits.word && !facts.traits.given_name &&
               (InList(i, i - 1) || InList(i + 1, i))) {
      Take(i, 0.75, "in a list of places");
    }
  }

  // Is a comma or "and" all that stands between two candidates, and the other one taken?
  bool InList(std::uint32_t right, std::uint32_t left) const {
    if (right >= candidates_.size() || left >= candidates_.size()) return false;
    if (!candidates_[left].taken && !candidates_[right].taken) return false;
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
      if (!candidates_[i].taken) continue;
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
  std::vector<std::uint32_t> name_of_;
  std::vector<Candidate> candidates_;
  std::unordered_map<std::string, NameFacts> facts_;
  std::unordered_set<std::string> taken_keys_;
  std::unordered_set<std::uint32_t> spoke_;  // candidates that speak
  std::unordered_set<std::string>
      people_;  // keys that speak and are no country or capital: surnames
};

}  // namespace

std::vector<Toponym> DetectToponyms(const Document& doc, const Gazetteer& gazetteer) {
  return Detector(doc, gazetteer).Run();
}

}  // namespace dateline::places
