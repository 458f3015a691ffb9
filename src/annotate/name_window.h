// How do the tables of ontology/ see the words of a document?  A few tokens as phrase words.
//
// Cut at the longest entry that the tables have.  Cost: constant.  Thread rule: views the document.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "document/document.h"
#include "ontology/phrase_table.h"

namespace dateline {

class NameWindow {
 public:
  NameWindow(const Document& doc, std::uint32_t first, std::uint32_t last) {
    size_ = std::min<std::uint32_t>(last - std::min(first, last), kMax);
    for (std::uint32_t i = 0; i < size_; ++i) {
      const Token& token = doc.tokens[first + i];
      words_[i] = {token.text, token.lower, token.lemma};
    }
  }
  std::span<const PhraseWord> get() const { return {words_.data(), size_}; }

 private:
  static constexpr std::uint32_t kMax = 12;
  std::array<PhraseWord, kMax> words_;
  std::uint32_t size_ = 0;
};

}  // namespace dateline
