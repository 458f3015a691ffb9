// Where are the quotation marks, and which way may each look?  Step one of quotes.h.
//
// A mark's direction is read from its glyph and from the characters around its run: white space or
// an opening bracket before it lets it open, white space or punctuation after it lets it close.
// Apostrophes inside words and of elisions ("'90s", "'em") are no marks. Cost: linear; a run of
// marks is looked at once.
#pragma once

#include <string_view>
#include <vector>

#include "dateline/span.h"

namespace dateline {

struct QuoteMark {
  Span span;
  bool single;      // ' ‘ ’: may be an apostrophe after all
  bool opens;       // may open; both are set where the surroundings do not tell
  bool closes;      // may close
  bool curly_open;  // “ or „ or «: never closes, so that a second one nests
  bool plural;      // a single after an s: "the workers' rights"
};

// The marks of text[range], in order.
std::vector<QuoteMark> FindQuoteMarks(std::string_view text, Span range);

}  // namespace dateline
