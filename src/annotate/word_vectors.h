// What did the encoder make of some words?  A vector a word, as the heads read them.
//
// Thread rule: plain data; views memory of the annotator, valid during one call.
#pragma once

#include "document/document.h"

namespace dateline {

struct WordVectors {
  const float* rows;    // rows[(token - tokens.first) * width + i]
  std::uint32_t width;  // of a vector
  Range tokens;         // of the document, whole sentences

  const float* At(std::uint32_t token) const {
    return rows + static_cast<std::size_t>(token - tokens.first) * width;
  }
};

}  // namespace dateline
