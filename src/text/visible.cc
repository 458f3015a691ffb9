#include "text/visible.h"

#include "text/unicode.h"

namespace dateline {

namespace {

// C0, DEL and C1; the line end is wanted.
bool DrivesTerminal(char32_t c) { return (c < 0x20 && c != U'\n') || (c >= 0x7F && c < 0xA0); }

// Marks that turn the order of the words after them (Unicode, Bidi_Control), and the line ends
// that only some terminals know.
bool Misleads(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

void AppendHex(char32_t c, int digits, std::string& out) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
    out += "0123456789abcdef"[c >> shift & 15];
}

}  // namespace

std::string Visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    if (DrivesTerminal(c.value)) {
      out += "\\x";
      AppendHex(c.value, 2, out);
    } else if (Misleads(c.value)) {
      out += "\\u";
      AppendHex(c.value, 4, out);
    } else {
      out += text.substr(i, c.size);
    }
    i += c.size;
  }
  return out;
}

std::string VisibleLine(std::string_view text) {
  std::string out;
  for (char c : Visible(text)) c == '\n' ? out += "\\x0a" : out += c;
  return out;
}

}  // namespace dateline
