#include "extract/statements/source.h"

#include <algorithm>

#include "annotate/cue_lexicon.h"
#include "annotate/token_words.h"
#include "extract/actors/noun_phrase.h"
#include "ontology/actor_codes.h"
#include "ontology/function_words.h"

namespace dateline {

namespace {

// No source: words of time, numbers alone, punctuation.
bool MayBeSource(const StatementView& view, const NounPhrase& phrase) {
  if (phrase.empty()) return false;
  const Token& head = view.token(phrase.head);
  if (head.shape == Shape::kPunctuation) return false;
  const FunctionClass word = FunctionClassOf(head.lower);
  if (CueLexicon::Get().Is(WordClass::kTime, head) || word == FunctionClass::kTime) return false;
  if (head.shape == Shape::kNumber) return false;
  // A lone common noun in the singular is no subject, unless it is one that speaks: "police",
  // "parliament".
  if (phrase.core.size() == 1 && head.shape == Shape::kLower && word == FunctionClass::kNone &&
      head.lower == head.lemma &&
      !ActorTables::Get().AgentAt(TokenWords(view.doc(), phrase.head, phrase.head + 1).get())) {
    return false;
  }
  return !view.IsOneOf(
      phrase.head, {"that", "which", "there", "this", "what", "whose", "when", "where", "me", "him",
                    "them", "us", "himself", "herself", "themselves", "itself"});
}

}  // namespace

std::optional<Range> SourceAt(const StatementView& view, std::uint32_t token, std::uint32_t end) {
  if (token >= end || view.StartsQuote(token)) return std::nullopt;
  const NounPhrase phrase = NounPhraseStartingAt(view.doc(), token);
  if (!MayBeSource(view, phrase)) return std::nullopt;
  return Range{phrase.tokens.first, std::min(phrase.tokens.last, end)};
}

}  // namespace dateline
