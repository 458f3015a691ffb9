#include "extract/statements/stance.h"

#include <algorithm>
#include <vector>

#include "ontology/senses.h"

namespace dateline {

namespace {

bool IsAnswer(const StatementView& view, std::uint32_t token) {
  return Means(view.lower(token), Sense::kAnswer) || view.IsOneOf(token, {"confirm", "discuss"});
}

// "declined to comment", "refused to go": the verb that is refused ends the cue or begins what is
// said.
Stance OfRefusal(const StatementView& view, const std::vector<Range>& cue, Range content) {
  const bool in_cue = std::ranges::any_of(
      cue, [&view](Range part) { return part.size() > 1 && IsAnswer(view, part.last - 1); });
  if (in_cue) return Stance::kNoComment;
  std::uint32_t at = content.first;
  if (at < content.last && view.lower(at) == "to") ++at;
  return at < content.last && IsAnswer(view, at) ? Stance::kNoComment : Stance::kRefuse;
}

Stance OfNegated(const CueEntry& entry, const Draft& draft) {
  switch (entry.stance) {
    case Stance::kDeny:
      return Stance::kAssert;
    case Stance::kPromise:
      return Stance::kRefuse;
    case Stance::kAssert:
    case Stance::kHedge:
      if (entry.words == "believe" || entry.words == "think" || entry.words == "expect")
        return Stance::kDoubt;
      if (Means(entry.words, Sense::kAnswer)) return Stance::kNoComment;
      if (draft.refuses) return Stance::kRefuse;
      return entry.stance;
    default:
      return entry.stance;
  }
}

// What the content's own words add to a plain cue ("say").
Stance OfContent(const StatementView& view, Range content) {
  const CueLexicon& lexicon = CueLexicon::Get();
  for (std::uint32_t i = content.first; i < content.last; ++i) {
    if (lexicon.Is(WordClass::kDemandModal, view.token(i))) return Stance::kDemand;
    if (lexicon.Is(WordClass::kHedgeModal, view.token(i)) && view.token(i).shape == Shape::kLower)
      return Stance::kHedge;
    if (view.IsPunctuation(i) && view.lower(i) != "," && i > content.first + 1 && !view.InMarks(i))
      break;
  }
  return Stance::kAssert;
}

}  // namespace

Stance StanceOf(const StatementView& view, const Draft& draft) {
  const Range first = view.doc().TokensIn(draft.content.front());
  const Stance plain = draft.entry == nullptr ? Stance::kAssert : draft.entry->stance;
  if (draft.entry != nullptr && draft.negated) return OfNegated(*draft.entry, draft);
  if (plain == Stance::kRefuse) return OfRefusal(view, draft.cue, first);
  if (plain != Stance::kAssert) return plain;
  const Range last = view.doc().TokensIn(draft.content.back());
  for (std::uint32_t i = last.last; i > last.first && view.IsPunctuation(i - 1); --i) {
    if (view.lower(i - 1) == "?" && first == last) return Stance::kQuestion;
  }
  // A plain cue ("say", "tell") leaves it to the words: what the encoder makes of them, if it read
  // them, unless they demand.  // said the owners must pay
  const Stance by_words = OfContent(view, first);
  return draft.stance && by_words != Stance::kDemand ? *draft.stance : by_words;
}

bool IsConditional(const StatementView& view, const Draft& draft) {
  const CueLexicon& lexicon = CueLexicon::Get();
  bool asks = draft.entry != nullptr && draft.entry->stance == Stance::kQuestion;
  for (Span span : draft.content) {
    const Range tokens = view.doc().TokensIn(span);
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (!lexicon.Is(WordClass::kCondition, view.token(i))) continue;
      const bool whether =
          i > tokens.first && view.IsOneOf(i - 1, {"ask", "asked", "see", "know", "as", "even"});
      if (!asks && !whether) return true;
      asks = false;  // "asked if they would go": the first "if" is the question's
    }
  }
  return false;
}

}  // namespace dateline
