// Which words introduce somebody's words?  The table data/cues.tsv, looked up by lemma.
//
// An entry is one word or more ("point out", "according to"); Match finds the longest at a token.
// Cost: a lookup is a hash and, for entries of several words, their
// comparison.  Thread rule: immutable.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "dateline/record.h"
#include "document/document.h"

namespace dateline {

struct CueEntry {
  std::string_view words;  // "point out"
  bool addressee;          // takes an object that is spoken to: "told the court"
  Stance stance;
  std::vector<std::string_view> rest;  // words after the first
};

// The small classes of words around a cue and in what is said.
enum class WordClass : std::uint8_t {
  kModal,  // of the cue: "would not say"
  kNegation,
  kTime,
  kVenue,
  kCondition,
  kDemandModal,
  kHedgeModal  // the last
};

class CueLexicon {
 public:
  static const CueLexicon& Get();

  // All entries whose first word is the lemma (or the lower-cased form, for phrases) of the token
  // and whose other words follow it; the longest first.
  std::vector<const CueEntry*> Match(const Document& doc, std::uint32_t token) const;

  bool Is(WordClass word_class, const Token& token) const;

 private:
  CueLexicon();
  std::unordered_map<std::string_view, std::vector<CueEntry>> entries_;
  std::unordered_set<std::string_view> classes_[7];
};

}  // namespace dateline
