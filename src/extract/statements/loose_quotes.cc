#include "extract/statements/loose_quotes.h"

#include <algorithm>
#include <deque>
#include <iterator>

#include "extract/actors/noun_phrase.h"
#include "extract/statements/source.h"

namespace dateline {

namespace {

constexpr std::uint32_t kLongestLeadIn = 15;  // words before the subject: "In March, ..."
constexpr std::uint32_t kFewestWords =
    3;  // tokens of a quotation that counts as speech inside a clause

bool StartsBefore(const Draft& a, const Draft& b) {
  return a.content.front().begin < b.content.front().begin;
}

bool IsDash(const StatementView& view, std::uint32_t i) {
  return view.IsOneOf(i, {"-", "--", "–", "—", "―"});
}

class LooseQuotes {
 public:
  LooseQuotes(const StatementView& view, std::vector<Draft>& drafts)
      : view_(view), doc_(view.doc()), drafts_(drafts) {}

  void Run() {
    std::ranges::stable_sort(drafts_, StartsBefore);
    std::vector<Span> covered;
    for (const Draft& draft : drafts_)
      covered.insert(covered.end(), draft.content.begin(), draft.content.end());
    std::ranges::sort(covered);
    std::size_t next_span = 0;
    std::uint32_t covered_to = 0;
    for (const Quote& quote : doc_.quotes) {
      while (next_span < covered.size() && covered[next_span].begin <= quote.span.begin) {
        covered_to = std::max(covered_to, covered[next_span++].end);
      }
      while (next_draft_ < drafts_.size() &&
             drafts_[next_draft_].content.front().begin < quote.span.begin) {
        if (!drafts_[next_draft_].quoted) last_ = &drafts_[next_draft_];
        ++next_draft_;
      }
      if (!quote.tokens.empty() && view_.StartsQuote(quote.tokens.first) &&
          covered_to <= quote.span.begin)
        Read(quote);
    }
    drafts_.insert(drafts_.end(), std::make_move_iterator(found_.begin()),
                   std::make_move_iterator(found_.end()));
    std::ranges::stable_sort(drafts_, StartsBefore);
  }

 private:
  void Read(const Quote& quote) {
    const std::uint32_t first = quote.tokens.first, last = quote.tokens.last;
    const Sentence& begin = doc_.SentenceOf(first);
    const Sentence& end = doc_.SentenceOf(last - 1);
    const bool opens = first == begin.tokens.first;
    // "WARD: And who paid for it?" in a transcript.
    if (first + 3 < last && view_.token(first + 1).shape == Shape::kUpper &&
        view_.lower(first + 2) == ":") {
      const bool found = next_draft_ < drafts_.size() &&
                         drafts_[next_draft_].content.front().begin < quote.span.end &&
                         drafts_[next_draft_].source.first == first + 1;
      if (!found) Add(quote, {first + 1, first + 2}, "speaker's label");
      return;
    }
    if (const Range source = Signature(last, end); !source.empty())
      return Add(quote, source, "signature");
    const bool colon = first > 0 && view_.lower(first - 1) == ":" && !(opens && quote.continues);
    if (colon) {
      if (const Range source = BeforeColon(first - 1); !source.empty())
        return Add(quote, source, "source and colon");
    }
    const bool alone = opens && (last == end.tokens.last || view_.IsPunctuation(last));
    if (alone) return Continue(quote, begin);
    if (quote.tokens.size() < kFewestWords + 2) return;
    Add(quote, SubjectOf(begin, first), "quotation in a clause");
  }

  // "..." - Commissioner Hale.  The dash may begin the next sentence or paragraph.
  Range Signature(std::uint32_t at, const Sentence& sentence) const {
    if (at >= doc_.tokens.size() || !IsDash(view_, at) || at + 1 >= doc_.tokens.size()) return {};
    if (doc_.SentenceOf(at).paragraph > sentence.paragraph + 1) return {};
    const std::uint32_t end = doc_.SentenceOf(at).tokens.last;
    const std::optional<Range> source = SourceAt(view_, at + 1, end);
    if (!source || view_.token(at + 1).shape == Shape::kLower) return {};
    // "- Anna Ward, 34, Troy": who and where, and no clause.
    for (std::uint32_t i = source->last; i < end && !view_.StartsQuote(i); ++i) {
      if (view_.token(i).deprel == Deprel::kNsubj) return {};
    }
    return *source;
  }

  // "And from Chairwoman Oduya:", "The mayor on the flood:", "Ward took to the radio:"
  Range BeforeColon(std::uint32_t colon) const {
    const Sentence& sentence = doc_.SentenceOf(colon);
    if (colon == sentence.tokens.first) return {};
    const NounPhrase phrase = NounPhraseEndingAt(doc_, colon - 1);
    if (!phrase.empty()) {
      const std::uint32_t begin = phrase.tokens.first;
      const bool from = begin > sentence.tokens.first && view_.lower(begin - 1) == "from";
      if (from || begin == sentence.tokens.first) return phrase.tokens;
    }
    const std::uint32_t name = NameAt(doc_, colon - 1);
    if (name < doc_.names.size() && doc_.names[name].tokens.first > sentence.tokens.first)
      return doc_.names[name].tokens;
    return SubjectOf(sentence, colon);
  }

  // The subject of the sentence, if its first phrase is one and ends before `before`.
  Range SubjectOf(const Sentence& sentence, std::uint32_t before) const {
    std::uint32_t at = sentence.tokens.first;
    if (at < before && view_.IsConjunction(at)) ++at;
    if (at < before && view_.IsPreposition(at)) {
      const std::uint32_t limit = std::min(before, at + kLongestLeadIn);
      while (at < limit && view_.lower(at) != ",") ++at;
      if (at == limit) return {};
      ++at;
    }
    if (at >= before) return {};
    const std::optional<Range> source = SourceAt(view_, at, before);
    return source ? *source : Range{};
  }

  // A quotation that stands alone goes on from the speaker before it.
  void Continue(const Quote& quote, const Sentence& sentence) {
    if (last_ != nullptr) {
      const Span before = last_->content.back();
      const Sentence& spoken = doc_.sentences[last_->sentence];
      const bool direct = QuotedAt(before.end);
      if (spoken.paragraph == sentence.paragraph && direct && !quote.continues) {
        last_->content.push_back(quote.span);
        return;
      }
    }
    Add(quote, {}, "quotation of the running speaker");
  }

  // Does the content end on a quotation's last mark?
  bool QuotedAt(std::uint32_t end) const {
    const auto quote =
        std::ranges::lower_bound(doc_.quotes, end, {}, [](const Quote& q) { return q.span.end; });
    return quote != doc_.quotes.end() && quote->span.end == end;
  }

  void Add(const Quote& quote, Range source, std::string_view frame) {
    Draft draft;
    draft.source = source;
    const bool labelled =
        !source.empty() && quote.tokens.first < source.first && source.last < quote.tokens.last;
    const std::uint32_t begin =
        labelled ? doc_.tokens[source.last + 1].span.begin : quote.span.begin;
    draft.content.push_back({begin, quote.span.end});
    draft.sentence = doc_.tokens[quote.tokens.first].sentence;
    draft.implicit = source.empty();
    draft.frame = frame;
    found_.push_back(std::move(draft));
    last_ = &found_.back();
  }

  const StatementView& view_;
  const Document& doc_;
  std::vector<Draft>& drafts_;
  std::deque<Draft> found_;  // addresses stay while it grows
  Draft* last_ = nullptr;
  std::size_t next_draft_ = 0;  // the first whose content does not begin before the quotation
};

}  // namespace

void ReadLooseQuotes(const StatementView& view, std::vector<Draft>& drafts) {
  LooseQuotes(view, drafts).Run();
}

}  // namespace dateline
