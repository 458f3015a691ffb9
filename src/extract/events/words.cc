#include "extract/events/words.h"

#include <algorithm>

#include "annotate/lemma.h"

namespace dateline::events {

namespace {

// A verb that the tagger took for its bare form ("he [threatened] to leave") is looked up.
WordId LemmaIdOf(const Token& token, WordId lower, const Vocabulary& vocabulary) {
  if (token.lemma != token.lower) return vocabulary.Find(token.lemma);
  const bool inflected = token.lower.ends_with("ed") || token.lower.ends_with("s");
  if (lower != 0 || token.upos != Upos::kVerb || !inflected) return lower;
  return vocabulary.Find(LemmaOf(token.lower, true));
}

}  // namespace

WordsOfDocument WordsOf(const Document& doc, const Vocabulary& vocabulary) {
  WordsOfDocument words;
  words.lemma.reserve(doc.tokens.size());
  words.lower.reserve(doc.tokens.size());
  words.hyphen.reserve(doc.tokens.size());
  for (const Token& token : doc.tokens) {
    words.lower.push_back(vocabulary.Find(token.lower));
    words.lemma.push_back(LemmaIdOf(token, words.lower.back(), vocabulary));
    words.hyphen.push_back(token.text == "-" && !token.space_before);
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
    if (i > 0 && token < end && words.hyphen[token]) ++token;
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
