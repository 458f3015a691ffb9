// Where and when did it happen?  The place and the time of a trigger, from its sentence or from the
// dateline.
//
// Place: the nearest mention in the sentence, one after the trigger before one in front of it; for
// acts that happen on the ground (material conflict and co-operation, meetings) else the
// dateline's.  A word of condemnation gets no pin. Time: the nearest date in the sentence; none:
// the day of publication where the act is news. Cost: each call bounded by kAttachReach tokens.
// Thread rule: pure functions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dateline/record.h"
#include "extract/events/report_view.h"
#include "extract/events/trigger_matcher.h"

namespace dateline::events {

inline constexpr std::uint32_t kAttachReach = 60;

// The place of the dateline ("KYIV, March 3 (Wire) -"); none if the report has none.
std::optional<PlaceId> DatelinePlace(const ReportView& view);

// A mention inside a phrase of `actors` names who acts, not where.
std::optional<PlaceId> PlaceOf(const ReportView& view, const Trigger& trigger, EventType type,
                               const std::vector<Participant>& actors);

struct When {
  std::optional<TimeId> time;
  std::string date;  // "2024-05-03", "2024-05", "2024"; "" if unknown
  bool old = false;  // more than a week before publication
};
When WhenOf(const ReportView& view, const RecordBatch& batch, const Trigger& trigger);

// The date part of a TIMEX3 value: "2023-02-19TMO" -> "2023-02-19", "2023-W07" -> "2023-02"; "" for
// durations and sets.
std::string DateOfValue(std::string_view value, std::string_view published);

}  // namespace dateline::events
