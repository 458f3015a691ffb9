// Which words name a person, body, place, country, nationality or other thing?
//
// Two BIO layers: names, and names inside names.  training/heads/names.py learns the weights.
// Cost: linear in the words.  Thread rule: const, shared.
#pragma once

#include <vector>

#include "annotate/word_vectors.h"
#include "dateline/result.h"
#include "model/matrix.h"
#include "model/model_file.h"

namespace dateline {

class NamesHead {
 public:
  // `width`: of a word's vector.  The file must outlive the head.
  static Result<NamesHead> Open(const ModelFile& file, std::size_t width);

  // Adds to doc.names and doc.inner_names; clusters are still unset.  No name crosses a sentence.
  void Read(const WordVectors& words, Document& doc) const;

 private:
  std::vector<NameKind> kinds_;
  Matrix hidden_, out_;
};

}  // namespace dateline
