// Which characters is this?  A half-open range of bytes [begin, end) of Article::text.
//
// Inside the engine and the store every offset is a byte of the UTF-8 text and stands on the first
// byte of a code point; JSON speaks code points (text/code_points.h converts).  Texts are below 4
// GiB.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace dateline {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool Contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool Overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

// The words of a span.  REQUIRES: span.end <= text.size().
inline std::string_view Words(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}
std::string_view Words(std::string&&, Span) = delete;  // the words would outlive their text

}  // namespace dateline
