// A country or town that may act: is it meant as a place, or as who acts?
//
// The names head tells the two apart by their sense; where the tree is plain it is heard first:
//   "tear gas was fired in Kenya", "China's Hainan island"   where: no actor
//   "Kenya shut the border", "Kenya's ministry"              acts: no place
// Only what has a government acts in its name, a country or its capital (data/countries.tsv): a
// town or a continent is a place whatever it does, and a country that the head doubts and the tree
// leaves open is both. Requires the layers kSentences, kTokens, kSyntax, kNames.  Cost: bounded, a
// few tokens and one lookup.  Thread rule: pure.
#pragma once

#include <cstdint>

#include "document/document.h"

namespace dateline {

enum class NameUse : std::uint8_t { kWhere, kActs, kBoth };

// REQUIRES: name.kind is kGeopolitical.
NameUse NameUseOf(const Document& doc, const Name& name);

// Does a name stand before a noun as a nationality does: "U.S. officials", "a Kosovo policeman"?
bool IsModifier(const Document& doc, Range name);

}  // namespace dateline
