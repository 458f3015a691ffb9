#include "extract/events/clause.h"

#include <algorithm>
#include <string_view>
#include <type_traits>

#include "ontology/senses.h"

namespace dateline::events {

namespace {

constexpr std::size_t kMaxJoined = 6;

template <class T>
bool OneOf(T value, std::initializer_list<std::type_identity_t<T>> values) {
  return std::ranges::find(values, value) != values.end();
}

bool IsVerb(const Tree& tree, std::uint32_t t) {
  return OneOf(tree.token(t).upos, {Upos::kVerb, Upos::kAux});
}

bool IsPastForm(Xpos xpos) { return xpos == Xpos::kVbn || xpos == Xpos::kVbd; }

bool HasTo(const Tree& tree, std::uint32_t verb) {
  return std::ranges::any_of(tree.Children(verb),
                             [&](std::uint32_t c) { return tree.token(c).xpos == Xpos::kTo; });
}

bool IsRelative(const Tree& tree, std::uint32_t t) {
  return OneOf(tree.token(t).xpos, {Xpos::kWdt, Xpos::kWp, Xpos::kWpPossessive});
}

bool IsBehindBy(const Tree& tree, std::uint32_t noun) {
  const std::uint32_t preposition = tree.Child(noun, {Deprel::kCase});
  return preposition != kNoToken && tree.token(preposition).lower == "by";
}

// "who", "which", "that" stand for the noun that their clause hangs from.
std::uint32_t Antecedent(const Tree& tree, std::uint32_t t) {
  if (!IsRelative(tree, t)) return t;
  std::uint32_t at = t;
  for (int hop = 0; hop < kMaxHops && !tree.IsRoot(at); ++hop) {
    const bool clause = tree.Is(at, {Deprel::kAclRelcl, Deprel::kAcl});
    at = tree.token(at).head;
    if (clause) return at;
  }
  // "said [prosecutors], who opened an inquiry": a clause that hangs from the verb
  if (t >= 2 && tree.token(t - 1).upos == Upos::kPunct) {
    const Token& before = tree.token(t - 2);
    const bool noun = OneOf(before.upos, {Upos::kNoun, Upos::kPropn});
    if (noun && before.sentence == tree.token(t).sentence) return t - 2;
  }
  return t;
}

// The object of `verb` that does what the complement `inner` says; kNoToken if the subject does.
std::uint32_t Controller(const Tree& tree, std::uint32_t verb, std::uint32_t inner) {
  if (Means(tree.token(verb).lemma, Sense::kOwn)) return kNoToken;
  if (tree.Is(inner, {Deprel::kAdvcl, Deprel::kObl})) {
    // "accused Japan of attacking", "barred them from leaving"; "was fired on while leaving"
    const std::uint32_t mark = tree.Child(inner, {Deprel::kMark, Deprel::kCase});
    if (mark == kNoToken ||
        !OneOf(tree.token(mark).lower, {"of", "for", "from", "into", "against"}))
      return kNoToken;
  }
  return tree.Child(verb, {Deprel::kObj, Deprel::kIobj});
}

// A purpose ("a plan to attack") belongs to who has it, or to who does what the plan is object of.
std::uint32_t OwnerOf(const Tree& tree, std::uint32_t noun) {
  return tree.Child(noun, {Deprel::kNmodPoss});
}

Heads Resolved(const Tree& tree, std::uint32_t t) {
  return WithConjuncts(tree, Antecedent(tree, t));
}

}  // namespace

Use UseOf(const Tree& tree, std::uint32_t token) {
  if (!IsVerb(tree, token)) return Use::kNoun;
  // "the port was attacked and burnt"
  for (int hop = 0; hop < kMaxHops && tree.Is(token, {Deprel::kConj}); ++hop) {
    const bool bare = tree.token(token).xpos == Xpos::kVbn &&
                      !tree.Has(token, {Deprel::kNsubj, Deprel::kAux, Deprel::kAuxPass});
    if (!bare || !IsVerb(tree, tree.token(token).head)) break;
    token = tree.token(token).head;
  }
  const Token& word = tree.token(token);
  if (tree.Has(token, {Deprel::kAuxPass, Deprel::kNsubjPass, Deprel::kCsubjPass}))
    return Use::kPassive;
  const bool reduced = tree.Is(token, {Deprel::kAcl, Deprel::kAmod});
  if (reduced && IsPastForm(word.xpos) && !tree.Has(token, {Deprel::kNsubj, Deprel::kAux}))
    return Use::kPassive;
  const std::uint32_t agent = tree.Child(token, {Deprel::kOblAgent});
  if (agent != kNoToken && (word.xpos == Xpos::kVbn || IsBehindBy(tree, agent)) &&
      IsPastForm(word.xpos))
    return Use::kPassive;
  if (HasTo(tree, token)) return Use::kInfinitive;
  if (word.xpos == Xpos::kVbg && !tree.Has(token, {Deprel::kAux})) return Use::kParticiple;
  return Use::kActive;
}

Heads WithConjuncts(const Tree& tree, std::uint32_t head) {
  Heads heads{head};
  for (std::uint32_t child : tree.Children(head)) {
    if (heads.size() == kMaxJoined) break;
    if (child > head && tree.token(child).deprel == Deprel::kConj && !IsVerb(tree, child))
      heads.push_back(child);
  }
  return heads;
}

std::uint32_t Counted(const Tree& tree, std::uint32_t noun) {
  const Token& word = tree.token(noun);
  if (!Means(word.lemma, Sense::kQuantity) && word.upos != Upos::kNum) return noun;
  for (std::uint32_t child : tree.Children(noun)) {
    const std::uint32_t preposition =
        tree.Is(child, {Deprel::kNmod}) ? tree.Child(child, {Deprel::kCase}) : kNoToken;
    if (preposition != kNoToken && tree.token(preposition).lower == "of") return child;
  }
  return noun;
}

std::uint32_t PrepositionOf(const Tree& tree, std::uint32_t noun) {
  return tree.Child(noun, {Deprel::kCase});
}

Heads SubjectOf(const Tree& tree, std::uint32_t verb) {
  for (int hop = 0; hop < kMaxHops; ++hop) {
    const std::uint32_t own =
        tree.Child(verb, {Deprel::kNsubj, Deprel::kNsubjPass, Deprel::kNsubjOuter});
    if (own != kNoToken && tree.token(own).xpos != Xpos::kEx) return Resolved(tree, own);
    if (tree.IsRoot(verb)) return {};
    const std::uint32_t above = tree.token(verb).head;
    switch (tree.token(verb).deprel) {
      case Deprel::kXcomp:
      case Deprel::kCcomp:
      case Deprel::kAdvcl:
      case Deprel::kObl: {
        if (!IsVerb(tree, above) && tree.Is(verb, {Deprel::kObl})) return {};
        if (tree.Is(verb, {Deprel::kCcomp}) && !HasTo(tree, verb)) return {};
        const std::uint32_t controller = Controller(tree, above, verb);
        if (controller != kNoToken) return Resolved(tree, controller);
        break;
      }
      case Deprel::kConj:
        if (!IsVerb(tree, above) && !tree.Has(above, {Deprel::kNsubj})) return {};
        break;
      case Deprel::kAcl:
      case Deprel::kAmod:
      case Deprel::kAclRelcl: {
        if (!HasTo(tree, verb)) return WithConjuncts(tree, above);
        const std::uint32_t owner = OwnerOf(tree, above);
        if (owner != kNoToken) return Resolved(tree, owner);
        if (!tree.Is(above, {Deprel::kObj})) return {};
        verb = tree.token(above).head;  // "made plans to attack"
        continue;
      }
      default:
        return {};
    }
    verb = above;
  }
  return {};
}

Heads ObjectsOf(const Tree& tree, std::uint32_t verb) {
  Heads objects;
  for (std::uint32_t child : tree.Children(verb)) {
    if (!tree.Is(child, {Deprel::kObj, Deprel::kIobj})) continue;
    const Heads joined = Resolved(tree, child);
    objects.insert(objects.end(), joined.begin(), joined.end());
  }
  if (!objects.empty()) return objects;
  // "the town [that] rebels attacked"
  const bool gap = tree.Is(verb, {Deprel::kAclRelcl}) && tree.Has(verb, {Deprel::kNsubj}) &&
                   !tree.Has(verb, {Deprel::kAdvmod, Deprel::kXcomp, Deprel::kCcomp});
  const std::uint32_t subject = tree.Child(verb, {Deprel::kNsubj});
  if (gap && !IsRelative(tree, subject) && !tree.Has(verb, {Deprel::kObl}))
    return {tree.token(verb).head};
  // "attacked and seized [the town]"
  const std::uint32_t next = tree.Child(verb, {Deprel::kConj});
  if (next != kNoToken && next <= verb + 2 && IsVerb(tree, next) &&
      !tree.Has(next, {Deprel::kNsubj})) {
    const std::uint32_t object = tree.Child(next, {Deprel::kObj});
    if (object != kNoToken) return Resolved(tree, object);
  }
  return objects;
}

Heads BehindPreposition(const Tree& tree, const WordsOfDocument& words, std::uint32_t node,
                        const WordSet& prepositions) {
  Heads heads;
  for (std::uint32_t child : tree.Children(node)) {
    if (!tree.Is(child, {Deprel::kObl, Deprel::kOblAgent, Deprel::kNmod})) continue;
    const std::uint32_t preposition = PrepositionOf(tree, child);
    if (preposition == kNoToken || !prepositions.At(words, preposition, preposition + 1)) continue;
    const Heads joined = Resolved(tree, child);
    heads.insert(heads.end(), joined.begin(), joined.end());
  }
  return heads;
}

}  // namespace dateline::events
