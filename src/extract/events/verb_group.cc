#include "extract/events/verb_group.h"

#include <algorithm>
#include <iterator>

namespace dateline::events {

namespace {

enum class Ending : std::uint8_t { kBase, kS, kPast, kIng };

// Irregular pasts ("shot", "struck") have a lemma of their own and no ending to go by.
Ending EndingOf(const Token& token) {
  if (token.lower == token.lemma) {
    return token.lower.ends_with("ing") && token.lower.size() > 5 ? Ending::kIng : Ending::kBase;
  }
  if (token.lower.ends_with("ing")) return Ending::kIng;
  if (token.lower.ends_with("s") && !token.lower.ends_with("ss")) return Ending::kS;
  return Ending::kPast;
}

// Verbs whose past is their base: "the company cut off gas".
bool PastIsBase(std::string_view lower) {
  static constexpr std::string_view kWords[] = {"cut",   "put",  "set",    "hit",    "beat", "shut",
                                                "let",   "cast", "spread", "hurt",   "bid",  "quit",
                                                "burst", "shed", "split",  "overrun"};
  return std::find(std::begin(kWords), std::end(kWords), lower) != std::end(kWords);
}

struct Look {
  const Document& doc;
  const WordsOfDocument& words;
  Range sentence;

  bool Is(std::uint32_t t, std::uint32_t kinds) const { return words.Is(t, kinds); }
  bool HasNext(std::uint32_t t) const { return t + 1 < sentence.last; }
};

// Begins at the first auxiliary, negation, adverb or "to" before `token`.
std::uint32_t GroupBegin(const Look& look, std::uint32_t token) {
  std::uint32_t begin = token, t = token;
  while (t > look.sentence.first && token - t < 8) {
    --t;
    if (look.Is(t, kBe | kHave | kDo | kModal | kNegation | kTo)) {
      begin = t;
    } else if (!look.Is(t, kAdverb)) {
      break;
    }
  }
  return begin;
}

// The last auxiliary of [begin, token): the one that the form of the verb answers to.
std::uint32_t LastAuxiliary(const Look& look, std::uint32_t begin, std::uint32_t token) {
  for (std::uint32_t t = token; t > begin; --t)
    if (look.Is(t - 1, kBe | kHave | kDo | kModal | kTo)) return t - 1;
  return token;
}

bool IsParticle(std::string_view lower) {
  return lower == "down" || lower == "up" || lower == "out" || lower == "off" || lower == "back" ||
         lower == "away";
}

bool IsNounLike(const Look& look, std::uint32_t t) {
  const Token& token = look.doc.tokens[t];
  if (token.shape == Shape::kPunctuation) return look.Is(t, kPossessive);
  return !look.Is(t, kPreposition | kBe | kHave | kDo | kModal | kTo | kCoordinator |
                         kSubordinator | kAdverb | kNegation | kComma | kStop);
}

// An adjective or noun that stands before nouns: "deadly", "overnight", "air", "joint", names.
bool DeterminerBefore(const Look& look, std::uint32_t token) {
  for (std::uint32_t t = token, steps = 0; t > look.sentence.first && steps < 4; ++steps) {
    --t;
    if (look.Is(t, kDeterminer | kPossessive)) return true;
    if (look.Is(t, kNumberWord)) return true;
    if (look.Is(t, kHyphen)) continue;
    if (!IsNounLike(look, t) || look.Is(t, kPronoun)) return false;
    if (look.doc.tokens[t].lower.ends_with("s") &&
        look.doc.tokens[t].lower != look.doc.tokens[t].lemma)
      return false;
  }
  return false;
}

bool NounByNeighbours(const Look& look, std::uint32_t token, Ending ending) {
  if (token == look.sentence.first) {
    // "Shelling killed", "Protests spread", "Attack leaves": a noun unless an object follows
    // directly.
    return ending != Ending::kPast && !(look.HasNext(token) && look.Is(token + 1, kDeterminer));
  }
  const std::uint32_t before = token - 1;
  if (look.Is(before, kDeterminer | kPossessive)) return ending != Ending::kPast;
  // "by shooting down a glider"
  if (ending == Ending::kIng && look.HasNext(token) && IsParticle(look.doc.tokens[token + 1].lower))
    return false;
  const bool object_follows = look.HasNext(token) && BeginsPhrase(look.doc, look.words, token + 1);
  const bool determined_object =
      look.HasNext(token) && look.Is(token + 1, kDeterminer | kNumberWord | kPronoun | kPossessive);
  if (look.Is(before, kPreposition)) {
    return ending == Ending::kIng ? !object_follows : ending != Ending::kPast;
  }
  switch (ending) {
    case Ending::kPast:
      return false;
    case Ending::kIng:
      return !determined_object && DeterminerBefore(look, token);
    case Ending::kBase: {
      if (PastIsBase(look.doc.tokens[token].lower)) return DeterminerBefore(look, token);
      const Token& previous = look.doc.tokens[before];
      const bool plural = previous.lower != previous.lemma && previous.lower.ends_with("s");
      const bool subject = plural || look.Is(before, kPronoun) || previous.lower == "people" ||
                           previous.lower == "police";
      return !(subject && !DeterminerBefore(look, token)) && !(subject && object_follows);
    }
    case Ending::kS:
      if (look.Is(before, kCoordinator | kComma)) return !determined_object;
      if (determined_object) return false;
      if (object_follows)
        return look.doc.tokens[before].shape == Shape::kLower && !DeterminerBefore(look, before);
      return look.doc.tokens[before].lower != "who" && look.doc.tokens[before].lower != "it";
  }
  return false;
}

// Words that end in a past form and take an object: without one after them they are passive.
//   "the town shelled by rebels", "a reporter detained in Lusaka"
bool ReducedPassive(const Look& look, std::uint32_t token) {
  for (std::uint32_t t = token + 1, steps = 0; t < look.sentence.last && steps < 3; ++t, ++steps) {
    if (look.doc.tokens[t].lower == "by") return true;
    if (!look.Is(t, kAdverb)) return false;
  }
  return false;
}

}  // namespace

bool BeginsPhrase(const Document& doc, const WordsOfDocument& words, std::uint32_t token) {
  if (words.Is(token, kDeterminer | kNumberWord | kPronoun)) return true;
  if (doc.tokens[token].shape == Shape::kPunctuation) return words.Is(token, kQuoteMark);
  return !words.Is(token, kPreposition | kBe | kHave | kDo | kModal | kTo | kCoordinator |
                              kSubordinator | kAdverb | kNegation | kPossessive);
}

VerbGroup VerbGroupAt(const Document& doc, const WordsOfDocument& words, std::uint32_t token,
                      bool verb_only) {
  const Look look{doc, words, SentenceTokens(doc, token)};
  const Ending ending = EndingOf(doc.tokens[token]);
  const std::uint32_t begin = GroupBegin(look, token);
  const std::uint32_t auxiliary = LastAuxiliary(look, begin, token);
  VerbGroup group{Use::kActive, begin, false};
  for (std::uint32_t t = begin; t < token; ++t) group.perfect_past |= doc.tokens[t].lower == "had";

  if (auxiliary < token) {
    if (look.Is(auxiliary, kTo) || look.Is(auxiliary, kModal | kDo)) {
      // "to attack", "will attack"; "to attacks", "to the attack" are nouns.
      const bool infinitive = ending == Ending::kBase;
      group.use = !infinitive && !verb_only ? Use::kNoun
                  : look.Is(auxiliary, kTo) ? Use::kInfinitive
                                            : Use::kActive;
    } else if (look.Is(auxiliary, kBe)) {
      group.use = ending == Ending::kIng ? Use::kActive : Use::kPassive;
      if (ending == Ending::kS ||
          (ending == Ending::kBase && !verb_only && NounByNeighbours(look, token, ending)))
        group.use = Use::kNoun;
    } else {
      group.use = ending == Ending::kPast || ending == Ending::kBase ? Use::kActive : Use::kNoun;
    }
    if (group.use == Use::kNoun) group.begin = token;
    return group;
  }
  group.begin = begin == token || !look.Is(begin, kNegation) ? token : begin;
  if (ending != Ending::kPast && (!verb_only || ending == Ending::kIng)) {
    if (NounByNeighbours(look, token, ending)) return {Use::kNoun, token, false};
  }
  if (ending == Ending::kIng) {
    group.use = Use::kParticiple;
  } else if (ending == Ending::kPast && ReducedPassive(look, token)) {
    group.use = Use::kPassive;
  }
  return group;
}

}  // namespace dateline::events
