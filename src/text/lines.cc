#include "text/lines.h"

namespace dateline {

std::string_view TakeLine(std::string_view& text) {
  const std::size_t end = text.find_first_of("\r\n");
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(line.size());
  for (std::string_view mark : {"\r\r\n", "\r\n", "\r", "\n"}) {
    if (!text.starts_with(mark)) continue;
    text.remove_prefix(mark.size());
    break;
  }
  return line;
}

}  // namespace dateline
