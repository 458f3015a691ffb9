// Which actor is this phrase as a side of an event?
//
// A phrase that names somebody is that actor ("Russian forces" RUS MIL); a thing or an act stands
// for whoever the phrase says it belongs to ("Russia's invasion", "the Ukrainian positions": RUS,
// UKR); a place for its country; a pronoun for whom it means (antecedents.h).  People of whom
// nothing is known ("13 people") are a side without a code; a thing ("a depot") is none. Cost: each
// call bounded; construction linear in mentions. Thread rule: one thread a batch.
#pragma once

#include <optional>
#include <vector>

#include "dateline/record.h"
#include "extract/actors/actor_book.h"
#include "extract/actors/noun_phrase.h"
#include "extract/events/antecedents.h"
#include "extract/events/report_view.h"

namespace dateline::events {

// A participant that may not be an actor of the batch yet: Settle adds it, once its event is sure.
struct Side {
  Participant participant;
  bool is_new = false;
};

class ParticipantFinder {
 public:
  ParticipantFinder(const ReportView& view, RecordBatch& batch);

  // The side that a phrase stands for.  `places_count`: a town or country that is hit, seized,
  // visited is a side.
  std::optional<Side> Find(const NounPhrase& phrase, bool places_count) const;

  // A thing that is hit or seized ("the market", "two police cars"), as a side without an actor.
  std::optional<Side> FindThing(const NounPhrase& phrase) const;

  // The phrase itself, as somebody of whom no table knows country or sector: "13 people".  Only of
  // people, not of things.
  std::optional<Side> FindUncoded(const NounPhrase& phrase) const;

  // The source of a statement and whom it addresses, where the reporting word is itself the act
  // ("urged").
  std::optional<Side> SourceOf(const Statement& statement) const;
  std::optional<Side> AddresseeOf(const Statement& statement) const;

  // The participant as an actor of the batch, added if new.
  Participant Settle(const Side& side);

 private:
  // The side that the phrase's own head stands for, whatever it belongs to.
  std::optional<Side> OfHead(const NounPhrase& phrase, bool places_count) const;
  std::optional<Side> OfPronoun(std::uint32_t token) const;
  // "[its] drones", "[the] army": the country of whose they are.
  void AddOwner(const NounPhrase& phrase, Side& side) const;
  std::optional<Side> OfNameAt(std::uint32_t token, std::uint32_t last, bool places_count) const;
  Side OfActor(Span span) const;

  const ReportView& view_;
  RecordBatch& batch_;
  ActorBook book_;
  Antecedents antecedents_;
};

}  // namespace dateline::events
