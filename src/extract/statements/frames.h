// Which statements does this sentence report?  The reporting frames, read from the words of one
// sentence.
//
//   X said (that) C        Ward told reporters C        X accused Y of C        X vowed to C
//   C, X said              C, said X                    C1, X said, C2          according to X, C
//   X said C, adding that D      X said C and called for D      C was denied by X
// Cues inside a quotation are read too ("I told him that ..."), within its marks.
// Cost: linear in the sentence's tokens times a constant (the windows of the other headers).
// Thread rule: pure function.
#pragma once

#include <vector>

#include "extract/statements/draft.h"
#include "extract/statements/view.h"

namespace dateline {

// Adds the drafts of the sentence, in the order of their cues.
void ReadFrames(const StatementView& view, std::uint32_t sentence, std::vector<Draft>& drafts);

}  // namespace dateline
