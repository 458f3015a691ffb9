#include "extract/times/vocabulary.h"

#include <charconv>

#include "base/check.h"
#include "base/table.h"

namespace dateline {

std::optional<TimeClass> ClassNamed(std::string_view name) {
#define DL_CLASS(c) \
  if (name == #c) return TimeClass::c;
  DL_TIME_CLASSES(DL_CLASS)
#undef DL_CLASS
  return std::nullopt;
}

Vocabulary Vocabulary::FromTable() {
  Vocabulary vocabulary;
  const Table table = Table::Embedded("time_words.tsv", 3);
  for (const TableRow& row : table.rows()) {
    const std::optional<TimeClass> c = ClassNamed(row.cells[1]);
    DL_CHECK(c.has_value());
    const std::string_view code = row.cells[2];
    int number = 0;
    std::from_chars(code.data(), code.data() + code.size(), number);
    vocabulary.FindOrAdd(row.cells[0]);
    TimeWord* word = vocabulary.by_spelling_.at(row.cells[0]);
    word->classes |= Bit(*c);
    word->meanings.push_back({*c, number, code});
  }
  return vocabulary;
}

const TimeWord* Vocabulary::Find(std::string_view word) const {
  const auto found = by_spelling_.find(word);
  return found == by_spelling_.end() ? nullptr : found->second;
}

const TimeWord* Vocabulary::FindOrAdd(std::string_view word) {
  if (const TimeWord* known = Find(word)) return known;
  spelling_.emplace_back(word);
  words_.push_back({.id = static_cast<std::uint16_t>(words_.size())});
  by_spelling_.emplace(spelling_.back(), &words_.back());
  return &words_.back();
}

}  // namespace dateline
