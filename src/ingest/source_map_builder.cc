#include "ingest/source_map_builder.h"

#include <algorithm>

#include "base/check.h"

namespace dateline {

void SourceMapBuilder::Add(std::uint32_t text_begin, std::uint32_t text_size, Span source) {
  static constexpr std::uint32_t kCoarsePiece = 1024;  // bytes of text
  if (!pieces_.empty()) {
    SourcePiece& last = pieces_.back();
    DL_CHECK(text_begin >= last.text_begin + last.text_size);
    const bool touches = last.text_begin + last.text_size == text_begin &&
                         last.source_begin + last.source_size == source.begin;
    const bool exact = last.text_size == last.source_size && text_size == source.size();
    const bool crowded = pieces_.size() >= max_pieces_ && last.text_size < kCoarsePiece;
    if (touches && (exact || crowded)) {
      coarse_ |= !exact;
      last.text_size += text_size;
      last.source_size += source.size();
      return;
    }
  }
  pieces_.push_back({text_begin, text_size, source.begin, source.size()});
}

BuiltMap Compose(const SourceMap& to_page, const SourceMap& to_file, const Limits& limits) {
  SourceMapBuilder builder(limits);
  const std::vector<SourcePiece>& file = to_file.pieces();
  for (const SourcePiece& piece : to_page.pieces()) {
    const Span page{piece.source_begin, piece.source_begin + piece.source_size};
    if (piece.text_size != piece.source_size) {
      const Span source = to_file.SourceOf(page);
      if (!source.empty()) builder.Add(piece.text_begin, piece.text_size, source);
      continue;
    }
    auto part = std::upper_bound(file.begin(), file.end(), page.begin,
                                 [](std::uint32_t begin, const SourcePiece& p) {
                                   return begin < p.text_begin + p.text_size;
                                 });
    for (; part != file.end() && part->text_begin < page.end; ++part) {
      const Span both{std::max(page.begin, part->text_begin),
                      std::min(page.end, part->text_begin + part->text_size)};
      builder.Add(piece.text_begin + (both.begin - page.begin), both.size(),
                  to_file.SourceOf(both));
    }
  }
  return std::move(builder).Build();
}

Diagnostic CoarseMap(const Limits& limits) {
  return {"source_map.coarse",
          "the way back to the file has more than " + std::to_string(limits.source_pieces) +
              " pieces; beyond them it is known to about a kilobyte",
          {}};
}

}  // namespace dateline
