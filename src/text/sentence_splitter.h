// Where does a sentence end?  At . ! ? and an ellipsis, closing marks included, unless the stop is
// part of an abbreviation or the next word goes on in lower case.  And behind the dash of a
// dateline (text/dateline.h).
//
// Cost: linear.  Works on the tokens of one paragraph; a paragraph's end always ends a sentence.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/span.h"

namespace dateline {

// Indices into `tokens` where a sentence begins, the first (0) included; empty for no tokens.
std::vector<std::uint32_t> SentenceStarts(std::string_view text, const std::vector<Span>& tokens);

}  // namespace dateline
