// Who says it in a headline?  The frames of headlines, which have no cue or put it last without
// comma.
//
//   "Minister: talks are over"          source, colon, content; also a transcript's "WARD: We are
//   done." "Talks are over: minister"          content, colon, source
// Other headlines ("Two dead in blast, say officials") are ordinary frames.
// Cost: linear in the sentence.  Thread rule: pure function.
#pragma once

#include <vector>

#include "extract/statements/draft.h"
#include "extract/statements/view.h"

namespace dateline {

// Adds the draft of such a headline or speech line; false if the sentence is none.
bool ReadHeadline(const StatementView& view, std::uint32_t sentence, std::vector<Draft>& drafts);

}  // namespace dateline
