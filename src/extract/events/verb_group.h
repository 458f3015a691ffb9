// Is this word a verb here, and in which form?  Decided from its ending and its neighbours, without
// a tagger.
//
//   "the attack on"       noun: a determiner stands before it
//   "rebels attacked"     active     "was attacked", "the town attacked by rebels"   passive
//   "to attack"           infinitive     "killing six villagers"   participle
// Also finds where the verb group begins: "[has not been] attacked".
// Cost: constant (a window of a few tokens).  Thread rule: pure functions.
#pragma once

#include <cstdint>

#include "document/document.h"
#include "extract/events/words.h"

namespace dateline::events {

enum class Use : std::uint8_t { kNoun, kActive, kPassive, kInfinitive, kParticiple };

struct VerbGroup {
  Use use;
  std::uint32_t begin;  // first auxiliary, adverb or "to" of the group; the word itself for a noun
  bool perfect_past = false;  // "had attacked"
};

// How the token is used.  `verb_only`: the word is no noun ("accuse"), so that only its verb forms
// are weighed.
VerbGroup VerbGroupAt(const Document& doc, const WordsOfDocument& words, std::uint32_t token,
                      bool verb_only);

// May a noun phrase begin at this token (determiner, number, name, pronoun, plain word)?
bool BeginsPhrase(const Document& doc, const WordsOfDocument& words, std::uint32_t token);

// The range of the sentence's tokens around `token`.
inline Range SentenceTokens(const Document& doc, std::uint32_t token) {
  return doc.SentenceOf(token).tokens;
}

}  // namespace dateline::events
