#include "annotate/name_kinds.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "annotate/name_words.h"
#include "ontology/function_words.h"

namespace dateline {

namespace {

struct Kind {
  NameKind kind;
  float confidence;
};

class KindFinder {
 public:
  KindFinder(const Document& doc, const Gazetteer* gazetteer) : doc_(doc), gazetteer_(gazetteer) {}

  Kind Of(const NameSpan& span) const {
    if (span.known != nullptr) return OfKnown(*span.known);
    const Token& last = doc_.tokens[span.tokens.last - 1];
    if (span.tokens.size() == 1 && IsPeople(last.lower)) return {NameKind::kNationality, 0.9f};
    if (span.body) return {NameKind::kOrganization, 0.85f};
    if (span.titled && span.tokens.size() <= 5) return {NameKind::kPerson, 0.93f};
    if (IsThingHead(last.lower) && span.tokens.size() > 1) return {NameKind::kOther, 0.8f};
    if (IsLandHead(last.lower) && span.tokens.size() > 1) return {NameKind::kPlace, 0.8f};
    if (span.given && span.tokens.size() > 1) return {NameKind::kPerson, 0.9f};
    if (span.tokens.size() > 1 && IsInitial(doc_.tokens[span.tokens.first]))
      return {NameKind::kPerson, 0.85f};
    if (IsAge(span.tokens.last)) return {NameKind::kPerson, 0.95f};
    if (IsPlace(span)) return {NameKind::kPlace, 0.7f};
    if (span.tokens.size() == 1 && last.shape == Shape::kUpper)
      return {NameKind::kOrganization, 0.6f};
    if (AfterPlacePreposition(span.tokens.first)) return {NameKind::kPlace, 0.5f};
    if (span.given) return {NameKind::kPerson, 0.6f};
    if (BesideVerb(span.tokens)) return {NameKind::kPerson, span.tokens.size() > 1 ? 0.7f : 0.5f};
    if (span.tokens.size() == 2 || span.tokens.size() == 3) return {NameKind::kPerson, 0.45f};
    return {NameKind::kOther, 0.4f};
  }

 private:
  static Kind OfKnown(const KnownName& known) {
    switch (known.kind) {
      case KnownKind::kCountry:
        return {NameKind::kPlace, 0.97f};
      case KnownKind::kCapital:
        return {NameKind::kPlace, 0.95f};
      case KnownKind::kDemonym:
        return {NameKind::kNationality, 0.97f};
      case KnownKind::kOrganization:
        break;
    }
    const bool land = known.code.sector == "PRE";  // "South Ossetia"
    return {land ? NameKind::kPlace : NameKind::kOrganization, 0.93f};
  }

  // "J. Smith"
  static bool IsInitial(const Token& token) {
    return token.text.size() == 2 && token.text[1] == '.';
  }

  // "Karin Holm, 54,"
  bool IsAge(std::uint32_t after) const {
    if (after + 2 >= doc_.tokens.size()) return false;
    const Token& number = doc_.tokens[after + 1];
    return doc_.tokens[after].text == "," && number.shape == Shape::kNumber &&
           number.text.size() <= 2 &&
           (doc_.tokens[after + 2].text == "," || doc_.tokens[after + 2].text == ".");
  }

  // One word alone is the name of some hamlet nearly always: it takes a town of that name.
  bool IsPlace(const NameSpan& span) const {
    if (gazetteer_ == nullptr) return false;
    const std::string_view words = doc_.Words(doc_.SpanOf(span.tokens));
    if (span.tokens.size() > 1 || AfterPlacePreposition(span.tokens.first))
      return gazetteer_->Contains(words);
    for (const GazetteerPlace& place : gazetteer_->Find(words))
      if (place.population >= 20'000 || place.kind == PlaceKind::kRegion ||
          place.kind == PlaceKind::kCountry)
        return true;
    return false;
  }

  bool AfterPlacePreposition(std::uint32_t token) const {
    if (token == 0 || doc_.tokens[token - 1].sentence != doc_.tokens[token].sentence) return false;
    const std::string_view before = doc_.tokens[token - 1].lower;
    return before == "in" || before == "near" || before == "outside" || before == "across" ||
           before == "toward" || before == "towards" || before == "around";
  }

  bool BesideVerb(Range tokens) const {
    const auto verb = [&](std::uint32_t k) {
      const FunctionClass kind = FunctionClassOf(doc_.tokens[k].lower);
      return kind == FunctionClass::kVerb;
    };
    return (tokens.last < doc_.tokens.size() && verb(tokens.last)) ||
           (tokens.first > 0 && verb(tokens.first - 1));
  }

  const Document& doc_;
  const Gazetteer* gazetteer_;
};

// A name of one word takes the kind for which the whole report speaks: "Marin" beside "Sanna
// Marin", "Kessler" here beside "Kessler said" there.  Tables and titles keep their word.
void ShareKinds(const Document& doc, const std::vector<NameSpan>& spans, std::vector<Name>& names) {
  using Weights =
      std::array<float, 5>;  // by kind: the confidences of all names with the word, summed
  std::unordered_map<std::string_view, Weights> votes;
  const auto vote = [&](std::uint32_t token, const Name& name) {
    votes[doc.tokens[token].lower][static_cast<std::size_t>(name.kind)] += name.confidence;
  };
  for (const Name& name : names) {
    if (name.kind == NameKind::kOther) continue;
    if (name.tokens.size() == 1) vote(name.tokens.first, name);
    if (name.tokens.size() == 1 || name.kind != NameKind::kPerson || name.confidence < 0.6f)
      continue;
    vote(name.tokens.first, name);
    vote(name.tokens.last - 1, name);
  }
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans[i].known != nullptr || spans[i].titled || spans[i].tokens.size() > 1) continue;
    const auto found = votes.find(doc.tokens[spans[i].tokens.first].lower);
    if (found == votes.end()) continue;
    const auto most = std::ranges::max_element(found->second);
    names[i].kind = static_cast<NameKind>(most - found->second.begin());
    names[i].confidence = std::clamp(*most, names[i].confidence, 0.9f);
  }
}

}  // namespace

std::vector<Name> NamesWithKinds(const Document& doc, const std::vector<NameSpan>& spans,
                                 const Gazetteer* gazetteer) {
  const KindFinder finder(doc, gazetteer);
  std::vector<Name> names;
  names.reserve(spans.size());
  for (const NameSpan& span : spans) {
    const Kind kind = finder.Of(span);
    names.push_back({doc.SpanOf(span.tokens), span.tokens, kind.kind, kind.confidence, 0});
  }
  ShareKinds(doc, spans, names);
  return names;
}

}  // namespace dateline
