// Which words of the report name a place?
//
// Of the candidates (propose.h) those are taken that the evidence speaks for:
//   - names of countries, first-level divisions, towns of some size and seas by themselves;
//   - villages by their context: "in Troy", "the town of Troy", "Troy, Ohio", a dateline, a list of
//   places, another
//     mention that was taken;
//   - a name that is an ordinary word or a first name ("Nice", "Sydney") by stronger context only;
//   - an abbreviation ("Ill.") behind a town and a comma only.
// What speaks is no place but a government or a person ("Moscow said", "Barnes said"), unless a
// preposition of place stands before it ("a court in Bern said"). Cost: linear.
#pragma once

#include <vector>

#include "extract/places/toponym.h"

namespace dateline::places {

// In text order, not overlapping.
std::vector<Toponym> DetectToponyms(const Document& doc, const Gazetteer& gazetteer);

}  // namespace dateline::places
