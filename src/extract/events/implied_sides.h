// Which sides does the report imply without naming them at the trigger?
//
//   "prosecutors", in a report of Georgia          GEO JUD: who is not named as a foreigner is of
//                                                  where it happens
//   "a shell tore into a market in Kherson"        recipient UKR: the country of the place
//   "The attack ended at dawn."                    the sides of the attack told before
//   "The talks resume on Monday."                  the two parties that the report is about
//   "Chad has rejected the demand."                recipient: whom Chad deals with (parties.h)
//   "both sides", "its neighbour"                  those two parties; whom the other side deals
//   with
// A side that is only implied has no spans, and its country stands in the participant's code, never
// in the actor's; the event's judgement names each and says what decided.  Cost: linear in the
// events (sides are capped).  Thread rule: pure function.
#pragma once

#include <optional>

#include "dateline/record.h"
#include "extract/events/report_view.h"

namespace dateline::events {

// REQUIRES: `batch.events` in text order, with their own places; `dateline`: the report's.
void AddImpliedSides(const ReportView& view, std::optional<PlaceId> dateline, RecordBatch& batch);

}  // namespace dateline::events
