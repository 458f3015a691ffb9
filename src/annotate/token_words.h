// The tokens of a document as the tables of ontology/ want them.
//
// A lookup never needs more words than the longest entry has; kMaxEntryWords bounds the copy.
// Thread rule: plain values; the views live as long as the document.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "document/document.h"
#include "ontology/phrase_table.h"

namespace dateline {

class TokenWords {
 public:
  static constexpr std::uint32_t kMaxEntryWords = 12;

  // Tokens [first, last) of one sentence, cut at kMaxEntryWords.
  TokenWords(const Document& doc, std::uint32_t first, std::uint32_t last) {
    size_ = std::min(last - std::min(first, last), kMaxEntryWords);
    for (std::uint32_t i = 0; i < size_; ++i) {
      const Token& token = doc.tokens[first + i];
      words_[i] = {token.text, token.lower, token.lemma};
    }
  }
  std::span<const PhraseWord> get() const { return {words_.data(), size_}; }

 private:
  std::array<PhraseWord, kMaxEntryWords> words_;
  std::uint32_t size_ = 0;
};

}  // namespace dateline
