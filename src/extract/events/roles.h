// Who did it, and to whom?  The sides of a trigger, from the words around it.
//
// Verb, active: subject is actor, object recipient; passive: subject is recipient, "by X" actor.
// Noun: "X's attack on Y", "the Russian strike on Y", "an attack by X", "X launched an attack on
// Y", "talks between X and Y", "the killing of Y". Who agrees, meets or fights together is on both
// lists: "A and B met", "talks between A and B"; "A met B" is one-way. REQUIRES calls in text
// order, so that a participle finds the subject of the verb before it. Cost: each call bounded.
// Thread rule: one thread a batch.
#pragma once

#include <string>
#include <vector>

#include "dateline/record.h"
#include "extract/events/participants.h"
#include "extract/events/phrases_around.h"

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

  Sides Find(const Trigger& trigger, const TriggerRow& row);

  // The sides as actors of the batch.
  std::vector<Participant> Settle(const std::vector<Side>& sides);

 private:
  Sides OfVerb(const Trigger& trigger, const TriggerRow& row);
  Sides OfNoun(const Trigger& trigger, const TriggerRow& row);
  // Where the trigger is a statement's reporting word, its source and addressee are the sides.
  void AddFromStatement(const Trigger& trigger, Sides& sides) const;
  bool HoldsWill(const Trigger& trigger) const;
  bool IsReciprocal(const Trigger& trigger, const TriggerRow& row) const;
  std::vector<Range> Recipients(const Trigger& trigger, const TriggerRow& row);
  // "Russian strike", "Russia's strike": the phrase in front of the noun that says whose it is.
  std::vector<Range> Possessor(const Trigger& trigger) const;
  std::vector<Range> SubjectOfLightVerb(const Trigger& trigger);
  void Add(const std::vector<Range>& phrases, bool places_count, std::string_view how,
           bool recipient, Sides& sides);
  static void Separate(bool reciprocal, Sides& sides);

  const ReportView& view_;
  const RecordBatch& batch_;
  ParticipantFinder participants_;
  std::uint32_t sentence_ = kNone;
  std::vector<Range> subject_;  // of the last verb trigger of the sentence
};

}  // namespace dateline::events
