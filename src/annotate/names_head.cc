#include "annotate/names_head.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "annotate/head_layers.h"
#include "annotate/tag_path.h"
#include "ontology/function_words.h"

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

// Without what stands at its ends and is part of no name: "the Foreign Ministry", "Nashville,".
Range Trimmed(const Document& doc, Range name) {
  while (!name.empty() &&
         (doc.tokens[name.first].shape == Shape::kPunctuation ||
          (name.size() > 1 && doc.tokens[name.first].shape == Shape::kLower &&
           FunctionClassOf(doc.tokens[name.first].lower) == FunctionClass::kDeterminer)))
    ++name.first;
  while (!name.empty() && doc.tokens[name.last - 1].shape == Shape::kPunctuation) --name.last;
  return name;
}

// "we", "the hospital" where the sentence has capitals; a text without any has names all the same.
bool IsOrdinary(const Document& doc, Range name) {
  const auto all = [&doc](Range range, auto is) {
    return std::all_of(doc.tokens.begin() + range.first, doc.tokens.begin() + range.last, is);
  };
  const bool word = name.size() == 1 && doc.tokens[name.first].shape != Shape::kUpper &&
                    FunctionClassOf(doc.tokens[name.first].lower) == FunctionClass::kPronoun;
  const auto lower = [](const Token& token) { return !IsCapital(token); };
  return (word || all(name, lower)) && !all(doc.SentenceOf(name.first).tokens, lower);
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
  const std::vector<float> logits = TwoLayers(words.rounded, words.tokens.size(), hidden_, out_);
  const auto tags = static_cast<std::uint32_t>(2 * kinds_.size() + 1);
  for (std::uint32_t layer = 0; layer < 2; ++layer) {
    std::vector<Name>& names = layer == 0 ? doc.names : doc.inner_names;
    for (const TaggedSpan& span : BestSpans(logits.data() + std::size_t{layer} * tags,
                                            words.tokens.size(), 2 * tags, tags)) {
      Range tokens{words.tokens.first + span.words.first, words.tokens.first + span.words.last};
      tokens.last = std::min(tokens.last, doc.SentenceOf(tokens.first).tokens.last);
      tokens = Trimmed(doc, tokens);
      if (tokens.empty() || IsOrdinary(doc, tokens)) continue;
      names.push_back({doc.SpanOf(tokens), tokens, kinds_[span.kind], span.score, 0});
    }
  }
}

}  // namespace dateline
