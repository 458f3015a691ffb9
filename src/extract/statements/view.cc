#include "extract/statements/view.h"

#include <algorithm>

#include "ontology/function_words.h"

namespace dateline {

StatementView::StatementView(const Document& doc)
    : doc_(doc), quote_of_(doc.tokens.size(), kNoQuote), in_marks_(doc.tokens.size()) {
  for (std::uint32_t q = 0; q < doc.quotes.size(); ++q) {
    // Whose closing mark is lost may hold the reporter's words as well: read like plain text.
    const bool goes_on = q + 1 < doc.quotes.size() && doc.quotes[q + 1].continues;
    const bool speech =
        !doc.quotes[q].scare && (doc.quotes[q].closed || goes_on || doc.quotes[q].continues);
    for (std::uint32_t i = doc.quotes[q].tokens.first; i < doc.quotes[q].tokens.last; ++i) {
      in_marks_[i] = true;
      if (speech) quote_of_[i] = q;
    }
  }
}

bool StatementView::IsOneOf(std::uint32_t i, std::initializer_list<std::string_view> words) const {
  return std::ranges::find(words, lower(i)) != words.end();
}

bool StatementView::IsPreposition(std::uint32_t i) const {
  return FunctionClassOf(lower(i)) == FunctionClass::kPreposition && lower(i) != "to";
}

bool StatementView::IsConjunction(std::uint32_t i) const {
  return lower(i) == "as" || (FunctionClassOf(lower(i)) == FunctionClass::kConjunction &&
                              lower(i) != "if" && lower(i) != "whether" && lower(i) != "so");
}

Range StatementView::Trimmed(std::uint32_t first, std::uint32_t last) const {
  if (first >= last) return {};
  const auto skip = [&](std::uint32_t i) {
    return !StartsQuote(i) && !EndsQuote(i) &&
           IsOneOf(i, {",", ".", ";", ":", "-", "--", "–", "—", "―"});
  };
  while (first < last && skip(first)) ++first;
  // The stop of a quotation that ends here stays: it stands before the mark.
  while (first < last && skip(last - 1)) --last;
  return {first, last};
}

Span StatementView::PlainSpan(std::uint32_t first, std::uint32_t last) const {
  const Range tokens = Trimmed(first, last);
  return tokens.empty() ? Span{} : doc_.SpanOf(tokens);
}

Span StatementView::ContentSpan(std::uint32_t first, std::uint32_t last) const {
  const Range tokens = Trimmed(first, last);
  if (tokens.empty()) return {};
  Span span = doc_.SpanOf(tokens);
  if (const std::uint32_t q = QuoteAt(tokens.first); q != kNoQuote) {
    span.begin = std::min(span.begin, doc_.quotes[q].span.begin);
  }
  if (const std::uint32_t q = QuoteAt(tokens.last - 1); q != kNoQuote) {
    span.end = std::max(span.end, doc_.quotes[q].span.end);
  }
  return span;
}

}  // namespace dateline
