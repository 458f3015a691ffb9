#include "annotate/scare_quotes.h"

namespace dateline {

namespace {

constexpr std::uint32_t kLongestScare = 2;  // words
constexpr std::uint32_t kLongestTitle = 10;

bool IsWord(const Token& token) { return token.shape != Shape::kPunctuation; }

// Capitals on all words of more than three letters, and at least two: "The Long Way Home".
bool LooksLikeTitle(const Document& doc, Range tokens) {
  std::uint32_t capitals = 0;
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    const Token& token = doc.tokens[i];
    if (token.shape == Shape::kTitle || token.shape == Shape::kUpper) {
      ++capitals;
    } else if (token.shape == Shape::kLower && token.text.size() > 3) {
      return false;
    }
  }
  return capitals >= 2;
}

}  // namespace

bool IsScareQuote(const Document& doc, const Quote& quote) {
  if (!quote.closed || quote.continues || quote.tokens.empty()) return false;
  const Range inside = doc.TokensIn(quote.inside);
  if (inside.empty() || inside.size() > kLongestTitle + 4) return false;
  std::uint32_t words = 0;
  for (std::uint32_t i = inside.first; i < inside.last; ++i) words += IsWord(doc.tokens[i]);
  if (words == 0) return true;
  const std::uint32_t sentence = doc.tokens[inside.first].sentence;
  const std::uint32_t first_of_sentence = doc.sentences[sentence].tokens.first;
  const bool opens_sentence = quote.tokens.first == first_of_sentence;
  const std::string_view last = doc.tokens[inside.last - 1].text;
  if (last == "?" || last == "!") return false;
  if (words <= kLongestTitle && LooksLikeTitle(doc, inside)) return !opens_sentence || last != ",";
  if (words > kLongestScare || opens_sentence) return false;
  const std::string_view before = doc.tokens[quote.tokens.first - 1].text;
  return before != "," && before != ":";
}

}  // namespace dateline
