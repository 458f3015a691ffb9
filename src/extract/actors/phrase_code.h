// Which PLOVER code do the words of a phrase give?  Country and sector from the tables, by their
// place in the phrase.
//
// The head noun gives the sector, the names that modify it the country; a head that only says
// "member" or "spokesman" takes both from the body it belongs to.
//   "Russian forces" -> RUS MIL        "a spokesman for the Pentagon" -> USA MIL
//   "US-backed Syrian rebels" -> SYR REB   "Hamas-run health ministry" -> PSE GOV
//   "a former Kenyan minister" -> KEN ELI
// What the words do not say stays "".  Office-holders are not looked up: a bare person has no code
// of their own. Cost: linear in the phrase.  Thread rule: const.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dateline/record.h"
#include "document/document.h"
#include "extract/actors/noun_phrase.h"
#include "ontology/actor_codes.h"

namespace dateline {

struct CodedPhrase {
  ActorCode code;
  const Agent* head = nullptr;  // the noun that heads the core, if the tables know it
  std::string why;              // "\"Russian\" is RUS, \"forces\" are MIL"
};

class PhraseCoder {
 public:
  // `places`: of the batch, for towns and regions that modify ("Kano police"); may be empty.
  PhraseCoder(const Document& doc, const std::vector<Place>& places);

  CodedPhrase Code(const NounPhrase& phrase) const;

  // The noun of the tables that ends at the head of the core; null if none.
  const Agent* HeadNounOf(Range core) const;

  // Is the name one of the places, word for word?
  bool IsPlace(Span name) const;

 private:
  struct Found;  // what the tables know of one part of the phrase
  struct Reading;
  std::vector<Found> Scan(Range tokens) const;
  Found PlaceAt(std::uint32_t token) const;
  void ReadCore(Range core, Reading& reading) const;
  void ReadRest(Range rest, Reading& reading) const;

  const Document& doc_;
  struct PlaceMention {
    Span span;
    std::string country;
  };
  std::vector<PlaceMention> places_;  // by begin
};

}  // namespace dateline
