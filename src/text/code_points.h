// Which code point is this byte?  Converts offsets of a text between bytes and code points.
//
// One mark every 64 bytes: O(1) with a short scan; pure ASCII costs nothing.
// REQUIRES: the text outlives the index and is valid UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/span.h"

namespace dateline {

class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  CodePointIndex(std::string&&) = delete;

  // REQUIRES: byte <= text.size().
  std::uint32_t FromByte(std::uint32_t byte) const;
  // The byte where the n-th code point begins; text.size() at the end.  REQUIRES: n <= size().
  std::uint32_t ToByte(std::uint32_t n) const;
  Span FromBytes(Span bytes) const { return {FromByte(bytes.begin), FromByte(bytes.end)}; }

  std::uint32_t size() const { return size_; }  // code points in the text

 private:
  std::string_view text_;
  std::uint32_t size_;
  bool ascii_;
  std::vector<std::uint32_t> marks_;  // code points before byte 64 * i
};

}  // namespace dateline
