#include "view/rows.h"

#include <algorithm>

#include "base/check.h"
#include "text/unicode.h"
#include "text/visible.h"
#include "view/format.h"
#include "view/json.h"

namespace dateline {

namespace {

std::string Text(const SqlValue& value) {
  struct Writer {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return Format("{:.10g}", number); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const SqlBlob&) const { return ""; }
  };
  return std::visit(Writer{}, value);
}

// On one line, for a terminal: white space as single blanks, control characters spelled out.
std::string OneLine(const SqlValue& value) {
  std::string line = Text(value);
  for (char& c : line)
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
  return Visible(line);
}

// Exactly `width` code points; a cut is shown.
std::string Fit(const std::string& text, std::size_t width, bool pad) {
  const std::size_t size = CountCodePoints(text);
  if (size <= width) return pad ? text + std::string(width - size, ' ') : text;
  std::string cut;
  for (std::size_t i = 0, n = 0; n + 1 < width; ++n) {
    const CodePoint c = DecodeAt(text, i);
    cut.append(text, i, c.size);
    i += c.size;
  }
  return cut + "\u2026";
}

std::size_t IndexOf(const QueryResult& result, std::string_view column) {
  const auto found = std::ranges::find(result.columns, column);
  DL_CHECK(found != result.columns.end());
  return static_cast<std::size_t>(found - result.columns.begin());
}

std::string CsvCell(std::string text, bool spreadsheet_safe) {
  if (spreadsheet_safe && !text.empty() &&
      std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos)
    text = "'" + text;
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string AsTable(const QueryResult& result, const std::vector<TableColumn>& columns,
                    std::size_t width, bool colour) {
  std::vector<std::vector<std::string>> cells;
  std::vector<std::size_t> widths;
  for (const TableColumn& column : columns) {
    const std::size_t from = IndexOf(result, column.from);
    std::vector<std::string>& cell = cells.emplace_back();
    std::size_t widest = CountCodePoints(column.heading);
    for (const SqlRow& row : result.rows) {
      cell.push_back(OneLine(row[from]));
      if (column.prefix) cell.back().resize(std::min(cell.back().size(), column.width));
      widest = std::max(widest, CountCodePoints(cell.back()));
    }
    widths.push_back(std::min(widest, column.width));
  }
  std::size_t used = 0;
  for (std::size_t i = 0; i + 1 < widths.size(); ++i) used += widths[i] + 2;
  widths.back() = std::max<std::size_t>(width > used ? width - used : 0, 24);

  std::string out = colour ? "\x1b[2m" : "";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool last = i + 1 == columns.size();
    out += Fit(std::string(columns[i].heading), widths[i], !last) + (last ? "" : "  ");
  }
  out += colour ? "\x1b[0m\n" : "\n";
  for (std::size_t r = 0; r < result.rows.size(); ++r) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const bool last = i + 1 == columns.size();
      out += Fit(cells[i][r], widths[i], !last) + (last ? "" : "  ");
    }
    out += '\n';
  }
  return out;
}

std::string AsJson(const QueryResult& result) {
  std::string out = "[";
  for (std::size_t r = 0; r < result.rows.size(); ++r) {
    JsonWriter json;
    json.BeginObject();
    for (std::size_t i = 0; i < result.columns.size(); ++i) {
      const SqlValue& value = result.rows[r][i];
      json.Key(result.columns[i]);
      if (const auto* integer = std::get_if<std::int64_t>(&value))
        json.Integer(*integer);
      else if (const auto* real = std::get_if<double>(&value))
        json.Decimal(*real, 6);
      else if (const auto* text = std::get_if<std::string>(&value))
        json.String(*text);
      else
        json.Null();
    }
    json.EndObject();
    out += (r == 0 ? "\n" : ",\n") + json.Take();
  }
  return out + "\n]\n";
}

std::string AsCsv(const QueryResult& result, bool spreadsheet_safe) {
  std::string out;
  for (std::size_t i = 0; i < result.columns.size(); ++i)
    out += (i > 0 ? "," : "") + result.columns[i];
  out += "\r\n";
  for (const SqlRow& row : result.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += ',';
      out += CsvCell(Text(row[i]), spreadsheet_safe);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace dateline
