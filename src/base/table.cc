#include "base/table.h"

#include <string>

#include "base/check.h"
#include "base/embedded.h"
#include "base/hash.h"

namespace dateline {

namespace {

std::vector<std::string_view> SplitCells(std::string_view line) {
  std::vector<std::string_view> cells;
  for (;;) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

Result<Table> Table::Parse(std::string_view text, std::string_view name, std::size_t columns) {
  Table table;
  std::uint32_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string_view> cells = SplitCells(line);
    if (cells.size() > columns) {
      return std::unexpected(Error{
          ErrorCode::kTableInvalid,
          std::to_string(cells.size()) + " cells where the table has " + std::to_string(columns),
          std::string(name) + ":" + std::to_string(number)});
    }
    cells.resize(columns);
    table.rows_.push_back({number, std::move(cells)});
  }
  return table;
}

Table Table::Embedded(std::string_view name, std::size_t columns) {
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (name != file.name) continue;
    Result<Table> table = Parse({file.begin, file.end}, name, columns);
    DL_CHECK(table.has_value());
    return *std::move(table);
  }
  DL_CHECK(!"no such table in data/");
  return {};
}

std::string Table::DigestOfEmbedded() {
  Sha256 hash;
  for (const EmbeddedFile& file : EmbeddedFiles()) hash.Add(file.name).Add({file.begin, file.end});
  return hash.Hex();
}

}  // namespace dateline
