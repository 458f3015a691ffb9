#include <bit>

#include "base/hash.h"
#include "store/rows.h"

namespace dateline {

namespace {

using Integer = std::int64_t;

void AppendNumber(std::string& out, std::uint64_t number) {
  for (int i = 0; i < 8; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

// A letter for the type, then the value, so that no two rows give the same bytes.
void AppendValue(std::string& out, const SqlValue& value) {
  if (const auto* integer = std::get_if<Integer>(&value)) {
    out += 'i';
    AppendNumber(out, static_cast<std::uint64_t>(*integer));
  } else if (const auto* real = std::get_if<double>(&value)) {
    out += 'r';
    AppendNumber(out, std::bit_cast<std::uint64_t>(*real));
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    out += 't';
    AppendNumber(out, text->size());
    out += *text;
  } else if (const auto* blob = std::get_if<SqlBlob>(&value)) {
    out += 'b';
    AppendNumber(out, blob->bytes.size());
    out += blob->bytes;
  } else {
    out += 'n';
  }
}

}  // namespace

std::string DigestRows(const ArticleRows& rows) {
  Sha256 hash;
  std::string bytes;
  for (std::size_t t = 0; t < rows.tables.size(); ++t) {
    hash.Add(kStoreTables[t].name);
    for (const SqlRow& row : rows.tables[t]) {
      bytes.clear();
      for (const SqlValue& value : row) AppendValue(bytes, value);
      hash.Add(bytes);
    }
  }
  return hash.Hex();
}

}  // namespace dateline
