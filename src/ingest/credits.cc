#include "ingest/credits.h"

#include <algorithm>
#include <unordered_map>

#include "base/table.h"
#include "text/unicode.h"

namespace dateline {

namespace {

constexpr std::size_t kLongestLine = 160;  // bytes
constexpr std::size_t kLongestName = 4;    // words: "Agence France-Presse" is three by its key

// Name key -> the name in short.
const std::unordered_map<std::string, std::string>& Agencies() {
  static const auto* const agencies = [] {
    auto* map = new std::unordered_map<std::string, std::string>;
    const Table table = Table::Embedded("agencies.tsv", 2);
    for (const TableRow& row : table.rows())
      map->emplace(NameKey(row.cells[0]), row.cells[1].empty() ? row.cells[0] : row.cells[1]);
    return map;
  }();
  return *agencies;
}

// "- with DPA", "Source: TASS", "Additional reporting by AFP and Reuters"
bool JoinsNames(std::string_view key) {
  static constexpr std::string_view kWords[] = {
      "with",     "and",    "by",         "from",      "via",      "source", "sources",
      "agencies", "agency", "additional", "reporting", "material", "wires",  "wire",
      "staff",    "input",  "inputs",     "credit",    "the"};
  return std::find(std::begin(kWords), std::end(kWords), key) != std::end(kWords);
}

std::string_view LastLine(std::string_view text) {
  const std::size_t end = text.find_last_not_of(" \t\r\n");
  if (end == std::string_view::npos) return {};
  text = text.substr(0, end + 1);
  const std::size_t begin = text.find_last_of("\r\n");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin + 1);
}

// The words of the line, each as its name key: "— AAP/dpa" -> "aap", "dpa".
std::vector<std::string> Keys(std::string_view line) {
  std::vector<std::string> keys;
  std::string word;
  const auto flush = [&] {
    std::string key = NameKey(word);
    for (std::size_t at = 0; at < key.size();) {
      const std::size_t end = std::min(key.find(' ', at), key.size());
      if (end > at) keys.push_back(key.substr(at, end - at));
      at = end + 1;
    }
    word.clear();
  };
  for (std::size_t i = 0; i < line.size();) {
    const CodePoint c = DecodeAt(line, i);
    if (IsLetter(c.value) || IsDigit(c.value) || c.value == '.') {
      word += line.substr(i, c.size);
    } else {
      flush();
    }
    i += c.size;
  }
  flush();
  return keys;
}

}  // namespace

std::vector<std::string> CreditsOf(std::string_view text) {
  const std::string_view line = LastLine(text);
  if (line.empty() || line.size() > kLongestLine) return {};
  const std::vector<std::string> keys = Keys(line);
  std::vector<std::string> credits;
  for (std::size_t i = 0; i < keys.size();) {
    std::size_t taken = 0;
    std::string name;
    for (std::size_t n = 1; n <= kLongestName && i + n <= keys.size(); ++n) {
      if (n > 1) name += ' ';
      name += keys[i + n - 1];
      const auto agency = Agencies().find(name);
      if (agency == Agencies().end()) continue;
      if (taken > 0) credits.pop_back();
      credits.push_back(agency->second);
      taken = n;
    }
    if (taken == 0 && !JoinsNames(keys[i])) return {};
    i += std::max<std::size_t>(taken, 1);
  }
  std::vector<std::string> once;
  for (std::string& credit : credits)
    if (std::find(once.begin(), once.end(), credit) == once.end())
      once.push_back(std::move(credit));
  return once;
}

}  // namespace dateline
