// Which statements did the encoder find?  Turns the attributions of the document into drafts.
//
// What is added here: the entry of the cue in data/cues.tsv, negation and refusal from the words
// that hang from the cue's verb, who is spoken to and where it was said from its objects and
// obliques.  A content that ends inside a quotation takes in all of it: a direct quote is never
// split. Not kept: what nobody said ("No group claimed the attack"), and the writer's own "I
// think". Cost: linear in the words of the attributions' sentences.  Thread rule: pure function.
#pragma once

#include <vector>

#include "extract/statements/draft.h"
#include "extract/statements/view.h"

namespace dateline {

// Adds the drafts in the order of their cues.  REQUIRES: layers kSyntax, kAttributions, kQuotes.
void ReadAttributions(const StatementView& view, std::vector<Draft>& drafts);

}  // namespace dateline
