// How is it said?  The stance of an attribution, from the first word of its cue and the mean of its
// content.
//
// training/heads/stance.py learns the weights.  Cost: linear in the content.  Thread rule: const,
// shared.
#pragma once

#include <vector>

#include "annotate/word_vectors.h"
#include "dateline/result.h"
#include "model/matrix.h"
#include "model/model_file.h"

namespace dateline {

class StanceHead {
 public:
  // `width`: of a word's vector.  The file must outlive the head.
  static Result<StanceHead> Open(const ModelFile& file, std::size_t width);

  // The stance of each.  REQUIRES: their words are among `words`.
  void Read(const WordVectors& words, std::vector<Attribution>& attributions) const;

 private:
  std::vector<Stance> stances_;
  Matrix hidden_, out_;
};

}  // namespace dateline
