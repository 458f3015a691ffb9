// Who is "they", "its", "him", and whose is "the army"?
//
// Words of a speaker ("we") are whose words they are.  Of the others, the actor that was last
// spoken of in that gender and number, in the pronoun's sentence or one of the three before it; the
// subject of a sentence before what else it names.  A pronoun that is object of a verb is never its
// subject:
//   [Chad] said Sudan had attacked it
// "It" is never a pair: not "Chad and Mali".  A definite noun is of the country of the last actor
// before it that has the same noun and a country:
//   Lesotho's [army] ... the [army] fired       LSO
// Cost: construction linear in the mentions, each call bounded by kMentionsBack or logarithmic.
// Thread rule: const, one thread a batch.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dateline/record.h"
#include "extract/actors/noun_phrase.h"
#include "extract/events/report_view.h"

namespace dateline::events {

class Antecedents {
 public:
  // Knows the actors that the batch has now.
  Antecedents(const ReportView& view, const RecordBatch& batch);

  // REQUIRES: `pronoun` is a token.  None: it is no pronoun of somebody, or nobody fits.
  std::optional<ActorId> Of(std::uint32_t pronoun) const;

  // The country of a phrase that points back ("the army"); "" for others, and if none was named.
  // "The government" in somebody's words is the speaker's own.
  std::string CountryOf(const NounPhrase& phrase) const;

  // The organisation that "the agency", "the bloc" stands for: the last one named.
  std::optional<ActorId> BodyOf(const NounPhrase& phrase) const;

 private:
  enum class Kind : std::uint8_t { kPerson, kBody, kPlural };
  struct Mention {
    std::uint32_t root;  // token
    ActorId actor;
  };
  static std::optional<Kind> KindOf(std::string_view lower);
  bool Fits(ActorId actor, Kind kind) const;
  std::optional<ActorId> Before(std::uint32_t pronoun, Kind kind) const;

  const ReportView& view_;
  const RecordBatch& batch_;
  bool PointsBack(const NounPhrase& phrase) const;
  bool IsPair(std::uint32_t root) const { return view_.tree.Has(root, {Deprel::kConj}); }

  std::vector<Mention> mentions_;  // by root
  // The mentions with a country by the lemma of their root, in text order.
  std::unordered_map<std::string_view, std::vector<Mention>> by_noun_;
  std::unordered_map<std::uint32_t, ActorId> speakers_;  // by the begin of a statement's source
};

}  // namespace dateline::events
