// Who did what to whom, where, when?  Events of the 16 PLOVER types from the words of
// data/triggers.tsv, and where these are silent from what the encoder reads as an act.
//
// The extractor "events".  One event for each act that a sentence tells; a second telling has
// same_as.  Silence is a result: a sentence of a disaster, a match or a market yields nothing
// (silence.h). Order of work: triggers (trigger_matcher), which of them are acts (selection), sides
// (roles), status, where and when (attachment), counts; then, over the report, the coding rules
// that need all events, and second tellings (same_act). Cost: linear in the report.  Thread rule:
// const, shared by threads.
#pragma once

#include "document/stage.h"

namespace dateline {

class EventExtractor : public Extractor {
 public:
  StageInfo info() const override;
  void Extract(const Document& doc, RecordBatch& batch) const override;
};

}  // namespace dateline
