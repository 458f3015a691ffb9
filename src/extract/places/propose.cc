#include "extract/places/propose.h"

#include "extract/places/context.h"
#include "ontology/function_words.h"
#include "text/unicode.h"

namespace dateline::places {

namespace {

bool IsFunctionWord(const Token& token) {
  return FunctionClassOf(token.lower) != FunctionClass::kNone;
}

bool IsTimeWord(const Token& token) {
  std::string_view word = token.lower;
  if (word.ends_with('.')) word.remove_suffix(1);  // "Nov."
  return FunctionClassOf(word) == FunctionClass::kTime;
}

class Proposer {
 public:
  Proposer(const Document& doc, const Gazetteer& gazetteer, FactsBook& facts)
      : doc_(doc), gazetteer_(gazetteer), facts_(facts) {}

  std::vector<Candidate> Run() {
    MarkNames();
    std::vector<Candidate> candidates;
    for (std::uint32_t i = 0; i < doc_.tokens.size();) {
      if (!IsCapital(doc_.tokens[i])) {
        ++i;
        continue;
      }
      if (auto candidate = At(i)) {
        i = candidate->toponym.tokens.last;
        candidates.push_back(std::move(*candidate));
      } else {
        ++i;
      }
    }
    return candidates;
  }

 private:
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

  std::optional<Candidate> At(std::uint32_t first) {
    Range match = LongestMatch(first);
    const bool known = !match.empty();
    if (!known) match = NamedByNoun(first);
    if (match.empty()) match = NamedByPreposition(first);
    if (match.empty() || Vetoed(match)) return std::nullopt;
    Candidate candidate{.toponym = {.tokens = match, .span = doc_.SpanOf(match)}, .known = known};
    candidate.toponym.key = KeyOf(match);
    known ? ReadNouns(candidate.toponym) : ReadOwnNoun(candidate.toponym);
    return candidate;
  }

  std::string KeyOf(Range range) const { return NameKey(doc_.Words(doc_.SpanOf(range))); }

  // ---------------------------------------------------------------- the names layer
  bool Vetoed(Range match) {
    for (std::uint32_t t = match.first; t < match.last; ++t) {
      const Name* name = NameAt(t);
      if (name == nullptr || name->kind == NameKind::kPlace || name->kind == NameKind::kOther)
        continue;
      if (name->kind == NameKind::kNationality || !MayBePlace(*name, match)) return true;
    }
    return false;
  }

  // A name of a person or an organisation that reads as a place all the same.
  bool MayBePlace(const Name& name, Range match) {
    const auto noun = PlaceNouns::Get().After(doc_.tokens[name.tokens.last - 1]);
    const bool titled = TitleBegins(doc_, name.tokens.first);
    if (noun && noun->alone && name.tokens.size() > 1 && !titled) return true;  // "Tijuana River"
    if (name.kind != NameKind::kPerson) {  // "in Brussels", that is not the Union
      return name.tokens == match && BehindLocative(doc_, match.first) &&
             facts_.Of(KeyOf(match)).fame >= Fame::kWorld;
    }
    const bool inside = match.first <= name.tokens.first && name.tokens.last <= match.last;
    if (inside && name.tokens.size() < match.size()) return true;  // "York" of "New York"
    const auto inner = PlaceNouns::Get().After(doc_.tokens[match.last - 1]);
    if (inner && inner->alone) return match.size() > 1;  // "Pike County" of "Pike County Jail"
    if (name.tokens != match) return false;
    if (InDateline(doc_, match)) return true;  // "PARIS (AP) -"
    if (match.size() > 1) return facts_.Of(KeyOf(match)).fame >= Fame::kCity;
    // "in Jordan", unless the report has a Michael Jordan.
    return doc_.clusters[name.cluster].name.size() <= name.span.size() &&
           BehindLocative(doc_, match.first);
  }

  // ---------------------------------------------------------------- names of the gazetteer
  Range LongestMatch(std::uint32_t first) const {
    Range best{first, first};
    const std::uint32_t sentence = doc_.tokens[first].sentence;
    for (std::uint32_t last = first + 1; last <= doc_.tokens.size() && last <= first + kLongestName;
         ++last) {
      const Token& end = doc_.tokens[last - 1];
      if (end.sentence != sentence) break;
      const std::string key = KeyOf({first, last});
      const bool name_end = IsCapital(end) || end.shape == Shape::kNumber;
      if (name_end && gazetteer_.Contains(key) && FitsCase({first, last}, key)) best.last = last;
      if (!gazetteer_.IsPrefix(key)) break;
    }
    return best;
  }

  // "US" and "U.S." are a country, "Us" is none; nor is a word of a closed class ("May", "In") a
  // town.
  bool FitsCase(Range range, const std::string& key) const {
    if (range.size() > 1) return true;
    const Token& token = doc_.tokens[range.first];
    if (IsTimeWord(token)) return false;
    const bool stops = token.text.find('.') != std::string_view::npos;
    if (key.size() <= 3 && (stops || token.shape == Shape::kUpper))
      return stops || !InCapitals(token.sentence);
    if (IsFunctionWord(token)) return false;
    return key.size() > 3 || FactsOf(gazetteer_, key).own_name;
  }

  // A headline in capitals: "TELL US MORE".
  bool InCapitals(std::uint32_t sentence) const {
    const Range range = doc_.sentences[sentence].tokens;
    std::uint32_t upper = 0;
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      if (doc_.tokens[t].shape == Shape::kLower) return false;
      upper += doc_.tokens[t].shape == Shape::kUpper;
    }
    return upper > 2;
  }

  // ---------------------------------------------------------------- names that no gazetteer has
  Range NamedByNoun(std::uint32_t first) const {
    const Range none{first, first};
    if (IsFunctionWord(doc_.tokens[first]) || doc_.SentenceOf(first).headline) return none;
    std::uint32_t last = first;
    while (last < doc_.tokens.size() && last < first + 4 && IsCapital(doc_.tokens[last]) &&
           doc_.tokens[last].sentence == doc_.tokens[first].sentence && !TitleBegins(doc_, last)) {
      ++last;
    }
    if (last == first) return none;
    const auto before = PlaceNouns::Get().Before(doc_.tokens[first].lower);
    if (before && before->alone && last > first + 1) return {first, first + 2};
    const auto own = PlaceNouns::Get().After(doc_.tokens[last - 1]);
    if (own && own->alone && last > first + 1) return {first, last};
    // "the Ibar river": the noun stays outside.
    const Token* next = After(doc_, last);
    const bool lower = next != nullptr && next->shape == Shape::kLower &&
                       PlaceNouns::Get().After(*next).has_value();
    const Name* name = NameAt(first);
    const bool open =
        name == nullptr || name->kind == NameKind::kOther || name->kind == NameKind::kPlace;
    return lower && !own && (open || BehindLocative(doc_, first)) ? Range{first, last} : none;
  }

  // "near Ndassima": a name of no known kind behind a preposition of place.
  Range NamedByPreposition(std::uint32_t first) const {
    const Range none{first, first};
    const Name* name = NameAt(first);
    if (name == nullptr || name->tokens.first != first || doc_.tokens[first].shape == Shape::kUpper)
      return none;
    if (name->kind != NameKind::kPlace && name->kind != NameKind::kOther) return none;
    return BehindLocative(doc_, first) ? name->tokens : none;
  }

  // ---------------------------------------------------------------- nouns beside a name
  void ReadNouns(Toponym& toponym) const {
    const auto take = [&toponym](const PlaceNoun& noun) {
      toponym.kind = noun.kind;
      toponym.level = noun.level;
    };
    if (const auto of = NounOf(doc_, toponym.tokens.first)) take(*of);
    const Token* next = After(doc_, toponym.tokens.last);
    const auto after = next == nullptr ? std::nullopt : PlaceNouns::Get().After(*next);
    if (!after) return;
    take(*after);
    if (!IsCapital(*next) || !next->space_before || next->lower != next->lemma) return;
    ++toponym.tokens.last;
    toponym.span = doc_.SpanOf(toponym.tokens);
    // "Hampton Avenue" is no town of that name; "Lamu County" is the county of Lamu.
    const bool other_thing = after->kind != PlaceKind::kRegion && after->kind != PlaceKind::kCity;
    if (other_thing && after->alone) toponym.key = KeyOf(toponym.tokens);
  }

  void ReadOwnNoun(Toponym& toponym) const {
    const auto before = PlaceNouns::Get().Before(doc_.tokens[toponym.tokens.first].lower);
    const auto own = PlaceNouns::Get().After(doc_.tokens[toponym.tokens.last - 1]);
    const Token* next = After(doc_, toponym.tokens.last);
    const auto after = next == nullptr ? std::nullopt : PlaceNouns::Get().After(*next);
    if (const auto& noun = before ? before : own ? own : after) toponym.kind = noun->kind;
  }

  const Document& doc_;
  const Gazetteer& gazetteer_;
  FactsBook& facts_;
  std::vector<std::uint32_t> name_of_;  // of each token, the index into doc.names
};

}  // namespace

std::vector<Candidate> ProposeToponyms(const Document& doc, const Gazetteer& gazetteer,
                                       FactsBook& facts) {
  return Proposer(doc, gazetteer, facts).Run();
}

}  // namespace dateline::places
