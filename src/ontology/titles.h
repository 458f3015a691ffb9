// Is this a title that stands before a name?  "Mr.", "Gen.", "Foreign Minister" (data/titles.tsv).
//
// Cost: one hash probe a word.  Thread rule: immutable, shared.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "ontology/actor_codes.h"
#include "ontology/phrase_table.h"

namespace dateline {

enum class TitleKind : std::uint8_t {
  kHonorific,  // says nothing of the role: "Mr."
  kLearned,    // "Dr."
  kRank,
  kOffice,
  kClergy
};

struct Title {
  std::string term;
  std::string sector;  // "" where none follows
  TitleKind kind;
  char gender;  // 'm', 'f'; 0 for either
};

// The longest title that begins at the words, in any case.
Known<Title> TitleAt(std::span<const PhraseWord> words);

}  // namespace dateline
