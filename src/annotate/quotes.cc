#include "annotate/quotes.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "annotate/quote_marks.h"
#include "annotate/scare_quotes.h"

namespace dateline {

namespace {

// How many marks after a single opening mark its closing one is looked for; keeps the search
// linear.
constexpr std::size_t kSingleReach = 200;

struct Paragraph {
  Span span;
  Range sentences;
};

class Pairer {
 public:
  explicit Pairer(Document& doc) : doc_(doc) {}

  void Run() {
    for (std::uint32_t first = 0; first < doc_.sentences.size();) {
      std::uint32_t last = first + 1;
      while (last < doc_.sentences.size() &&
             doc_.sentences[last].paragraph == doc_.sentences[first].paragraph) {
        ++last;
      }
      paragraph_ = {{doc_.sentences[first].span.begin, doc_.sentences[last - 1].span.end},
                    {first, last}};
      marks_ = FindQuoteMarks(doc_.text(), paragraph_.span);
      sentence_ = first;
      PairParagraph();
      first = last;
    }
    SettlePending(false);
    if (unbalanced_.empty()) return;
    doc_.diagnostics.push_back(
        {"quotes.unbalanced",
         "a quotation mark without its partner; the quotation was ended with its "
         "sentence or paragraph",
         std::move(unbalanced_)});
  }

 private:
  // A quotation left open by the last paragraph goes on here if this one begins with an opening
  // mark.
  void SettlePending(bool goes_on) {
    if (!pending_) return;
    if (!goes_on) unbalanced_.push_back(*pending_);
    pending_.reset();
  }

  void PairParagraph() {
    const bool starts_open =
        !marks_.empty() && marks_[0].span.begin == paragraph_.span.begin && marks_[0].opens;
    continues_ = pending_.has_value() && starts_open;
    SettlePending(continues_);
    std::size_t next = 0;
    while (next < marks_.size()) {
      next = marks_[next].single ? TakeSingle(next) : TakeDouble(next);
    }
  }

  // A British quotation.  Without a closing mark it is an apostrophe, unless it opens its
  // paragraph.
  std::size_t TakeSingle(std::size_t open) {
    const QuoteMark& mark = marks_[open];
    if (!mark.opens) return open + 1;
    if (const std::optional<std::size_t> close = SingleClose(open)) {
      Emit(mark.span, marks_[*close].span);
      return *close + 1;
    }
    if (mark.span.begin != paragraph_.span.begin) return open + 1;
    pending_ = mark.span;
    EmitOpen(mark.span, paragraph_.span.end);
    return marks_.size();
  }

  // 'The workers' rights matter,' she said: a mark after an s closes only if nothing better comes
  // before the next opening mark.
  std::optional<std::size_t> SingleClose(std::size_t open) const {
    std::optional<std::size_t> plural;
    bool in_double = false;
    const std::size_t end = std::min(marks_.size(), open + kSingleReach);
    for (std::size_t i = open + 1; i < end; ++i) {
      const QuoteMark& mark = marks_[i];
      if (!mark.single) {
        in_double = mark.opens != mark.closes ? mark.opens : !in_double;
      } else if (!in_double) {
        if (!mark.closes) return plural;
        if (!mark.plural) return i;
        if (!plural) plural = i;
      }
    }
    return plural;
  }

  // Pairs from the double mark marks_[open] on; returns the index of the first mark not used.
  std::size_t TakeDouble(std::size_t open) {
    const QuoteMark& mark = marks_[open];
    if (!mark.opens) {
      TakeStray(mark.span);
      return open + 1;
    }
    int depth = 0;
    std::optional<std::size_t> last_close;
    for (std::size_t i = open + 1; i < marks_.size(); ++i) {
      const QuoteMark& other = marks_[i];
      if (other.single) continue;
      if (other.closes) {
        last_close = i;
        if (depth-- == 0) {
          Emit(mark.span, other.span);
          return i + 1;
        }
        continue;
      }
      const std::uint32_t sentence_end = EndOfSentence(mark.span.begin);
      if (depth == 0 && sentence_end <= other.span.begin) {  // He said "we go. She said "no".
        unbalanced_.push_back(mark.span);
        EmitOpen(mark.span, sentence_end);
        return i;
      }
      if (other.curly_open) {  // “He told me “no” twice”
        ++depth;
      } else {  // " he said "so" in the same sentence: the mark has its white space on the wrong
                // side
        Emit(mark.span, other.span);
        return i + 1;
      }
    }
    if (last_close) {
      unbalanced_.push_back(mark.span);
      Emit(mark.span, marks_[*last_close].span);
      return *last_close + 1;
    }
    pending_ = mark.span;
    EmitOpen(mark.span, paragraph_.span.end);
    return marks_.size();
  }

  // We go," he said.  The opening mark is lost: the quotation begins with its sentence.  A mark
  // that does not follow punctuation (a film of 35") is left alone.
  void TakeStray(Span mark) {
    unbalanced_.push_back(mark);
    const char before = mark.begin > paragraph_.span.begin ? doc_.text()[mark.begin - 1] : ' ';
    if (before != ',' && before != '.' && before != '?' && before != '!') return;
    EndOfSentence(mark.begin - 1);
    std::uint32_t begin = doc_.sentences[sentence_].span.begin;
    if (!doc_.quotes.empty() && doc_.quotes.back().span.end > begin) return;
    doc_.quotes.push_back(MakeQuote({begin, mark.end}, {begin, mark.begin}, true));
  }

  // Positions only grow within a paragraph, so that the sentence is found by walking.
  std::uint32_t EndOfSentence(std::uint32_t position) {
    while (sentence_ + 1 < paragraph_.sentences.last &&
           doc_.sentences[sentence_].span.end <= position) {
      ++sentence_;
    }
    return doc_.sentences[sentence_].span.end;
  }

  void Emit(Span open, Span close) {
    doc_.quotes.push_back(MakeQuote({open.begin, close.end}, {open.end, close.begin}, true));
  }
  void EmitOpen(Span open, std::uint32_t end) {
    doc_.quotes.push_back(MakeQuote({open.begin, end}, {open.end, std::max(end, open.end)}, false));
  }

  Quote MakeQuote(Span span, Span inside, bool closed) {
    Quote quote{span, inside, doc_.TokensIn(span), closed, continues_, false};
    continues_ = false;
    quote.scare = IsScareQuote(doc_, quote);
    return quote;
  }

  Document& doc_;
  Paragraph paragraph_;
  std::vector<QuoteMark> marks_;
  std::uint32_t sentence_ = 0;
  bool continues_ = false;       // the next quotation goes on from the one before
  std::optional<Span> pending_;  // the opening mark of a quotation that its paragraph did not close
  std::vector<Span> unbalanced_;
};

}  // namespace

StageInfo QuoteAnnotator::info() const {
  return {"quotes", {Layer::kSentences, Layer::kTokens}, {Layer::kQuotes}};
}

void QuoteAnnotator::Annotate(Document& doc) const { Pairer(doc).Run(); }

}  // namespace dateline
