#include "annotate/language.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ontology/function_words.h"
#include "text/unicode.h"

namespace dateline {

namespace {

constexpr std::size_t kFewest = 50;   // words that are judged
constexpr std::size_t kMost = 1'000;  // words that are counted
constexpr std::size_t kPercent = 5;   // of function words, at least
constexpr int kRepeats = 5;           // of one word that are counted

// "the", "with", "would"; no numbers and names of days, which tables of results have in any
// language.
bool IsTelling(std::string_view lower) {
  // Words of other languages too: German "was", "will"; Danish "for"; Dutch "had"; Romanian "are".
  static constexpr std::array<std::string_view, 15> kShared = {
      "all", "any",  "are", "for",  "had",   "her", "more", "none",
      "one", "over", "per", "till", "under", "was", "will"};
  if (lower.size() < 3 || std::ranges::binary_search(kShared, lower)) return false;
  switch (FunctionClassOf(lower)) {
    case FunctionClass::kDeterminer:
    case FunctionClass::kPossessive:
    case FunctionClass::kPronoun:
    case FunctionClass::kRelative:
    case FunctionClass::kPreposition:
    case FunctionClass::kConjunction:
    case FunctionClass::kAuxiliary:
      return true;
    default:
      return false;
  }
}

}  // namespace

StageInfo LanguageAnnotator::info() const { return {"language", {Layer::kTokens}, {}}; }

void LanguageAnnotator::Annotate(Document& doc) const {
  std::size_t words = 0;
  std::size_t telling = 0;
  std::unordered_map<std::string_view, int> seen;
  for (std::uint32_t t = 0; t < doc.tokens.size() && words < kMost; ++t) {
    const std::string_view lower = doc.tokens[t].lower;
    if (!IsLetter(DecodeAt(lower, 0).value)) continue;
    if (++seen[lower] > kRepeats) continue;
    ++words;
    telling += IsTelling(lower);
  }
  if (words < kFewest || telling * 100 >= words * kPercent) return;
  doc.diagnostics.push_back({"language.other",
                             "the text does not read as English: " + std::to_string(telling) +
                                 " of " + std::to_string(words) +
                                 " words are its function words; its records may be wrong",
                             {}});
}

}  // namespace dateline
