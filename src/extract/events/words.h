// Which words of the lexicon stand where?  Each token of a report as numbers: the ids of its lemma
// and of its lower-cased form.
//
// An id of 0 is a word that no table names.  Cost: two hash look-ups a token; everything after that
// compares numbers.  Thread rule: Vocabulary is filled once, then only read.
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

struct WordsOfDocument {
  std::vector<WordId> lemma, lower;
  std::vector<bool> hyphen;  // joins the words that it touches: "test-fired"
};

// Requires the layers kTokens and kSyntax.
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
