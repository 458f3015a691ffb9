#include "ingest/page_text.h"

#include <array>
#include <optional>

#include "ingest/html_tree.h"
#include "text/unicode.h"

namespace dateline {

namespace {

bool IsSpaceByte(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// Soft hyphen, zero-width space, word joiner, byte order mark, NUL.
bool IsInvisible(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0;
}

// "&#233;", "&#xE9;"; the standard reads 0x80..0x9F as Windows-1252.
struct Numeric {
  char32_t value;
  std::size_t size;
};
std::optional<Numeric> DecodeNumeric(std::string_view reference) {
  static constexpr std::array<char16_t, 32> kWindows1252 = {
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  std::size_t i = 2;
  const bool hex = reference.size() > 2 && (reference[2] == 'x' || reference[2] == 'X');
  if (hex) ++i;
  const std::size_t digits = i;
  char32_t value = 0;
  for (; i < reference.size(); ++i) {
    const char c = reference[i];
    int digit = -1;
    if (c >= '0' && c <= '9') digit = c - '0';
    if (hex && c >= 'a' && c <= 'f') digit = c - 'a' + 10;
    if (hex && c >= 'A' && c <= 'F') digit = c - 'A' + 10;
    if (digit < 0) break;
    if (value <= 0x10FFFF) value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit);
  }
  if (i == digits) return std::nullopt;
  if (i < reference.size() && reference[i] == ';') ++i;
  if (value >= 0x80 && value <= 0x9F) value = kWindows1252[value - 0x80];
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = 0xFFFD;
  return Numeric{value, i};
}

}  // namespace

void PageText::Put(std::string_view characters, Span source) {
  if (!text_.empty() && !gap_.empty()) {
    if (gap_has_source_)
      map_.Add(static_cast<std::uint32_t>(text_.size()), 1, {gap_source_, gap_source_ + 1});
    text_ += gap_;
  }
  gap_ = {};
  map_.Add(static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(characters.size()),
           source);
  text_ += characters;
}

void PageText::Space() {
  if (!gap_.empty()) return;
  gap_ = " ";
  gap_has_source_ = false;
}

void PageText::LineBreak() {
  if (gap_ == "\n\n") return;
  gap_ = "\n";
  gap_has_source_ = false;
}

void PageText::Paragraph() {
  gap_ = "\n\n";
  gap_has_source_ = false;
}

// Puts the character that the reference at page_[at] stands for; -> its bytes, 0 if it is none.
std::size_t PageText::Reference(std::size_t at, std::size_t end) {
  const std::string_view reference = page_.substr(at, std::min<std::size_t>(end - at, 64));
  std::string utf8;
  std::size_t size = 0;
  if (reference.size() > 1 && reference[1] == '#') {
    if (const std::optional<Numeric> numeric = DecodeNumeric(reference)) {
      AppendUtf8(numeric->value, utf8);
      size = numeric->size;
    }
  } else {
    const NamedReference named = DecodeNamedReference(reference);
    utf8 = named.text;
    size = named.size;
  }
  if (size == 0) return 0;
  if (utf8.size() == 1 && IsSpaceByte(utf8[0])) {
    Space();
  } else if (!IsInvisible(DecodeAt(utf8, 0).value)) {
    Put(utf8, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)});
  }
  return size;
}

void PageText::Add(Span run) {
  std::size_t i = run.begin;
  while (i < run.end) {
    if (IsSpaceByte(page_[i])) {
      if (gap_.empty()) {
        Space();
        gap_has_source_ = page_[i] == ' ';
        gap_source_ = static_cast<std::uint32_t>(i);
      }
      ++i;
      continue;
    }
    if (page_[i] == '&') {
      if (const std::size_t size = Reference(i, run.end); size > 0) {
        i += size;
        continue;
      }
    }
    std::size_t end = i;
    std::size_t invisible = 0;
    do {
      const CodePoint c = DecodeAt(page_, end);
      if (IsInvisible(c.value)) invisible = c.size;
      if (invisible == 0) end += c.size;
    } while (invisible == 0 && end < run.end && page_[end] != '&' && !IsSpaceByte(page_[end]));
    if (end > i)
      Put(page_.substr(i, end - i),
          {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)});
    i = end + invisible;
  }
}

std::string PlainWords(std::string_view markup_text) {
  PageText text(markup_text);
  text.Add({0, static_cast<std::uint32_t>(markup_text.size())});
  return std::move(text).Finish().first;
}

}  // namespace dateline
