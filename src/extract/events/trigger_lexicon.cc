#include "extract/events/trigger_lexicon.h"

#include <algorithm>
#include <optional>

#include "base/check.h"
#include "base/table.h"

namespace dateline::events {

namespace {

using Classes = std::map<std::string_view, std::string_view>;

std::optional<Where> WhereOf(std::string_view word) {
  if (word == "next") return Where::kNext;
  if (word == "after") return Where::kAfter;
  if (word == "prev") return Where::kPrevious;
  if (word == "before") return Where::kBefore;
  if (word == "near") return Where::kNear;
  if (word == "sentence") return Where::kSentence;
  return std::nullopt;
}

// "$missile|crowd|%place" into `test`.
void AddWords(std::string_view list, const Classes& classes, Vocabulary& vocabulary,
              WordTest& test) {
  while (!list.empty()) {
    const std::string_view item = list.substr(0, list.find('|'));
    list.remove_prefix(std::min(list.size(), item.size() + 1));
    if (item.starts_with('$')) {
      const auto found = classes.find(item.substr(1));
      DL_CHECK(found != classes.end());
      test.words.Add(found->second, vocabulary);
    } else if (item == "%person") {
      test.person = true;
    } else if (item == "%place") {
      test.place = true;
    } else {
      test.words.Add(item, vocabulary);
    }
  }
}

// A need without words.
bool IsBareNeed(std::string_view text) {
  return text == "political" || text == "place" || text == "infinitive";
}

// One need of a row: `text` is "next:a|b c", without "!".
void AddNeed(std::string_view text, bool negated, const Classes& classes, Vocabulary& vocabulary,
             TriggerRow& row) {
  if (IsBareNeed(text)) {
    const Where where = text == "place"        ? Where::kAfter
                        : text == "infinitive" ? Where::kInfinitive
                                               : Where::kPolitical;
    Need need{where, negated, {}};
    need.test.place = text == "place";
    row.needs.push_back(std::move(need));
    return;
  }
  const std::size_t colon = text.find(':');
  DL_CHECK(colon != std::string_view::npos);
  const std::string_view key = text.substr(0, colon), value = text.substr(colon + 1);
  if (key == "sides") {
    row.sides = value == "2" ? 2 : 1;
    return;
  }
  const std::optional<Where> where = WhereOf(key);
  DL_CHECK(where.has_value());
  Need need{*where, negated, {}};
  AddWords(value, classes, vocabulary, need.test);
  row.needs.push_back(std::move(need));
}

// Where the need that begins at text[0] ends: before the next word that begins one ("!x", "a:b",
// "political").
std::size_t NeedEnd(std::string_view text) {
  for (std::size_t space = text.find(' '); space != std::string_view::npos;
       space = text.find(' ', space + 1)) {
    const std::string_view rest = text.substr(space + 1);
    const std::string_view word = rest.substr(0, rest.find(' '));
    const bool begins =
        word.starts_with('!') || word.find(':') != std::string_view::npos || IsBareNeed(word);
    if (begins) return space;
  }
  return text.size();
}

void ReadNeeds(std::string_view text, const Classes& classes, Vocabulary& vocabulary,
               TriggerRow& row) {
  while (!text.empty()) {
    const std::size_t end = NeedEnd(text);
    std::string_view need = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    const bool negated = need.starts_with('!');
    if (negated) need.remove_prefix(1);
    AddNeed(need, negated, classes, vocabulary, row);
  }
}

Part ParsePart(std::string_view word) {
  if (word == "verb") return Part::kVerb;
  if (word == "noun") return Part::kNoun;
  DL_CHECK(word == "any");
  return Part::kAny;
}

}  // namespace

const TriggerLexicon& TriggerLexicon::Get() {
  static const TriggerLexicon lexicon;
  return lexicon;
}

TriggerLexicon::TriggerLexicon() {
  ReadTriggers();
  AddLearnedRows();
  const Table silence = Table::Embedded("silence.tsv", 3);
  for (const TableRow& row : silence.rows()) {
    SilenceRow& added = silence_.emplace_back(row.cells[0], row.cells[1] == "2" ? 2 : 1, WordSet());
    added.words.Add(row.cells[2], vocabulary_);
  }
  const Table contexts = Table::Embedded("plover_contexts.tsv", 2);
  for (const TableRow& row : contexts.rows()) {
    ContextRow& added = contexts_.emplace_back(row.cells[0], WordSet());
    added.words.Add(row.cells[1], vocabulary_);
  }
}

const WordSet& TriggerLexicon::Class(std::string_view name) const {
  const auto found = classes_.find(name);
  DL_CHECK(found != classes_.end());
  return found->second;
}

// One side must be of politics, as for most rows of the table: the encoder reads sport as well.
void TriggerLexicon::AddLearnedRows() {
  first_learned_ = rows_.size();
  for (int type = 0; type < kEventTypes; ++type)
    for (const PloverRow& plover : PloverRows(static_cast<EventType>(type)))
      rows_.push_back({.part = Part::kAny,
                       .type = plover.type,
                       .mode = plover.mode,
                       .needs = {},
                       .sides = 1,
                       .learned = true});
}

std::uint32_t TriggerLexicon::LearnedRow(EventType type, std::string_view mode) const {
  const auto learned = rows_.begin() + static_cast<std::ptrdiff_t>(first_learned_);
  const auto plain =
      std::find_if(learned, rows_.end(), [&](const TriggerRow& row) { return row.type == type; });
  const auto exact = std::find_if(plain, rows_.end(), [&](const TriggerRow& row) {
    return row.type == type && row.mode == mode;
  });
  return static_cast<std::uint32_t>((exact == rows_.end() ? plain : exact) - rows_.begin());
}

void TriggerLexicon::ReadTriggers() {
  Classes classes;
  const Table class_table = Table::Embedded("trigger_classes.tsv", 2);
  for (const TableRow& row : class_table.rows()) {
    classes[row.cells[0]] = row.cells[1];
    classes_[row.cells[0]].Add(row.cells[1], vocabulary_);
  }

  const Table table = Table::Embedded("triggers.tsv", 6);
  for (const TableRow& cells : table.rows()) {
    const std::optional<EventType> type = EventTypeOf(cells.cells[2]);
    const std::string_view mode = cells.cells[3] == "-" ? std::string_view() : cells.cells[3];
    DL_CHECK(type && FindPlover(*type, mode));
    TriggerRow row{ParsePart(cells.cells[1]), *type, mode, {}, 0, false};
    ReadNeeds(cells.cells[4], classes, vocabulary_, row);
    for (std::vector<WordId>& words : ParsePhrases(cells.cells[0], vocabulary_)) {
      const WordId first = words[0];
      if (first >= by_first_.size()) by_first_.resize(first + 1);
      by_first_[first].push_back({std::move(words), static_cast<std::uint32_t>(rows_.size())});
    }
    rows_.push_back(std::move(row));
  }
  for (std::vector<TriggerPhrase>& phrases : by_first_) {
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const TriggerPhrase& a, const TriggerPhrase& b) {
                       return a.words.size() > b.words.size();
                     });
  }
}

}  // namespace dateline::events
