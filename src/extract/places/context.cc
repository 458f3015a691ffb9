#include "extract/places/context.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/table.h"
#include "text/unicode.h"

namespace dateline::places {

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

PlaceNouns::PlaceNouns() {
  static const Table table = Table::Embedded("place_nouns.tsv", 5);
  for (const TableRow& row : table.rows()) {
    const auto kind = FromString<PlaceKind>(row.cells[2]);
    DL_CHECK(kind.has_value());
    Map& map = row.cells[1] == "after" ? after_ : row.cells[1] == "before" ? before_ : of_;
    map.emplace(row.cells[0], PlaceNoun{*kind, row.cells[3] == "1" ? 1 : 0, row.cells[4] == "1"});
  }
}

const PlaceNouns& PlaceNouns::Get() {
  static const PlaceNouns nouns;
  return nouns;
}

std::optional<PlaceNoun> PlaceNouns::Find(const Map& map, std::string_view lower) {
  const auto found = map.find(lower);
  if (found == map.end()) return std::nullopt;
  return found->second;
}

std::optional<PlaceNoun> PlaceNouns::After(const Token& token) const {
  const auto noun = Find(after_, token.lower);
  return noun ? noun : Find(after_, token.lemma);
}

bool IsCompass(std::string_view lower) {
  static constexpr std::array<std::string_view, 20> kWords = {
      "central", "coastal",      "downtown", "east",         "eastern",
      "greater", "inner",        "lower",    "neighboring",  "neighbouring",
      "north",   "northeastern", "northern", "northwestern", "occupied",
      "south",   "southern",     "upper",    "west",         "western"};
  return IsOneOf(lower, kWords) || lower == "southeastern" || lower == "southwestern" ||
         lower == "rural";
}

bool IsCapital(const Token& token) {
  return token.shape == Shape::kTitle || token.shape == Shape::kUpper ||
         (!token.text.empty() && IsUpper(DecodeAt(token.text, 0).value));
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

bool BehindLocative(const Document& doc, std::uint32_t first) {
  for (std::uint32_t steps = 1; steps <= 3; ++steps) {
    const Token* token = Before(doc, first, steps);
    if (token == nullptr) return false;
    if (IsLocative(token->lower)) return true;
    if (token->lower != "the" && !IsCompass(token->lower)) return false;
  }
  return false;
}

std::optional<PlaceNoun> NounOf(const Document& doc, std::uint32_t first) {
  std::uint32_t at = 1;
  const Token* token = Before(doc, first, at);
  if (token != nullptr && token->lower == "the") token = Before(doc, first, ++at);
  if (token == nullptr || token->lower != "of") return std::nullopt;
  // "the Mezzeh district of Damascus": the noun has a name of its own.
  const Token* own = Before(doc, first, at + 2);
  if (own != nullptr && own->upos == Upos::kPropn && IsCapital(*own)) return std::nullopt;
  token = Before(doc, first, at + 1);
  return token == nullptr ? std::nullopt : PlaceNouns::Get().Of(token->lower);
}

bool InDateline(const Document& doc, Range tokens) {
  // The agency in brackets is none of its places.
  if (const Token* before = Before(doc, tokens.first); before != nullptr && before->text == "(")
    return false;
  constexpr std::uint32_t kLongest = 14;    // tokens from the begin of the paragraph to the dash
  constexpr std::uint32_t kParagraphs = 4;  // a headline and a byline may stand above
  const Sentence& sentence = doc.SentenceOf(tokens.first);
  if (sentence.paragraph >= kParagraphs) return false;
  // "N.C. (AP)" may have ended a sentence: go back to the begin of the paragraph.
  std::uint32_t begin = tokens.first;
  while (begin > 0 && tokens.first - begin < kLongest &&
         doc.SentenceOf(begin - 1).paragraph == sentence.paragraph) {
    --begin;
  }
  if (begin > 0 && doc.SentenceOf(begin - 1).paragraph == sentence.paragraph) return false;
  for (std::uint32_t i = begin; i < doc.tokens.size() && i < begin + kLongest; ++i) {
    const Token& token = doc.tokens[i];
    if (doc.SentenceOf(i).paragraph != sentence.paragraph) return false;
    const bool ends = token.text == "-" || token.text == "–" || token.text == "—" ||
                      token.text == "--" || (token.text == ":" && i < begin + 4);
    // The dash of "Rostov-on-Don" has no space around it.
    if (ends && i >= tokens.last && (token.text != "-" || token.space_before)) return true;
    if (token.shape == Shape::kLower) return false;
  }
  return false;
}

}  // namespace dateline::places
