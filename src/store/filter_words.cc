#include "store/filter_words.h"

#include <algorithm>

#include "base/table.h"
#include "text/unicode.h"

namespace dateline {

namespace {

char AsciiLower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool SameWord(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, AsciiLower, AsciiLower);
}

// "a|b|c" has `name`, compared as names are.
bool HasName(std::string_view list, const std::string& key) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('|'), list.size());
    if (NameKey(list.substr(0, end)) == key) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

// The code of a country by name, alias or code; "" if the table has none.
std::string CodeOfTable(const std::string& value) {
  static const Table table = Table::Embedded("countries.tsv", 7);
  const std::string key = NameKey(value);
  for (const TableRow& row : table.rows()) {
    const bool code = SameWord(row.cells[0], value) || SameWord(row.cells[1], value);
    if (code || HasName(row.cells[2], key) || HasName(row.cells[5], key))
      return std::string(row.cells[0]);
  }
  return "";
}

}  // namespace

Result<std::string> FilterWord(std::string_view filter, const std::string& value,
                               std::span<const std::string_view> words) {
  if (value.empty()) return "";
  std::string list;
  for (std::string_view word : words) {
    if (SameWord(word, value)) return std::string(word);
    list.append(" ").append(word);
  }
  std::string message(filter);
  message.append(" has no value \"").append(value).append("\"; it has:").append(list);
  return std::unexpected(Error{ErrorCode::kUsage, std::move(message), ""});
}

Result<std::string> FilterCountry(const std::string& value, SqlConnection& connection) {
  if (value.empty()) return "";
  if (std::string code = CodeOfTable(value); !code.empty()) return code;
  const Result<std::vector<SqlRow>> found = connection.Query(
      "SELECT country FROM places WHERE country = upper(?1) UNION "
      "SELECT country FROM actors WHERE country = upper(?1)",
      {value});
  if (!found) return std::unexpected(found.error());
  if (!found->empty()) {
    if (const auto* code = std::get_if<std::string>(&found->front().front())) return *code;
  }
  return std::unexpected(Error{
      ErrorCode::kUsage,
      "--country knows no \"" + value + "\"; give a name or code as in Kenya, KE or KEN (ISO 3166)",
      ""});
}

}  // namespace dateline
