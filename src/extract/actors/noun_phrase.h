// Where does the noun phrase at this token begin and end?  Found without a parser, from names,
// function words and the closed classes of English.
//
// A phrase has a core (determiner, modifiers, head), then "of X" and other complements of the head
// that stand for the same actor, then an apposition that touches it:
//   "a senior official of the ministry"   core "a senior official", head "official", whole "... of
//   the ministry" "Wang Yi, China's top diplomat,"      core "Wang Yi", whole up to "diplomat"; the
//   closing comma stays outside
// Relative clauses ("who ...", "which ...") are never part of it.  All results lie in one sentence.
// Empty `tokens`: no phrase stands there.  Cost: linear in the phrase, which is capped
// (kMaxPhraseTokens). Requires the layers kSentences, kTokens, kNames.  Thread rule: pure
// functions.
#pragma once

#include <cstdint>

#include "document/document.h"

namespace dateline {

inline constexpr std::uint32_t kMaxPhraseTokens = 40;

struct NounPhrase {
  Range tokens;            // the whole phrase
  Range core;              // determiner, modifiers and head, without "of X" and apposition
  std::uint32_t head = 0;  // last token of the core: "official"
  bool pronoun = false;    // "he", "they", "who"

  bool empty() const { return tokens.empty(); }
};

// The phrase whose first token is `token`, as long as it goes.  `token` may stand on a determiner,
// a modifier, a name or a pronoun.  // said [Wang Yi, China's top diplomat], on Monday
NounPhrase NounPhraseStartingAt(const Document& doc, std::uint32_t token);

// The phrase whose last token is `token`, as far back as it goes; on the comma that closes an
// apposition, the phrase before it.  // [Wang Yi, China's top diplomat], said     [the minister]
// said Tuesday
NounPhrase NounPhraseEndingAt(const Document& doc, std::uint32_t token);

// The phrase that `token` is part of: EndingAt its core's end and StartingAt its begin, joined.
NounPhrase NounPhraseAround(const Document& doc, std::uint32_t token);

// The same analysis of a given span of text: core and head inside it.  // for spans that others
// found
NounPhrase NounPhraseOf(const Document& doc, Span span);

// The index of the name that covers `token`, or doc.names.size().  Cost: logarithmic.
std::uint32_t NameAt(const Document& doc, std::uint32_t token);

}  // namespace dateline
