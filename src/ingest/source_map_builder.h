// From which bytes of the source is each byte of the text?  Builds a SourceMap while the text
// grows.
//
// Neighbouring pieces that map byte by byte are joined, so a text that was copied whole is one
// piece. Past Limits::source_pieces neighbours that touch in the source are joined into pieces of
// about a kilobyte that map as a whole ("coarse"): the map of a file of broken bytes stays small,
// in memory and in the store, and each range that SourceOf returns still covers the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "dateline/article.h"
#include "dateline/limits.h"

namespace dateline {

struct BuiltMap {
  SourceMap map;
  bool coarse = false;  // pieces were joined: Diagnostic "source_map.coarse"
};

class SourceMapBuilder {
 public:
  explicit SourceMapBuilder(const Limits& limits) : max_pieces_(limits.source_pieces) {}

  // The next `text_size` bytes of the text, at `text_begin`, come from these bytes of the source.
  // REQUIRES: text_begin >= the end of the piece before; text_size > 0.
  void Add(std::uint32_t text_begin, std::uint32_t text_size, Span source);

  BuiltMap Build() && { return {SourceMap(std::move(pieces_)), coarse_}; }

 private:
  std::size_t max_pieces_;
  bool coarse_ = false;
  std::vector<SourcePiece> pieces_;
};

// The map from a text to the file, given text -> page and page -> file.
BuiltMap Compose(const SourceMap& to_page, const SourceMap& to_file, const Limits& limits);

Diagnostic CoarseMap(const Limits& limits);

}  // namespace dateline
