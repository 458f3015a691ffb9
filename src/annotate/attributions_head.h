// Who reports what?  Sources, cues and contents over the words of a window, linked.
//
// BIO tags find the three; a biaffine score links each source and content to a cue: a content goes
// to its best cue, a cue takes its best source.  training/heads/statements.py learns the weights.
// Cost: linear in the words, quadratic in the cues of a window.  Thread rule: const, shared.
#pragma once

#include <vector>

#include "annotate/word_vectors.h"
#include "dateline/result.h"
#include "model/matrix.h"
#include "model/model_file.h"

namespace dateline {

class AttributionsHead {
 public:
  // `width`: of a word's vector.  The file must outlive the head.
  static Result<AttributionsHead> Open(const ModelFile& file, std::size_t width);

  // The attributions of the words, in the order of their cues.  `inner` is false.
  std::vector<Attribution> Read(const WordVectors& words) const;

 private:
  Matrix hidden_, out_;
  Matrix part_, cue_, biaffine_;
};

}  // namespace dateline
