// Which words of the report name a place?
//
// The longest names of the gazetteer over capitalised tokens ("Rio de Janeiro", "TROY"), and names
// that a place noun makes a place ("Kelleyland Road").  A candidate is then taken by the evidence
// for it:
//   - names of countries, first-level divisions, large towns and seas by themselves;
//   - smaller towns by their context: "in Troy", "the town of Troy", "Troy, Ohio", a dateline, a
//   list of places,
//     another mention that was taken;
//   - a name that is an ordinary word or a first name ("Nice", "Paris" of Texas) by stronger
//   context only;
//   - an abbreviation ("Ill.") behind a town and a comma only.
// The names layer vetoes: no place inside the name of a person, an organisation or a nationality.
// Cost: linear in the tokens; a name has at most kLongestName of them.
#pragma once

#include <vector>

#include "extract/places/toponym.h"

namespace dateline::places {

inline constexpr std::uint32_t kLongestName = 10;

// In text order, not overlapping.
std::vector<Toponym> DetectToponyms(const Document& doc, const Gazetteer& gazetteer);

}  // namespace dateline::places
