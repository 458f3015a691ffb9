#include "extract/events/status.h"

#include <algorithm>

namespace dateline::events {

namespace {

constexpr std::uint32_t kConditionReach = 14;
constexpr std::uint32_t kGovernorReach = 6;

struct StatusWords {
  const WordSet& deny;
  const WordSet& negative;
  const WordSet& maybe_modal;
  const WordSet& will_modal;
  const WordSet& condition;
  const WordSet& maybe;
  const WordSet& coming;
};

const StatusWords& TheWords() {
  static const TriggerLexicon& lexicon = TriggerLexicon::Get();
  static const StatusWords words{lexicon.Class("deny"),        lexicon.Class("negative"),
                                 lexicon.Class("maybe_modal"), lexicon.Class("will_modal"),
                                 lexicon.Class("condition"),   lexicon.Class("maybe"),
                                 lexicon.Class("coming")};
  return words;
}

// The tokens before the trigger's verb group that are of its clause, nearest `reach` of them.
Range ClauseBefore(const ReportView& view, const Trigger& trigger, std::uint32_t reach) {
  const std::uint32_t first = SentenceTokens(view.doc, trigger.tokens.first).first;
  std::uint32_t t = trigger.group.begin;
  while (t > first && trigger.group.begin - t < reach) {
    if (view.words.Is(t - 1, kStop | kQuoteMark | kComma)) break;
    --t;
  }
  return {t, trigger.group.begin};
}

bool GroupHolds(const ReportView& view, const Trigger& trigger, std::uint32_t kinds) {
  for (std::uint32_t t = trigger.group.begin; t < trigger.tokens.first; ++t)
    if (view.words.Is(t, kinds)) return true;
  return false;
}

bool HasNegationBefore(const ReportView& view, Range tokens) {
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t)
    if (view.words.Is(t, kNegation)) return true;
  return false;
}

// "the invasion", "Russia's attack", "this raid": told as known.
bool Presupposed(const ReportView& view, const Trigger& trigger) {
  if (trigger.group.use != Use::kNoun) return false;
  const std::uint32_t first = SentenceTokens(view.doc, trigger.tokens.first).first;
  for (std::uint32_t t = trigger.tokens.first, steps = 0; t > first && steps < 4; --t, ++steps) {
    const std::string_view lower = view.doc.tokens[t - 1].lower;
    if (lower == "the" || lower == "this" || lower == "its" || lower == "their" || lower == "his")
      return true;
    if (view.words.Is(t - 1, kPossessive)) return true;
    if (view.words.Is(t - 1, kPreposition | kComma | kStop | kBe | kHave | kDeterminer))
      return false;
  }
  return false;
}

std::string_view Denied(const ReportView& view, const Trigger& trigger, const Statement* by) {
  const StatusWords& words = TheWords();
  if (GroupHolds(view, trigger, kNegation)) return "negated";
  const Range near = ClauseBefore(view, trigger, kGovernorReach);
  if (words.negative.In(view.words, ClauseBefore(view, trigger, 3))) return "negated";
  const bool embedded = trigger.group.use != Use::kActive && trigger.group.use != Use::kPassive;
  if (embedded && HasNegationBefore(view, near)) return "governed by a negated verb";
  if (words.deny.In(view.words, ClauseBefore(view, trigger, kReach))) return "denied";
  if (by != nullptr && by->stance == Stance::kDeny && !Presupposed(view, trigger))
    return "denied by its source";
  return {};
}

std::string_view Hypothetical(const ReportView& view, const Trigger& trigger) {
  const StatusWords& words = TheWords();
  const Range group{trigger.group.begin, trigger.tokens.first};
  if (words.maybe_modal.In(view.words, group)) return "a modal before it";
  if (trigger.group.use == Use::kNoun && Presupposed(view, trigger)) return {};
  const Range clause = ClauseBefore(view, trigger, kConditionReach);
  for (std::uint32_t t = clause.first; t < clause.last; ++t) {
    if (words.condition.At(view.words, t, t + 1)) return "in a condition";
  }
  if (trigger.group.use == Use::kActive || trigger.group.use == Use::kPassive) return {};
  const Range near = ClauseBefore(view, trigger, kGovernorReach);
  if (words.maybe.In(view.words, near)) return "governed by a word of possibility";
  if (words.maybe_modal.In(view.words, near)) return "governed by a modal";
  return {};
}

std::string_view Future(const ReportView& view, const Trigger& trigger) {
  const StatusWords& words = TheWords();
  const Range group{trigger.group.begin, trigger.tokens.first};
  if (words.will_modal.In(view.words, group)) return "'will' before it";
  if (trigger.group.use == Use::kActive || trigger.group.use == Use::kPassive) return {};
  const Range near =
      ClauseBefore(view, trigger, trigger.group.use == Use::kNoun ? 3 : kGovernorReach);
  if (words.coming.In(view.words, near)) return "governed by a plan or promise";
  if (words.will_modal.In(view.words, near)) return "governed by 'will'";
  return {};
}

// An infinitive that no word of plan or possibility governs: "managed to seize", "moved to arrest"
// happened; "a bid to seize", "in order to" did not yet.
bool BareInfinitive(const ReportView& view, const Trigger& trigger) {
  if (trigger.group.use != Use::kInfinitive) return false;
  static constexpr std::string_view kDone[] = {"manage", "begin",   "start", "continue", "go",
                                               "move",   "proceed", "use",   "help",     "join"};
  const Range near = ClauseBefore(view, trigger, 3);
  for (std::uint32_t t = near.first; t < near.last; ++t) {
    const std::string_view lemma = view.doc.tokens[t].lemma;
    if (std::find(std::begin(kDone), std::end(kDone), lemma) != std::end(kDone)) return false;
  }
  return true;
}

}  // namespace

StatusReading StatusOf(const ReportView& view, const RecordBatch& batch, const Trigger& trigger,
                       bool old) {
  const std::uint32_t s = view.statement[trigger.tokens.first];
  const Statement* by = s == kNone ? nullptr : &batch.statements[s];
  StatusReading reading{EventStatus::kActual, std::nullopt, "told as fact"};
  if (by != nullptr) reading.claimed_by = StatementId{s};

  const auto decide = [&reading](EventStatus status, std::string_view why) {
    if (why.empty()) return false;
    reading.status = status;
    reading.why = why;
    return true;
  };
  if (decide(EventStatus::kDenied, Denied(view, trigger, by))) return reading;
  if (decide(EventStatus::kHypothetical, Hypothetical(view, trigger))) return reading;
  if (decide(EventStatus::kFuture, Future(view, trigger))) return reading;
  if (BareInfinitive(view, trigger)) {
    decide(EventStatus::kHypothetical, "an infinitive");
    return reading;
  }
  if (by != nullptr && !Presupposed(view, trigger)) {
    decide(EventStatus::kClaimed, "only its source says so");
    return reading;
  }
  if (trigger.group.perfect_past)
    decide(EventStatus::kBackground, "pluperfect");
  else if (old)
    decide(EventStatus::kBackground, "dated before the news");
  return reading;
}

}  // namespace dateline::events
