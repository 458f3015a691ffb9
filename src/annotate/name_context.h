// What do the words around a name say of it?  Prepositions of place, datelines.
//
// "in Troy", "near the eastern Donbas", "TROY, N.C. (AP) -".  Looks at a few tokens on either side,
// or at the tree, and never beyond the sentence; the dateline goes back to the begin of its
// paragraph.  Requires the layers kSentences, kTokens, kSyntax.  Cost: constant a call.  Thread
// rule: pure.
#pragma once

#include <cstdint>
#include <string_view>

#include "document/document.h"

namespace dateline {

bool IsCompass(std::string_view lower);  // "eastern", "central", "occupied"

// The token before `first` if it stands in the same sentence, else nullptr.
const Token* Before(const Document& doc, std::uint32_t first, std::uint32_t steps = 1);
// The token at `last` (the first after a half-open range) if it stands in the sentence of last - 1.
const Token* After(const Document& doc, std::uint32_t last, std::uint32_t steps = 0);

// The word of the range, the last if several, that hangs from a word outside: "University" of
// "University of Troy".
std::uint32_t HeadOf(const Document& doc, Range tokens);

// "in", "near", "from" ... directly before, "the" and a compass word between ("in the eastern
// Donbas"); "" if none stands there.
std::string_view LocativeBefore(const Document& doc, std::uint32_t first);

// The range opens a paragraph and a dash, a colon or an agency in brackets ends its dateline:
// "TROY, N.C. (AP) -".
bool InDateline(const Document& doc, Range tokens);

}  // namespace dateline
