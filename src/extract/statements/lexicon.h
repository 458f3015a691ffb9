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

enum class CueKind : std::uint8_t { kVerb, kAdjective, kPhrase };

struct CueEntry {
  std::string_view words;  // "point out"
  CueKind kind;
  bool addressee;  // takes an object that is spoken to: "told the court"
  Stance stance;
  std::vector<std::string_view> rest;  // words after the first
};

// The small classes that a cue and its surroundings are built of.
enum class WordClass : std::uint8_t {
  kHave,
  kBe,
  kDo,
  kModal,
  kNegation,
  kAdverb,
  kTime,
  kVenue,
  kCondition,
  kDemandModal,
  kHedgeModal
};

class CueLexicon {
 public:
  static const CueLexicon& Get();

  // All entries whose first word is the lemma (or the lower-cased form, for phrases) of the token
  // and whose other words follow it; the longest first.
  std::vector<const CueEntry*> Match(const Document& doc, std::uint32_t token) const;

  bool Is(WordClass word_class, const Token& token) const;
  bool IsAuxiliary(const Token& token) const;
  // "also", "not", "repeatedly": may stand between auxiliary and verb.
  bool IsAdverb(const Token& token) const;

 private:
  CueLexicon();
  std::unordered_map<std::string_view, std::vector<CueEntry>> entries_;
  std::unordered_set<std::string_view> classes_[11];
};

}  // namespace dateline
