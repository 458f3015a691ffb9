// What did the encoder make of some words?  A vector a word, as the heads read them.
//
// `rounded` holds the same rows in 8 bits, once for all matrices.
// Thread rule: views memory of the annotator, valid during one call.
#pragma once

#include <vector>

#include "document/document.h"
#include "model/matrix.h"

namespace dateline {

struct WordVectors {
  const std::vector<float>& rows;  // rows[(token - tokens.first) * width + i]
  const Quantized& rounded;
  std::size_t width;  // of a vector
  Range tokens;       // of the document

  const float* At(std::uint32_t token) const { return &rows[(token - tokens.first) * width]; }
};

}  // namespace dateline
