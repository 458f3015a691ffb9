// What stands at a trigger, and above it, that says whether the act happened?
//
// Auxiliaries, negation and conjunctions of the trigger and of the words that govern it in the
// tree: "did not", "may", "denied", "plans to", "if".  What they come to is decided in status.h.
// Cost: bounded, kGovernors words up.  Thread rule: pure function.
#pragma once

#include <string_view>

#include "extract/events/report_view.h"
#include "extract/events/trigger_matcher.h"

namespace dateline::events {

// The first three say in words what stands there; empty where nothing of the kind does.
struct Signs {
  std::string_view denied, hypothetical, future;
  bool pluperfect = false;
  bool lasting = false;      // "has long described"
  bool promised = false;     // "will send tents if asked"
  bool refused = false;      // "will not release", "failed to agree"
  bool presupposed = false;  // "the invasion", "Russia's attack", "this raid": told as known
};

Signs ReadSigns(const ReportView& view, const Trigger& trigger);

}  // namespace dateline::events
