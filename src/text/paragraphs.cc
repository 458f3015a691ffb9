#include "text/paragraphs.h"

#include "text/lines.h"
#include "text/unicode.h"

namespace dateline {

namespace {

constexpr std::uint32_t kWrappedLine = 55;  // bytes: wire copy was wrapped at 60 to 80 columns

Span Trim(std::string_view text, Span span) {
  while (span.begin < span.end) {
    const CodePoint c = DecodeAt(text, span.begin);
    if (!IsSpace(c.value)) break;
    span.begin += c.size;
  }
  while (span.begin < span.end) {
    const CodePoint c = DecodeBefore(text.substr(0, span.end), span.end);
    if (!IsSpace(c.value)) break;
    span.end -= c.size;
  }
  return span;
}

// Does the line `next` only go on with `line`?
bool IsWrapped(std::string_view text, Span line, Span next) {
  if (next.empty()) return false;
  if (IsLower(DecodeAt(text, next.begin).value)) return true;
  const char last = text[line.end - 1];
  return line.size() >= kWrappedLine &&
         std::string_view(".!?\"':;)").find(last) == std::string_view::npos;
}

}  // namespace

std::vector<Span> Paragraphs(std::string_view text, std::uint32_t end) {
  std::vector<Span> paragraphs;
  bool open = false;  // the last paragraph may still go on
  Span last_line;
  for (std::string_view rest = text.substr(0, end); !rest.empty();) {
    const auto begin = static_cast<std::uint32_t>(rest.data() - text.data());
    const auto size = static_cast<std::uint32_t>(TakeLine(rest).size());
    const Span line = Trim(text, {begin, begin + size});
    if (line.empty()) {
      open = false;
    } else if (open && IsWrapped(text, last_line, line)) {
      paragraphs.back().end = line.end;
    } else {
      paragraphs.push_back(line);
      open = true;
    }
    if (!line.empty()) last_line = line;
  }
  return paragraphs;
}

}  // namespace dateline
