// What is known?  Reads the tables of data/: tab-separated UTF-8, one row a line.
//
// Lines that are blank or begin with '#' are passed over (the first lines of each table state its
// licence and the script that built it).  No quoting: a cell holds no tab and no line end.  Missing
// cells at the end of a row are empty. Tables are compiled into the binary
// (cmake/EmbedTables.cmake), so that a missing file cannot happen: EmbeddedTable("countries.tsv").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/result.h"

namespace dateline {

struct TableRow {
  std::uint32_t line;  // from 1, for messages
  std::vector<std::string_view> cells;
};

class Table {
 public:
  // `columns`: cells that every row has; a row with more is an Error (kTableInvalid, "name:line").
  // REQUIRES: the text outlives the table.
  static Result<Table> Parse(std::string_view text, std::string_view name, std::size_t columns);

  // The table data/<name> as built into the binary.  A broken or unknown one is a bug (DL_CHECK):
  // tests read them all.
  static Table Embedded(std::string_view name, std::size_t columns);

  // SHA-256 over the names and bytes of all embedded tables, hex.
  static std::string DigestOfEmbedded();

  const std::vector<TableRow>& rows() const& { return rows_; }
  const std::vector<TableRow>& rows() && = delete;  // the rows would die with the table

 private:
  std::vector<TableRow> rows_;
};

}  // namespace dateline
