// What does the spelling of a word tell that lower-cased pieces do not?  Case, shape, affixes,
// quotation.
//
// The twin of training/features.py, which the weights were trained with: every oddity of it is
// kept. Cost: linear in the word.  Thread rule: pure functions; a Quotation belongs to one caller.
// REQUIRES: words are valid UTF-8 without line feeds.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline {

inline constexpr std::uint32_t kFeatureRows = 20000;  // of the hashed feature table

// 0 lower (or no letters), 1 Title, 2 UPPER, 3 miXed.
std::uint8_t CaseOf(std::string_view word);

// Appends the rows of the feature table that belong to a word: at most 7, sorted, without repeats.
void AppendFeatures(std::string_view word, std::vector<std::uint32_t>& rows);

// Which words are inside, or are, a quotation mark?  Asked word by word, in order.
// A mark left open reaches to its paragraph's end.
class Quotation {
 public:
  void StartParagraph() { closer_ = {}; }
  bool Covers(std::string_view word);

 private:
  std::string_view closer_;  // the mark that would end the open quotation; empty: none is open
};

}  // namespace dateline
