// Is this token the verb of a cue, and which words belong to it?
//
// A group is auxiliaries, negation and adverbs, the verb, and the words of a phrasal entry: "has
// not yet said", "would have pointed out".  Nouns that look like verbs are told by what stands
// before them: "the claims", "Ward's plans", "in reports". Cost: constant (a group has at most
// kMaxGroup words before its verb).  Thread rule: pure functions.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/statements/view.h"

namespace dateline {

inline constexpr std::uint32_t kMaxGroup = 6;

enum class VerbForm : std::uint8_t {
  kFinite,      // "said", "says", "has said"
  kParticiple,  // "saying", without auxiliary
  kInfinitive,  // "to say"
  kPassive      // "was told"
};

struct CueGroup {
  Range tokens;        // auxiliaries to the last word of the entry
  std::uint32_t verb;  // token of the entry's first word
  const CueEntry* entry;
  VerbForm form;
  bool auxiliary;  // has one: surely a verb
  bool negated;
  bool modal;
  bool base;  // the bare form, "say": its subject is plural
};

// The group whose entry begins at `token`, not reaching before `begin`.
std::optional<CueGroup> CueGroupAt(const StatementView& view, std::uint32_t token,
                                   std::uint32_t begin);

}  // namespace dateline
