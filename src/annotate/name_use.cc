#include "annotate/name_use.h"

#include <algorithm>
#include <array>

#include "annotate/name_context.h"
#include "annotate/token_words.h"
#include "ontology/actor_codes.h"
#include "ontology/senses.h"

namespace dateline {

namespace {

constexpr float kSurelyActs = 0.985F;  // of the head, where the tree leaves it open

// A country, its seat of government, or a town that stands for a body: "Kenya", "the Republic of
// Kenya", "Nairobi", "Brussels".
bool HasGovernment(const Document& doc, Range name) {
  for (std::uint32_t first = name.first; first < name.last; ++first) {
    if (first != name.first && doc.tokens[first - 1].lower != "of") continue;
    if (const KnownName* known = WholeName(doc, {first, name.last}))
      return known->kind != KnownKind::kDemonym;
  }
  return false;
}

// Parties stand behind "from", "to" and "between" as often as places: "talks between Oslo and
// Riga"; not so behind motion, "a flight to Oslo".
bool BehindPlainLocative(const Document& doc, std::uint32_t first, std::uint32_t governor) {
  static constexpr std::array<std::string_view, 5> kOfParties = {"between", "from", "to", "toward",
                                                                 "towards"};
  const std::string_view word = LocativeBefore(doc, first);
  if ((word == "from" || word == "to") && Means(doc.tokens[governor].lemma, Sense::kMotion))
    return true;
  return !word.empty() && std::ranges::find(kOfParties, word) == kOfParties.end();
}

// "China's Hainan island": what it has is a place itself.
bool OwnsPlace(const Document& doc, Range tokens, const Token& head) {
  if (head.head < tokens.last) return false;
  const auto next = std::ranges::lower_bound(doc.names, tokens.last, {},
                                             [](const Name& name) { return name.tokens.first; });
  return next != doc.names.end() && next->tokens.first <= head.head &&
         next->kind == NameKind::kPlace;
}

// "Kenya has 47 counties", "Kenya is a market": it is described, it does nothing.  Who is ready or
// glad acts all the same.
bool IsDescribed(const Document& doc, const Token& head) {
  constexpr std::uint32_t kFarthest = 40;  // tokens from copula to predicate
  if (head.deprel != Deprel::kNsubj) return false;
  const Token& predicate = doc.tokens[head.head];
  if (predicate.upos == Upos::kVerb) return predicate.lemma == "have";
  if (predicate.upos == Upos::kAdj) return false;
  const std::uint32_t first = head.head - std::min(head.head, kFarthest);
  return std::any_of(doc.tokens.begin() + first, doc.tokens.begin() + head.head,
                     [&head](const Token& token) {
                       return token.deprel == Deprel::kCop && token.head == head.head;
                     });
}

// The word before the name, "the" skipped: "of" in "president of the UAE".
std::string_view WordBefore(const Document& doc, std::uint32_t first) {
  const Token* token = Before(doc, first);
  if (token != nullptr && token->lower == "the") token = Before(doc, first, 2);
  return token == nullptr ? std::string_view() : token->lower;
}

// "ministry", "troops", "president": not "residents", who are no arm of the state.
bool IsArm(const Document& doc, std::uint32_t noun) {
  const Agent* agent = AgentNoun(doc, noun);
  return agent != nullptr && agent->sector != "CVL";
}

// Subject, agent, who is given or asked; who has arms, "Kenya's ministry", "the president of
// Kenya"; and a party: "a pact between Oslo and Riga", "sanctions against Riga", "arms for Oslo".
bool Acts(const Document& doc, Range name, const Token& head) {
  switch (head.deprel) {
    case Deprel::kNsubj:
    case Deprel::kNsubjPass:
    case Deprel::kOblAgent:
    case Deprel::kIobj:
      return true;
    case Deprel::kObj:
      return Means(doc.tokens[head.head].lemma, Sense::kAddress);
    case Deprel::kNmodPoss:
      return IsArm(doc, head.head);
    case Deprel::kNmod:
    case Deprel::kObl: {
      const std::string_view word = WordBefore(doc, name.first);
      if (word == "of") return IsArm(doc, head.head);
      if (word == "on") return Means(doc.tokens[head.head].lemma, Sense::kAddress);
      // "arms for Oslo"; not "he left for Oslo".
      if (word == "for") return head.deprel == Deprel::kNmod;
      return word == "between" || word == "against";
    }
    default:
      return false;
  }
}

}  // namespace

NameUse NameUseOf(const Document& doc, const Name& name) {
  const std::uint32_t own = HeadTokenOf(doc, name.tokens);
  // "Kenya and Uganda reopened the road": the second does what the first does.
  const bool second = doc.tokens[own].deprel == Deprel::kConj;
  const Token& head = doc.tokens[second ? doc.tokens[own].head : own];
  // "in Kenya's view" says of the view where it is.
  const bool owner = head.deprel == Deprel::kNmodPoss;
  const bool where = owner ? OwnsPlace(doc, name.tokens, head)
                           : BehindPlainLocative(doc, name.tokens.first, head.head);
  if (where || InDateline(doc, name.tokens)) return NameUse::kWhere;
  if (IsDescribed(doc, head)) return NameUse::kBoth;
  const bool acts = Acts(doc, name.tokens, head) || name.confidence >= kSurelyActs;
  if (HasGovernment(doc, name.tokens)) return acts ? NameUse::kActs : NameUse::kBoth;
  return acts ? NameUse::kBoth : NameUse::kWhere;
}

bool IsModifier(const Document& doc, Range name) {
  const Token& head = doc.tokens[HeadTokenOf(doc, name)];
  if (head.deprel != Deprel::kCompound && head.deprel != Deprel::kAmod) return false;
  return AgentNoun(doc, head.head) != nullptr;
}

}  // namespace dateline
