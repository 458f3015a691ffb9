// Which phrase can speak?  For the rules that look for a source themselves: headlines and
// quotations without cue.
//
// Never a weekday or "there".  Cost: linear in the phrase.  Thread rule: pure function.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/statements/view.h"

namespace dateline {

// The phrase that starts at `token` and may be a source; its last token is below `end`.
std::optional<Range> SourceAt(const StatementView& view, std::uint32_t token, std::uint32_t end);

}  // namespace dateline
