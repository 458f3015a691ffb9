#include "extract/places/detect.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "annotate/name_context.h"
#include "annotate/name_use.h"
#include "annotate/token_words.h"
#include "extract/places/known_part.h"
#include "extract/places/name_facts.h"
#include "extract/places/place_nouns.h"
#include "extract/places/side_by_side.h"
#include "ontology/actor_codes.h"
#include "ontology/senses.h"

namespace dateline::places {

namespace {

// A body of this certainty is none of its places.
constexpr float kSurelyBody = 0.7F;
constexpr float kDoubtful = 0.5F;

class Detector {
 public:
  Detector(const Document& doc, const Gazetteer& gazetteer)
      : doc_(doc),
        gazetteer_(gazetteer),
        facts_(gazetteer),
        parts_(doc, gazetteer),
        named_(doc.tokens.size(), false) {}

  std::vector<Toponym> Run() {
    FindSurnames();
    for (const Name& name : doc_.names) ReadName(name);
    for (const Name& name : doc_.inner_names)
      if (IsPlaceOrState(name.kind)) Take(parts_.Of(name.tokens), name, "a place in a longer name");
    ReadUnnamed();
    std::ranges::stable_sort(toponyms_, {}, [](const Toponym& t) { return t.tokens.first; });
    DropOverlaps();
    ReadSideBySide(doc_, gazetteer_, toponyms_);
    return std::move(toponyms_);
  }

 private:
  // ---------------------------------------------------------------- names
  void ReadName(const Name& name) {
    std::fill_n(named_.begin() + name.tokens.first, name.tokens.size(), true);
    if (InDateline(doc_, name.tokens)) return ReadDateline(name);
    switch (name.kind) {
      case NameKind::kPlace:
        return ReadPlace(name);
      case NameKind::kGeopolitical:
        return ReadState(name);
      case NameKind::kOrganization:
        return ReadBody(name);
      case NameKind::kNationality:
      case NameKind::kOther:
        return ReadOther(name);
      case NameKind::kPerson:
        return;
    }
  }

  // "PARIS (AP) -": whatever kind the capitals have.
  void ReadDateline(const Name& name) {
    KnownPart part = parts_.Of(name.tokens);
    if (part.known || IsPlaceOrState(name.kind)) Take(std::move(part), name, "in the dateline");
  }

  // What the gazetteer has not and the reader doubts, or what are capitals only, is none: "TNLA".
  void ReadPlace(const Name& name) {
    KnownPart part = parts_.Of(name.tokens);
    if (NamesNoPlace(name, part)) return;
    const bool letters = name.tokens.size() == 1 &&
                         doc_.tokens[name.tokens.first].shape == Shape::kUpper &&
                         !InCapitals(name.tokens.first);
    if (part.known || (!letters && name.confidence >= kDoubtful))
      Take(std::move(part), name, "a name of a place");
  }

  bool InCapitals(std::uint32_t token) const {
    const Token* next = After(doc_, token + 1);
    const Token* before = Before(doc_, token);
    return (next != nullptr && next->shape == Shape::kUpper) ||
           (before != nullptr && before->shape == Shape::kUpper) ||
           InDateline(doc_, {token, token + 1});
  }

  void ReadState(const Name& name) {
    KnownPart part = parts_.Of(name.tokens);
    if (!part.known || IsSurname(name.tokens) || NamesNoPlace(name, part)) return;
    if (NameUseOf(doc_, name) != NameUse::kActs) Take(std::move(part), name, "a state or town");
  }

  // "the Troy police" are in Troy, and so is "Troy City Council"; the "Troy Times" may be anywhere.
  void ReadBody(const Name& name) {
    KnownPart part = parts_.Longest(name.tokens.first, name.tokens.last);
    if (!part.known || IsSurname(part.tokens) || IsWord(part)) return;
    const NameFacts& facts = facts_.Of(part.key);
    if (part.tokens == name.tokens) {
      const KnownName* known = WholeName(doc_, name.tokens);
      if (known != nullptr && known->kind == KnownKind::kOrganization) return;
      const bool doubtful = name.confidence < kSurelyBody || IsModifier(doc_, name.tokens);
      if (facts.country || (doubtful && facts.fame >= Fame::kTown))
        Take(std::move(part), name, "taken for a body");
    } else if (!facts.country && facts.fame >= Fame::kCity &&
               IsInstitution(HeadTokenOf(doc_, name.tokens))) {
      Take(std::move(part), name, "the place of a body");
    }
  }

  // A noun of data/agents.tsv: "Troy City Council", "Kenya Department of Health".
  bool IsInstitution(std::uint32_t head) const {
    const Agent* agent = AgentNoun(doc_, head);
    return agent != nullptr &&
           (agent->kind == AgentKind::kInstitution || agent->kind == AgentKind::kGroup);
  }

  // Words and first names that are places too; "US" and "U.S." are a country, "us" is none.
  bool IsWord(const KnownPart& part) {
    const NameFacts& facts = facts_.Of(part.key);
    const Token& token = doc_.tokens[part.tokens.first];
    if (facts.country && part.tokens.size() == 1 && token.shape == Shape::kUpper) return false;
    if (facts.country && token.text.find('.') != std::string_view::npos) return false;
    return facts.traits.word || (facts.traits.given_name && facts.fame < Fame::kWorld);
  }

  // "in the U.S.", "Pacific Ocean": not "Canadian", that is a town of Texas too, and not "U.S.
  // officials".
  void ReadOther(const Name& name) {
    KnownPart part = parts_.Of(name.tokens);
    if (!part.known || IsDemonym(part.tokens)) return;
    if (name.kind == NameKind::kNationality && IsModifier(doc_, name.tokens)) return;
    if (facts_.Of(part.key).country || part.tokens.size() > name.tokens.size())
      Take(std::move(part), name, "a country");
  }

  // "the West", "the Lao minister"
  bool NamesNoPlace(const Name& name, const KnownPart& part) const {
    const bool compass =
        name.tokens.size() == 1 && Means(doc_.tokens[name.tokens.first].lower, Sense::kCompass);
    return compass || IsDemonym(part.tokens);
  }

  bool IsDemonym(Range tokens) const {
    const KnownName* known = WholeName(doc_, tokens);
    return known != nullptr && known->kind == KnownKind::kDemonym;
  }

  // "Wilson" of a report that has an Ada Wilson; not Kenya after the Prince of Kenya.
  void FindSurnames() {
    for (const Name& name : doc_.names) {
      const std::uint32_t last = name.tokens.last - 1;
      const bool of = name.tokens.size() > 1 && doc_.tokens[last - 1].lower == "of";
      if (name.kind == NameKind::kPerson && !of) surnames_.insert(doc_.tokens[last].lower);
    }
  }
  bool IsSurname(Range tokens) const {
    return tokens.size() == 1 && surnames_.contains(doc_.tokens[tokens.first].lower) &&
           LocativeBefore(doc_, tokens.first).empty();
  }

  // ---------------------------------------------------------------- places that no name covers
  void ReadUnnamed() {
    for (std::uint32_t i = 0; i < doc_.tokens.size();) {
      KnownPart part;
      const bool free = !named_[i] && doc_.tokens[i].upos != Upos::kPron;  // "TELL US"
      if (free && IsCapital(doc_.tokens[i])) part = parts_.Longest(i, i + kLongestName);
      if (!part.known || named_[part.tokens.last - 1]) {
        ++i;
        continue;
      }
      i = part.tokens.last;
      const NameFacts& facts = facts_.Of(part.key);
      if (IsWord(part) || facts.traits.abbreviation || IsSurname(part.tokens)) continue;
      if (facts.country && IsModifier(doc_, part.tokens)) continue;
      const bool locative = !LocativeBefore(doc_, part.tokens.first).empty();
      const Fame alone = part.tokens.size() > 1 ? Fame::kCity : Fame::kWorld;
      if (facts.fame < (locative ? Fame::kTown : alone)) continue;
      Take(std::move(part),
           {.span = {}, .tokens = {}, .kind = {}, .confidence = 0.7F, .cluster = 0},
           locative ? "behind a preposition of place" : "a well-known place");
    }
  }

  // ---------------------------------------------------------------- toponyms
  void Take(KnownPart part, const Name& name, std::string cause) {
    const Token* next = After(doc_, part.tokens.last);
    if (next != nullptr && next->text == "$") return;  // "US$22"
    Toponym toponym{
        .tokens = part.tokens, .span = doc_.SpanOf(part.tokens), .key = std::move(part.key)};
    toponym.confidence = name.confidence;
    toponym.cause = InDateline(doc_, part.tokens) ? "in the dateline" : std::move(cause);
    toponym.state = StateOf(part.tokens);
    if (part.noun) {
      toponym.kind = part.noun->kind;
      toponym.level = part.noun->level;
    }
    ReadNouns(toponym);
    toponyms_.push_back(std::move(toponym));
  }

  std::string StateOf(Range tokens) const {
    const KnownName* known = WholeName(doc_, tokens);
    const bool state = known != nullptr && known->kind == KnownKind::kCountry;
    return state ? known->code.country : std::string();
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

  const Document& doc_;
  const Gazetteer& gazetteer_;
  FactsBook facts_;
  PartFinder parts_;
  std::vector<bool> named_;  // of each token: does a name cover it?
  std::unordered_set<std::string_view> surnames_;
  std::vector<Toponym> toponyms_;
};

}  // namespace

std::vector<Toponym> DetectToponyms(const Document& doc, const Gazetteer& gazetteer) {
  return Detector(doc, gazetteer).Run();
}

}  // namespace dateline::places
