#include "annotate/titles.h"

#include "annotate/name_context.h"

namespace dateline {

namespace {

constexpr int kHighest = 8;  // words from the one before the name up to the title

// The word that stands where the name stands, just before it; `name` itself where there is none.
std::uint32_t TitleOf(const Document& doc, std::uint32_t before, std::uint32_t name) {
  const Token& own = doc.tokens[name];
  if (own.head == name || doc.tokens[before].sentence != own.sentence) return name;
  std::uint32_t at = before;
  for (int step = 0; step < kHighest; ++step) {
    const Token& token = doc.tokens[at];
    if (token.head == own.head) return token.deprel == own.deprel ? at : name;
    if (token.head == at) break;
    at = token.head;
  }
  return name;
}

}  // namespace

void HangTitlesFromNames(Document& doc, std::size_t first_name) {
  for (std::size_t n = first_name; n < doc.names.size(); ++n) {
    const Name& name = doc.names[n];
    if (name.kind != NameKind::kPerson || name.tokens.first == 0) continue;
    const std::uint32_t before = name.tokens.first - 1;
    if (doc.tokens[before].upos != Upos::kNoun && doc.tokens[before].upos != Upos::kPropn) continue;
    const std::uint32_t head = HeadTokenOf(doc, name.tokens);
    const std::uint32_t title = TitleOf(doc, before, head);
    if (title == head) continue;
    doc.tokens[title].head = head;
    doc.tokens[title].deprel = Deprel::kNmodDesc;
  }
}

}  // namespace dateline
