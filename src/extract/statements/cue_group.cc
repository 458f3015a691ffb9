#include "extract/statements/cue_group.h"

#include <algorithm>

namespace dateline {

namespace {

bool EndsWith(const Token& token, std::string_view ending) { return token.lower.ends_with(ending); }

// "He's calling", "that's why": a form of "be"; "Ward's claims": a genitive.
bool IsGenitive(const StatementView& view, std::uint32_t i, std::uint32_t verb) {
  if (!view.IsOneOf(i, {"'s", "’s"})) return false;
  if (i == 0) return true;
  return !view.IsOneOf(i - 1, {"he", "she", "it", "that", "what", "who", "there", "here"}) &&
         !EndsWith(view.token(verb), "ing");
}

// "accuse", "point" of "point out"; the lemma does not tell, for "accused" is a noun as well.
bool IsBase(const Token& token, const CueEntry& entry) {
  return token.lower == entry.words.substr(0, entry.words.find(' '));
}

bool IsPastParticiple(const CueGroup& group, const Token& token) {
  return !group.base && !EndsWith(token, "ing") && !EndsWith(token, "s");
}

// A noun, not a verb, judged by the word before it.
bool FollowsLikeANoun(const StatementView& view, std::uint32_t before) {
  return !view.EndsQuote(before) && (view.IsDeterminer(before) || view.IsPreposition(before));
}

}  // namespace

std::optional<CueGroup> CueGroupAt(const StatementView& view, std::uint32_t token,
                                   std::uint32_t begin) {
  const CueLexicon& lexicon = CueLexicon::Get();
  const Token& verb = view.token(token);
  // A capital inside a sentence is a name's: "the United States", unless headlines write all words
  // so.
  const Sentence& sentence = view.doc().SentenceOf(token);
  const bool capital =
      verb.shape == Shape::kTitle && token > sentence.tokens.first && token > begin;
  if (verb.shape == Shape::kUpper || (capital && !sentence.headline)) return std::nullopt;
  const std::vector<const CueEntry*> entries = lexicon.Match(view.doc(), token);
  const auto entry =
      std::ranges::find_if(entries, [](const CueEntry* e) { return e->kind != CueKind::kPhrase; });
  if (entry == entries.end()) return std::nullopt;

  CueGroup group{{token, static_cast<std::uint32_t>(token + 1 + (*entry)->rest.size())},
                 token,
                 *entry,
                 VerbForm::kFinite,
                 false,
                 false,
                 false,
                 IsBase(verb, **entry)};
  bool be = false, have = false;
  std::uint32_t first = token;
  while (first > begin && token - first < kMaxGroup) {
    const std::uint32_t i = first - 1;
    const Token& word = view.token(i);
    if (lexicon.IsAuxiliary(word) && !IsGenitive(view, i, token)) {
      group.auxiliary = true;
      be |= lexicon.Is(WordClass::kBe, word);
      have |= lexicon.Is(WordClass::kHave, word);
      group.modal |= lexicon.Is(WordClass::kModal, word);
      group.tokens.first = i;
    } else if (lexicon.IsAdverb(word)) {
      group.negated |= lexicon.Is(WordClass::kNegation, word);
    } else {
      break;
    }
    first = i;
  }
  // Adverbs without auxiliary: "repeatedly warned".  One that opens the clause stays outside: "Now
  // he says".
  if (first < group.tokens.first && first > begin && !view.IsPunctuation(first - 1))
    group.tokens.first = first;
  // "Asked whether ...": a participle that opens its sentence is passive.
  const bool opens = token == begin && token == sentence.tokens.first;
  if (opens && EndsWith(verb, "ed") && (*entry)->Takes(kAddresseeFrame)) {
    group.form = VerbForm::kPassive;
    return group;
  }
  if (group.tokens.first == begin && token == begin && !EndsWith(verb, "ing")) return std::nullopt;

  const std::uint32_t before = group.tokens.first;
  const bool to = before > begin && view.lower(before - 1) == "to";
  if ((*entry)->kind == CueKind::kAdjective) {
    return be && !to ? std::optional(group) : std::nullopt;
  }
  if (group.auxiliary) {
    if (to) group.form = VerbForm::kInfinitive;
    if (be && IsPastParticiple(group, verb)) group.form = VerbForm::kPassive;
    // "were volunteers": after "be" neither the bare form nor one in -s is a verb.
    const bool plain_form = group.base || EndsWith(verb, "s");
    if (be && plain_form) return std::nullopt;
    return group;
  }
  if (to) {
    group.form = VerbForm::kInfinitive;
    return group;
  }
  if (EndsWith(verb, "ing") && !group.base) {
    group.form = VerbForm::kParticiple;
    const bool noun = before > begin && view.IsDeterminer(before - 1);
    return noun ? std::nullopt : std::optional(group);
  }
  if (before > begin && FollowsLikeANoun(view, before - 1)) return std::nullopt;
  return group;
}

}  // namespace dateline
