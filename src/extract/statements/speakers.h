// Which actor is the source?  Resolves names, titles, pronouns and "the official" to an ActorId, or
// abstains.
//
// A name or full phrase goes to ActorBook.  "he", "she": the last person, a speaker before others;
// "it": the last institution; "they": the last group or institution; "who": the phrase before it;
// "I", "we": the speaker of the quotation.  "the official", "the senior official": the last mention
// with that head. REQUIRES calls in text order.  Cost: linear in mentions over all calls, each call
// amortised constant. Thread rule: one thread a batch.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dateline/record.h"
#include "extract/actors/actor_book.h"
#include "extract/statements/view.h"

namespace dateline {

class SpeakerResolver {
 public:
  SpeakerResolver(const StatementView& view, RecordBatch& batch);

  // The actor of the source phrase.  `quoting`: who speaks where the phrase stands, if in
  // somebody's words.
  std::optional<ActorId> Resolve(Range source, std::optional<ActorId> quoting);

  // The actor of a phrase that is not a pronoun: an addressee.  None for pronouns.
  std::optional<ActorId> ResolveOther(Range phrase);

  // Tells that `actor` has spoken, named by `source`.
  void Spoke(ActorId actor, Range source);

  bool IsAnonymous(Range source) const { return book_.IsAnonymous(view_.doc().SpanOf(source)); }

  bool IsPronoun(Range source) const { return book_.IsPronoun(view_.doc().SpanOf(source)); }

 private:
  struct Seen {
    std::uint32_t token = 0;
    std::uint32_t sentence = 0;
    ActorId actor;
  };
  struct SeenMention {
    Range tokens;
    ActorId actor;
  };
  enum class Class : std::uint8_t { kPerson, kInstitution, kPlural };

  void ReadMentionsBefore(std::uint32_t token);
  void Note(ActorId actor, Range phrase);
  bool Fits(ActorId actor, Class wanted) const;
  std::optional<ActorId> LastOf(Class wanted, std::uint32_t token) const;
  std::optional<ActorId> Antecedent(std::uint32_t who);
  std::optional<ActorId> LastWithHead(const NounPhrase& phrase) const;
  Range WithoutOne(Range phrase) const;
  bool IsBareDefinite(const NounPhrase& phrase) const;

  const StatementView& view_;
  RecordBatch& batch_;
  ActorBook book_;
  std::vector<SeenMention> mentions_;  // of the actors found before, in text order
  std::size_t next_ = 0;
  std::optional<Seen> last_[3];  // by Class: the first mention of the latest sentence that has one
  std::optional<Seen> speaker_[3];  // the last speaker
  std::unordered_map<std::string_view, ActorId> by_head_;
};

}  // namespace dateline
