#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

#include "store/batch_check.h"
#include "store/rows.h"

namespace dateline {

namespace {

using Integer = std::int64_t;

// The first thing that was wrong, in words.
class Fault {
 public:
  void Set(std::string words) {
    if (words_.empty()) words_ = std::move(words);
  }
  const std::string& words() const { return words_; }

 private:
  std::string words_;
};

// Reads the values of one row from left to right.  A wrong value sets the fault and reads as
// nothing, so that a record is always built; DecodeRows gives the fault, never such a record.
class RowReader {
 public:
  RowReader(const SqlRow& row, StoreTable table, std::size_t number, Fault& fault)
      : row_(row), table_(table), number_(number), fault_(fault) {}
  RowReader(const RowReader&) = delete;
  RowReader& operator=(const RowReader&) = delete;
  ~RowReader() {
    if (next_ != row_.size()) Wrong("has more values than expected");
  }

  std::string Text() {  // null reads as ""
    const SqlValue* value = Next();
    if (value == nullptr || std::holds_alternative<std::monostate>(*value)) return {};
    if (const auto* text = std::get_if<std::string>(value)) return *text;
    Wrong("has no text in column " + std::to_string(next_));
    return {};
  }
  std::optional<std::uint32_t> Index() { return Whole<std::uint32_t>(); }
  std::optional<std::uint64_t> LongIndex() { return Whole<std::uint64_t>(); }
  std::uint32_t Offset() { return Required(Index()); }
  bool Bool() {
    const std::uint32_t value = Offset();
    if (value > 1) Wrong("has a truth value of " + std::to_string(value));
    return value == 1;
  }
  std::optional<double> OptionalReal() {
    const SqlValue* value = Next();
    if (value == nullptr || std::holds_alternative<std::monostate>(*value)) return std::nullopt;
    if (const auto* real = std::get_if<double>(value)) return *real;
    Wrong("has no number in column " + std::to_string(next_));
    return std::nullopt;
  }
  double Real() { return Required(OptionalReal()); }
  template <class Enum>
  Enum Word() {
    const std::string word = Text();
    const std::optional<Enum> value = FromString<Enum>(word);
    if (!value) Wrong("has the unknown word \"" + word + "\"");
    return value.value_or(Enum{});
  }
  template <class Id>
  std::optional<Id> Reference() {
    const std::optional<std::uint32_t> index = Index();
    if (!index) return std::nullopt;
    return Id{*index};
  }
  Judgement Judged() {
    const double confidence = Real();
    return {confidence, Text()};
  }
  // The column n: counts the rows from 0.
  void Number(std::size_t expected) {
    if (Offset() != expected) Wrong("is not number " + std::to_string(expected));
  }
  void Wrong(const std::string& what) {
    fault_.Set("row " + std::to_string(number_ + 1) + " of " +
               std::string(kStoreTables[static_cast<std::size_t>(table_)].name) + " " + what);
  }

 private:
  const SqlValue* Next() {
    if (next_ >= row_.size()) {
      Wrong("has too few values");
      return nullptr;
    }
    return &row_[next_++];
  }
  template <class Number>
  std::optional<Number> Whole() {
    const SqlValue* value = Next();
    if (value == nullptr || std::holds_alternative<std::monostate>(*value)) return std::nullopt;
    const auto* integer = std::get_if<Integer>(value);
    if (integer && *integer >= 0 &&
        static_cast<std::uint64_t>(*integer) <= std::numeric_limits<Number>::max()) {
      return static_cast<Number>(*integer);
    }
    Wrong("has no whole number in column " + std::to_string(next_));
    return std::nullopt;
  }
  template <class Value>
  Value Required(const std::optional<Value>& value) {
    if (!value) Wrong("lacks column " + std::to_string(next_));
    return value.value_or(Value{});
  }

  const SqlRow& row_;
  StoreTable table_;
  std::size_t number_;
  Fault& fault_;
  std::size_t next_ = 0;
};

class Decoder {
 public:
  explicit Decoder(const ArticleRows& rows) : rows_(rows) {}
  Result<StoredArticle> Decode();

 private:
  void ReadArticle();
  void ReadSpans();
  void ReadEntities();
  void ReadStatements();
  void ReadEvents();
  void ReadDiagnostics();

  // Calls read(reader, n) for every row of a table.
  template <class Read>
  void Each(StoreTable table, Read read) {
    for (std::size_t n = 0; n < rows_[table].size(); ++n) {
      RowReader reader(rows_[table][n], table, n, fault_);
      read(reader, n);
    }
  }

  std::vector<Span> SpansOf(const std::string& kind, std::size_t record,
                            const std::string& part) const {
    const auto found = spans_.find({kind, record, part});
    return found == spans_.end() ? std::vector<Span>{} : found->second;
  }
  std::optional<Evidence> MaybeEvidence(const std::string& kind, std::size_t record,
                                        const std::string& part) const {
    const std::vector<Span> spans = SpansOf(kind, record, part);
    if (spans.empty()) return std::nullopt;
    Evidence evidence(spans.front());
    for (std::size_t i = 1; i < spans.size(); ++i) evidence.Add(spans[i]);
    return evidence;
  }
  Evidence RequiredEvidence(const std::string& kind, std::size_t record, const std::string& part) {
    std::optional<Evidence> evidence = MaybeEvidence(kind, record, part);
    if (!evidence) fault_.Set(kind + " " + std::to_string(record + 1) + " has no " + part);
    return evidence.value_or(Evidence(Span{}));
  }

  const ArticleRows& rows_;
  StoredArticle stored_;
  std::map<std::tuple<std::string, std::size_t, std::string>, std::vector<Span>> spans_;
  Fault fault_;
};

void Decoder::ReadArticle() {
  Article& article = stored_.article;
  if (rows_[StoreTable::kArticles].size() != 1) return fault_.Set("the article has no row");
  Each(StoreTable::kArticles, [&](RowReader& row, std::size_t) {
    article.id = row.Text();
    stored_.pipeline = row.Text();
    article.source = row.Text();
    article.given_id = row.Text();
    article.url = row.Text();
    article.publisher = row.Text();
    article.title = row.Text();
    article.published = row.Text();
    article.language = row.Text();
    article.section = row.Text();
    article.source_sha256 = row.Text();
    article.text = row.Text();
  });
  Each(StoreTable::kCredits, [&](RowReader& row, std::size_t n) {
    row.Number(n);
    article.credits.push_back(row.Text());
  });
  std::vector<SourcePiece> pieces;
  Each(StoreTable::kSourceMap, [&](RowReader& row, std::size_t n) {
    row.Number(n);
    SourcePiece& piece = pieces.emplace_back();
    piece.text_begin = row.Offset();
    piece.text_size = row.Offset();
    piece.source_begin = row.Offset();
    piece.source_size = row.Offset();
  });
  article.source_map = SourceMap(std::move(pieces));
  Each(StoreTable::kSentences, [&](RowReader& row, std::size_t n) {
    row.Number(n);
    const std::uint32_t begin = row.Offset();
    stored_.batch.sentences.push_back({begin, row.Offset()});
  });
}

void Decoder::ReadSpans() {
  Each(StoreTable::kSpans, [&](RowReader& row, std::size_t) {
    const std::string kind = row.Text();
    const std::size_t record = row.Offset();
    const std::string part = row.Text();
    std::vector<Span>& spans = spans_[{kind, record, part}];
    row.Number(spans.size());
    const std::uint32_t begin = row.Offset();
    const Span span{begin, row.Offset()};
    const std::string words = row.Text();
    const std::string name = part + " of " + kind + " " + std::to_string(record + 1) + " at [" +
                             std::to_string(span.begin) + ", " + std::to_string(span.end) + ")";
    if (!SpanFits(stored_.article.text, span)) return fault_.Set(name + " is no piece of the text");
    if (Words(stored_.article.text, span) != words) {
      return fault_.Set(name + " does not read as the stored words");
    }
    spans.push_back(span);
  });
}

void Decoder::ReadEntities() {
  RecordBatch& batch = stored_.batch;
  Each(StoreTable::kActors, [&](RowReader& row, std::size_t n) {
    Actor actor{RequiredEvidence("actor", n, "mention"), {}, {}, {}, {}, {}};
    row.Number(n);
    actor.name = row.Text();
    actor.type = row.Word<ActorType>();
    actor.code.country = row.Text();
    actor.code.sector = row.Text();
    actor.role = row.Text();
    actor.judgement = row.Judged();
    batch.actors.push_back(std::move(actor));
  });
  Each(StoreTable::kPlaces, [&](RowReader& row, std::size_t n) {
    Place place{RequiredEvidence("place", n, "mention"), {}, {}, {}, {}, {}, {}, {}};
    row.Number(n);
    place.name = row.Text();
    place.geonames = row.LongIndex();
    const std::optional<double> lat = row.OptionalReal();
    const std::optional<double> lon = row.OptionalReal();
    if (lat.has_value() != lon.has_value()) row.Wrong("has half a coordinate");
    if (lat && lon) place.at = LatLon{*lat, *lon};
    place.country = row.Text();
    place.admin1 = row.Text();
    place.kind = row.Word<PlaceKind>();
    place.judgement = row.Judged();
    batch.places.push_back(std::move(place));
  });
  Each(StoreTable::kTimes, [&](RowReader& row, std::size_t n) {
    Time time{RequiredEvidence("time", n, "mention"), {}, {}, {}};
    row.Number(n);
    time.type = row.Word<TimeType>();
    time.value = row.Text();
    time.judgement = row.Judged();
    batch.times.push_back(std::move(time));
  });
}

void Decoder::ReadStatements() {
  Each(StoreTable::kStatements, [&](RowReader& row, std::size_t n) {
    Statement s{.content = RequiredEvidence("statement", n, "content"),
                .form = {},
                .stance = {},
                .judgement = {}};
    row.Number(n);
    s.form = row.Word<Form>();
    s.stance = row.Word<Stance>();
    s.anonymous = row.Bool();
    s.implicit = row.Bool();
    s.conditional = row.Bool();
    s.speaker = row.Reference<ActorId>();
    row.Text();  // source_words, as the other *_words: Encode(Decode(rows)) == rows covers them
    s.source = MaybeEvidence("statement", n, "source");
    const std::string lemma = row.Text();
    row.Text();
    if (auto cue = MaybeEvidence("statement", n, "cue")) s.cue = Cue{*std::move(cue), lemma};
    row.Text();
    const std::optional<ActorId> addressee = row.Reference<ActorId>();
    row.Text();
    if (auto evidence = MaybeEvidence("statement", n, "addressee")) {
      s.addressee = Mention{*std::move(evidence), addressee};
    }
    row.Text();
    s.venue = MaybeEvidence("statement", n, "venue");
    s.parent = row.Reference<StatementId>();
    s.judgement = row.Judged();
    stored_.batch.statements.push_back(std::move(s));
  });
}

void Decoder::ReadEvents() {
  std::vector<Event>& events = stored_.batch.events;
  Each(StoreTable::kEvents, [&](RowReader& row, std::size_t n) {
    Event e{.trigger = RequiredEvidence("event", n, "trigger"),
            .type = {},
            .status = {},
            .judgement = {}};
    row.Number(n);
    e.type = row.Word<EventType>();
    e.mode = row.Text();
    e.quad = static_cast<std::uint8_t>(std::min(row.Offset(), 255u));
    e.intensity = row.Real();
    e.cameo = row.Text();
    row.Text();  // trigger_words
    e.place = row.Reference<PlaceId>();
    e.time = row.Reference<TimeId>();
    e.date = row.Text();
    e.status = row.Word<EventStatus>();
    e.claimed_by = row.Reference<StatementId>();
    e.dead = row.Index();
    e.injured = row.Index();
    e.arrested = row.Index();
    e.same_as = row.Reference<EventId>();
    e.judgement = row.Judged();
    events.push_back(std::move(e));
  });
  Each(StoreTable::kEventContexts, [&](RowReader& row, std::size_t) {
    const std::uint32_t event = row.Offset();
    if (event >= events.size()) {
      row.Wrong("belongs to no event");
    } else {
      row.Number(events[event].contexts.size());
      events[event].contexts.push_back(row.Text());
    }
  });
  Each(StoreTable::kParticipants, [&](RowReader& row, std::size_t n) {
    row.Number(n);
    const std::uint32_t event = row.Offset();
    const std::string side = row.Text();
    Participant participant;
    participant.actor = row.Reference<ActorId>();
    participant.code.country = row.Text();
    participant.code.sector = row.Text();
    row.Text();  // words
    participant.spans = SpansOf("participant", n, "mention");
    if (event >= events.size() || (side != "actor" && side != "recipient")) {
      return row.Wrong("belongs to no side of an event");
    }
    Event& e = events[event];
    (side == "actor" ? e.actors : e.recipients).push_back(std::move(participant));
  });
}

void Decoder::ReadDiagnostics() {
  Each(StoreTable::kDiagnostics, [&](RowReader& row, std::size_t n) {
    row.Number(n);
    const std::string stage = row.Text();
    Diagnostic diagnostic;
    diagnostic.code = row.Text();
    diagnostic.message = row.Text();
    diagnostic.spans = SpansOf("diagnostic", n, "span");
    if (stage != "ingest" && stage != "analysis") row.Wrong("has an unknown stage");
    auto& list = stage == "ingest" ? stored_.article.diagnostics : stored_.batch.diagnostics;
    list.push_back(std::move(diagnostic));
  });
}

Result<StoredArticle> Decoder::Decode() {
  ReadArticle();
  ReadSpans();
  ReadEntities();
  ReadStatements();
  ReadEvents();
  ReadDiagnostics();
  if (fault_.words().empty()) fault_.Set(BatchFault(stored_.article, stored_.batch));
  if (fault_.words().empty()) return std::move(stored_);
  return std::unexpected(Error{ErrorCode::kStoreDamaged, fault_.words(), stored_.article.id});
}

}  // namespace

Result<StoredArticle> DecodeRows(const ArticleRows& rows) { return Decoder(rows).Decode(); }

}  // namespace dateline
