#include "ontology/senses.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "base/check.h"
#include "base/table.h"

namespace dateline {

bool Means(std::string_view word, Sense sense) {
  static const auto* const kSenses = [] {
    static constexpr std::string_view kNames[] = {"motion",   "address", "personal", "own",
                                                  "quantity", "answer",  "compass",  "former",
                                                  "part_of",  "origin",  "rubric",   "body"};
    auto* senses = new std::unordered_map<std::string_view, std::uint32_t>;  // a bit a sense
    const Table table = Table::Embedded("senses.tsv", 2);
    for (const TableRow& row : table.rows()) {
      const auto* const name = std::ranges::find(kNames, row.cells[0]);
      DL_CHECK(name != std::end(kNames));
      std::string_view words = row.cells[1];
      while (!words.empty()) {
        const std::size_t end = std::min(words.find('|'), words.size());
        (*senses)[words.substr(0, end)] |= 1U << (name - std::begin(kNames));
        words.remove_prefix(std::min(end + 1, words.size()));
      }
    }
    return senses;
  }();
  const auto found = kSenses->find(word);
  return found != kSenses->end() && (found->second >> static_cast<int>(sense) & 1U) != 0;
}

}  // namespace dateline
