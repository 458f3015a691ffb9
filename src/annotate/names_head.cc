#include "annotate/names_head.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "annotate/head_layers.h"
#include "annotate/tag_path.h"

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
      names.push_back({doc.SpanOf(tokens), tokens, kinds_[span.kind], span.score, 0});
    }
  }
}

}  // namespace dateline
