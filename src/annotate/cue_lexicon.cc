#include "annotate/cue_lexicon.h"

#include <algorithm>

#include "base/check.h"
#include "base/table.h"

namespace dateline {

namespace {

std::vector<std::string_view> SplitWords(std::string_view cell) {
  std::vector<std::string_view> words;
  while (!cell.empty()) {
    const std::size_t space = cell.find(' ');
    words.push_back(cell.substr(0, space));
    cell.remove_prefix(space == std::string_view::npos ? cell.size() : space + 1);
  }
  return words;
}

// The class of a row that is no cue: its kind, and for "modal" the next cell.
std::optional<WordClass> ClassOf(std::string_view kind, std::string_view which) {
  if (kind == "aux") return WordClass::kModal;
  if (kind == "modal") return which == "demand" ? WordClass::kDemandModal : WordClass::kHedgeModal;
  if (kind == "negation") return WordClass::kNegation;
  if (kind == "time") return WordClass::kTime;
  if (kind == "venue") return WordClass::kVenue;
  if (kind == "condition") return WordClass::kCondition;
  return std::nullopt;
}

}  // namespace

const CueLexicon& CueLexicon::Get() {
  static const auto* const kLexicon = new CueLexicon;
  return *kLexicon;
}

CueLexicon::CueLexicon() {
  const Table table = Table::Embedded("cues.tsv", 4);
  for (const TableRow& row : table.rows()) {
    const std::string_view kind = row.cells[1];
    if (const auto word_class = ClassOf(kind, row.cells[2])) {
      classes_[static_cast<int>(*word_class)].insert(row.cells[0]);
      continue;
    }
    const std::optional<Stance> stance = FromString<Stance>(row.cells[3]);
    DL_CHECK(stance.has_value());
    const std::vector<std::string_view> words = SplitWords(row.cells[0]);
    entries_[words.front()].push_back(
        {row.cells[0], row.cells[2] == "addressee", *stance, {words.begin() + 1, words.end()}});
  }
  for (auto& [word, list] : entries_) {
    std::ranges::stable_sort(
        list, [](const CueEntry& a, const CueEntry& b) { return a.rest.size() > b.rest.size(); });
  }
}

std::vector<const CueEntry*> CueLexicon::Match(const Document& doc, std::uint32_t token) const {
  std::vector<const CueEntry*> found;
  const Token& first = doc.tokens[token];
  const std::uint32_t last = doc.SentenceOf(token).tokens.last;
  const auto look = [&](std::string_view key) {
    const auto list = entries_.find(key);
    if (list == entries_.end()) return;
    for (const CueEntry& entry : list->second) {
      if (token + 1 + entry.rest.size() > last) continue;
      bool same = true;
      for (std::size_t i = 0; same && i < entry.rest.size(); ++i)
        same = doc.tokens[token + 1 + i].lower == entry.rest[i];
      if (same) found.push_back(&entry);
    }
  };
  look(first.lemma);
  if (found.empty() && first.lower != first.lemma) look(first.lower);
  // A form that the lemmatiser takes for another word: "accused", "backing".
  for (std::string_view ending : {"d", "ed", "s"}) {
    if (found.empty() && first.lower.size() > 4 && first.lower.ends_with(ending)) {
      look(first.lower.substr(0, first.lower.size() - ending.size()));
    }
  }
  return found;
}

bool CueLexicon::Is(WordClass word_class, const Token& token) const {
  return classes_[static_cast<int>(word_class)].contains(token.lower);
}

}  // namespace dateline
