// Is this word of a closed class?  Determiners, pronouns, prepositions and their like
// (data/function_words.tsv).
//
// A word has one class, the commonest in news: "that" is a determiner here, whatever it is in its
// sentence. Cost: one hash probe.  Thread rule: immutable, shared.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

enum class FunctionClass : std::uint8_t {
  kNone,  // an open-class word: noun, adjective, most verbs
  kDeterminer,
  kPossessive,
  kPronoun,
  kRelative,
  kPreposition,
  kConjunction,
  kAuxiliary,
  kAdverb,
  kTime,    // weekdays and months
  kNumber,  // "two", "hundreds", "first"
  kVerb     // forms of the verbs that most often follow a subject in news: "said", "met"
};

FunctionClass FunctionClassOf(std::string_view lower);

}  // namespace dateline
