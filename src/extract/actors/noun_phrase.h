// Which words make up the noun phrase at this token?  Read off the tree.
//
// A phrase has a core (determiner to head, with what modifies it), then "of X" and other
// complements of the head that stand for the same actor, then an apposition:
//   [a senior official] of the ministry     core; the whole goes up to "ministry"
//   [Wang Yi], China's top diplomat,        the whole goes up to "diplomat", the apposition's end;
//                                           the closing comma stays outside
// Relative clauses are never part of it.  All results lie in one sentence.  Empty `tokens`: no
// phrase stands there.  Cost: bounded, a phrase is capped (kMaxPhraseTokens).  Requires the layers
// kSentences, kTokens, kSyntax, kNames.  Thread rule: pure functions.
#pragma once

#include <cstdint>

#include "document/document.h"

namespace dateline {

inline constexpr std::uint32_t kMaxPhraseTokens = 40;

struct NounPhrase {
  Range tokens;            // the whole phrase
  Range core;              // determiner, modifiers and head, without "of X" and apposition
  Range apposition;        // "China's top diplomat"; empty if none
  std::uint32_t head = 0;  // last token of the core: "official", "Yi"
  std::uint32_t root = 0;  // the word of the core that the others hang from: "official", "Wang"
  bool pronoun = false;    // "he", "they", "who"

  bool empty() const { return tokens.empty(); }
};

// The phrase of the noun or pronoun `token`, which heads it in the tree; empty if it is no nominal.
NounPhrase NounPhraseHeadedBy(const Document& doc, std::uint32_t token);

// The phrase whose first token is `token`, as long as it goes.  `token` may stand on a determiner,
// a modifier, a name or a pronoun.  // said [Wang Yi, China's top diplomat], on Monday
NounPhrase NounPhraseStartingAt(const Document& doc, std::uint32_t token);

// The phrase whose last token is `token`, as far back as it goes; on the comma that closes an
// apposition or a relative clause, the phrase before it.
//   [Wang Yi, China's top diplomat], said     [the minister] said Tuesday
NounPhrase NounPhraseEndingAt(const Document& doc, std::uint32_t token);

// The longest phrase that `token` is part of, by its core if there is one.
NounPhrase NounPhraseAround(const Document& doc, std::uint32_t token);

// The same analysis of a given span of text: core and head inside it.  // for spans that others
// found
NounPhrase NounPhraseOf(const Document& doc, Span span);

// The index of the name that covers `token`, or doc.names.size().  Cost: logarithmic.
std::uint32_t NameAt(const Document& doc, std::uint32_t token);

// The index of the person or body that the apposition names: "the contractor, [Lena Holm],";
// doc.names.size() if none.
std::uint32_t NameBeside(const Document& doc, const NounPhrase& phrase);

inline bool IsPersonOrBody(NameKind kind) {
  return kind == NameKind::kPerson || kind == NameKind::kOrganization;
}

}  // namespace dateline
