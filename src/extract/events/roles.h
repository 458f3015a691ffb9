// Who did it, and to whom?  The sides of a trigger, from the tree around it, and where that names
// nobody from the encoder (Document::acts).
//
// Verb, active: subject is actor, object recipient; passive: subject is recipient, "by X" actor.
// Noun: "X's attack on Y", "the Russian strike on Y", "an attack by X", "X launched an attack on
// Y", "the strike hit Y", "talks between X and Y", "the killing of Y".  Where an object is a thing
// ("imposed sanctions on Y", "agreed to help Y"), who it is done to comes after it.  Who agrees,
// meets or fights together is on both lists: "A and B met", "talks between A and B"; "A met B" is
// one-way.  Cost: each call bounded.  Thread rule: one thread a batch.
#pragma once

#include <string>
#include <vector>

#include "extract/events/participants.h"
#include "extract/events/trigger_matcher.h"

namespace dateline::events {

struct Sides {
  std::vector<Side> actors, recipients;
  std::string why;  // "actor: subject 'Russian forces'; recipient: object 'the town'"

  // How many political sides there are, on both lists, each once.
  int Political() const;
};

class RoleFinder {
 public:
  RoleFinder(const ReportView& view, RecordBatch& batch)
      : view_(view), batch_(batch), participants_(view, batch) {}

  Sides Find(const Trigger& trigger, const TriggerRow& row) const;

  // The sides as actors of the batch.
  std::vector<Participant> Settle(const std::vector<Side>& sides);

 private:
  enum class List : std::uint8_t { kActors, kRecipients };

  void OfVerb(const Trigger& trigger, const TriggerRow& row, Sides& sides) const;
  void OfNoun(const Trigger& trigger, const TriggerRow& row, Sides& sides) const;
  // Who suffers what an active verb says: its objects, or who stands behind them.
  void AddTargets(std::uint32_t verb, const TriggerRow& row, Sides& sides) const;
  bool AddHelped(std::uint32_t verb, const Heads& objects, Sides& sides) const;
  // Below a noun: "talks with X", "sanctions on X".
  void AddTargetsOfNoun(std::uint32_t noun, const TriggerRow& row, Sides& sides) const;
  // "the Russian strike", "Russia's strike", "a strike by Russia": whose it is.
  void AddOwner(std::uint32_t noun, List list, Sides& sides) const;
  // Where the verb is a statement's reporting word, its source and addressee are sides.
  void AddFromStatement(const Trigger& trigger, Sides& sides) const;
  // "the neighbour will bear the consequences," it said: who says so threatens.  "The rebels must
  // leave," it said: who says so demands it of them.
  bool AddSpeaker(const Trigger& trigger, const TriggerRow& row, Sides& sides) const;
  // Whom the encoder gives to an act that it sees there, where the tree names nobody.
  void AddLearned(const Trigger& trigger, const TriggerRow& row, Sides& sides) const;
  Heads HeadsIn(const std::vector<Range>& spans, Range sentence) const;
  bool Add(const Heads& heads, bool places_count, std::string_view how, List list,
           Sides& sides) const;

  const ReportView& view_;
  const RecordBatch& batch_;
  ParticipantFinder participants_;
};

}  // namespace dateline::events
