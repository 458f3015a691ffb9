// What do the layers of a report look like to a person?  Each sentence as a tree, its names and
// statements.
//
//   2 Kenya plans to talk.
//     plans  VERB root
//     ├─ Kenya  PROPN nsubj
//     └─ talk  VERB xcomp
//        └─ to  PART mark
//     names: GPE Kenya
// Punctuation is left out of the trees.  Cost: linear.  Thread rule: pure function.
#pragma once

#include <string>

#include "document/document.h"

namespace dateline {

// `colour`: with terminal colours.
std::string LayersView(const Document& doc, bool colour);

}  // namespace dateline
