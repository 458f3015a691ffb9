// How is an answer printed?  As an aligned table for people, as JSON or CSV for programs.
//
// JSON is one array with an object a line; CSV follows RFC 4180 with a header.  A value that is
// absent is null in JSON, an empty cell in CSV and blank in a table.  Cost: linear.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "store/query.h"

namespace dateline {

// A column of a table: the column of the answer that it shows, its heading and its widest width.
// The last column takes what is left of the line.
struct TableColumn {
  std::string_view from;
  std::string_view heading;
  std::size_t width;
  bool prefix = false;  // the first `width` characters are enough, without a mark of the cut: ids
};

// Cells that are too wide are cut with "…".  `colour`: the heading is dimmed.  REQUIRES: columns is
// not empty.
std::string AsTable(const QueryResult& result, const std::vector<TableColumn>& columns,
                    std::size_t width, bool colour);
std::string AsJson(const QueryResult& result);

// `spreadsheet_safe`: a cell that begins with = + - @ gets an apostrophe before it, so that no
// spreadsheet runs it.
std::string AsCsv(const QueryResult& result, bool spreadsheet_safe);

}  // namespace dateline
