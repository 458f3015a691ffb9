#include "extract/events/report_view.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "extract/events/silence.h"

namespace dateline::events {

namespace {

constexpr std::size_t kMaxContexts = 3;

void Paint(const Document& doc, Span span, std::uint32_t value,
           std::vector<std::uint32_t>& by_token) {
  const Range tokens = doc.TokensIn(span);
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) by_token[t] = value;
}

// Pieces of content sorted by begin, long ones first; each token is painted once, by the first
// piece that reaches it, which is the outermost.
void PaintStatements(const Document& doc, const RecordBatch& batch,
                     std::vector<std::uint32_t>& by_token) {
  std::vector<std::pair<Span, std::uint32_t>> pieces;
  for (std::uint32_t s = 0; s < batch.statements.size(); ++s) {
    for (Span span : batch.statements[s].content.spans()) pieces.emplace_back(span, s);
  }
  std::sort(pieces.begin(), pieces.end(), [](const auto& a, const auto& b) {
    if (a.first.begin != b.first.begin) return a.first.begin < b.first.begin;
    if (a.first.end != b.first.end) return a.first.end > b.first.end;
    return a.second < b.second;
  });
  std::uint32_t done = 0;
  for (const auto& [span, statement] : pieces) {
    const Range tokens = doc.TokensIn(span);
    for (std::uint32_t t = std::max(done, tokens.first); t < tokens.last; ++t)
      by_token[t] = statement;
    done = std::max(done, tokens.last);
  }
}

bool IsPolitical(const ReportView& view, const RecordBatch& batch, Range tokens) {
  const WordSet& politics = view.lexicon.Class("politics");
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
    if (view.IsName(t, NameKind::kNationality)) return true;
    if (view.IsName(t, NameKind::kPlace) || view.IsName(t, NameKind::kGeopolitical)) {
      // A capital that is no place mention stands for its government; a country is political, a
      // town is not.
      if (view.place[t] == kNone) return true;
      if (batch.places[view.place[t]].kind == PlaceKind::kCountry) return true;
    }
    if (politics.At(view.words, t, tokens.last)) return true;
  }
  return false;
}

void MarkPoliticalActors(const Document& doc, const RecordBatch& batch,
                         std::vector<SentenceFacts>& sentences) {
  for (const Actor& actor : batch.actors) {
    if (!IsPoliticalCode(actor.code)) continue;
    for (Span span : actor.mentions.spans())
      sentences[doc.tokens[doc.TokensIn(span).first].sentence].political = true;
  }
}

std::vector<std::string_view> ContextsOf(const ReportView& view, Range tokens) {
  std::vector<std::string_view> contexts;
  for (const TriggerLexicon::ContextRow& row : view.lexicon.contexts()) {
    if (contexts.size() == kMaxContexts) break;
    if (row.words.In(view.words, tokens)) contexts.push_back(row.context);
  }
  return contexts;
}

}  // namespace

bool IsPoliticalCode(const ActorCode& code) {
  static constexpr std::string_view kPrivate[] = {"CVL", "BUS", "MED", "EDU", "JRN", "CRM", "AGR",
                                                  "LAB", "SOC", "ELI", "REL", "UNK", ""};
  if (!code.country.empty() && code.country != "MNC") return true;
  return std::find(std::begin(kPrivate), std::end(kPrivate), code.sector) == std::end(kPrivate);
}

ReportView::ReportView(const Document& document, const RecordBatch& batch)
    : doc(document),
      lexicon(TriggerLexicon::Get()),
      words(WordsOf(document, lexicon.vocabulary())),
      tree(document),
      name(document.tokens.size(), kNone),
      place(document.tokens.size(), kNone),
      time(document.tokens.size(), kNone),
      statement(document.tokens.size(), kNone),
      cue(document.tokens.size(), kNone),
      act(document.tokens.size(), kNone) {
  for (std::uint32_t n = 0; n < doc.names.size(); ++n) {
    for (std::uint32_t t = doc.names[n].tokens.first; t < doc.names[n].tokens.last; ++t)
      name[t] = n;
  }
  for (std::uint32_t a = 0; a < doc.acts.size(); ++a) {
    for (std::uint32_t t = doc.acts[a].trigger.first; t < doc.acts[a].trigger.last; ++t) act[t] = a;
  }
  for (std::uint32_t p = 0; p < batch.places.size(); ++p)
    for (Span span : batch.places[p].mentions.spans()) Paint(doc, span, p, place);
  for (std::uint32_t t = 0; t < batch.times.size(); ++t)
    for (Span span : batch.times[t].mention.spans()) Paint(doc, span, t, time);
  PaintStatements(doc, batch, statement);
  for (std::uint32_t s = 0; s < batch.statements.size(); ++s) {
    if (!batch.statements[s].cue) continue;
    for (Span span : batch.statements[s].cue->evidence.spans()) Paint(doc, span, s, cue);
  }

  const std::vector<Silence> silences = SilenceOfSentences(doc, words, lexicon);
  sentences.reserve(doc.sentences.size());
  std::size_t political = 0;
  for (std::uint32_t s = 0; s < doc.sentences.size(); ++s) {
    const Range tokens = doc.sentences[s].tokens;
    sentences.push_back(
        {IsPolitical(*this, batch, tokens), silences[s], ContextsOf(*this, tokens)});
  }
  MarkPoliticalActors(doc, batch, sentences);
  for (const SentenceFacts& facts : sentences) political += facts.political;
  // "Four people were detained.": a report of politics is so throughout.
  if (sentences.size() > 1 && political * 2 >= sentences.size()) {
    political_report = true;
    for (SentenceFacts& facts : sentences) facts.political = true;
  }
}

}  // namespace dateline::events
