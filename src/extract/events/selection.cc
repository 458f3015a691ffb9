#include "extract/events/selection.h"

#include <algorithm>

#include "extract/events/silence.h"

namespace dateline::events {

namespace {

constexpr std::uint32_t kComplementReach = 12;
constexpr std::uint32_t kMobilizeReach = 6;

EventType TypeOf(const ReportView& view, const Trigger& trigger) {
  return view.lexicon.row(trigger.rows.front()).type;
}

bool IsCasualty(const ReportView& view, const Trigger& trigger) {
  const std::uint32_t t = trigger.tokens.first;
  return trigger.tokens.size() == 1 &&
         (view.lexicon.Class("dead_word").At(view.words, t, t + 1) ||
          view.lexicon.Class("injured_word").At(view.words, t, t + 1));
}

// Does `trigger` stand in the complement of `governor`: after it, with no comma, mark or new clause
// between?
bool InComplement(const ReportView& view, const Trigger& governor, const Trigger& trigger) {
  if (trigger.tokens.first - governor.tokens.last > kComplementReach) return false;
  for (std::uint32_t t = governor.tokens.last; t < trigger.group.begin; ++t) {
    if (view.words.Is(t, kComma | kStop | kQuoteMark)) return false;
    if (view.words.Is(t, kRelative | kSubordinator) && view.doc.tokens[t].lower != "that")
      return false;
    // "condemned the raid and called for talks"; "ships and troops" is one phrase.
    const bool verb = trigger.group.use == Use::kActive || trigger.group.use == Use::kPassive;
    if (view.words.Is(t, kCoordinator) && (verb || t + 1 == trigger.group.begin)) return false;
  }
  return true;
}

// Is an act of type `inner` in the complement of one of type `outer` told by it?
bool Absorbs(EventType outer, EventType inner, bool noun, bool infinitive) {
  if (outer == inner) return true;
  switch (outer) {
    case EventType::kRequest:
      return true;
    case EventType::kAgree:
    case EventType::kReject:
    case EventType::kConcede:
      return noun || infinitive;
    case EventType::kThreaten:
      return noun;
    case EventType::kSupport:
      return noun && (inner == EventType::kAgree || inner == EventType::kConsult ||
                      inner == EventType::kCooperate || inner == EventType::kRetreat);
    case EventType::kSanction:
      return noun && inner != EventType::kAssault;
    case EventType::kCoerce:
      return noun && (inner == EventType::kProtest || inner == EventType::kMobilize);
    case EventType::kConsult:
      return noun && inner == EventType::kAgree;
    default:
      return false;
  }
}

bool IsTold(const ReportView& view, const Trigger& governor, const Trigger& trigger) {
  const EventType outer = TypeOf(view, governor), inner = TypeOf(view, trigger);
  const bool noun = trigger.group.use == Use::kNoun;
  const bool infinitive = trigger.group.use == Use::kInfinitive;
  return Absorbs(outer, inner, noun, infinitive) && InComplement(view, governor, trigger);
}

}  // namespace

std::vector<Trigger> SelectTriggers(const ReportView& view, std::span<const Trigger> triggers) {
  std::vector<Trigger> kept;
  bool assault = false;
  for (const Trigger& trigger : triggers) {
    const Silence silence = view.sentences[view.doc.tokens[trigger.tokens.first].sentence].silence;
    Trigger audible = trigger;
    std::erase_if(audible.rows,
                  [&](std::uint32_t r) { return Silences(silence, view.lexicon.row(r).type); });
    if (audible.rows.empty()) continue;
    assault |= TypeOf(view, audible) == EventType::kAssault && !IsCasualty(view, audible);
    kept.push_back(std::move(audible));
  }
  if (assault) std::erase_if(kept, [&view](const Trigger& t) { return IsCasualty(view, t); });

  std::vector<Trigger> selected;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const Trigger& trigger = kept[i];
    if (!selected.empty() && IsTold(view, selected.back(), trigger)) continue;
    const bool mobilizes = TypeOf(view, trigger) == EventType::kMobilize && i + 1 < kept.size();
    if (mobilizes && TypeOf(view, kept[i + 1]) == EventType::kAssault &&
        kept[i + 1].tokens.first - trigger.tokens.last <= kMobilizeReach &&
        InComplement(view, trigger, kept[i + 1])) {
      continue;
    }
    selected.push_back(trigger);
  }
  return selected;
}

}  // namespace dateline::events
