// Do the spans of a batch tell the truth?  What every fuzz target over records asserts.
#pragma once

#include <string>

#include "base/check.h"
#include "dateline/record.h"

namespace dateline {

inline void CheckSpan(const std::string& text, Span span) {
  DL_CHECK(span.begin < span.end && span.end <= text.size());
  for (std::uint32_t edge : {span.begin, span.end}) {
    DL_CHECK(edge == text.size() || (static_cast<unsigned char>(text[edge]) & 0xC0) != 0x80);
  }
}

inline void CheckSpans(const std::string& text, const RecordBatch& batch) {
  const auto all = [&](const Evidence& evidence) {
    for (Span span : evidence.spans()) CheckSpan(text, span);
  };
  for (const Statement& s : batch.statements) {
    all(s.content);
    if (s.source) all(*s.source);
    if (s.cue) all(s.cue->evidence);
    if (s.addressee) all(s.addressee->evidence);
    if (s.venue) all(*s.venue);
    DL_CHECK(!s.speaker || s.speaker->index < batch.actors.size());
    DL_CHECK(!s.parent || s.parent->index < batch.statements.size());
  }
  for (const Event& e : batch.events) {
    all(e.trigger);
    for (const auto* sides : {&e.actors, &e.recipients}) {
      for (const Participant& side : *sides) {
        for (Span span : side.spans) CheckSpan(text, span);
        DL_CHECK(!side.actor || side.actor->index < batch.actors.size());
      }
    }
    DL_CHECK(!e.place || e.place->index < batch.places.size());
    DL_CHECK(!e.time || e.time->index < batch.times.size());
    DL_CHECK(!e.claimed_by || e.claimed_by->index < batch.statements.size());
    DL_CHECK(!e.same_as || e.same_as->index < batch.events.size());
  }
  for (const Actor& a : batch.actors) all(a.mentions);
  for (const Place& p : batch.places) all(p.mentions);
  for (const Time& t : batch.times) all(t.mention);
}

}  // namespace dateline
