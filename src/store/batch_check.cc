#include "store/batch_check.h"

#include <cmath>
#include <limits>

#include "text/unicode.h"

namespace dateline {

namespace {

bool IsBoundary(std::string_view text, std::uint32_t byte) {
  return byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80;
}

// Collects the first fault of one record after the other.
class Checker {
 public:
  Checker(const Article& article, const RecordBatch& batch) : text_(article.text), batch_(batch) {}

  void Begin(std::string name) { name_ = std::move(name); }
  void Spans(const std::vector<Span>& spans, std::string_view part) {
    for (const Span span : spans) {
      if (SpanFits(text_, span)) continue;
      Fail(std::string(part) + " [" + std::to_string(span.begin) + ", " + std::to_string(span.end) +
           ") is no piece of the text");
    }
  }
  void Has(const Evidence& evidence, std::string_view part) { Spans(evidence.spans(), part); }
  template <char kLetter>
  void Refers(const std::optional<RecordId<kLetter>>& id, std::size_t count,
              std::string_view part) {
    if (id && id->index >= count)
      Fail(std::string(part) + " " + id->ToString() + " does not exist");
  }
  void Judged(const Judgement& judgement) {
    if (!std::isfinite(judgement.confidence)) Fail("confidence is no number");
  }
  void Fail(const std::string& fault) {
    if (fault_.empty()) fault_ = name_ + ": " + fault;
  }

  void Check(const Statement& statement);
  void Check(const Event& event);
  const std::string& fault() const { return fault_; }

 private:
  std::string_view text_;
  const RecordBatch& batch_;
  std::string name_;
  std::string fault_;
};

void Checker::Check(const Statement& statement) {
  Has(statement.content, "content");
  if (statement.source) Has(*statement.source, "source");
  if (statement.cue) Has(statement.cue->evidence, "cue");
  if (statement.addressee) {
    Has(statement.addressee->evidence, "addressee");
    Refers(statement.addressee->actor, batch_.actors.size(), "addressee");
  }
  if (statement.venue) Has(*statement.venue, "venue");
  Refers(statement.speaker, batch_.actors.size(), "speaker");
  Refers(statement.parent, batch_.statements.size(), "parent");
  Judged(statement.judgement);
}

void Checker::Check(const Event& event) {
  Has(event.trigger, "trigger");
  if (event.quad < 1 || event.quad > 4) Fail("it has no quad class");
  if (!(event.intensity >= -10 && event.intensity <= 10)) Fail("its intensity is out of range");
  for (const auto* side : {&event.actors, &event.recipients}) {
    for (const Participant& participant : *side) {
      Spans(participant.spans, "participant");
      Refers(participant.actor, batch_.actors.size(), "participant");
    }
  }
  Refers(event.place, batch_.places.size(), "place");
  Refers(event.time, batch_.times.size(), "time");
  Refers(event.claimed_by, batch_.statements.size(), "claimed_by");
  Refers(event.same_as, batch_.events.size(), "same_as");
  Judged(event.judgement);
}

}  // namespace

bool SpanFits(std::string_view text, Span span) {
  return span.begin < span.end && span.end <= text.size() && IsBoundary(text, span.begin) &&
         IsBoundary(text, span.end);
}

std::string BatchFault(const Article& article, const RecordBatch& batch) {
  if (article.id.empty()) return "the article has no id";
  if (article.text.size() > std::numeric_limits<std::uint32_t>::max())
    return "the text is too long";
  if (!IsValidUtf8(article.text)) return "the text is not valid UTF-8";
  for (const SourcePiece& piece : article.source_map.pieces()) {
    if (std::uint64_t{piece.text_begin} + piece.text_size > article.text.size()) {
      return "a piece of the source map lies outside the text";
    }
  }
  Checker checker(article, batch);
  checker.Begin("sentences");
  checker.Spans(batch.sentences, "sentence");
  for (std::uint32_t i = 0; i < batch.statements.size(); ++i) {
    checker.Begin("statement " + StatementId{i}.ToString());
    checker.Check(batch.statements[i]);
  }
  for (std::uint32_t i = 0; i < batch.events.size(); ++i) {
    checker.Begin("event " + EventId{i}.ToString());
    checker.Check(batch.events[i]);
  }
  for (std::uint32_t i = 0; i < batch.actors.size(); ++i) {
    checker.Begin("actor " + ActorId{i}.ToString());
    checker.Has(batch.actors[i].mentions, "mention");
    checker.Judged(batch.actors[i].judgement);
  }
  for (std::uint32_t i = 0; i < batch.places.size(); ++i) {
    const Place& place = batch.places[i];
    checker.Begin("place " + PlaceId{i}.ToString());
    checker.Has(place.mentions, "mention");
    checker.Judged(place.judgement);
    if (place.at && !(std::isfinite(place.at->lat) && std::isfinite(place.at->lon))) {
      checker.Fail("coordinate is no number");
    }
    constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (place.geonames && *place.geonames > kLargest) checker.Fail("geonames id is too large");
  }
  for (std::uint32_t i = 0; i < batch.times.size(); ++i) {
    checker.Begin("time " + TimeId{i}.ToString());
    checker.Has(batch.times[i].mention, "mention");
    checker.Judged(batch.times[i].judgement);
  }
  checker.Begin("diagnostics");
  for (const auto* list : {&article.diagnostics, &batch.diagnostics}) {
    for (const Diagnostic& diagnostic : *list) checker.Spans(diagnostic.spans, "span");
  }
  return checker.fault();
}

}  // namespace dateline
