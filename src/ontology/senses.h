// Does this word of an open class mean what a rule asks for?  Verbs of motion, compass words,
// offices that are over (data/senses.tsv, which says what each sense is).
//
// Ask with the dictionary form; words that have none, such as "ousted", stand as they are written.
// Closed classes are in function_words.h.  Cost: one hash probe.  Thread rule: immutable, shared.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

enum class Sense : std::uint8_t {
  kMotion,
  kAddress,
  kPersonal,
  kOwn,
  kQuantity,
  kAnswer,
  kCompass,
  kFormer,
  kPartOf,
  kOrigin,
  kRubric,
  kBody
};

bool Means(std::string_view word, Sense sense);

}  // namespace dateline
