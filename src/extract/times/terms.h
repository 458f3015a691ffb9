// Which pieces of a sentence may be part of a time expression?  Text in, terms out.
//
// Finer than the tokens of the document, since time expressions are ("30-day", "7pm", "2024-05-03"
// are one token each or several, by the tokenizer's rules): a term is a run of letters, a run of
// digits or one other character.  What belongs together for every rule is made one term here:
// numbers in words ("twenty-four", "nineteen ninety-six"), "1,200", "2.5", ordinals ("3rd"),
// decades ("1990s"), "a.m.", "Sept." with its full stop. Curly apostrophes and all dashes read as '
// and -. Cost: linear in the text.  Thread rule: pure function of a const Vocabulary.
#pragma once

#include <string_view>
#include <vector>

#include "dateline/span.h"
#include "extract/times/vocabulary.h"

namespace dateline {

struct TimeTerm {
  Span span;
  const TimeWord* word = nullptr;  // null: no word of the vocabulary, or a number
  ClassSet classes = 0;
  std::int64_t number = -1;        // of numbers; of decades the first year (1990)
  std::string_view fraction = {};  // of "2.5": ".5"
  char sign = '\0';                // of a term that is one sign: '-', ','
  bool space_before = true;
  bool capital = false;  // begins with a capital letter

  bool Is(TimeClass c) const { return classes & Bit(c); }
  // The value of the word as one of `c`.  REQUIRES: Is(c).
  std::int64_t Number(TimeClass c) const;
  std::string_view Code(TimeClass c) const;
};

// Appends the terms of text[range].
void ReadTerms(std::string_view text, Span range, const Vocabulary& vocabulary,
               std::vector<TimeTerm>& terms);

}  // namespace dateline
