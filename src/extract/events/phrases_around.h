// Who stands before the verb and what after it?  Subjects and objects by position, without a
// parser.
//
//   [Russian aircraft] dropped bombs on [the town]
//   [The general], who had fled, surrendered               over the relative clause
//   [Lawmakers] condemned the raid and called for talks    shared by both verbs
//   [The ministry] agreed to send tents                    of the verb that governs the infinitive
//   officials asked [the army] to withdraw                 the object of such a verb is the subject
// All phrases lie in the sentence.  Empty: nobody stands there.
// Cost: bounded by the sentence, which is capped, and by kMaxPhraseTokens.  Thread rule: pure
// functions.
#pragma once

#include <vector>

#include "extract/actors/noun_phrase.h"
#include "extract/events/report_view.h"
#include "extract/events/trigger_matcher.h"

namespace dateline::events {

// The phrases joined by "and" or commas to one that ends at `last` / begins at `first`, in text
// order; at most six.
std::vector<Range> PhrasesEndingAt(const ReportView& view, std::uint32_t last);
std::vector<Range> PhrasesStartingAt(const ReportView& view, std::uint32_t first);

// The subject of a verb.  `earlier`: the subject of the verb trigger before it in the sentence,
// which a participle or a coordinated verb shares; may be empty.
std::vector<Range> SubjectOf(const ReportView& view, const Trigger& trigger,
                             const std::vector<Range>& earlier);

// The object: the phrase right after the trigger, or after one preposition of `prepositions`
// ("on|against").
std::vector<Range> ObjectOf(const ReportView& view, std::uint32_t after,
                            const WordSet& prepositions);

// The phrase after the nearest of `prepositions` within the clause: "by", "between".
std::vector<Range> AfterPreposition(const ReportView& view, std::uint32_t after,
                                    const WordSet& prepositions);

}  // namespace dateline::events
