// Who is the report about, and who deals with whom in it?
//
// A party is a state or an organisation of states: the country of a code, or the whole code of an
// organisation ("IGO UNO").  The home is the state that actors and places name most often; at a tie
// the dateline's.  The counterpart of a side is the party that it has most dealings with in the
// report's events, else the party named most often besides it:
//   "Chad has rejected the demand", in a report of Chad and Sudan     recipient: Sudan
// A state that fights its own rebels is its own counterpart.  Cost: construction linear in mentions
// and events, each question in the number of parties (at most kMaxParties).  Thread rule: immutable
// once built.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dateline/record.h"

namespace dateline::events {

inline constexpr std::size_t kMaxParties = 32;

// A state, not a class of organisations.
bool IsCountry(const std::string& code);

class Parties {
 public:
  // `dateline`: the country of the report's dateline, "" if it has none.  Reads the events' sides.
  Parties(const RecordBatch& batch, const std::string& dateline);

  const std::string& home() const { return home_; }

  // The other side of the acts of `sides`; none: the report names no other party.
  std::optional<ActorCode> Counterpart(const std::vector<Participant>& sides) const;
  // The same, of acts of violence alone; none: the report tells of none.
  std::optional<ActorCode> Opponent(const std::vector<Participant>& sides) const;
  // The two parties that the report names most often; fewer if it has fewer.
  std::vector<ActorCode> Main() const;

 private:
  // Party -> party -> in how many acts.
  using Dealings = std::map<std::string, std::map<std::string, int>>;
  static std::optional<ActorCode> MostOf(const Dealings& dealings,
                                         const std::vector<Participant>& sides);
  void ReadEvent(const Event& event);

  std::string home_;
  std::vector<std::string> by_mentions_;  // the most named first
  Dealings dealings_, fights_;
};

}  // namespace dateline::events
