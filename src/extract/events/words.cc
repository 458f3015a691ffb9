#include "extract/events/words.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "ontology/function_words.h"

namespace dateline::events {

namespace {

using KindTable = std::unordered_map<std::string_view, std::uint32_t>;

void Mark(KindTable& table, std::uint32_t kind, std::initializer_list<std::string_view> words) {
  for (std::string_view word : words) table[word] |= kind;
}

// What grammar needs beyond the classes of ontology/function_words.h: kinds of auxiliary, of
// conjunction, of mark.
KindTable MakeKinds() {
  KindTable t;
  Mark(t, kBe,
       {"be", "is", "are", "was", "were", "been", "being", "am", "'re", "’re", "'m", "’m", "get",
        "got"});
  Mark(t, kHave, {"have", "has", "had", "having", "'ve", "’ve", "'d", "’d"});
  Mark(t, kDo, {"do", "does", "did"});
  Mark(t, kModal,
       {"will", "would", "shall", "should", "can", "could", "may", "might", "must", "'ll", "’ll",
        "wo", "ca", "cannot"});
  Mark(t, kNegation, {"not", "n't", "n’t", "never", "neither", "nor", "cannot"});
  Mark(t, kTo, {"to"});
  Mark(t, kRelative, {"who", "which", "that", "whom", "whose", "where"});
  Mark(t, kSubordinator,
       {"if", "because", "after", "before", "when", "while", "since", "until", "unless", "although",
        "though", "whether", "that", "as", "once", "where", "what", "how", "why"});
  Mark(t, kCoordinator, {"and", "but", "or", "&"});
  Mark(t, kComma, {","});
  Mark(t, kStop, {";", ":", "(", ")", "-", "–", "—", "--", "..."});
  Mark(t, kPossessive, {"'s", "’s", "'", "’"});
  Mark(t, kQuoteMark, {"\"", "“", "”", "''", "``", "‘"});
  Mark(t, kDeterminer,
       {"new", "fresh", "latest", "recent"});  // "new attacks": what follows is a noun
  return t;
}

std::uint32_t KindOfClass(FunctionClass c) {
  switch (c) {
    case FunctionClass::kDeterminer:
    case FunctionClass::kPossessive:
      return kDeterminer;
    case FunctionClass::kPronoun:
      return kPronoun;
    case FunctionClass::kPreposition:
      return kPreposition;
    case FunctionClass::kAdverb:
      return kAdverb;
    case FunctionClass::kNumber:
      return kNumberWord;
    default:
      return 0;
  }
}

// Words in -ly that are no adverbs.
bool IsNoAdverb(std::string_view lower) {
  static constexpr std::string_view kNouns[] = {"family", "reply",   "supply",   "ally",
                                                "rally",  "apply",   "assembly", "italy",
                                                "july",   "anomaly", "monopoly", "deadly"};
  return std::find(std::begin(kNouns), std::end(kNouns), lower) != std::end(kNouns);
}

}  // namespace

std::uint32_t WordKindOf(const Token& token) {
  static const KindTable kinds = MakeKinds();
  std::uint32_t kind = KindOfClass(FunctionClassOf(token.lower));
  if (const auto found = kinds.find(token.lower); found != kinds.end()) {
    kind |= found->second;
    if (found->second & (kTo | kNegation)) kind &= ~std::uint32_t{kPreposition | kDeterminer};
    if (found->second & kRelative) kind &= ~std::uint32_t{kDeterminer};
  }
  if (token.shape == Shape::kNumber) kind |= kNumberWord;
  if (token.text == "-" && !token.space_before) kind = kHyphen;
  const bool ly =
      token.lower.size() > 4 && token.lower.ends_with("ly") && token.shape == Shape::kLower;
  if (ly && !IsNoAdverb(token.lower)) kind |= kAdverb;
  return kind;
}

WordsOfDocument WordsOf(const Document& doc, const Vocabulary& vocabulary) {
  WordsOfDocument words;
  words.lemma.reserve(doc.tokens.size());
  words.lower.reserve(doc.tokens.size());
  words.kind.reserve(doc.tokens.size());
  for (const Token& token : doc.tokens) {
    words.lower.push_back(vocabulary.Find(token.lower));
    words.lemma.push_back(token.lemma == token.lower ? words.lower.back()
                                                     : vocabulary.Find(token.lemma));
    words.kind.push_back(WordKindOf(token));
  }
  return words;
}

std::vector<std::vector<WordId>> ParsePhrases(std::string_view list, Vocabulary& vocabulary) {
  std::vector<std::vector<WordId>> phrases;
  while (!list.empty()) {
    std::string_view phrase = list.substr(0, list.find('|'));
    list.remove_prefix(std::min(list.size(), phrase.size() + 1));
    std::vector<WordId> ids;
    while (!phrase.empty()) {
      const std::string_view word = phrase.substr(0, phrase.find(' '));
      phrase.remove_prefix(std::min(phrase.size(), word.size() + 1));
      if (!word.empty() && word != "-") ids.push_back(vocabulary.Add(word));
    }
    if (!ids.empty()) phrases.push_back(std::move(ids));
  }
  return phrases;
}

std::uint32_t PhraseEnd(const WordsOfDocument& words, const std::vector<WordId>& phrase,
                        std::uint32_t token, std::uint32_t end) {
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (i > 0 && token < end && words.Is(token, kHyphen)) ++token;
    if (token >= end || (words.lemma[token] != phrase[i] && words.lower[token] != phrase[i]))
      return 0;
    ++token;
  }
  return token;
}

void WordSet::Add(std::string_view list, Vocabulary& vocabulary) {
  for (std::vector<WordId>& phrase : ParsePhrases(list, vocabulary)) {
    if (phrase.size() > 1) {
      phrases_.push_back(std::move(phrase));
      continue;
    }
    if (phrase[0] >= single_.size()) single_.resize(phrase[0] + 1);
    single_[phrase[0]] = true;
  }
}

bool WordSet::At(const WordsOfDocument& words, std::uint32_t token, std::uint32_t end) const {
  if (Has(words.lemma[token]) || Has(words.lower[token])) return true;
  for (const std::vector<WordId>& phrase : phrases_)
    if (PhraseEnd(words, phrase, token, end) != 0) return true;
  return false;
}

bool WordSet::In(const WordsOfDocument& words, Range tokens) const {
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t)
    if (At(words, t, tokens.last)) return true;
  return false;
}

}  // namespace dateline::events
