#include "text/visible.h"

namespace dateline {

std::string Visible(std::string_view text) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 =
        byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) {  // U+0080..U+009F: control characters in two bytes
      const auto control = static_cast<unsigned char>(text[++i]);
      out += {'\\', 'x', kDigits[control >> 4], kDigits[control & 15]};
    } else if ((byte < 0x20 && byte != '\n') || byte == 0x7F) {
      out += {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 15]};
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string VisibleLine(std::string_view text) {
  std::string out;
  for (char c : Visible(text)) c == '\n' ? out += "\\x0a" : out += c;
  return out;
}

}  // namespace dateline
