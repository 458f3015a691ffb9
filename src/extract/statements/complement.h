// What follows the cue?  Reads the words after a cue group by the frames of its entry.
//
// Passed over first: when and where it was said ("said in a statement on Friday that ..."), the
// addressee
// ("told reporters that ..."), and prepositions of the cue ("accused Accra of ...").
// Cost: linear in the words passed over, at most kMaxPassed.  Thread rule: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/statements/cue_group.h"
#include "extract/statements/view.h"

namespace dateline {

inline constexpr std::uint32_t kMaxPassed = 40;

struct Complement {
  std::uint32_t first = 0;  // of the content; equal to the end of what was read if there is none
  std::string_view frame;   // "that clause"; empty if nothing fits
  std::optional<Range> addressee;
  std::optional<Range> venue;
  std::optional<Range> preposition;
  bool found() const { return !frame.empty(); }
};

// REQUIRES: group.tokens.last <= end, the end of the clause's sentence (or quotation).
Complement ComplementOf(const StatementView& view, const CueGroup& group, std::uint32_t end);

// Passes over time and venue phrases from `token` on; a venue found is stored.
std::uint32_t PassAdverbials(const StatementView& view, std::uint32_t token, std::uint32_t end,
                             std::optional<Range>& venue);

}  // namespace dateline
