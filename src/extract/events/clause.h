// Who does what a verb says, and to whom?  Read off the tree, over control, passives, relative
// clauses, participles and coordination.
//
//   [Lawmakers] condemned the raid and called for talks     a second verb shares the subject
//   officials asked [the army] to withdraw                  the object of "ask" is who withdraws
//   [The ministry] agreed to send tents                     without an object, its subject
//   they accused [the army] of burning huts                 the accused burnt them
//   the town shelled by [rebels]                            who follows "by"
//   [soldiers] firing on the crowd, [soldiers] who fired    the noun that the clause hangs from
// An answer is the words that head the phrases (NounPhraseHeadedBy), those joined by "and"
// included, in text order.  Relative pronouns are replaced by what they stand for.  Empty: the
// sentence names nobody.  Cost: each call bounded by kMaxHops and the children of the words passed.
// Thread rule: pure functions.
#pragma once

#include <cstdint>
#include <vector>

#include "document/tree.h"
#include "extract/events/words.h"

namespace dateline::events {

inline constexpr int kMaxHops = 8;  // edges up from a verb to its subject, over verbs between them

enum class Use : std::uint8_t { kNoun, kActive, kPassive, kInfinitive, kParticiple };

// How a word is used.  "was attacked", "the town attacked by rebels": passive; "to attack":
// infinitive; "killing six": participle.
Use UseOf(const Tree& tree, std::uint32_t token);

using Heads = std::vector<std::uint32_t>;

// A word and those joined to it by "and": "[Iraq] and [Iran]".
Heads WithConjuncts(const Tree& tree, std::uint32_t head);

// The grammatical subject, found where the verb has none of its own: of a passive it is who
// suffers.
Heads SubjectOf(const Tree& tree, std::uint32_t verb);

// Direct and indirect object of an active verb.
Heads ObjectsOf(const Tree& tree, std::uint32_t verb);

// The noun that says who: "thousands of [troops]", "dozens of [people]"; else the word itself.
std::uint32_t Counted(const Tree& tree, std::uint32_t noun);

// Who follows one of `prepositions` below `node`: "an attack [on the port]", "fired [at the port]".
Heads BehindPreposition(const Tree& tree, const WordsOfDocument& words, std::uint32_t node,
                        const WordSet& prepositions);

// The preposition of a noun; kNoToken if it has none.
std::uint32_t PrepositionOf(const Tree& tree, std::uint32_t noun);

// The range of the sentence's tokens around `token`.
inline Range SentenceTokens(const Document& doc, std::uint32_t token) {
  return doc.SentenceOf(token).tokens;
}

}  // namespace dateline::events
