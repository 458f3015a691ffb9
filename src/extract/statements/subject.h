// Who says it?  The noun phrase before or after a cue.
//
// Before the cue, past what stands between commas: "Cable, who replaced Farron as leader, said",
// "Ward, speaking in Accra, said", "Wang Yi, China's top diplomat, said".  After it: "..., said
// Amina Bello, a baker".  Never a weekday: "Smith said Tuesday". Cost: constant (an aside has at
// most kMaxAside words).  Thread rule: pure functions.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/statements/cue_group.h"
#include "extract/statements/view.h"

namespace dateline {

inline constexpr std::uint32_t kMaxAside = 30;
inline constexpr std::uint32_t kMaxBracket = 10;  // words in brackets after a name

struct Subject {
  Range source;         // the phrase; for "Ward, who resigned, said" only "Ward"
  std::uint32_t begin;  // its first token
  std::uint32_t head;   // with which the verb agrees
};

// The phrase before the group, within [begin, group): none if the words there are no phrase.
std::optional<Subject> SubjectBefore(const StatementView& view, const CueGroup& group,
                                     std::uint32_t begin);

// The phrase that starts at `token` and may be a source; its last token is below `end`.
std::optional<Range> SourceAt(const StatementView& view, std::uint32_t token, std::uint32_t end);

// The end of the source with the description that touches it: said [Peter Lund, a miner from
// Kiruna], who ...
std::uint32_t WithApposition(const StatementView& view, Range source, std::uint32_t end);

// Do verb and subject agree?  "officials say", not "the committee report".
bool Agrees(const StatementView& view, const CueGroup& group, const Subject& subject);

}  // namespace dateline
