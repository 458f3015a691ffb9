// How far does a noun phrase go that begins here?  The one parser behind noun_phrase.h.
//
// Reads left to right, never past `end` or the sentence: core (determiner, modifiers, head),
// complements
// ("of the ministry"), touching apposition.  Decides by names, closed-class words and known agent
// nouns. Cost: linear in the tokens read, at most kMaxPhraseTokens.  Thread rule: a value, used by
// one thread.
#pragma once

#include <cstdint>

#include "document/document.h"
#include "extract/actors/noun_phrase.h"
#include "ontology/actor_codes.h"

namespace dateline {

class PhraseParser {
 public:
  // Reads tokens below `end`; the sentence of `first` bounds it as well.
  PhraseParser(const Document& doc, std::uint32_t first, std::uint32_t end);

  NounPhrase Parse() const;

  // May a phrase begin with this token?  Not with "of", "said", ",".
  static bool MayBegin(const Document& doc, std::uint32_t token);

 private:
  Range Core(std::uint32_t first) const;
  std::uint32_t Complements(Range core) const;                    // end of "of X of Y"
  std::uint32_t Apposition(Range core, std::uint32_t end) const;  // end of ", X"; `end` if none
  std::uint32_t ContentSize(std::uint32_t token, std::uint32_t first_content) const;
  std::uint32_t CutVerb(std::uint32_t first, std::uint32_t last) const;
  Known<Agent> AgentEndingCore(Range core) const;
  bool NamesActor(Range core) const;

  const Document& doc_;
  std::uint32_t first_;
  std::uint32_t end_;
};

}  // namespace dateline
