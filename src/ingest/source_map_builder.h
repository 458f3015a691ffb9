// From which bytes of the source is each byte of the text?  Builds a SourceMap while the text
// grows.
//
// Neighbouring pieces that map byte by byte are joined, so a text that was copied whole is one
// piece. Past kMaxPieces neighbours that touch in the source are joined into pieces that map as a
// whole: the map of a 64 MiB UTF-16 file stays small, and each range that SourceOf returns still
// covers the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "dateline/article.h"

namespace dateline {

class SourceMapBuilder {
 public:
  static constexpr std::size_t kMaxPieces = 2'000'000;

  // The next `text_size` bytes of the text, at `text_begin`, come from these bytes of the source.
  // REQUIRES: text_begin >= the end of the piece before; text_size > 0.
  void Add(std::uint32_t text_begin, std::uint32_t text_size, Span source);

  SourceMap Build() && { return SourceMap(std::move(pieces_)); }

 private:
  std::vector<SourcePiece> pieces_;
};

// The map from a text to the file, given text -> page and page -> file.
SourceMap Compose(const SourceMap& to_page, const SourceMap& to_file);

}  // namespace dateline
