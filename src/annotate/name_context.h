// Which words stand around a name?  Its neighbours, the word of it that hangs from outside, the
// preposition of place before it, the dateline that it is part of.
//
// Facts only; what they make of a name is decided by those who ask (name_use.h, extract/places).
// Looks at a few tokens on either side, or at the tree, and never beyond the sentence.  Requires
// the layers kSentences, kTokens, kSyntax.  Cost: constant a call.  Thread rule: pure.
#pragma once

#include <cstdint>
#include <string_view>

#include "document/document.h"

namespace dateline {

// The token before `first` if it stands in the same sentence, else nullptr.
const Token* Before(const Document& doc, std::uint32_t first, std::uint32_t steps = 1);
// The token at `last` (the first after a half-open range) if it stands in the sentence of last - 1.
const Token* After(const Document& doc, std::uint32_t last, std::uint32_t steps = 0);

// The word of the range, the last if several, that hangs from a word outside: "University" of
// "University of Troy".
std::uint32_t HeadTokenOf(const Document& doc, Range tokens);

// "in", "near", "from" ... directly before, "the" and a compass word between ("in the eastern
// Donbas"); "" if none stands there.
std::string_view LocativeBefore(const Document& doc, std::uint32_t first);

// Is it a name of the dateline above or at the begin of the report: "TROY, N.C. (AP) -"?  The
// agency in brackets is none.
bool InDateline(const Document& doc, Range tokens);

}  // namespace dateline
