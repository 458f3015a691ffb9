// Which characters are these bytes?  Decodes a file to UTF-8 and keeps where each character came
// from.
//
// In this order: a byte order mark; the zeros of UTF-16; the escape sequences of ISO-2022, where no
// charset is declared; UTF-8 where the bytes are valid UTF-8; the charset that the page declares;
// what uchardet finds, where it fits; UTF-8 with U+FFFD for each broken piece (WHATWG), which gives
// the Diagnostic "utf8.replaced" with the first Limits::diagnostic_spans places.  UTF-8 stands
// before the declared charset, because text that is valid UTF-8 beyond ASCII is hardly ever
// anything else, whatever a page says.  Adapter of uchardet and iconv.  Cost: linear.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.h"
#include "dateline/limits.h"

namespace dateline {

struct DecodedText {
  std::string text;  // valid UTF-8, without a byte order mark
  SourceMap source_map;
  std::string charset;  // "UTF-8", "WINDOWS-1252"
  std::vector<Diagnostic> diagnostics;
};

// `declared`: the charset of the page or transport, "" if none; unknown names are passed over.
DecodedText Decode(std::string_view bytes, std::string_view declared, const Limits& limits);

// The charset that the first 4 KiB of a page declare in a <meta> or an XML declaration; "" if none.
std::string DeclaredCharset(std::string_view page);

// A charset that writes ASCII in two or four bytes, told by its byte order mark, or by the zeros of
// UTF-16 without one.
struct WideCharset {
  std::string_view name;  // "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"; "" for all others
  std::size_t mark = 0;   // bytes of the byte order mark
};
WideCharset WideCharsetOf(std::string_view bytes);

}  // namespace dateline
