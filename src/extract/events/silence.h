// Which sentences tell of no political act, whatever their verbs?  Those of disasters, accidents,
// sport, markets, entertainment, routine crime and obituaries.
//
// Half of ordinary news holds no event: silence is a result.  "Lightning struck the depot", "the
// striker fired wide", "shares retreated": the words of triggers.tsv without the act.  Words of
// data/silence.tsv weigh 1 or 2; a sentence is silent from 2, a sentence of a report whose headline
// or two fifths of whose sentences are silent already from 1. Words of armed conflict outweigh
// disaster, accident and crime: "the shell set off an avalanche" is not silent; words of politics
// outweigh sport.  Cost: linear.
// Thread rule: pure functions.
#pragma once

#include <vector>

#include "dateline/record.h"
#include "document/document.h"
#include "extract/events/report_view.h"

namespace dateline::events {

// One for each sentence of the document.
std::vector<Silence> SilenceOfSentences(const Document& doc, const WordsOfDocument& words,
                                        const TriggerLexicon& lexicon);

// Is an event of this type suppressed in such a sentence?  Aid after a quake and talks after a
// crash are acts; in a report of a match nothing is.
bool Silences(Silence silence, EventType type);

}  // namespace dateline::events
