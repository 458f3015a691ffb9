// Which sides does the report imply without naming them at the trigger?
//
//   "prosecutors" in a report from Tbilisi          GEO JUD: who acts at home has the country of
//   the place "a shell tore into a market in Kherson"          recipient UKR: the place's country,
//   where nobody is named "the army beat off the attack"                  the side that the report
//   has fighting against it
// A country that is only implied stands in the participant's code, never in the actor's; a side
// without words has no spans.  An opponent is implied only where the report has exactly one. Cost:
// linear in the events (sides are capped).  Thread rule: pure function.
#pragma once

#include <optional>
#include <vector>

#include "dateline/record.h"

namespace dateline::events {

// REQUIRES: `batch.events` have their own places; `dateline`: the report's.
void AddImpliedSides(std::optional<PlaceId> dateline, RecordBatch& batch);

}  // namespace dateline::events
