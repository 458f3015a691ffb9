#include "annotate/name_context.h"

#include <algorithm>
#include <array>

#include "ontology/senses.h"

namespace dateline {

namespace {

bool IsLocative(std::string_view lower) {
  static constexpr std::array<std::string_view, 22> kWords = {
      "across",     "along", "around", "at",      "between",  "beyond",  "from", "in",
      "inside",     "into",  "near",   "off",     "opposite", "outside", "past", "through",
      "throughout", "to",    "toward", "towards", "via",      "within"};
  return std::ranges::binary_search(kWords, lower);
}

}  // namespace

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

std::uint32_t HeadTokenOf(const Document& doc, Range tokens) {
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
    if (token->lower != "the" && !Means(token->lower, Sense::kCompass)) return {};
  }
  return {};
}

bool InDateline(const Document& doc, Range tokens) {
  if (const Token* before = Before(doc, tokens.first); before != nullptr && before->text == "(")
    return false;
  constexpr std::uint32_t kParagraphs = 4;  // a headline and a byline may stand above
  const Sentence& sentence = doc.SentenceOf(tokens.first);
  return sentence.paragraph < kParagraphs &&
         tokens.last < sentence.tokens.first + sentence.dateline;
}

}  // namespace dateline
