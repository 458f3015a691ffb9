#include "extract/actors/noun_phrase.h"

#include <algorithm>

#include "extract/actors/phrase_parser.h"
#include "ontology/function_words.h"

namespace dateline {

namespace {

constexpr std::uint32_t kNoLimit = 0xffffffff;

bool IsComma(const Document& doc, std::uint32_t token) { return doc.tokens[token].text == ","; }

// Where phrases may begin between `low` and `last`, leftmost first: at the sentence's begin and
// behind every token that no phrase goes across without a complement or a comma.
std::vector<std::uint32_t> Starts(const Document& doc, std::uint32_t low, std::uint32_t last) {
  std::vector<std::uint32_t> starts;
  for (std::uint32_t i = low; i <= last; ++i) {
    if (!PhraseParser::MayBegin(doc, i)) continue;
    const bool first = i == low;
    const FunctionClass kind = FunctionClassOf(doc.tokens[i].lower);
    const bool opens = kind == FunctionClass::kDeterminer || kind == FunctionClass::kPossessive;
    const std::uint32_t name = NameAt(doc, i);
    const bool second_name = !first && name < doc.names.size() &&
                             doc.names[name].tokens.first == i &&
                             NameAt(doc, i - 1) < doc.names.size();  // "In Moscow [Lena Holm]"
    if (first || opens || second_name || !PhraseParser::MayBegin(doc, i - 1)) {
      const bool bound =
          i > low &&
          ((doc.tokens[i - 1].text == "-" && !doc.tokens[i - 1].space_before) ||
           doc.tokens[i - 1].lower == "'s" || doc.tokens[i - 1].lower == "\u2019s") &&
          !first;
      if (!bound) starts.push_back(i);
    }
  }
  return starts;
}

// On the comma behind "..., who replaced Farron as leader,": the comma before "who".
std::uint32_t BeforeRelative(const Document& doc, std::uint32_t comma, std::uint32_t low) {
  for (std::uint32_t i = comma; i > low; --i) {
    if (!IsComma(doc, i - 1)) continue;
    return FunctionClassOf(doc.tokens[i].lower) == FunctionClass::kRelative ? i - 1 : comma;
  }
  return comma;
}

}  // namespace

std::uint32_t NameAt(const Document& doc, std::uint32_t token) {
  const auto after =
      std::partition_point(doc.names.begin(), doc.names.end(),
                           [&](const Name& name) { return name.tokens.last <= token; });
  if (after == doc.names.end() || after->tokens.first > token)
    return static_cast<std::uint32_t>(doc.names.size());
  return static_cast<std::uint32_t>(after - doc.names.begin());
}

NounPhrase NounPhraseStartingAt(const Document& doc, std::uint32_t token) {
  if (token >= doc.tokens.size()) return {};
  return PhraseParser(doc, token, kNoLimit).Parse();
}

NounPhrase NounPhraseEndingAt(const Document& doc, std::uint32_t token) {
  if (token >= doc.tokens.size()) return {};
  const std::uint32_t begin = doc.SentenceOf(token).tokens.first;
  const std::uint32_t low =
      std::max(begin, token >= kMaxPhraseTokens ? token - kMaxPhraseTokens + 1 : 0);
  bool closed = false;  // a comma behind the phrase closes an apposition
  if (IsComma(doc, token)) {
    token = BeforeRelative(doc, token, low);
    if (token == low) return {};
    --token;
    closed = true;
  }
  NounPhrase shortest;
  for (std::uint32_t start : Starts(doc, low, token)) {
    const NounPhrase phrase = PhraseParser(doc, start, closed ? kNoLimit : token + 1).Parse();
    if (phrase.tokens.last == token + 1) return phrase;
    if (!phrase.empty() && phrase.core.last == token + 1) shortest = phrase;
  }
  if (!shortest.empty()) {
    shortest.tokens = shortest.core;
    return shortest;
  }
  return PhraseParser(doc, token, token + 1).Parse();
}

NounPhrase NounPhraseAround(const Document& doc, std::uint32_t token) {
  if (token >= doc.tokens.size()) return {};
  const std::uint32_t begin = doc.SentenceOf(token).tokens.first;
  const std::uint32_t low =
      std::max(begin, token >= kMaxPhraseTokens ? token - kMaxPhraseTokens + 1 : 0);
  const std::vector<std::uint32_t> starts = Starts(doc, low, token);
  NounPhrase best;
  for (std::uint32_t start : starts) {
    const NounPhrase phrase = PhraseParser(doc, start, kNoLimit).Parse();
    if (phrase.core.first <= token && token < phrase.core.last) return phrase;
    if (phrase.tokens.first <= token && token < phrase.tokens.last) best = phrase;
  }
  return best;
}

NounPhrase NounPhraseOf(const Document& doc, Span span) {
  const Range tokens = doc.TokensIn(span);
  if (tokens.empty()) return {};
  std::uint32_t first = tokens.first;
  while (first + 1 < tokens.last && !PhraseParser::MayBegin(doc, first)) ++first;
  NounPhrase phrase = PhraseParser(doc, first, tokens.last).Parse();
  if (phrase.empty()) {  // "the late", "17": its words, whatever they are
    phrase.core = tokens;
    phrase.head = tokens.last - 1;
  }
  phrase.tokens = tokens;
  return phrase;
}

}  // namespace dateline
