#include "text/code_points.h"

#include <algorithm>

#include "base/check.h"
#include "text/unicode.h"

namespace dateline {

namespace {
constexpr std::uint32_t kStep = 64;
}

CodePointIndex::CodePointIndex(std::string_view text)
    : text_(text),
      size_(static_cast<std::uint32_t>(CountCodePoints(text))),
      ascii_(size_ == text.size()) {
  if (ascii_) return;
  marks_.reserve(text.size() / kStep + 1);
  std::uint32_t count = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += kStep) {
    marks_.push_back(count);
    count += static_cast<std::uint32_t>(CountCodePoints(text.substr(begin, kStep)));
  }
}

std::uint32_t CodePointIndex::FromByte(std::uint32_t byte) const {
  DL_CHECK(byte <= text_.size());
  if (ascii_) return byte;
  if (byte == text_.size()) return size_;
  const std::uint32_t mark = byte / kStep;
  const std::size_t from = std::size_t{mark} * kStep;
  return marks_[mark] +
         static_cast<std::uint32_t>(CountCodePoints(text_.substr(from, byte - from)));
}

std::uint32_t CodePointIndex::ToByte(std::uint32_t n) const {
  DL_CHECK(n <= size_);
  if (ascii_) return n;
  if (n == size_) return static_cast<std::uint32_t>(text_.size());
  const auto after = std::upper_bound(marks_.begin(), marks_.end(), n);
  const auto mark = static_cast<std::uint32_t>(after - marks_.begin()) - 1;
  std::uint32_t byte = mark * kStep;
  std::uint32_t left = n - marks_[mark];
  for (;; ++byte) {  // the (left + 1)-th lead byte from here on
    const bool lead = (static_cast<unsigned char>(text_[byte]) & 0xC0) != 0x80;
    if (lead && left-- == 0) return byte;
  }
}

}  // namespace dateline
