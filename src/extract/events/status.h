// Did it happen?  The status of an event from the tree above its trigger.
//
// The first that applies:
//   denied        "did not shell the town", "denied seizing the ships", "without firing a shot"
//   hypothetical  "may attack", "if they invade", "is considering sanctions", "fears of a raid"
//   future        "will withdraw on Friday", "plans to deploy", "a planned strike"
//   claimed       only a quoted or cited source says so: the trigger stands in what it says
//   background    "had seized the port in 2014": before this story's news, told as context
//   actual        told as fact
// What a noun with "the" or a possessor presupposes inside a quote ("condemned the invasion") keeps
// the report's own status; claimed_by is set all the same.  Reads the signs of signs.h.  Cost:
// bounded.  Thread rule: pure function.
#pragma once

#include <optional>
#include <string_view>

#include "dateline/record.h"
#include "extract/events/report_view.h"
#include "extract/events/trigger_matcher.h"

namespace dateline::events {

struct StatusReading {
  EventStatus status;
  std::optional<StatementId> claimed_by;
  bool promised = false;  // "will send tents if asked"
  bool refused = false;   // "will not release", "cannot accept", "failed to agree"
  std::string_view why;   // "modal 'may'" in words: "a modal before it"
};

// `old`: the event's own date lies well before the report's (attachment.h).
StatusReading StatusOf(const ReportView& view, const RecordBatch& batch, const Trigger& trigger,
                       bool old);

}  // namespace dateline::events
