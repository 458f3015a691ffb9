// What do the tables of ontology/ say of these tokens?  The tokens as the tables want them, and the
// two questions that most ask.
//
// A lookup never needs more words than the longest entry has; kMaxEntryWords bounds the copy.
// Cost: of one lookup.  Thread rule: plain values; the views live as long as the document.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "document/document.h"
#include "ontology/actor_codes.h"
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

// The entry that the whole name is, not one that it only begins with; null if there is none.
inline const KnownName* WholeName(const Document& doc, Range name) {
  const TokenWords words(doc, name.first, name.last);
  const Known<KnownName> known = ActorTables::Get().NameAt(words.get());
  return known.size == name.size() ? known.entry : nullptr;
}

// The entry of a noun alone: "ministry"; null if there is none.
inline const Agent* AgentNoun(const Document& doc, std::uint32_t noun) {
  const TokenWords word(doc, noun, noun + 1);
  return ActorTables::Get().AgentAt(word.get()).entry;
}

}  // namespace dateline
