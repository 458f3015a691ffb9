#include "annotate/name_context.h"

#include <algorithm>
#include <array>

namespace dateline {

namespace {

template <std::size_t kSize>
bool IsOneOf(std::string_view word, const std::array<std::string_view, kSize>& sorted) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool IsLocative(std::string_view lower) {
  static constexpr std::array<std::string_view, 22> kWords = {
      "across",     "along", "around", "at",      "between",  "beyond",  "from", "in",
      "inside",     "into",  "near",   "off",     "opposite", "outside", "past", "through",
      "throughout", "to",    "toward", "towards", "via",      "within"};
  return IsOneOf(lower, kWords);
}

}  // namespace

bool IsCompass(std::string_view lower) {
  static constexpr std::array<std::string_view, 20> kWords = {
      "central", "coastal",      "downtown", "east",         "eastern",
      "greater", "inner",        "lower",    "neighboring",  "neighbouring",
      "north",   "northeastern", "northern", "northwestern", "occupied",
      "south",   "southern",     "upper",    "west",         "western"};
  return IsOneOf(lower, kWords) || lower == "southeastern" || lower == "southwestern" ||
         lower == "rural";
}

const Token* Before(const Document& doc, std::uint32_t first, std::uint32_t steps) {
  if (first >= doc.tokens.size() || first < steps) return nullptr;
  const Token& token = doc.tokens[first - steps];
  return token.sentence == doc.tokens[first].sentence ? &token : nullptr;
}

const Token* After(const Document& doc, std::uint32_t last, std::uint32_t steps) {
  if (last == 0 || last + steps >= doc.tokens.size()) return nullptr;
  const Token& token = doc.tokens[last + steps];
  return token.sentence == doc.tokens[last - 1].sentence ? &token : nullptr;
}

std::uint32_t HeadOf(const Document& doc, Range tokens) {
  for (std::uint32_t i = tokens.last; i > tokens.first; --i) {
    const std::uint32_t head = doc.tokens[i - 1].head;
    if (head == i - 1 || head < tokens.first || head >= tokens.last) return i - 1;
  }
  return tokens.last - 1;
}

std::string_view LocativeBefore(const Document& doc, std::uint32_t first) {
  for (std::uint32_t steps = 1; steps <= 3; ++steps) {
    const Token* token = Before(doc, first, steps);
    if (token == nullptr) return {};
    if (IsLocative(token->lower)) return token->lower;
    if (token->lower != "the" && !IsCompass(token->lower)) return {};
  }
  return {};
}

bool InDateline(const Document& doc, Range tokens) {
  // The agency in brackets is none of its places.
  if (const Token* before = Before(doc, tokens.first); before != nullptr && before->text == "(")
    return false;
  constexpr std::uint32_t kParagraphs = 4;  // a headline and a byline may stand above
  const Sentence& sentence = doc.SentenceOf(tokens.first);
  return sentence.paragraph < kParagraphs &&
         tokens.last < sentence.tokens.first + sentence.dateline;
}

}  // namespace dateline
