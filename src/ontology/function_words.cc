#include "ontology/function_words.h"

#include <iterator>
#include <unordered_map>

#include "base/check.h"
#include "base/table.h"

namespace dateline {

FunctionClass FunctionClassOf(std::string_view lower) {
  static const auto* const kWords = [] {
    static constexpr std::string_view kClasses[] = {
        "",         "determiner",  "possessive",  "pronoun",
        "relative", "preposition", "conjunction", "auxiliary",
        "adverb",   "time",        "number",      "verb"};
    auto* words = new std::unordered_map<std::string_view, FunctionClass>;
    const Table table = Table::Embedded("function_words.tsv", 2);
    for (const TableRow& row : table.rows()) {
      std::size_t k = 1;
      while (k < std::size(kClasses) && kClasses[k] != row.cells[1]) ++k;
      DL_CHECK(k < std::size(kClasses));
      words->emplace(row.cells[0], static_cast<FunctionClass>(k));
    }
    return words;
  }();
  const auto found = kWords->find(lower);
  return found == kWords->end() ? FunctionClass::kNone : found->second;
}

}  // namespace dateline
