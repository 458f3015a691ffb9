#include "annotate/quote_marks.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/unicode.h"

namespace dateline {

namespace {

constexpr bool IsMark(char32_t c) {
  switch (c) {
    case U'"':
    case U'\'':
    case U'`':
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛':
    case U'«':
    case U'»':
    case U'＂':
      return true;
    default:
      return false;
  }
}

bool IsWord(char32_t c) { return IsLetter(c) || IsDigit(c); }

// What may stand before an opening mark.
bool IsOpeningEdge(char32_t c) {
  return IsSpace(c) || c == U'(' || c == U'[' || c == U'{' || c == U'-' || c == U'–' || c == U'—' ||
         c == U'/' || c == U'…';
}

// What may stand after a closing mark.
bool IsClosingEdge(char32_t c) {
  return !IsWord(c) && c != U'(' && c != U'[' && c != U'$' && c != U'£';
}

// "'90s", "'em", "'til": the apostrophe stands for what is left out.
bool IsElision(std::string_view after) {
  static constexpr std::array<std::string_view, 9> kElided = {
      "em", "til", "tis", "twas", "cause", "n", "bout", "round", "cos"};
  if (after.size() >= 3 && after[0] >= '0' && after[0] <= '9' && after[1] >= '0' &&
      after[1] <= '9') {
    return after[2] == 's';
  }
  const std::string word =
      Lower(after.substr(0, std::min<std::size_t>(after.find_first_of(" ,.;:'\n"), 8)));
  return std::ranges::find(kElided, word) != kElided.end();
}

// The run of marks text[run] and its neighbours; a space stands for the edge of the paragraph.
struct Run {
  Span span;
  char32_t before;
  char32_t after;
};

class MarkFinder {
 public:
  MarkFinder(std::string_view text, Span range) : text_(text), range_(range) {}

  std::vector<QuoteMark> Find() {
    char32_t before = U' ';
    for (std::uint32_t at = range_.begin; at < range_.end;) {
      const CodePoint c = DecodeAt(text_, at);
      if (!IsMark(c.value)) {
        before = c.value;
        at += c.size;
        continue;
      }
      Run run{{at, at}, before, U' '};
      while (run.span.end < range_.end) {
        const CodePoint next = DecodeAt(text_, run.span.end);
        if (!IsMark(next.value)) {
          run.after = next.value;
          break;
        }
        run.span.end += next.size;
      }
      AddRun(run);
      at = run.span.end;
    }
    return std::move(marks_);
  }

 private:
  void AddRun(const Run& run) {
    for (std::uint32_t at = run.span.begin; at < run.span.end;) {
      const CodePoint c = DecodeAt(text_, at);
      std::uint32_t end = at + c.size;
      if (c.value == U'\'' || c.value == U'`') {
        while (end < run.span.end && text_[end] == text_[at]) ++end;
        AddApostrophes(run, {at, end});
      } else if (c.value == U'‘' || c.value == U'’' || c.value == U'‚' || c.value == U'‛') {
        AddSingle(run, {at, end}, c.value);
      } else {
        AddDouble(run, {at, end}, c.value);
      }
      at = end;
    }
  }

  // Two apostrophes are a double mark: ''We go,'' he said.  Three are both kinds, the single one
  // inside.
  void AddApostrophes(const Run& run, Span span) {
    const bool opening = IsOpeningEdge(run.before) && !IsClosingEdge(run.after);
    if (span.size() % 2 == 1 && !opening) {
      AddSingle(run, {span.begin, span.begin + 1}, U'\'');
      ++span.begin;
    }
    for (; span.size() >= 2; span.begin += 2) {
      AddDouble(run, {span.begin, span.begin + 2}, static_cast<unsigned char>(text_[span.begin]));
    }
    if (!span.empty()) AddSingle(run, span, U'\'');
  }

  void AddDouble(const Run& run, Span span, char32_t glyph) {
    QuoteMark mark{span, false, true, true, false, false};
    const bool left = IsOpeningEdge(run.before), right = IsClosingEdge(run.after);
    mark.curly_open = glyph == U'“' || glyph == U'„' || glyph == U'‟' || glyph == U'«';
    if (mark.curly_open) {
      mark.closes = false;
    } else if (glyph == U'”' || glyph == U'»') {
      mark.opens = left && !right;  // ”The wrong mark first”
    } else if (left != right) {
      mark.opens = left;
      mark.closes = right;
    } else if (!left && IsDigit(run.before)) {
      return;  // 6'2"x4": inches
    }
    marks_.push_back(mark);
  }

  void AddSingle(const Run& run, Span span, char32_t glyph) {
    const bool left = IsOpeningEdge(run.before), right = IsClosingEdge(run.after);
    if (!left && !right && run.span == span) return;  // "don't"
    if (left && right && run.span == span) return;    // alone between spaces
    if (left && !right && run.span == span && IsElision(text_.substr(span.end, 12))) return;
    QuoteMark mark{span, true, left && !right, right && !left, false, false};
    if (glyph == U'‘') mark.opens = true, mark.closes = false;
    if (glyph == U'’') mark.opens = false, mark.closes = true;
    mark.plural = run.before == U's' || run.before == U'S';
    if (mark.opens || mark.closes) marks_.push_back(mark);
  }

  std::string_view text_;
  Span range_;
  std::vector<QuoteMark> marks_;
};

}  // namespace

std::vector<QuoteMark> FindQuoteMarks(std::string_view text, Span range) {
  return MarkFinder(text, range).Find();
}

}  // namespace dateline
