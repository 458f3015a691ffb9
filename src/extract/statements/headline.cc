#include "extract/statements/headline.h"

#include <algorithm>

#include "extract/actors/noun_phrase.h"
#include "extract/statements/source.h"
#include "ontology/senses.h"

namespace dateline {

namespace {

constexpr std::uint32_t kLongestLabel = 5;  // words of the source before or after the colon

// The words [first, last) are one phrase that can speak.
bool IsLabel(const StatementView& view, std::uint32_t first, std::uint32_t last) {
  if (first == last || last - first > kLongestLabel) return false;
  const std::optional<Range> source = SourceAt(view, first, last);
  return source && source->last == last && !Means(view.lower(last - 1), Sense::kRubric) &&
         !Means(view.lower(first), Sense::kRubric);
}

}  // namespace

bool ReadHeadline(const StatementView& view, std::uint32_t sentence, std::vector<Draft>& drafts) {
  const Sentence& whole = view.doc().sentences[sentence];
  const Range tokens = whole.tokens;
  const bool opens_paragraph =
      sentence == 0 || view.doc().sentences[sentence - 1].paragraph != whole.paragraph;
  if (!opens_paragraph) return false;
  std::uint32_t colon = tokens.last;
  const std::uint32_t reach =
      whole.headline ? tokens.last : std::min(tokens.last, tokens.first + kLongestLabel + 1);
  for (std::uint32_t i = tokens.first; i < reach && colon == tokens.last; ++i) {
    if (view.lower(i) == ":" && view.QuoteAt(i) == kNoQuote) colon = i;
  }
  if (colon == tokens.last || colon + 1 >= tokens.last) return false;

  Draft draft;
  draft.sentence = sentence;
  Range content;
  // "LAGOS: Two bridges fell." is a dateline.
  if (const std::uint32_t name = NameAt(view.doc(), tokens.first);
      !whole.headline && whole.dateline > 0 && name < view.doc().names.size() &&
      IsPlaceOrState(view.doc().names[name].kind))
    return false;
  if (IsLabel(view, tokens.first, colon) && view.token(tokens.first).shape != Shape::kLower) {
    draft.frame = "source and colon";
    draft.source = {tokens.first, colon};
    content = {colon + 1, tokens.last};
  } else if (whole.headline && IsLabel(view, colon + 1, tokens.last)) {
    draft.frame = "colon and source";
    draft.source = {colon + 1, tokens.last};
    content = {tokens.first, colon};
  } else {
    return false;
  }
  const Span span = view.ContentSpan(content.first, content.last);
  if (span.empty()) return false;
  draft.content.push_back(span);
  drafts.push_back(std::move(draft));
  return true;
}

}  // namespace dateline
