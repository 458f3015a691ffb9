// What does PLOVER make of an act whose type alone is not the whole story?
//
// The codebook's rules that turn one type into another:
//   "will meet on Friday", "are to sign"            AGREE, future: a meeting or a signature to come
//   "will send tents"                               AGREE: the promise is the act
//   "will bear the consequences"                    THREATEN, actual: the words are the threat
//   "will withdraw its men"                         CONCEDE: an announced withdrawal
//   "will send tents if asked"  AGREE, actual       "may sign the pact"  AGREE, hypothetical
//   "will not release the crew", "failed to agree"  REJECT: a refusal, actual
//   a side of the war calls for a ceasefire         AGREE, not REQUEST
//   "was jailed for five years"                     SANCTION convict and COERCE arrest
// Cost: constant an event; one pass a report.  Thread rule: pure functions.
#pragma once

#include <vector>

#include "dateline/record.h"
#include "extract/events/report_view.h"
#include "extract/events/trigger_matcher.h"

namespace dateline::events {

struct Coded {
  EventType type;
  std::string_view mode;
  EventStatus status;
};

// The type, mode and status of an act told as to come.
Coded CodeOfComing(EventType type, std::string_view mode, EventStatus status, bool claimed);

// The same of an act that may come.  `promised`: it will, on a condition: the promise is actual.
// `signing`: of a pact, which is only agreed to until it is signed.
Coded CodeOfPossible(const Coded& act, bool promised, bool signing);
bool IsSigning(const ReportView& view, const Trigger& trigger);

// What a refusal of such an act is; the act itself where it is none that one can refuse.
Coded CodeOfRefusal(const Coded& act);

// CAMEO tells an appeal (02) from a demand (10) and words of sympathy or concern (01) from praise
// and blame; PLOVER does not.  "" where the code of type and mode stands.
std::string_view CameoOfWords(const ReportView& view, const Trigger& trigger, const Event& event);

// Does a conviction name a prison term?
bool NamesPrison(const ReportView& view, const Trigger& trigger);

// Does the trigger's clause speak of ending a war?
bool SpeaksOfPeace(const ReportView& view, const Trigger& trigger);

// Countries that fight in the report: sides of its ASSAULT events.
std::vector<std::string> Belligerents(const std::vector<Event>& events);

}  // namespace dateline::events
