// Which words of the lexicon stand where?  Each token of a report as numbers: the ids of its lemma
// and of its lower-cased form, and what kind of function word it is.
//
// An id of 0 is a word that no table names.  Function words are the closed classes of English,
// known in code since they are grammar and not facts: "the" is a determiner in any newspaper. Cost:
// two hash look-ups a token; everything after that compares numbers. Thread rule: Vocabulary is
// filled once, then only read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"

namespace dateline::events {

using WordId = std::uint32_t;

class Vocabulary {
 public:
  WordId Add(std::string_view word) {  // REQUIRES: the word outlives the vocabulary
    return ids_.try_emplace(word, static_cast<WordId>(ids_.size() + 1)).first->second;
  }
  WordId Find(std::string_view word) const {
    const auto found = ids_.find(word);
    return found == ids_.end() ? 0 : found->second;
  }
  std::size_t size() const { return ids_.size() + 1; }

 private:
  std::unordered_map<std::string_view, WordId> ids_;
};

// Kinds of function word; a word may be of several ("that").
enum WordKind : std::uint32_t {
  kDeterminer = 1u << 0,   // the, its, some, another
  kPreposition = 1u << 1,  // of, in, against
  kBe = 1u << 2,           // is, been
  kHave = 1u << 3,         // has, having
  kDo = 1u << 4,           // did
  kModal = 1u << 5,        // would, may
  kNegation = 1u << 6,     // not, n't, never
  kTo = 1u << 7,
  kRelative = 1u << 8,      // who, which, that
  kSubordinator = 1u << 9,  // if, because, after: a clause may begin
  kCoordinator = 1u << 10,  // and, but, or
  kPronoun = 1u << 11,      // he, they, them
  kAdverb = 1u << 12,       // already, also, and words in -ly
  kComma = 1u << 13,
  kStop = 1u << 14,        // ; : ( ) and dashes between words: a clause ends
  kPossessive = 1u << 15,  // 's
  kQuoteMark = 1u << 16,
  kNumberWord = 1u << 17,  // 12, dozens, four
  kHyphen = 1u << 18,
};
std::uint32_t WordKindOf(const Token& token);

struct WordsOfDocument {
  std::vector<WordId> lemma, lower;
  std::vector<std::uint32_t> kind;  // WordKind bits

  bool Is(std::uint32_t token, std::uint32_t kinds) const { return (kind[token] & kinds) != 0; }
};

// Requires the layer kTokens.
WordsOfDocument WordsOf(const Document& doc, const Vocabulary& vocabulary);

// A set of words and of phrases, to look for in a range of tokens.
class WordSet {
 public:
  // `list`: lemmas or phrases of lemmas with "|" between them.  REQUIRES: the text outlives the
  // vocabulary.
  void Add(std::string_view list, Vocabulary& vocabulary);

  // Does a word of the set, or a phrase that begins there, stand at `token`?  Phrases end before
  // `end`.
  bool At(const WordsOfDocument& words, std::uint32_t token, std::uint32_t end) const;
  bool In(const WordsOfDocument& words, Range tokens) const;
  bool empty() const { return single_.empty() && phrases_.empty(); }

 private:
  bool Has(WordId id) const { return id < single_.size() && single_[id]; }
  std::vector<bool> single_;                  // by id
  std::vector<std::vector<WordId>> phrases_;  // of two words or more
};

// Does `phrase` stand at `token`, hyphens between its words passed over?  The token after it, or 0
// if not.
std::uint32_t PhraseEnd(const WordsOfDocument& words, const std::vector<WordId>& phrase,
                        std::uint32_t token, std::uint32_t end);

// "call for|appeal" -> {"call", "for"}, {"appeal"} as ids.
std::vector<std::vector<WordId>> ParsePhrases(std::string_view list, Vocabulary& vocabulary);

}  // namespace dateline::events
