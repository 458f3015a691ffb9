// Which words of the report name a place?
//
// The names layer says which names are places; here the words of each are led to the gazetteer: by
// the whole name, else without the noun that is part of it ("Lamu County" -> Lamu, a county), else
// without what stands before it ("eastern Donbas" -> Donbas).  Nouns beside the name say of what
// kind it is ("the town of Troy", "Riley county"), and a place behind a comma may contain the one
// before it ("Troy, N.C."). Cost: linear.  Thread rule: pure.
#pragma once

#include <vector>

#include "extract/places/toponym.h"

namespace dateline::places {

// In text order, not overlapping.
std::vector<Toponym> DetectToponyms(const Document& doc, const Gazetteer& gazetteer);

}  // namespace dateline::places
