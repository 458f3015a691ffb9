#include "extract/actors/noun_phrase.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "annotate/token_words.h"
#include "ontology/actor_codes.h"
#include "ontology/function_words.h"

namespace dateline {

namespace {

constexpr int kMaxDepth =
    12;  // edges from a word of a core to its head, and from it to what holds it

template <class T>
bool OneOf(T value, std::initializer_list<T> values) {
  return std::ranges::find(values, value) != values.end();
}

bool IsRoot(const Document& doc, std::uint32_t t) { return doc.tokens[t].head == t; }

// Nouns, names, pronouns and numbers, and what stands for them: "the wounded".
bool IsNominal(const Document& doc, std::uint32_t t) {
  const Token& token = doc.tokens[t];
  switch (token.upos) {
    case Upos::kNoun:
    case Upos::kPropn:
    case Upos::kPron:
    case Upos::kNum:
    case Upos::kSym:
    case Upos::kX:
      return true;
    default:
      return OneOf(token.deprel, {Deprel::kNsubj, Deprel::kNsubjPass, Deprel::kObj, Deprel::kIobj,
                                  Deprel::kObl, Deprel::kOblAgent, Deprel::kNmod, Deprel::kAppos});
  }
}

// How a word of the core before the head, or after it, may hang from it.
bool LeadsCore(Deprel deprel) {
  return OneOf(deprel, {Deprel::kDet, Deprel::kDetPredet, Deprel::kAmod, Deprel::kNummod,
                        Deprel::kCompound, Deprel::kNmodPoss, Deprel::kNmodDesc, Deprel::kFlat,
                        Deprel::kGoeswith, Deprel::kNmodUnmarked});
}
bool TrailsCore(Deprel deprel) {
  return OneOf(deprel, {Deprel::kFlat, Deprel::kCompound, Deprel::kGoeswith, Deprel::kNummod});
}

// The relation by which the branch that holds `t` hangs from `head`; kRoot if none does.
Deprel Branch(const Document& doc, std::uint32_t t, std::uint32_t head) {
  for (int depth = 0; depth < kMaxDepth && !IsRoot(doc, t); ++depth) {
    if (doc.tokens[t].head == head) return doc.tokens[t].deprel;
    t = doc.tokens[t].head;
  }
  return Deprel::kRoot;
}

Range Window(const Document& doc, std::uint32_t t) {
  const Range sentence = doc.SentenceOf(t).tokens;
  return {std::max(sentence.first, t - std::min(t, kMaxPhraseTokens - 1)),
          std::min(sentence.last, t + kMaxPhraseTokens)};
}

// "[the group's founder], Lina Osei"; a name is never cut.
Range Core(const Document& doc, std::uint32_t head) {
  const Range window = Window(doc, head);
  Range core{head, head + 1};
  while (core.first > window.first && LeadsCore(Branch(doc, core.first - 1, head))) --core.first;
  while (core.last < window.last && doc.tokens[core.last].text != "," &&
         TrailsCore(Branch(doc, core.last, head)))
    ++core.last;  // "[Lena Holm], 54, said"
  if (const std::uint32_t name = NameAt(doc, core.last - 1); name < doc.names.size()) {
    core.first = std::min(core.first, doc.names[name].tokens.first);
    core.last = std::max(core.last, doc.names[name].tokens.last);
  }
  while (core.first < head && OneOf(doc.tokens[core.first].upos, {Upos::kPunct, Upos::kCconj}))
    ++core.first;
  while (core.last > head + 1 && doc.tokens[core.last - 1].upos == Upos::kPunct) --core.last;
  return core;
}

const Agent* AgentEnding(const Document& doc, Range core) {
  for (std::uint32_t i = core.size() > 4 ? core.last - 4 : core.first; i < core.last; ++i) {
    const Known<Agent> agent = ActorTables::Get().AgentAt(TokenWords(doc, i, core.last).get());
    if (agent && i + agent.size == core.last) return agent.entry;
  }
  return nullptr;
}

// Complements of the head that belong to its phrase.  // "a spokesman for the group", "the envoy to
// Chad"
bool TakesComplement(const Agent* head, std::string_view preposition, bool place) {
  if (preposition == "of") return true;
  if (head == nullptr) return false;
  if (preposition == "in") return place;  // "police in Nairobi"
  if (head->kind != AgentKind::kPerson) return false;
  return preposition == "for" || preposition == "at" || preposition == "to" ||
         preposition == "from" || preposition == "with";
}

// Where "of X of Y", "for X and Y" behind `core` ends.
std::uint32_t ComplementsEnd(const Document& doc, Range core, std::uint32_t limit) {
  const Agent* agent = AgentEnding(doc, core);
  std::uint32_t end = core.last;
  while (end + 1 < limit) {
    const Token& word = doc.tokens[end];
    const std::uint32_t inner = word.head;  // the word that the preposition or "and" introduces
    if (inner <= end || inner >= limit || !IsNominal(doc, inner)) break;
    const std::uint32_t outer = doc.tokens[inner].head;
    if (outer < core.first || outer >= end || doc.tokens[inner].upos == Upos::kPron) break;
    const std::uint32_t name = NameAt(doc, inner);
    const bool place = name < doc.names.size() && IsPlaceOrState(doc.names[name].kind);
    const bool complement =
        word.deprel == Deprel::kCase && TakesComplement(agent, word.lower, place);
    const bool joined = OneOf(word.deprel, {Deprel::kCc, Deprel::kPunct}) &&
                        doc.tokens[inner].deprel == Deprel::kConj && outer >= core.last;
    if (!complement && !joined) break;
    const Range next = Core(doc, inner);
    if (next.first != end + 1) break;
    end = std::min(next.last, limit);
    if (const Agent* nearer = AgentEnding(doc, next); nearer != nullptr) agent = nearer;
  }
  return end;
}

NounPhrase Analyse(const Document& doc, std::uint32_t head) {
  NounPhrase phrase;
  const std::uint32_t limit = Window(doc, head).last;
  phrase.core = Core(doc, head);
  phrase.head = phrase.core.last - 1;
  phrase.root = head;
  const FunctionClass word = FunctionClassOf(doc.tokens[head].lower);
  phrase.pronoun = phrase.core.size() == 1 && doc.tokens[head].upos == Upos::kPron &&
                   (word == FunctionClass::kPronoun || word == FunctionClass::kRelative);
  phrase.tokens = phrase.core;
  if (phrase.pronoun) return phrase;
  phrase.tokens.last = ComplementsEnd(doc, phrase.core, limit);
  const std::uint32_t end = phrase.tokens.last;
  const std::uint32_t next = end < limit && doc.tokens[end].text == "," ? end + 1 : end;
  for (std::uint32_t t = next; t < limit; ++t) {
    if (doc.tokens[t].deprel != Deprel::kAppos || doc.tokens[t].head != head) continue;
    if (doc.tokens[t].upos == Upos::kNum) break;  // "Lena Holm, 54", "factions, one of them armed"
    const Range core = Core(doc, t);
    if (core.first != next) break;
    phrase.apposition = {next, ComplementsEnd(doc, core, limit)};
    phrase.tokens.last = phrase.apposition.last;
    break;
  }
  return phrase;
}

// Runs over `token` and what it hangs from, the phrases of its nominals; stops where `visit` says.
template <class Visit>
void ForPhrasesUp(const Document& doc, std::uint32_t token, Visit visit) {
  const Range window = Window(doc, token);
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    if (IsNominal(doc, token)) visit(Analyse(doc, token));
    const std::uint32_t head = doc.tokens[token].head;
    if (head == token || head < window.first || head >= window.last) return;
    token = head;
  }
}

bool Holds(Range range, std::uint32_t token) { return range.first <= token && token < range.last; }

// On the comma behind "[Lena Holm], who leads the party,": the phrase that the clause hangs from.
NounPhrase BeforeClause(const Document& doc, std::uint32_t comma) {
  NounPhrase found;
  std::uint32_t t = comma - 1;
  for (int depth = 0; depth < kMaxDepth && !IsRoot(doc, t); ++depth) {
    const std::uint32_t head = doc.tokens[t].head;
    if (OneOf(doc.tokens[t].deprel, {Deprel::kAclRelcl, Deprel::kAcl}) && head < t &&
        IsNominal(doc, head)) {
      const NounPhrase phrase = Analyse(doc, head);
      if (phrase.tokens.last < t && doc.tokens[phrase.tokens.last].text == ",") found = phrase;
    }
    t = head;
  }
  return found;
}

}  // namespace

std::uint32_t NameAt(const Document& doc, std::uint32_t token) {
  const auto after =
      std::partition_point(doc.names.begin(), doc.names.end(),
                           [&](const Name& name) { return name.tokens.last <= token; });
  if (after == doc.names.end() || after->tokens.first > token)
    return static_cast<std::uint32_t>(doc.names.size());
  return static_cast<std::uint32_t>(after - doc.names.begin());
}

std::uint32_t NameBeside(const Document& doc, const NounPhrase& phrase) {
  const auto none = static_cast<std::uint32_t>(doc.names.size());
  if (phrase.apposition.empty()) return none;
  const std::uint32_t name = NameAt(doc, NounPhraseOf(doc, doc.SpanOf(phrase.apposition)).head);
  return name < none && IsPersonOrBody(doc.names[name].kind) ? name : none;
}

NounPhrase NounPhraseHeadedBy(const Document& doc, std::uint32_t token) {
  if (token >= doc.tokens.size() || !IsNominal(doc, token)) return {};
  return Analyse(doc, token);
}

NounPhrase NounPhraseStartingAt(const Document& doc, std::uint32_t token) {
  NounPhrase best;
  if (token >= doc.tokens.size()) return best;
  if (OneOf(doc.tokens[token].upos, {Upos::kPunct, Upos::kPart, Upos::kCconj})) return best;
  ForPhrasesUp(doc, token, [&](const NounPhrase& phrase) {
    if (Holds(phrase.core, token)) best = phrase;
  });
  if (!best.empty()) best.tokens.first = best.core.first = token;
  return best;
}

NounPhrase NounPhraseEndingAt(const Document& doc, std::uint32_t token) {
  NounPhrase best;
  if (token >= doc.tokens.size()) return best;
  if (doc.tokens[token].text == ",") {
    if (token == doc.SentenceOf(token).tokens.first) return best;
    best = BeforeClause(doc, token);
    if (!best.empty()) return best;
    --token;
  }
  NounPhrase holder;  // its core goes on behind the token
  ForPhrasesUp(doc, token, [&](NounPhrase phrase) {
    const std::uint32_t before_apposition =
        phrase.apposition.empty() ? phrase.tokens.last
                                  : ComplementsEnd(doc, phrase.core, phrase.apposition.first);
    if (phrase.tokens.last != token + 1) {
      if (before_apposition != token + 1 && phrase.core.last != token + 1) {
        if (Holds(phrase.core, token)) holder = phrase;
        return;
      }
      phrase.tokens.last = token + 1;
      phrase.apposition = {};
    }
    if (best.empty() || phrase.tokens.first < best.tokens.first) best = phrase;
  });
  if (best.empty() && !holder.empty()) {
    best = holder;
    best.tokens = best.core = {holder.core.first, token + 1};
    best.apposition = {};
    best.head = token;
  }
  return best;
}

NounPhrase NounPhraseAround(const Document& doc, std::uint32_t token) {
  NounPhrase by_core, by_tokens;
  if (token >= doc.tokens.size()) return by_core;
  ForPhrasesUp(doc, token, [&](const NounPhrase& phrase) {
    if (Holds(phrase.core, token)) by_core = phrase;
    if (by_tokens.empty() && Holds(phrase.tokens, token)) by_tokens = phrase;
  });
  return by_core.empty() ? by_tokens : by_core;
}

NounPhrase NounPhraseOf(const Document& doc, Span span) {
  NounPhrase phrase;
  const Range tokens = doc.TokensIn(span);
  if (tokens.empty()) return phrase;
  for (std::uint32_t t = tokens.first; t < tokens.last && phrase.empty(); ++t) {
    const std::uint32_t head = doc.tokens[t].head;
    if ((head == t || !Holds(tokens, head)) && IsNominal(doc, t)) phrase = Analyse(doc, t);
  }
  const auto inside = [tokens](Range range) {
    range = {std::max(range.first, tokens.first), std::min(range.last, tokens.last)};
    return range.first < range.last ? range : Range{tokens.last, tokens.last};
  };
  phrase.core = inside(phrase.core);
  phrase.apposition = inside(phrase.apposition);
  if (phrase.empty()) {  // "the late": its words, whatever they are
    phrase.core = tokens;
    phrase.root = tokens.last - 1;
  }
  phrase.head = phrase.core.last - 1;
  phrase.tokens = tokens;
  return phrase;
}

}  // namespace dateline
