// Is this a second telling of an act that the report has told before?
//
// The same if type and mode agree, no side, place, date or count contradicts, and at least two of
// these agree outright: actor, recipient, place, the trigger's row of the lexicon, a count. Denied,
// hypothetical and future tellings are not those of an act that happened, unless both are of one
// status. Only the last kTellings first tellings of a type are compared, so that the cost of a call
// is bounded. REQUIRES calls in text order.  Thread rule: one thread a report.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "dateline/record.h"
#include "ontology/plover.h"

namespace dateline::events {

inline constexpr std::size_t kTellings = 16;

class SameActFinder {
 public:
  // The earlier event of `events` that `event` tells again, if there is one; remembers it as a
  // first telling if not. `row`: the lexicon's row of its trigger; `index`: where it will stand in
  // `events`.
  std::optional<EventId> Find(const Event& event, std::uint32_t row, std::uint32_t index,
                              const std::vector<Event>& events);

 private:
  struct Telling {
    std::uint32_t event;
    std::uint32_t row;
  };
  std::array<std::vector<Telling>, kEventTypes> first_;
};

}  // namespace dateline::events
