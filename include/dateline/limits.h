// How much is too much?  The bounds that a caller may want to change.
//
// Bounds of one parser (tags of a page, pieces of a source map) stand beside their code.  What
// happens at each limit is said beside it; an Error stops that article only, a Diagnostic keeps it.
#pragma once

#include <cstddef>

namespace dateline {

struct Limits {
  std::size_t input_bytes = std::size_t{64}
                            << 20;           // raw bytes of one article: Error kInputTooLarge
  std::size_t text_code_points = 1'000'000;  // analysed text: Diagnostic "text.truncated"
  std::size_t sentence_tokens = 400;         // then a hard split: Diagnostic "sentence.split"
  std::size_t html_depth = 512;              // deeper is flattened: Diagnostic "html.depth_capped"
};

}  // namespace dateline
