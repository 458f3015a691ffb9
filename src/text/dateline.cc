#include "text/dateline.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "text/tokenizer.h"
#include "text/unicode.h"

namespace dateline {

namespace {

constexpr std::uint32_t kLongest = 20;      // tokens up to its dash
constexpr std::uint32_t kLongestLabel = 6;  // tokens, its colon included
constexpr std::uint32_t kFewestWords = 4;   // of what follows: "TALKS OVER - MINISTER" is one
constexpr std::uint32_t kShortestTown = 4;  // letters of a label that nothing else marks

// Small words inside the names of towns: "Port of Spain", "Rio de Janeiro".
bool IsSmallPart(std::string_view word) {
  static const std::unordered_set<std::string_view> kParts = {
      "of", "the", "de", "del", "la", "le", "da", "do", "dos", "di", "du", "al", "el", "and", "on"};
  return kParts.contains(word);
}

class Paragraph {
 public:
  Paragraph(std::string_view text, const std::vector<Span>& tokens)
      : text_(text), tokens_(tokens) {}

  Dateline Read() const {
    bool parted = false;  // by more than blanks: a comma, a bracket, a date
    const std::uint32_t limit = std::min(size(), kLongest);
    for (std::uint32_t i = 0; i + 1 < limit; ++i) {
      if (IsSpacedDash(i)) {
        if (i == 0) return {};
        const bool agency = At(i - 1) == ")";
        const bool marked = agency || (parted && IsInCapitals(0));
        if (!marked && !StandsAlone(i)) return {};
        return {i + 1, marked || IsInCapitals(0)};
      }
      if (At(i) == ":" && i > 0 && i < kLongestLabel) return {i + 1, false};
      const char32_t first = First(i);
      if (IsLower(first) && !IsSmallPart(At(i))) return {};
      if (At(i).find_first_not_of(".!?") == std::string_view::npos || At(i) == "\u2026") return {};
      parted = parted || !IsLetter(first);
    }
    return {};
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  std::string_view At(std::uint32_t i) const { return Words(text_, tokens_[i]); }
  char32_t First(std::uint32_t i) const { return DecodeAt(text_, tokens_[i].begin).value; }

  // "LAGOS - Two bridges fell", "URGENT - Two bridges fall in ..."; not "NATO - which is old -",
  // "US - China trade".
  bool StandsAlone(std::uint32_t dash) const {
    const std::uint32_t next = dash + 1;
    if (size() - next < kFewestWords || tokens_[0].size() < kShortestTown) return false;
    if (IsLower(First(next))) return false;
    const std::uint32_t limit = std::min(size(), next + kLongest);
    for (std::uint32_t i = next; i < limit; ++i) {
      if (IsSpacedDash(i)) return false;
    }
    return true;
  }

  bool IsSpacedDash(std::uint32_t i) const {
    static constexpr std::array<std::string_view, 5> kDashes = {"-", "--", "\u2013", "\u2014", "_"};
    return std::ranges::find(kDashes, At(i)) != kDashes.end() && i > 0 &&
           tokens_[i].begin > tokens_[i - 1].end && i + 1 < size() &&
           tokens_[i + 1].begin > tokens_[i].end;
  }

  bool IsInCapitals(std::uint32_t i) const {
    const std::string_view word = At(i);
    const bool lower = std::ranges::any_of(word, [](char c) { return 'a' <= c && c <= 'z'; });
    return word.size() > 1 && !lower && IsUpper(First(i));
  }

  std::string_view text_;
  const std::vector<Span>& tokens_;
};

}  // namespace

Dateline DatelineOf(std::string_view text, const std::vector<Span>& tokens) {
  return Paragraph(text, tokens).Read();
}

}  // namespace dateline
