#include "extract/statements/statement_extractor.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "extract/statements/attributions.h"
#include "extract/statements/draft.h"
#include "extract/statements/headline.h"
#include "extract/statements/loose_quotes.h"
#include "extract/statements/nesting.h"
#include "extract/statements/speakers.h"
#include "extract/statements/stance.h"
#include "extract/statements/view.h"

namespace dateline {

namespace {

Evidence EvidenceOf(const std::vector<Span>& spans) {
  Evidence evidence(spans.front());
  for (std::size_t i = 1; i < spans.size(); ++i) evidence.Add(spans[i]);
  return evidence;
}

Form FormOf(const StatementView& view, const std::vector<Span>& content) {
  std::uint32_t inside = 0, outside = 0;
  for (Span span : content) {
    const Range tokens = view.doc().TokensIn(span);
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (!view.IsPunctuation(i)) ++(view.InMarks(i) ? inside : outside);
    }
  }
  return outside == 0 && inside > 0 ? Form::kDirect : inside > 0 ? Form::kMixed : Form::kIndirect;
}

class Writer {
 public:
  Writer(const StatementView& view, RecordBatch& batch, std::vector<Draft> drafts)
      : view_(view),
        batch_(batch),
        resolver_(view, batch),
        drafts_(std::move(drafts)),
        speakers_(drafts_.size()) {}

  void Write() {
    FindParents();
    FindSpeakers();
    for (std::uint32_t i = 0; i < drafts_.size(); ++i) WriteOne(i);
  }

 private:
  void FindParents() {
    std::vector<Nestable> items;
    items.reserve(drafts_.size());
    for (const Draft& draft : drafts_) {
      const Span anchor =
          draft.cue.empty() ? draft.content.front() : view_.doc().SpanOf(draft.cue.front());
      items.push_back({anchor, draft.content});
    }
    parents_ = Nest(items);
  }

  // In the order of sources, so that "he" finds who spoke last; then those who speak inside
  // another's words.
  void FindSpeakers() {
    std::vector<std::uint32_t> order(drafts_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto position = [&](std::uint32_t i) {
      const Draft& draft = drafts_[i];
      return draft.source.empty() ? view_.doc().TokensIn(draft.content.front()).first
                                  : draft.source.first;
    };
    std::ranges::stable_sort(order, {}, position);
    std::vector<std::uint32_t> inner;
    std::unordered_map<std::uint32_t, std::optional<ActorId>> by_source;  // its first token
    std::optional<ActorId> running;
    for (std::uint32_t i : order) {
      const Draft& draft = drafts_[i];
      if (draft.source.empty()) {
        if (draft.implicit) speakers_[i] = running;
        continue;
      }
      if (view_.QuoteAt(draft.source.first) != kNoQuote && parents_[i]) {
        inner.push_back(i);
        continue;
      }
      if (const auto same = by_source.find(draft.source.first); same != by_source.end()) {
        speakers_[i] = same->second;  // "They deplored ... and urged ...": one source, two cues
        continue;
      }
      speakers_[i] = resolver_.Resolve(draft.source, std::nullopt);
      by_source.emplace(draft.source.first, speakers_[i]);
      if (speakers_[i]) {
        // "Ward said the builder had told her ..., she added": she is Ward.
        if (!parents_[i]) resolver_.Spoke(*speakers_[i], draft.source);
        if (resolver_.IsAnonymous(draft.source)) anonymous_.insert(speakers_[i]->index);
      }
      if (!parents_[i]) running = speakers_[i];
    }
    for (std::uint32_t i : inner)
      speakers_[i] = resolver_.Resolve(drafts_[i].source, speakers_[*parents_[i]]);
  }

  void WriteOne(std::uint32_t i) {
    const Document& doc = view_.doc();
    const Draft& draft = drafts_[i];
    Statement statement{.content = EvidenceOf(draft.content),
                        .source = std::nullopt,
                        .cue = std::nullopt,
                        .form = draft.quoted ? Form::kIndirect : FormOf(view_, draft.content),
                        .stance = StanceOf(view_, draft),
                        .anonymous = draft.source.empty() && !draft.implicit,
                        .implicit = draft.implicit,
                        .conditional = IsConditional(view_, draft),
                        .speaker = speakers_[i],
                        .addressee = std::nullopt,
                        .venue = std::nullopt,
                        .parent = std::nullopt,
                        .judgement = {draft.confidence, Why(draft)}};
    if (!draft.source.empty()) {
      statement.source = Evidence(doc.SpanOf(draft.source));
      statement.anonymous = resolver_.IsAnonymous(draft.source);
    }
    // "he" and a quotation that goes on are as anonymous as who they stand for.
    const bool bare = draft.source.empty() || resolver_.IsPronoun(draft.source);
    if (bare && speakers_[i]) statement.anonymous = anonymous_.contains(speakers_[i]->index);
    if (!draft.cue.empty()) {
      std::vector<Span> spans;
      spans.reserve(draft.cue.size());
      for (Range range : draft.cue) spans.push_back(doc.SpanOf(range));
      statement.cue = Cue{EvidenceOf(spans), std::string(draft.lemma)};
    }
    if (draft.addressee) {
      statement.addressee =
          Mention{Evidence(doc.SpanOf(*draft.addressee)), resolver_.ResolveOther(*draft.addressee)};
    }
    if (draft.venue) statement.venue = Evidence(doc.SpanOf(*draft.venue));
    if (parents_[i]) statement.parent = StatementId{*parents_[i]};
    batch_.statements.push_back(std::move(statement));
  }

  std::string Why(const Draft& draft) const {
    std::string why(draft.frame);
    if (!draft.lemma.empty()) why += "; cue \"" + std::string(draft.lemma) + "\"";
    if (draft.implicit) why += "; no source of its own";
    return why;
  }

  const StatementView& view_;
  RecordBatch& batch_;
  SpeakerResolver resolver_;
  std::vector<Draft> drafts_;
  std::vector<std::optional<std::uint32_t>> parents_;
  std::vector<std::optional<ActorId>> speakers_;
  std::unordered_set<std::uint32_t> anonymous_;  // actors that a source phrase left unidentified
};

}  // namespace

StageInfo StatementExtractor::info() const {
  return {"statements",
          {Layer::kSentences, Layer::kTokens, Layer::kQuotes, Layer::kSyntax, Layer::kNames,
           Layer::kAttributions, Layer::kClusters, Layer::kActors},
          {Layer::kStatements}};
}

void StatementExtractor::Extract(const Document& doc, RecordBatch& batch) const {
  const StatementView view(doc);
  std::vector<Draft> drafts;
  ReadAttributions(view, drafts);
  std::vector<bool> reports(doc.sentences.size(), false);
  for (const Draft& draft : drafts) reports[draft.sentence] = true;
  for (std::uint32_t s = 0; s < doc.sentences.size(); ++s)
    if (!reports[s]) ReadHeadline(view, s, drafts);
  ReadLooseQuotes(view, drafts);
  Writer(view, batch, std::move(drafts)).Write();
}

}  // namespace dateline
