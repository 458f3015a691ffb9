// What is a word?  UAX #29 words, with the rules of news English on top.
//
// The rules follow Universal Dependencies, so that trees fit: "don't" -> do n't, "Iran's" -> Iran
// 's, "long-range" -> long - range but "pro-Beijing" whole, "U.S." and "Sept." with their stop,
// "10,000", "3.5" and "10:30" whole, addresses of web and mail whole, "..." and "--" and '' whole.
// Tokens are ordered, disjoint, and cover all that is no white space.  Cost: linear.
#pragma once

#include <string_view>
#include <vector>

#include "dateline/span.h"

namespace dateline {

// The tokens of text[paragraph].  REQUIRES: the span begins and ends with no white space.
std::vector<Span> Tokenize(std::string_view text, Span paragraph);

// How an abbreviation behaves at a full stop.
enum class Abbreviation {
  kNone,
  kTitle,   // "Mr.", "Gen.": a name follows, never the end of a sentence
  kGeneral  // "U.S.", "Inc.", "Sept.": may end a sentence as well
};
// `word` with its full stop, any case: "Mr.", "U.S."
Abbreviation AbbreviationOf(std::string_view word);

}  // namespace dateline
