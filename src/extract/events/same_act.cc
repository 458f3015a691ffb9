#include "extract/events/same_act.h"

#include <algorithm>
#include <ranges>
#include <string>

#include "extract/events/trigger_lexicon.h"

namespace dateline::events {

namespace {

enum class Match : std::uint8_t { kUnknown, kAgree, kContradict };

bool SameSide(const Participant& a, const Participant& b) {
  if (a.actor && b.actor && *a.actor == *b.actor) return true;
  return !a.code.country.empty() && a.code.country == b.code.country;
}

Match CompareSides(const std::vector<Participant>& a, const std::vector<Participant>& b) {
  if (a.empty() || b.empty()) return Match::kUnknown;
  for (const Participant& x : a)
    for (const Participant& y : b)
      if (SameSide(x, y)) return Match::kAgree;
  return Match::kContradict;
}

template <class T>
Match CompareOptional(const std::optional<T>& a, const std::optional<T>& b) {
  if (!a || !b) return Match::kUnknown;
  return *a == *b ? Match::kAgree : Match::kContradict;
}

Match CompareDates(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return Match::kUnknown;
  return a.starts_with(b) || b.starts_with(a) ? Match::kAgree : Match::kContradict;
}

bool Happened(EventStatus status) {
  return status == EventStatus::kActual || status == EventStatus::kClaimed ||
         status == EventStatus::kBackground;
}

bool Same(const Event& a, std::uint32_t row_a, const Event& b, std::uint32_t row_b) {
  if (!a.mode.empty() && !b.mode.empty() && a.mode != b.mode) return false;
  if (a.status != b.status && !(Happened(a.status) && Happened(b.status))) return false;
  if (CompareDates(a.date, b.date) == Match::kContradict) return false;
  const Match matches[] = {CompareSides(a.actors, b.actors),
                           CompareSides(a.recipients, b.recipients),
                           CompareOptional(a.place, b.place), CompareOptional(a.dead, b.dead),
                           CompareOptional(a.injured, b.injured)};
  // The words of a row mean one act; what the encoder reads has no words in common.
  int agree = row_a == row_b && !TriggerLexicon::Get().row(row_a).learned ? 1 : 0;
  for (Match match : matches) {
    if (match == Match::kContradict) return false;
    agree += match == Match::kAgree;
  }
  return agree >= 2;
}

}  // namespace

std::optional<EventId> SameActFinder::Find(const Event& event, std::uint32_t row,
                                           std::uint32_t index, const std::vector<Event>& events) {
  std::vector<Telling>& first = first_[static_cast<std::size_t>(event.type)];
  for (const Telling& telling : std::views::reverse(first))
    if (Same(events[telling.event], telling.row, event, row)) return EventId{telling.event};
  if (first.size() == kTellings) first.erase(first.begin());
  first.push_back({index, row});
  return std::nullopt;
}

}  // namespace dateline::events
