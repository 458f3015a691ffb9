// How much is too much?  The bounds that a caller may want to change.
//
// Every bound that changes what comes out for a large or hostile input is here, with what happens
// at it: an Error stops that article only, a Diagnostic keeps it.  The windows of a rule of
// language (words of a name, tokens of a phrase) are part of the rule and stand beside it.
#pragma once

#include <cstddef>

namespace dateline {

struct Limits {
  std::size_t input_bytes = std::size_t{64}
                            << 20;           // raw bytes of one article: Error kInputTooLarge
  std::size_t text_code_points = 1'000'000;  // analysed text: Diagnostic "text.truncated"
  std::size_t sentence_tokens = 400;         // then a hard split: Diagnostic "sentence.split"
  std::size_t html_depth = 512;              // deeper is flattened: Diagnostic "html.depth_capped"
  std::size_t html_tags = 100'000;           // kept of a page: Diagnostic "html.tags_capped"
  std::size_t html_tag_bytes = 1 << 16;      // attributes of one tag: the same Diagnostic
  std::size_t source_pieces = 100'000;       // way back to the file: Diagnostic "source_map.coarse"
  std::size_t diagnostic_spans = 1'000;  // places that one Diagnostic names: its message says so
};

}  // namespace dateline
