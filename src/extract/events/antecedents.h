// Who is "they", "its", "him"?
//
// Words of a speaker ("we") are whose words they are.  Of the others, the actor that was last
// spoken of in that gender and number, in the pronoun's sentence or one of the three before it; the
// subject of a sentence before what else it names.  A pronoun that is object of a verb is never its
// subject:
//   [Chad] said Sudan had attacked it       Cost: construction linear in the mentions, each call
// bounded by kMentionsBack.  Thread rule: const, one thread a batch.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "dateline/record.h"
#include "extract/events/report_view.h"

namespace dateline::events {

class Antecedents {
 public:
  // Knows the actors that the batch has now.
  Antecedents(const ReportView& view, const RecordBatch& batch);

  // REQUIRES: `pronoun` is a token.  None: it is no pronoun of somebody, or nobody fits.
  std::optional<ActorId> Of(std::uint32_t pronoun) const;

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
  std::vector<Mention> mentions_;                        // by root
  std::unordered_map<std::uint32_t, ActorId> speakers_;  // by the begin of a statement's source
};

}  // namespace dateline::events
