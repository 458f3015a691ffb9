#include <algorithm>
#include <utility>

#include "store/batch_check.h"
#include "store/rows.h"

namespace dateline {

namespace {

using Integer = std::int64_t;

// Absent is null: the tables have no empty strings.
SqlValue TextOf(std::string_view text) {
  SqlValue value;
  if (!text.empty()) value.emplace<std::string>(text);
  return value;
}

template <class Enum>
SqlValue WordOf(Enum value) {
  return std::string(ToString(value));
}

template <char kLetter>
SqlValue IndexOf(const std::optional<RecordId<kLetter>>& id) {
  if (!id) return std::monostate{};
  return Integer{id->index};
}

SqlValue CountOf(const std::optional<std::uint32_t>& count) {
  if (!count) return std::monostate{};
  return Integer{*count};
}

// SQLite keeps -0.0 as 0: so do we, that the digest agrees.
SqlValue RealOf(double value) { return value + 0.0; }

bool SpanRowLess(const SqlRow& a, const SqlRow& b) {
  return std::lexicographical_compare(a.begin(), a.begin() + 4, b.begin(), b.begin() + 4);
}

class Encoder {
 public:
  Encoder(const Article& article, const RecordBatch& batch) : article_(article), batch_(batch) {}

  ArticleRows Encode(std::string_view pipeline) {
    AddArticle(pipeline);
    AddEntities();
    AddStatements();
    AddEvents();
    AddDiagnostics(article_.diagnostics, "ingest");
    AddDiagnostics(batch_.diagnostics, "analysis");
    // The order of the table's identity: kind, record, part, n.
    auto& spans = rows_[StoreTable::kSpans];
    std::ranges::sort(spans, SpanRowLess);
    return std::move(rows_);
  }

 private:
  void AddArticle(std::string_view pipeline);
  void AddEntities();
  void AddStatements();
  void AddEvents();
  void AddSide(const std::vector<Participant>& participants, Integer event, const char* side);
  void AddDiagnostics(const std::vector<Diagnostic>& diagnostics, const char* stage);

  // Adds a row, values in the order of the table's own columns.
  template <class... Values>
  void Put(StoreTable table, Values&&... values) {
    SqlRow& row = rows_[table].emplace_back();
    row.reserve(sizeof...(values) + 2);  // the writer puts the bookkeeping columns in front
    (row.emplace_back(std::forward<Values>(values)), ...);
  }
  void AddSpans(const char* kind, Integer record, const char* part,
                const std::vector<Span>& spans) {
    Integer n = 0;
    for (const Span span : spans) {
      Put(StoreTable::kSpans, std::string(kind), record, std::string(part), n++,
          Integer{span.begin}, Integer{span.end}, std::string(Words(article_.text, span)));
    }
  }
  void AddSpans(const char* kind, Integer record, const char* part,
                const std::optional<Evidence>& evidence) {
    if (evidence) AddSpans(kind, record, part, evidence->spans());
  }

  std::string Joined(const std::vector<Span>& spans) const {
    std::string words;
    for (const Span span : spans) {
      if (!words.empty()) words += kFragmentGap;
      words += Words(article_.text, span);
    }
    return words;
  }
  SqlValue Joined(const std::optional<Evidence>& evidence) const {
    if (!evidence) return std::monostate{};
    return Joined(evidence->spans());
  }

  const Article& article_;
  const RecordBatch& batch_;
  ArticleRows rows_;
};

void Encoder::AddArticle(std::string_view pipeline) {
  const Article& a = article_;
  Put(StoreTable::kArticles, a.id, std::string(pipeline), TextOf(a.source), TextOf(a.given_id),
      TextOf(a.url), TextOf(a.publisher), TextOf(a.title), TextOf(a.published), TextOf(a.language),
      TextOf(a.section), TextOf(a.source_sha256), a.text);
  Integer n = 0;
  for (const std::string& credit : a.credits) {
    Put(StoreTable::kCredits, n++, credit);
  }
  n = 0;
  for (const SourcePiece& piece : a.source_map.pieces()) {
    Put(StoreTable::kSourceMap, n++, Integer{piece.text_begin}, Integer{piece.text_size},
        Integer{piece.source_begin}, Integer{piece.source_size});
  }
  n = 0;
  for (const Span sentence : batch_.sentences) {
    Put(StoreTable::kSentences, n++, Integer{sentence.begin}, Integer{sentence.end});
  }
}

void Encoder::AddEntities() {
  Integer n = 0;
  for (const Actor& actor : batch_.actors) {
    Put(StoreTable::kActors, n, TextOf(actor.name), WordOf(actor.type), TextOf(actor.code.country),
        TextOf(actor.code.sector), TextOf(actor.role), RealOf(actor.judgement.confidence),
        TextOf(actor.judgement.why));
    AddSpans("actor", n++, "mention", actor.mentions.spans());
  }
  n = 0;
  for (const Place& place : batch_.places) {
    Put(StoreTable::kPlaces, n, TextOf(place.name),
        place.geonames ? SqlValue(static_cast<Integer>(*place.geonames)) : SqlValue(),
        place.at ? RealOf(place.at->lat) : SqlValue(),
        place.at ? RealOf(place.at->lon) : SqlValue(), TextOf(place.country), TextOf(place.admin1),
        WordOf(place.kind), RealOf(place.judgement.confidence), TextOf(place.judgement.why));
    AddSpans("place", n++, "mention", place.mentions.spans());
  }
  n = 0;
  for (const Time& time : batch_.times) {
    Put(StoreTable::kTimes, n, WordOf(time.type), TextOf(time.value),
        RealOf(time.judgement.confidence), TextOf(time.judgement.why));
    AddSpans("time", n++, "mention", time.mention.spans());
  }
}

void Encoder::AddStatements() {
  Integer n = 0;
  for (const Statement& s : batch_.statements) {
    std::optional<Evidence> cue;
    if (s.cue) cue = s.cue->evidence;
    std::optional<Evidence> addressee;
    if (s.addressee) addressee = s.addressee->evidence;
    Put(StoreTable::kStatements, n, WordOf(s.form), WordOf(s.stance), Integer{s.anonymous},
        Integer{s.implicit}, Integer{s.conditional}, IndexOf(s.speaker), Joined(s.source),
        s.cue ? TextOf(s.cue->lemma) : SqlValue(), Joined(cue), Joined(s.content.spans()),
        s.addressee ? IndexOf(s.addressee->actor) : SqlValue(), Joined(addressee), Joined(s.venue),
        IndexOf(s.parent), RealOf(s.judgement.confidence), TextOf(s.judgement.why));
    AddSpans("statement", n, "source", s.source);
    AddSpans("statement", n, "cue", cue);
    AddSpans("statement", n, "content", s.content.spans());
    AddSpans("statement", n, "addressee", addressee);
    AddSpans("statement", n++, "venue", s.venue);
  }
}

void Encoder::AddEvents() {
  Integer n = 0;
  for (const Event& e : batch_.events) {
    Put(StoreTable::kEvents, n, WordOf(e.type), TextOf(e.mode), Integer{e.quad},
        RealOf(e.intensity), TextOf(e.cameo), Joined(e.trigger.spans()), IndexOf(e.place),
        IndexOf(e.time), TextOf(e.date), WordOf(e.status), IndexOf(e.claimed_by), CountOf(e.dead),
        CountOf(e.injured), CountOf(e.arrested), IndexOf(e.same_as), RealOf(e.judgement.confidence),
        TextOf(e.judgement.why));
    Integer context_n = 0;
    for (const std::string& context : e.contexts) {
      Put(StoreTable::kEventContexts, n, context_n++, context);
    }
    AddSpans("event", n, "trigger", e.trigger.spans());
    AddSide(e.actors, n, "actor");
    AddSide(e.recipients, n++, "recipient");
  }
}

void Encoder::AddSide(const std::vector<Participant>& participants, Integer event,
                      const char* side) {
  auto& rows = rows_[StoreTable::kParticipants];
  for (const Participant& participant : participants) {
    const auto n = static_cast<Integer>(rows.size());
    Put(StoreTable::kParticipants, n, event, std::string(side), IndexOf(participant.actor),
        TextOf(participant.code.country), TextOf(participant.code.sector),
        TextOf(Joined(participant.spans)));
    AddSpans("participant", n, "mention", participant.spans);
  }
}

void Encoder::AddDiagnostics(const std::vector<Diagnostic>& diagnostics, const char* stage) {
  auto& rows = rows_[StoreTable::kDiagnostics];
  for (const Diagnostic& diagnostic : diagnostics) {
    const auto n = static_cast<Integer>(rows.size());
    Put(StoreTable::kDiagnostics, n, std::string(stage), TextOf(diagnostic.code),
        TextOf(diagnostic.message));
    AddSpans("diagnostic", n, "span", diagnostic.spans);
  }
}

}  // namespace

Result<ArticleRows> EncodeRows(const Article& article, const RecordBatch& batch,
                               std::string_view pipeline) {
  const std::string fault = BatchFault(article, batch);
  if (!fault.empty()) {
    return std::unexpected(Error{
        ErrorCode::kRecordsInvalid,
        fault + "; this is a bug of dateline, please report it with the article", article.id});
  }
  return Encoder(article, batch).Encode(pipeline);
}

}  // namespace dateline
