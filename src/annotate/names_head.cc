#include "annotate/names_head.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "annotate/head_layers.h"
#include "annotate/tag_path.h"
#include "annotate/token_words.h"
#include "ontology/function_words.h"
#include "ontology/titles.h"

namespace dateline {

namespace {

constexpr std::size_t kHidden = 256;

std::optional<NameKind> KindOf(std::string_view label) {
  static constexpr std::pair<std::string_view, NameKind> kKinds[] = {
      {"PER", NameKind::kPerson},      {"ORG", NameKind::kOrganization},
      {"LOC", NameKind::kPlace},       {"GPE", NameKind::kGeopolitical},
      {"NAT", NameKind::kNationality}, {"MISC", NameKind::kOther}};
  const auto* const found =
      std::ranges::find(kKinds, label, &std::pair<std::string_view, NameKind>::first);
  return found == std::end(kKinds) ? std::nullopt : std::optional(found->second);
}

// Digits and scripts without case are as good as capitals.
bool IsCapital(const Token& token) {
  return token.shape != Shape::kLower && token.shape != Shape::kPunctuation;
}

// "the", also with the capital of a sentence's begin; not that of "in The Hague".
bool IsArticle(const Document& doc, std::uint32_t token) {
  const bool begins = doc.SentenceOf(token).tokens.first == token;
  return (begins || doc.tokens[token].shape == Shape::kLower) &&
         FunctionClassOf(doc.tokens[token].lower) == FunctionClass::kDeterminer;
}

// Without what stands at its ends and is part of no name: "the Foreign Ministry", "Nashville,".
Range Trimmed(const Document& doc, Range name) {
  while (!name.empty() && (doc.tokens[name.first].shape == Shape::kPunctuation ||
                           (name.size() > 1 && IsArticle(doc, name.first))))
    ++name.first;
  while (!name.empty() && doc.tokens[name.last - 1].shape == Shape::kPunctuation) --name.last;
  return name;
}

// "Troy, Ohio" are two places; bodies may have commas inside.
Range UpToComma(const Document& doc, Range name, NameKind kind) {
  if (!IsPlaceOrState(kind)) return name;
  for (std::uint32_t i = name.first; i < name.last; ++i)
    if (doc.tokens[i].text == ",") return {name.first, i};
  return name;
}

bool HasLower(const Document& doc, Range sentence) {
  return std::any_of(doc.tokens.begin() + sentence.first, doc.tokens.begin() + sentence.last,
                     [](const Token& token) { return token.shape == Shape::kLower; });
}

// Not an office alone ("the President"), nor "we" and "the hospital" where the sentence has
// capitals, nor the last word of "TELL US"; a text without any capitals has names all the same.
bool IsName(const Document& doc, Range name, NameKind kind) {
  if (name.empty()) return false;
  const TokenWords window(doc, name.first, name.last);
  if (kind == NameKind::kPerson && TitleAt(window.get()).size == name.size()) return false;
  const auto lower = [&doc](Range range) {
    return std::all_of(doc.tokens.begin() + range.first, doc.tokens.begin() + range.last,
                       [](const Token& token) { return !IsCapital(token); });
  };
  const Range sentence = doc.SentenceOf(name.first).tokens;
  const bool upper = doc.tokens[name.first].shape == Shape::kUpper && HasLower(doc, sentence);
  const bool pronoun = name.size() == 1 && !upper &&
                       FunctionClassOf(doc.tokens[name.first].lower) == FunctionClass::kPronoun;
  return (!pronoun && !lower(name)) || lower(sentence);
}

}  // namespace

Result<NamesHead> NamesHead::Open(const ModelFile& file, std::size_t width) {
  NamesHead head;
  LayerReader reader(file);
  reader.Labels("names", KindOf, head.kinds_);
  head.hidden_ = reader.Layer("heads.names.hidden", kHidden, width);
  head.out_ = reader.Layer("heads.names.out", 2 * (2 * head.kinds_.size() + 1), kHidden);
  if (!reader.ok()) return std::unexpected(reader.error());
  return head;
}

void NamesHead::Read(const WordVectors& words, Document& doc) const {
  const Buffer<float> logits = TwoLayers(words.rounded, words.tokens.size(), hidden_, out_);
  const auto tags = static_cast<std::uint32_t>(2 * kinds_.size() + 1);
  for (std::uint32_t layer = 0; layer < 2; ++layer) {
    std::vector<Name>& names = layer == 0 ? doc.names : doc.inner_names;
    for (const TaggedSpan& span : BestSpans(logits.data() + std::size_t{layer} * tags,
                                            words.tokens.size(), 2 * tags, tags)) {
      Range rest{words.tokens.first + span.words.first, words.tokens.first + span.words.last};
      rest.last = std::min(rest.last, doc.SentenceOf(rest.first).tokens.last);
      while (!rest.empty()) {
        const Range part = UpToComma(doc, rest, kinds_[span.kind]);
        rest.first = std::min(rest.last, part.last + 1);
        const Range tokens = Trimmed(doc, part);
        if (IsName(doc, tokens, kinds_[span.kind]))
          names.push_back({doc.SpanOf(tokens), tokens, kinds_[span.kind], span.score, 0});
      }
    }
  }
}

}  // namespace dateline
