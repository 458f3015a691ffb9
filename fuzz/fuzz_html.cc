// Any bytes as a page: an article or a typed error; valid UTF-8 out, a source map that stays inside
// the page.
#include <cstdint>

#include "base/check.h"
#include "ingest/html.h"
#include "text/unicode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const auto article = ReadHtml({reinterpret_cast<const char*>(data), size}, "", Limits{});
  if (!article) return 0;
  DL_CHECK(IsValidUtf8(article->text) && IsValidUtf8(article->title));
  std::uint32_t at = 0;
  for (const SourcePiece& piece : article->source_map.pieces()) {
    DL_CHECK(piece.text_begin >= at);
    at = piece.text_begin + piece.text_size;
    DL_CHECK(at <= article->text.size() && piece.source_begin + piece.source_size <= size);
  }
  return 0;
}
