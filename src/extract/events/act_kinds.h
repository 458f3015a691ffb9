// What kind of act is a type and mode of PLOVER?  The facts about acts by which sides, places and
// parties are found.
//
// What may be said of an act by its type and mode alone stands here; what its words say stands in
// the tables.  Cost: constant.  Thread rule: pure functions.
#pragma once

#include <string_view>

#include "dateline/record.h"

namespace dateline::events {

// It hits, takes or reaches a place: "shelled the town".
bool HitsPlaces(EventType type, std::string_view mode);
// It happens on the ground, so that the dateline's place is its own where the sentence names none.
bool HappensSomewhere(EventType type);
// Somebody suffers it where it happens.
bool IsOnTheGround(EventType type);
// Conflict, in words or deeds.
bool IsConflict(EventType type);
// An act of words about what somebody does.
bool IsVerbal(EventType type);
// Somebody receives it: "sent tents to", "expressed condolences to".
bool IsGiven(EventType type);
// One promises or does it to somebody: "conceded the seat to the rebels".
bool IsPromised(EventType type);
// Somebody else always takes it: who rejects, rejects what another wants.
bool HasCounterpart(EventType type);
// One does it with what one has: "threatened to recall its envoy", "withdrew its men".
bool IsWithOwn(EventType type, std::string_view mode);
// A joint subject does it to each other: "the two ministers met".
bool IsJoint(EventType type, std::string_view mode);
// All sides do it together: without a name they are those of the parties of the report.
bool IsMutual(EventType type, std::string_view mode);
// Of a state, of its courts and police and of its people among themselves.
bool IsDomestic(EventType type, std::string_view mode);

}  // namespace dateline::events
