// Where does a paragraph end?  At a blank line, and at a line end that is no wrapping of a longer
// line.
//
// Plain text comes in two habits: a line a paragraph, and lines wrapped at some width.  A single
// line end is taken as wrapping when the line before it is long and does not end a sentence, or the
// next one goes on in lower case. Cost: linear.  Positions: bytes.
#pragma once

#include <string_view>
#include <vector>

#include "dateline/span.h"

namespace dateline {

// The paragraphs of text[0, end) in order, without the white space around them; none is empty.
std::vector<Span> Paragraphs(std::string_view text, std::uint32_t end);

}  // namespace dateline
