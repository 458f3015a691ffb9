// Which words tell that a name is a person's, a body's, or none?  Word lists of the name
// annotators.
//
// First names come from data/first_names.tsv, the rest from data/name_words.tsv.
// Cost: one hash probe.  Thread rule: immutable, shared.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "document/document.h"
#include "ontology/phrase_table.h"

namespace dateline {

// "Olena", "Jong-un" (hyphens as in the text).
bool IsGivenName(std::string_view word);

// Given names that are countries or capitals too: "Jordan", "Israel", "Sofia".
bool IsGivenNameAndPlace(std::string_view lower);

// Lower-case words inside names: "de Gaulle", "bin Salman", "al-Sisi".
bool IsParticle(std::string_view lower);

// Nouns that head the name of a body: "Ministry", "University", "Bank".
bool IsOrganizationHead(std::string_view lower);

// Nouns that head the name of something that neither acts nor is a place: "Agreement", "War",
// "Cup".
bool IsThingHead(std::string_view lower);

// Nouns that head the name of a place: "Kano State", "Lake Chad Basin".
bool IsLandHead(std::string_view lower);

// Peoples, regions and faiths that are no country's: "European", "Kurdish".
bool IsPeople(std::string_view lower);

// Words behind the hyphen of a name that are no part of it: "Putin-era", "army-run".
bool IsHyphenTail(std::string_view lower);

// Adjectives and adverbs that open a sentence before a name without being part of it: "Former
// President".
bool IsLeadingModifier(std::string_view lower);

// The tokens of a document as the tables of ontology/ want them; cut at the longest entry.
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
