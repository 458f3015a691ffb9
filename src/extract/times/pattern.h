// Does a rule's pattern fit here?  Patterns are written as the phrases look, and match terms.
//
//   MONTH DAY[,] YEAR      a class in capitals (MONTH is MONTHNAME|MONTHABBR), a word in small
//   letters, a sign last|past NUM UNITS    alternatives of one place [the] ORDINAL century  what
//   may be missing; brackets may nest {at|by} HOUR:MINUTE    in braces: must stand before it, or
//   behind, and is not part of the span NUM-UNIT               without a blank between: nothing may
//   stand between in the text either; with one: may
//
// A pattern has no repetition: with its brackets multiplied out it is a few sequences of fixed
// length, tried from the terms at hand only.  So matching is linear in the text whatever the text
// is. Of several that fit at a place the longest wins, what is in braces counted, then the first.
// Thread rule: const after construction.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "extract/times/terms.h"
#include "extract/times/vocabulary.h"

namespace dateline {

struct PatternPlace {
  ClassSet classes = 0;
  std::vector<std::uint16_t> words;  // ids
  bool glued = false;
  bool context = false;

  bool Fits(const TimeTerm& term) const;
};
using PatternSequence = std::vector<PatternPlace>;

struct PatternMatch {
  std::uint32_t rule = 0;                   // as given to Add
  const PatternSequence* places = nullptr;  // one for each of `all`; null: no match
  Range all;                                // terms, contexts included
  Range inside;                             // those of the span
};

class PatternSet {
 public:
  // REQUIRES: a well-formed pattern (DL_CHECK), not all of whose places are optional.
  void Add(std::string_view pattern, std::uint32_t rule, Vocabulary& vocabulary);

  // The best match whose span begins with terms[at].
  PatternMatch Match(const std::vector<TimeTerm>& terms, std::uint32_t at) const;

 private:
  struct Candidate {
    PatternSequence places;
    std::uint32_t before;  // places of context before the span
    std::uint32_t behind;
    std::uint32_t rule;
  };
  void Try(const Candidate& candidate, const std::vector<TimeTerm>& terms, std::uint32_t at,
           PatternMatch& best) const;

  std::vector<Candidate> candidates_;
  // Candidates by what the first place of their span may be.
  std::vector<std::vector<std::uint32_t>> by_class_{64};
  std::unordered_map<std::uint16_t, std::vector<std::uint32_t>> by_word_;
  ClassSet first_classes_ = 0;
};

// The sequences that a pattern stands for.
std::vector<PatternSequence> ParsePattern(std::string_view pattern, Vocabulary& vocabulary);

}  // namespace dateline
