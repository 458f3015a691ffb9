// What do the layers of a report say, for a program?  JSON of the words, names, attributions and
// acts.
//
// Offsets are Unicode code points of the text; tokens are referred to by index from 0, ranges are
// half-open.
#pragma once

#include <string>

#include "document/document.h"

namespace dateline {

// One line: {"id", "text", "sentences", "tokens", "names", "attributions", "acts"}.
std::string LayersJson(const Document& doc);

// A line a name: {"id", "span", "type", "words", "inner", "confidence"}.
std::string NamesJson(const Document& doc);

}  // namespace dateline
