// What do the frames look at?  A document with, for each token, the quotation that it lies in.
//
// Small questions about tokens are answered here, so that the frames read like grammar.  A scare
// quote is no quotation here: its words are ordinary words of their clause. Cost: construction
// linear, each question constant.  Thread rule: immutable.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace dateline {

inline constexpr std::uint32_t kNoQuote = 0xFFFFFFFF;

class StatementView {
 public:
  explicit StatementView(const Document& doc);

  const Document& doc() const { return doc_; }
  const Token& token(std::uint32_t i) const { return doc_.tokens[i]; }
  std::string_view lower(std::uint32_t i) const { return doc_.tokens[i].lower; }
  bool IsOneOf(std::uint32_t i, std::initializer_list<std::string_view> words) const;

  // The quotation (not scare) that covers the token, or kNoQuote.
  std::uint32_t QuoteAt(std::uint32_t i) const { return quote_of_[i]; }
  // Does it stand in any marks, scare quotes among them?
  bool InMarks(std::uint32_t i) const { return in_marks_[i]; }
  bool StartsQuote(std::uint32_t i) const {
    return quote_of_[i] != kNoQuote && doc_.quotes[quote_of_[i]].tokens.first == i;
  }
  bool EndsQuote(std::uint32_t i) const {
    return quote_of_[i] != kNoQuote && doc_.quotes[quote_of_[i]].tokens.last == i + 1;
  }
  bool IsPunctuation(std::uint32_t i) const { return doc_.tokens[i].shape == Shape::kPunctuation; }
  bool IsPreposition(std::uint32_t i) const;
  bool IsConjunction(std::uint32_t i) const;  // and, but, while, although ...


  // Bytes from token `first` to before token `last`, without punctuation at either end, but with
  // all of a quotation that an end stands in.
  Span ContentSpan(std::uint32_t first, std::uint32_t last) const;
  // The same, no further than the tokens given.
  Span PlainSpan(std::uint32_t first, std::uint32_t last) const;

 private:
  Range Trimmed(std::uint32_t first, std::uint32_t last) const;

  const Document& doc_;
  std::vector<std::uint32_t> quote_of_;
  std::vector<bool> in_marks_;
};

}  // namespace dateline
