// How is it said?  The stance of a statement, from its cue, negation, and the first modal of its
// content.
//
//   denied -> deny     did not deny -> assert     would not say -> no-comment     said Oslo must
//   pay -> demand said it might rain -> hedge     "Will you go?" he asked -> question     declined
//   to comment -> no-comment
// Cost: linear in the content's tokens.  Thread rule: pure functions.
#pragma once

#include "extract/statements/draft.h"
#include "extract/statements/view.h"

namespace dateline {

Stance StanceOf(const StatementView& view, const Draft& draft);

// Does the content hang on a condition: "if the road opens, ..."
bool IsConditional(const StatementView& view, const Draft& draft);

}  // namespace dateline
