// What is the dictionary form of an inflected word?  A table (data/lemmas.tsv), then suffix rules.
//
// For words that a tagger calls inflected: "said" -> "say", "ministries" -> "ministry".  The table
// has what the rules miss.  Cost: one hash probe.  Thread rule: immutable, shared.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// `lower`: an inflected verb (past, participle, third person) or else the plural of a noun.
std::string LemmaOf(std::string_view lower, bool verb);

// The lemma of an irregular form of a verb, "said", "fled"; empty if the table has none.
std::string_view IrregularVerb(std::string_view lower);

}  // namespace dateline
