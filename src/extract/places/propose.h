// Which words could name a place?  The candidates that detect.h judges.
//
//   - the longest names of the gazetteer over capitalised tokens: "Rio de Janeiro", "TROY", "U.S.";
//   - capitals that a place noun makes a place: "Kelleyland Road", "Ibar river";
//   - names that stand behind a preposition of place in the names layer's view: "near Ndassima".
// The names layer vetoes: no place inside the name of a person, an organisation or a nationality,
// but for names that read as places all the same ("Tijuana River", "in Jordan", "New York"). Cost:
// linear in the tokens; a name has at most kLongestName of them.
#pragma once

#include <vector>

#include "extract/places/name_facts.h"
#include "extract/places/toponym.h"

namespace dateline::places {

inline constexpr std::uint32_t kLongestName = 10;

struct Candidate {
  Toponym toponym;
  bool known = false;  // stands in the gazetteer
};

// In text order, not overlapping.
std::vector<Candidate> ProposeToponyms(const Document& doc, const Gazetteer& gazetteer,
                                       FactsBook& facts);

}  // namespace dateline::places
