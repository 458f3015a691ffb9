#include "annotate/conllu.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "annotate/tokens.h"

namespace dateline {

namespace {

constexpr std::size_t kColumns = 10;

std::string_view NextLine(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool Split(std::string_view line, std::array<std::string_view, kColumns>& cells) {
  for (std::size_t i = 0; i < kColumns; ++i) {
    const std::size_t tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == kColumns)) return false;
    cells[i] = line.substr(0, tab);
    if (tab != std::string_view::npos) line.remove_prefix(tab + 1);
  }
  return true;
}

// A lemma in the letters of its form as far as both agree: names keep their capitals.
std::string LemmaToShow(const Token& token) {
  std::string lemma(token.lemma);
  if (token.upos != Upos::kPropn) return lemma;
  for (std::size_t i = 0; i < lemma.size() && i < token.text.size() && i < token.lower.size(); ++i)
    if (lemma[i] == token.lower[i]) lemma[i] = token.text[i];
  return lemma;
}

// "B-PER" for the first word of a name, "I-PER" for the others.
std::string NameTag(const Document& doc, std::uint32_t token) {
  const auto next = std::ranges::upper_bound(doc.names, token, {},
                                             [](const Name& name) { return name.tokens.first; });
  if (next == doc.names.begin()) return "";
  const Name& name = *std::prev(next);
  if (token >= name.tokens.last) return "";
  return (name.tokens.first == token ? "B-" : "I-") + std::string(LabelOf(name.kind));
}

std::string Misc(const Document& doc, std::uint32_t index, const CodePointIndex* chars) {
  std::string misc;
  const auto add = [&misc](std::string_view key, const std::string& value) {
    if (!misc.empty()) misc += '|';
    misc += key;
    misc += value;
  };
  const Token& token = doc.tokens[index];
  const bool last = index + 1 == doc.tokens.size();
  if (!last && !doc.tokens[index + 1].space_before) add("SpaceAfter=", "No");
  if (const std::string tag = NameTag(doc, index); !tag.empty()) add("Name=", tag);
  if (chars != nullptr) {
    const Span span = chars->FromBytes(token.span);
    add("Chars=", std::to_string(span.begin) + ":" + std::to_string(span.end));
  }
  return misc.empty() ? "_" : misc;
}

}  // namespace

Result<ConlluSentence> NextConlluSentence(std::string_view& rest, std::size_t& line) {
  ConlluSentence sentence;
  while (!rest.empty()) {
    const std::string_view words = NextLine(rest);
    ++line;
    if (words.empty()) {
      if (!sentence.words.empty()) break;
      continue;
    }
    if (words.front() == '#') {
      sentence.comments.push_back(words);
      continue;
    }
    std::array<std::string_view, kColumns> cells;
    if (!Split(words, cells) || cells[1].empty()) {
      return std::unexpected(
          Error{ErrorCode::kConlluInvalid,
                "a word has ten columns with tabs between them, the second not empty",
                "line " + std::to_string(line)});
    }
    if (cells[0].find_first_of("-.") != std::string_view::npos) continue;
    sentence.words.push_back(cells[1]);
    sentence.space_after.push_back(cells[9].find("SpaceAfter=No") == std::string_view::npos);
  }
  return sentence;
}

Document DocumentOf(const std::vector<ConlluSentence>& sentences) {
  auto article = std::make_shared<Article>();
  std::vector<std::vector<Span>> spans;
  for (const ConlluSentence& sentence : sentences) {
    std::vector<Span>& words = spans.emplace_back();
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const auto begin = static_cast<std::uint32_t>(article->text.size());
      article->text += sentence.words[i];
      words.push_back({begin, static_cast<std::uint32_t>(article->text.size())});
      if (i + 1 < sentence.words.size() && sentence.space_after[i]) article->text += ' ';
    }
    article->text += "\n\n";
  }
  Document doc(std::move(article));
  doc.analysed = static_cast<std::uint32_t>(doc.text().size());
  std::uint32_t paragraph = 0;
  for (const std::vector<Span>& words : spans)
    if (!words.empty()) AppendSentence(doc, words, paragraph++);
  return doc;
}

void AppendConllu(const Document& doc, const Sentence& sentence,
                  const std::vector<std::string_view>& comments, const CodePointIndex* index,
                  std::string& out) {
  for (std::string_view comment : comments) (out += comment) += '\n';
  for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    const Token& token = doc.tokens[i];
    const std::uint32_t head = token.head == i ? 0 : token.head - sentence.tokens.first + 1;
    const std::string cells[kColumns] = {std::to_string(i - sentence.tokens.first + 1),
                                         std::string(token.text),
                                         LemmaToShow(token),
                                         std::string(ToString(token.upos)),
                                         std::string(ToString(token.xpos)),
                                         "_",
                                         std::to_string(head),
                                         std::string(ToString(token.deprel)),
                                         "_",
                                         Misc(doc, i, index)};
    for (std::size_t c = 0; c < kColumns; ++c) {
      if (c > 0) out += '\t';
      out += cells[c];
    }
    out += '\n';
  }
  out += '\n';
}

std::string_view LabelOf(NameKind kind) {
  switch (kind) {
    case NameKind::kPerson:
      return "PER";
    case NameKind::kOrganization:
      return "ORG";
    case NameKind::kPlace:
      return "LOC";
    case NameKind::kGeopolitical:
      return "GPE";
    case NameKind::kNationality:
      return "NAT";
    case NameKind::kOther:
      break;
  }
  return "MISC";
}

}  // namespace dateline
