#include "dateline/article.h"

#include <algorithm>

namespace dateline {

namespace {

// The bytes of the source behind the part of `text` that lies in `piece`.
Span SourcePart(const SourcePiece& piece, Span text) {
  if (piece.text_size != piece.source_size)
    return {piece.source_begin, piece.source_begin + piece.source_size};
  const std::uint32_t begin = std::max(text.begin, piece.text_begin) - piece.text_begin;
  const std::uint32_t end =
      std::min(text.end, piece.text_begin + piece.text_size) - piece.text_begin;
  return {piece.source_begin + begin, piece.source_begin + end};
}

}  // namespace

Span SourceMap::SourceOf(Span text) const {
  auto piece = std::upper_bound(
      pieces_.begin(), pieces_.end(), text.begin,
      [](std::uint32_t begin, const SourcePiece& p) { return begin < p.text_begin + p.text_size; });
  Span source;
  bool found = false;
  // Pieces need not be in source order: a browser moves stray text out of a table.
  for (; piece != pieces_.end() && piece->text_begin < text.end; ++piece) {
    const Span part = SourcePart(*piece, text);
    source =
        found ? Span{std::min(source.begin, part.begin), std::max(source.end, part.end)} : part;
    found = true;
  }
  return source;
}

}  // namespace dateline
