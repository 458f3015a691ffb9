// Who is the report about, and who deals with whom in it?
//
// A party is a state or an organisation of states: the country of a code, or the whole code of an
// organisation ("IGO UNO").  The home is the state that actors and places name most often; at a tie
// the dateline's.  The counterpart of a side is the other party that the report names most often,
// an act between the two counting as much as kDealing mentions:
//   "Chad has rejected the demand", in a report of Chad and Sudan     recipient: Sudan
// The opponent is a party that it fights; a state that fights its own rebels is its own.  Cost:
// construction linear in mentions and events, each question in the number of parties (at most
// kMaxParties).  Thread rule: immutable once built.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dateline/record.h"

namespace dateline::events {

inline constexpr std::size_t kMaxParties = 32;
inline constexpr int kDealing = 3;

// A state, not a class of organisations.
bool IsCountry(const std::string& code);

class Parties {
 public:
  // `dateline`: the country of the report's dateline, "" if it has none.  Reads the events' sides.
  Parties(const RecordBatch& batch, const std::string& dateline);

  const std::string& home() const { return home_; }

  // The other side of the acts of `sides`; none: the report names no other party.  Of acts of
  // `conflict`, help and talks are no dealings.
  std::optional<ActorCode> Counterpart(const std::vector<Participant>& sides, bool conflict) const;
  // Whom `sides` fight; none: the report tells of no fight of theirs.
  std::optional<ActorCode> Opponent(const std::vector<Participant>& sides) const;
  // The two parties besides `sides` that the report names most often; fewer if it has fewer.
  std::vector<ActorCode> MainBeside(const std::vector<Participant>& sides) const;

 private:
  struct Party {
    std::string code;
    int mentions;
  };
  // Party -> party -> in how many acts.
  using Dealings = std::map<std::string, std::map<std::string, int>>;
  void ReadEvent(const Event& event);

  std::string home_;
  std::vector<Party> parties_;  // the most named first
  Dealings peace_, conflict_, fights_;
};

}  // namespace dateline::events
