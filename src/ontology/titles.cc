#include "ontology/titles.h"

#include <iterator>
#include <vector>

#include "base/check.h"
#include "base/table.h"

namespace dateline {

namespace {

struct Titles {
  std::vector<Title> titles;
  PhraseTable phrases;

  Titles() {
    static constexpr std::string_view kKinds[] = {"honorific", "learned", "rank", "office",
                                                  "clergy"};
    const Table table = Table::Embedded("titles.tsv", 4);
    for (const TableRow& row : table.rows()) {
      std::size_t kind = 0;
      while (kind < std::size(kKinds) && kKinds[kind] != row.cells[2]) ++kind;
      DL_CHECK(kind < std::size(kKinds));
      phrases.Add(row.cells[0], static_cast<std::uint32_t>(titles.size()), PhraseTable::Case::kAny);
      titles.push_back({std::string(row.cells[0]), std::string(row.cells[1]),
                        static_cast<TitleKind>(kind),
                        row.cells[3].empty() ? '\0' : row.cells[3][0]});
    }
  }
};

}  // namespace

Known<Title> TitleAt(std::span<const PhraseWord> words) {
  static const Titles* const kTitles = new Titles;
  const auto match = kTitles->phrases.Longest(words);
  return match ? Known<Title>{&kTitles->titles[match->value], match->size} : Known<Title>{};
}

}  // namespace dateline
