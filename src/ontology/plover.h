// What may an event be called?  PLOVER's types and modes, with the quad class, the intensity, the
// typical CAMEO code and the roles of each: the table data/plover.tsv.
//
// A mode is a word of its type ("heavy-weapons" of ASSAULT); "" is the type alone, which every type
// has.  The same word may be a mode of several types ("withdraw" of RETREAT and of SANCTION).
// Lookups fall back from an unknown mode to the type alone, so that each of them always has an
// answer. Cost: the table is read once; a lookup scans the at most 17 rows of a type.  Thread rule:
// immutable after the first call, shared freely.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "dateline/record.h"

namespace dateline {

// The numbers are those of GDELT's QuadClass and of the record contract.
enum class QuadClass : std::uint8_t {
  kVerbalCooperation = 1,
  kMaterialCooperation = 2,
  kVerbalConflict = 3,
  kMaterialConflict = 4
};

enum class EventRoles : std::uint8_t {
  kParties,            // all sides are actors: "the two presidents agreed"
  kVisitorHost,        // the visitor is the actor, the host the recipient
  kOneWay,             // an actor; a recipient where there is one: a bombing may have neither
  kRecipientRequired,  // aid, a sanction: it has somebody to whom it is done
};

struct PloverRow {
  EventType type;
  std::string_view mode;  // "" for the type alone
  QuadClass quad;
  double intensity;        // -10 (most hostile) .. 10 (most cooperative)
  std::string_view cameo;  // "194": the code that a CAMEO coder would most often give
  EventRoles roles;
};

inline constexpr int kEventTypes = 16;

// The rows of one type: the type alone first, then its modes.
std::span<const PloverRow> PloverRows(EventType type);

// The row of exactly this mode; none if the type has no such mode.
std::optional<PloverRow> FindPlover(EventType type, std::string_view mode);

// As FindPlover, but an unknown mode gives the row of the type alone.
PloverRow PloverOf(EventType type, std::string_view mode);

// Fills quad, intensity and cameo of the event from its type and mode.
void SetCodes(Event& event);

inline QuadClass QuadOf(EventType type) { return PloverOf(type, "").quad; }
inline double IntensityOf(EventType type, std::string_view mode) {
  return PloverOf(type, mode).intensity;
}
inline std::string_view CameoOf(EventType type, std::string_view mode) {
  return PloverOf(type, mode).cameo;
}

// "ASSAULT" -> kAssault; none for a word that is no type.
std::optional<EventType> EventTypeOf(std::string_view word);

// "VERBAL COOPERATION", as POLECAT prints it.
std::string_view QuadName(QuadClass quad);

}  // namespace dateline
