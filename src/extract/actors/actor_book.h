// Which actor does this phrase stand for?  The book of a batch's actors: finds an actor by phrase,
// adds new ones.
//
// Two phrases are one actor if their head names are of one cluster ("Wang Yi", "Mr Wang"), or if
// they are the same words without determiner and case ("the officials", "Officials").  A new actor
// is coded from its own words, its cluster's role and the tables (extract/actors/phrase_code.h);
// what the text does not say stays "".
//   "a senior State Department official" -> USA GOV     "Russian forces" -> RUS MIL
// A pronoun is never an actor of its own: FindOrAdd(span of "he") is a bug of the caller; Find
// gives none. The book keeps no state beyond the batch: any number of books over one batch, one
// after the other, agree. Cost: construction linear in the batch's actors, each call in the phrase.
// Thread rule: one thread a batch.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dateline/record.h"
#include "document/document.h"
#include "extract/actors/noun_phrase.h"
#include "extract/actors/phrase_code.h"

namespace dateline {

class ActorBook {
 public:
  // Requires the layers kSentences, kTokens, kNames.  Both must outlive the book; actors are only
  // added through it while it lives.
  ActorBook(const Document& doc, RecordBatch& batch);

  // The actor of `phrase`, added if new; the phrase becomes one of its mentions (once).
  // REQUIRES: phrase covers a token.  Whom a pronoun stands for is for the caller to know.
  ActorId FindOrAdd(Span phrase);

  // The actor of `phrase`, if the batch has it.  Changes nothing.
  std::optional<ActorId> Find(Span phrase) const;

  // The actor of a cluster of names, if the batch has it.
  std::optional<ActorId> FindCluster(std::uint32_t cluster) const;

  // The code that the phrase's words give it, without adding anything: "Ukrainian troops" -> UKR
  // MIL.
  ActorCode CodeOf(Span phrase) const;

  bool IsPronoun(Span phrase) const;

  // Do the words name nobody in particular ("a senior official", "residents", "two diplomats")?
  // False for names, institutions ("police", "the ministry") and unique office-holders ("the
  // president").
  bool IsAnonymous(Span phrase) const;

 private:
  struct Key {  // how a phrase is recognised again
    std::optional<std::uint32_t> cluster;
    std::string words;
    std::string_view state;  // "Ukraine" of "Kyiv": its words then
  };
  Key KeyOf(const NounPhrase& phrase) const;
  std::optional<ActorId> FindKey(const Key& key) const;
  ActorId Add(Span phrase, const NounPhrase& parsed, const Key& key);
  void AddMention(ActorId id, Span mention);
  void Refine(ActorId id, const NounPhrase& phrase, const Key& key);
  CodedPhrase CodeWithRole(const NounPhrase& phrase, const Key& key) const;
  ActorType TypeOf(const NounPhrase& phrase, const Key& key, const Agent* head) const;
  bool IsBodyBeside(std::uint32_t root) const;
  ActorType TypeOfName(const NameCluster& cluster, const Agent* head) const;

  const Document& doc_;
  RecordBatch& batch_;
  PhraseCoder coder_;
  std::unordered_map<std::uint32_t, ActorId> by_cluster_;
  std::unordered_map<std::string, ActorId> by_words_;
};

}  // namespace dateline
