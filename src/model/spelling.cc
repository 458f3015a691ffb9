#include "model/spelling.h"

#include <algorithm>
#include <string>

#include "text/unicode.h"

namespace dateline {

namespace {

constexpr std::size_t kShapeLength = 12;
constexpr std::size_t kShapeRun = 4;

// The first / last n code points.
std::string_view Head(std::string_view text, std::size_t n) {
  std::size_t end = 0;
  for (; n > 0 && end < text.size(); --n) end += DecodeAt(text, end).size;
  return text.substr(0, end);
}

std::string_view Tail(std::string_view text, std::size_t n) {
  std::size_t begin = text.size();
  for (; n > 0 && begin > 0; --n) begin -= DecodeBefore(text, begin).size;
  return text.substr(begin);
}

// Letters of ASCII become X and x, digits x as well (the weights know no other shape), and a run of
// the same sign is cut to four: "McDonalds'" -> "XxXxxxx'".
std::string ShapeOf(std::string_view word) {
  std::string shape;
  char32_t last = 0;
  std::size_t run = 0;
  std::size_t length = 0;
  for (std::size_t i = 0; i < word.size() && length < kShapeLength;) {
    const CodePoint c = DecodeAt(word, i);
    i += c.size;
    char32_t sign = c.value;
    if ((sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z')) sign = 'x';
    if (sign >= 'A' && sign <= 'Z') sign = 'X';
    run = sign == last ? run + 1 : 1;
    last = sign;
    if (run > kShapeRun) continue;
    AppendUtf8(sign, shape);
    ++length;
  }
  return shape;
}

// FNV-1a of a kind and a text.
std::uint32_t RowOf(char kind, std::string_view text) {
  std::uint32_t hash = (2166136261U ^ static_cast<unsigned char>(kind)) * 16777619U;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
  return hash % kFeatureRows;
}

struct Mark {
  std::string_view opener, closer;
};
constexpr Mark kMarks[] = {{"\u201C", "\u201D"}, {"\u00AB", "\u00BB"}, {"\u201E", "\u201C"},
                           {"``", "''"},         {"\"", "\""},         {"''", "''"}};

}  // namespace

std::uint8_t CaseOf(std::string_view word) {
  struct {
    std::size_t lower = 0, upper = 0, title = 0;
  } all, first;
  bool letters = false;
  std::size_t count = 0;
  for (std::size_t i = 0; i < word.size(); ++count) {
    const CodePoint c = DecodeAt(word, i);
    i += c.size;
    letters = letters || IsLetter(c.value);
    switch (LetterCaseOf(c.value)) {
      case LetterCase::kLower:
        ++all.lower;
        break;
      case LetterCase::kUpper:
        ++all.upper;
        break;
      case LetterCase::kTitle:
        ++all.title;
        break;
      case LetterCase::kUncased:
        break;
    }
    if (count == 0) first = all;
  }
  if (!letters || (all.lower > 0 && all.upper + all.title == 0)) return 0;
  const bool rest_is_lower = all.lower > first.lower && all.upper + all.title == 1;
  if (first.upper == 1 && (rest_is_lower || count == 1)) return 1;
  return all.upper > 0 && all.lower + all.title == 0 ? 2 : 3;
}

void AppendFeatures(std::string_view word, std::vector<std::uint32_t>& rows) {
  std::string flat(1, '<');
  flat += Lower(word);
  flat += '>';
  for (char& c : flat) {
    if (c >= '0' && c <= '9') c = '0';
  }
  const std::string_view behind = std::string_view(flat).substr(1);
  const auto begin = static_cast<std::ptrdiff_t>(rows.size());
  rows.insert(rows.end(),
              {RowOf('P', Head(behind, 1)), RowOf('P', Head(behind, 3)), RowOf('S', Tail(flat, 4)),
               RowOf('S', Tail(flat, 3)), RowOf('S', Tail(flat, 2)), RowOf('H', ShapeOf(word)),
               RowOf('W', Head(word, 1))});
  std::sort(rows.begin() + begin, rows.end());
  rows.erase(std::unique(rows.begin() + begin, rows.end()), rows.end());
}

bool Quotation::Covers(std::string_view word) {
  if (!closer_.empty()) {
    if (word == closer_) closer_ = {};
    return true;
  }
  for (const Mark& mark : kMarks) {
    if (word == mark.opener) {
      closer_ = mark.closer;
      return true;
    }
  }
  return false;
}

}  // namespace dateline
