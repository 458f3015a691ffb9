#include "extract/events/status.h"

#include "extract/events/signs.h"

namespace dateline::events {

namespace {

// "accuses": now, whatever date stands beside it.
bool IsPresent(const ReportView& view, const Trigger& trigger) {
  const Xpos xpos = view.doc.tokens[trigger.node].xpos;
  return xpos == Xpos::kVbz || xpos == Xpos::kVbp;
}

}  // namespace

StatusReading StatusOf(const ReportView& view, const RecordBatch& batch, const Trigger& trigger,
                       bool old) {
  const std::uint32_t s = view.statement[trigger.tokens.first];
  const Statement* by = s == kNone ? nullptr : &batch.statements[s];
  StatusReading reading{EventStatus::kActual, std::nullopt, false, false, "told as fact"};
  if (by != nullptr) reading.claimed_by = StatementId{s};

  if (SaysMust(view, trigger)) {  // the demand is made, whatever comes of it
    reading.why = "a demand in its source's words";
    return reading;
  }
  Signs signs = ReadSigns(view, trigger);
  reading.refused = signs.refused;
  reading.promised = signs.promised;
  if (signs.denied.empty() && by != nullptr && by->stance == Stance::kDeny && !signs.presupposed)
    signs.denied = "denied by its source";
  const auto decide = [&reading](EventStatus status, std::string_view why) {
    if (why.empty()) return false;
    reading.status = status;
    reading.why = why;
    return true;
  };
  if (decide(EventStatus::kDenied, signs.denied)) return reading;
  if (decide(EventStatus::kHypothetical, signs.hypothetical)) return reading;
  if (decide(EventStatus::kFuture, signs.future)) return reading;
  if (by != nullptr && !signs.presupposed) {
    decide(EventStatus::kClaimed, "only its source says so");
  } else if (signs.pluperfect) {
    decide(EventStatus::kBackground, "pluperfect");
  } else if (signs.lasting) {
    decide(EventStatus::kBackground, "said to last");
  } else if (old && !IsPresent(view, trigger)) {
    decide(EventStatus::kBackground, "dated before the news");
  }
  return reading;
}

}  // namespace dateline::events
