#include "extract/events/coding_rules.h"

#include <algorithm>

namespace dateline::events {

namespace {

Range ClauseAfter(const ReportView& view, const Trigger& trigger) {
  const std::uint32_t end = SentenceTokens(view.doc, trigger.tokens.first).last;
  return {trigger.tokens.last, std::min(trigger.tokens.last + kReach, end)};
}

}  // namespace

Coded CodeOfComing(EventType type, std::string_view mode, EventStatus status, bool claimed) {
  if (status != EventStatus::kFuture) return {type, mode, status};
  const EventStatus told = claimed ? EventStatus::kClaimed : EventStatus::kActual;
  switch (type) {
    case EventType::kConsult:
    case EventType::kSupport:
    case EventType::kCooperate:
      return {EventType::kAgree, "", EventStatus::kFuture};
    case EventType::kAid:
      return {EventType::kAgree, "", told};
    case EventType::kThreaten:
    case EventType::kConcede:
      return {type, mode, told};
    case EventType::kRetreat:
      if (mode == "ceasefire" || mode == "resign") return {type, mode, status};
      return {EventType::kConcede, "", told};
    default:
      return {type, mode, status};
  }
}

Coded CodeOfPossible(const Coded& act, bool promised, bool signing) {
  if (signing && act.type == EventType::kSupport) return {EventType::kAgree, "", act.status};
  if (!promised) return act;
  switch (act.type) {
    case EventType::kAid:
    case EventType::kAgree:
      return {EventType::kAgree, "", EventStatus::kActual};
    case EventType::kConcede:
    case EventType::kRetreat:
      return {EventType::kConcede, "", EventStatus::kActual};
    default:
      return act;
  }
}

bool IsSigning(const ReportView& view, const Trigger& trigger) {
  return view.lexicon.Class("signing").In(view.words, trigger.tokens);
}

Coded CodeOfRefusal(const Coded& act) {
  switch (act.type) {
    case EventType::kAgree:
    case EventType::kCooperate:
    case EventType::kSupport:
      return {EventType::kReject, "", EventStatus::kActual};
    case EventType::kAid:
      return {EventType::kReject, "assist", EventStatus::kActual};
    case EventType::kConsult:
      return {EventType::kReject, "meet", EventStatus::kActual};
    case EventType::kConcede:
    case EventType::kRetreat:
      return {EventType::kReject, "yield", EventStatus::kActual};
    default:
      return act;
  }
}

std::string_view CameoOfWords(const ReportView& view, const Trigger& trigger, const Event& event) {
  const auto says = [&](std::string_view word_class) {
    return view.lexicon.Class(word_class).In(view.words, trigger.tokens);
  };
  if (event.type == EventType::kRequest && !says("demanding")) {
    if (event.mode == "assist") return "023";
    if (event.mode == "change") return "024";
    if (event.mode == "yield") return "025";
    return event.mode == "meet" ? "026" : "020";
  }
  const bool words = event.type == EventType::kSupport || event.type == EventType::kAccuse;
  if (words && says("sympathy")) return event.type == EventType::kSupport ? "018" : "012";
  return {};
}

bool NamesPrison(const ReportView& view, const Trigger& trigger) {
  if (view.lexicon.Class("jailing").In(view.words, trigger.tokens)) return true;
  return view.lexicon.Class("prison").In(view.words, ClauseAfter(view, trigger));
}

bool SpeaksOfPeace(const ReportView& view, const Trigger& trigger) {
  return view.lexicon.Class("peace").In(view.words, ClauseAfter(view, trigger));
}

std::vector<std::string> Belligerents(const std::vector<Event>& events) {
  std::vector<std::string> countries;
  for (const Event& event : events) {
    if (event.type != EventType::kAssault) continue;
    for (const std::vector<Participant>* side : {&event.actors, &event.recipients})
      for (const Participant& participant : *side)
        if (!participant.code.country.empty()) countries.push_back(participant.code.country);
  }
  std::sort(countries.begin(), countries.end());
  countries.erase(std::unique(countries.begin(), countries.end()), countries.end());
  return countries;
}

}  // namespace dateline::events
