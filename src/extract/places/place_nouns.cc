#include "extract/places/place_nouns.h"

#include "annotate/name_context.h"
#include "base/check.h"
#include "base/table.h"
#include "text/unicode.h"

namespace dateline::places {

PlaceNouns::PlaceNouns() {
  static const Table table = Table::Embedded("place_nouns.tsv", 5);
  for (const TableRow& row : table.rows()) {
    const auto kind = FromString<PlaceKind>(row.cells[2]);
    DL_CHECK(kind.has_value());
    Map& map = row.cells[1] == "after" ? after_ : row.cells[1] == "before" ? before_ : of_;
    map.emplace(row.cells[0], PlaceNoun{*kind, row.cells[3] == "1" ? 1 : 0, row.cells[4] == "1"});
  }
}

const PlaceNouns& PlaceNouns::Get() {
  static const PlaceNouns nouns;
  return nouns;
}

std::optional<PlaceNoun> PlaceNouns::Find(const Map& map, std::string_view lower) {
  const auto found = map.find(lower);
  if (found == map.end()) return std::nullopt;
  return found->second;
}

std::optional<PlaceNoun> PlaceNouns::After(const Token& token) const {
  const auto noun = Find(after_, token.lower);
  return noun ? noun : Find(after_, token.lemma);
}

bool IsCapital(const Token& token) {
  return token.shape == Shape::kTitle || token.shape == Shape::kUpper ||
         (!token.text.empty() && IsUpper(DecodeAt(token.text, 0).value));
}

std::optional<PlaceNoun> NounOf(const Document& doc, std::uint32_t first) {
  std::uint32_t at = 1;
  const Token* token = Before(doc, first, at);
  if (token != nullptr && token->lower == "the") token = Before(doc, first, ++at);
  if (token == nullptr || token->lower != "of") return std::nullopt;
  // "the Mezzeh district of Damascus": the noun has a name of its own.
  const Token* own = Before(doc, first, at + 2);
  if (own != nullptr && own->upos == Upos::kPropn && IsCapital(*own)) return std::nullopt;
  token = Before(doc, first, at + 1);
  return token == nullptr ? std::nullopt : PlaceNouns::Get().Of(token->lower);
}

}  // namespace dateline::places
