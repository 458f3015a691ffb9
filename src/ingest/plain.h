// What does a text file say?  Headline, paragraphs, credit line; the text itself is not changed.
//
// The first line is the headline where a blank line follows, or where it is short and ends in no
// full stop. The headline stays in the text as well.  A dateline with a year ("KYIV, March 3, 2024
// (Wire) -") gives the date; without a year it gives none.
#pragma once

#include <string_view>

#include "dateline/article.h"
#include "dateline/limits.h"
#include "dateline/result.h"

namespace dateline {

// The headline of a text; "" if it has none.
std::string_view HeadlineOf(std::string_view text);

// The date of the dateline that opens one of the first paragraphs, as ISO 8601; "" if there is
// none.
std::string DatelineDate(std::string_view text);

// Errors: kInputEmpty, if there is nothing but white space.
Result<Article> ReadPlain(std::string_view bytes, const Limits& limits);

}  // namespace dateline
