// Which number is this?  Numbers in digits and in words, and what each may be in a time expression.
//
// "nineteen ninety-six" and "two thousand" may be years; 7 may be a count, a day of a month or an
// hour. Cost: constant a term.  Thread rule: pure functions.
#pragma once

#include <string_view>
#include <vector>

#include "extract/times/terms.h"

namespace dateline {

// A term for digits ("1998", "1,200", "2.5") and the letters glued to them ("st", "s", "pm").  It
// is ORDINAL or DECADE only where it takes the suffix in.  `plain`: digits alone, and no money: may
// be a day, a year, a time.
TimeTerm DigitsTerm(std::string_view digits, bool plain, std::string_view suffix);

// If the last term is a number word: makes it a number, and one term with the number words before
// it where they go together ("twenty" "-" "four").  Calling it after each word reads numbers of any
// length in linear time.
void MergeNumberWords(std::vector<TimeTerm>& terms);

}  // namespace dateline
