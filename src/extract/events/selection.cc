#include "extract/events/selection.h"

#include <algorithm>

#include "extract/events/silence.h"

namespace dateline::events {

namespace {

EventType TypeOf(const ReportView& view, const Trigger& trigger) {
  return view.lexicon.row(trigger.rows.front()).type;
}

bool IsCasualty(const ReportView& view, const Trigger& trigger) {
  const std::uint32_t t = trigger.tokens.first;
  return trigger.tokens.size() == 1 &&
         (view.lexicon.Class("dead_word").At(view.words, t, t + 1) ||
          view.lexicon.Class("injured_word").At(view.words, t, t + 1));
}

// Does `trigger` stand in the complement of `governor`: below it in the tree, with no clause of its
// own between?  "demanded the [release] of the crew"; not "condemned the raid and [called] for
// talks".
bool InComplement(const ReportView& view, const Trigger& governor, const Trigger& trigger) {
  const auto inside = [](Range tokens, std::uint32_t t) {
    return tokens.first <= t && t < tokens.last;
  };
  std::uint32_t t = trigger.node;
  for (int hop = 0; hop < kMaxHops && !view.tree.IsRoot(t); ++hop) {
    const std::uint32_t head = view.tree.token(t).head;
    const bool reached = inside(governor.tokens, head);
    if (view.tree.Is(t, {Deprel::kAclRelcl, Deprel::kParataxis, Deprel::kAdvcl})) {
      const bool purpose =
          view.tree.Is(t, {Deprel::kAdvcl}) && UseOf(view.tree, t) == Use::kInfinitive;
      if (!purpose) return false;
    }
    if (reached) return !view.tree.Is(t, {Deprel::kConj, Deprel::kNsubj, Deprel::kNmodPoss});
    t = head;
  }
  return false;
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
    case EventType::kAid:
      return noun && inner == EventType::kMobilize;
    default:
      return false;
  }
}

// "An air strike [flattened] the depot": the verb says what the act that is its subject did.
bool IsSubject(const ReportView& view, const Trigger& subject, const Trigger& trigger) {
  const std::uint32_t t = view.tree.Child(trigger.node, {Deprel::kNsubj});
  return t != kNoToken && subject.tokens.first <= t && t < subject.tokens.last;
}

bool IsTold(const ReportView& view, const Trigger& governor, const Trigger& trigger) {
  const EventType outer = TypeOf(view, governor), inner = TypeOf(view, trigger);
  const bool noun = trigger.use == Use::kNoun;
  const bool infinitive = trigger.use == Use::kInfinitive;
  if (outer == inner && IsSubject(view, governor, trigger)) return true;
  return Absorbs(outer, inner, noun, infinitive) && InComplement(view, governor, trigger);
}

}  // namespace

Selection SelectTriggers(const ReportView& view, std::span<const Trigger> triggers) {
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
  Selection selection;
  if (assault) {
    const auto acts = std::ranges::stable_partition(
        kept, [&view](const Trigger& t) { return !IsCasualty(view, t); });
    selection.harm.assign(acts.begin(), acts.end());
    kept.erase(acts.begin(), acts.end());
  }
  std::vector<Trigger>& selected = selection.acts;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const Trigger& trigger = kept[i];
    if (!selected.empty() && IsTold(view, selected.back(), trigger)) continue;
    const bool mobilizes = TypeOf(view, trigger) == EventType::kMobilize && i + 1 < kept.size();
    if (mobilizes && TypeOf(view, kept[i + 1]) == EventType::kAssault &&
        kept[i + 1].use != Use::kNoun && InComplement(view, trigger, kept[i + 1])) {
      continue;
    }
    selected.push_back(trigger);
  }
  return selection;
}

}  // namespace dateline::events
