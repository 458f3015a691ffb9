#include "ontology/plover.h"

#include <array>
#include <charconv>
#include <vector>

#include "base/check.h"
#include "base/table.h"

namespace dateline {

namespace {

QuadClass ParseQuad(std::string_view word) {
  if (word == "verbal-cooperation") return QuadClass::kVerbalCooperation;
  if (word == "material-cooperation") return QuadClass::kMaterialCooperation;
  if (word == "verbal-conflict") return QuadClass::kVerbalConflict;
  DL_CHECK(word == "material-conflict");
  return QuadClass::kMaterialConflict;
}

EventRoles ParseRoles(std::string_view word) {
  if (word == "parties") return EventRoles::kParties;
  if (word == "visitor-host") return EventRoles::kVisitorHost;
  if (word == "recipient-required") return EventRoles::kRecipientRequired;
  DL_CHECK(word == "one-way");
  return EventRoles::kOneWay;
}

double ParseIntensity(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  DL_CHECK(error == std::errc() && end == cell.data() + cell.size());
  return value;
}

struct PloverTable {
  std::vector<PloverRow> rows;
  std::array<std::string_view, kEventTypes> words;
  std::array<std::size_t, kEventTypes + 1> begin{};  // rows of type t: [begin[t], begin[t + 1])
};

PloverTable ReadTable() {
  PloverTable table;
  std::size_t types = 0;
  const Table cells = Table::Embedded("plover.tsv", 6);
  for (const TableRow& row : cells.rows()) {
    const std::string_view word = row.cells[0];
    if (types == 0 || table.words[types - 1] != word) {
      DL_CHECK(types < kEventTypes && row.cells[1] == "-");
      table.words[types] = word;
      table.begin[types++] = table.rows.size();
    }
    table.rows.push_back({static_cast<EventType>(types - 1),
                          row.cells[1] == "-" ? std::string_view() : row.cells[1],
                          ParseQuad(row.cells[2]), ParseIntensity(row.cells[3]), row.cells[4],
                          ParseRoles(row.cells[5])});
  }
  DL_CHECK(types == kEventTypes);
  table.begin[kEventTypes] = table.rows.size();
  return table;
}

const PloverTable& TheTable() {
  static const PloverTable table = ReadTable();
  return table;
}

}  // namespace

std::span<const PloverRow> PloverRows(EventType type) {
  const PloverTable& table = TheTable();
  const auto t = static_cast<std::size_t>(type);
  DL_CHECK(t < kEventTypes);
  return std::span(table.rows).subspan(table.begin[t], table.begin[t + 1] - table.begin[t]);
}

std::optional<PloverRow> FindPlover(EventType type, std::string_view mode) {
  for (const PloverRow& row : PloverRows(type))
    if (row.mode == mode) return row;
  return std::nullopt;
}

PloverRow PloverOf(EventType type, std::string_view mode) {
  return FindPlover(type, mode).value_or(PloverRows(type).front());
}

void SetCodes(Event& event) {
  const PloverRow row = PloverOf(event.type, event.mode);
  event.quad = static_cast<std::uint8_t>(row.quad);
  event.intensity = row.intensity;
  event.cameo = row.cameo;
}

std::optional<EventType> EventTypeOf(std::string_view word) {
  const PloverTable& table = TheTable();
  for (std::size_t t = 0; t < kEventTypes; ++t)
    if (table.words[t] == word) return static_cast<EventType>(t);
  return std::nullopt;
}

std::string_view QuadName(QuadClass quad) {
  switch (quad) {
    case QuadClass::kVerbalCooperation:
      return "VERBAL COOPERATION";
    case QuadClass::kMaterialCooperation:
      return "MATERIAL COOPERATION";
    case QuadClass::kVerbalConflict:
      return "VERBAL CONFLICT";
    case QuadClass::kMaterialConflict:
      return "MATERIAL CONFLICT";
  }
  DL_CHECK(!"a quad class");
  return {};
}

}  // namespace dateline
