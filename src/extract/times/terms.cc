#include "extract/times/terms.h"

#include <array>

#include "base/check.h"
#include "extract/times/numbers.h"
#include "text/unicode.h"

namespace dateline {

namespace {

using enum TimeClass;

constexpr std::size_t kLongestWord = 24;  // bytes; no word of the vocabulary is longer

constexpr ClassSet kNeedsCapital =
    Bit(MONTHNAME) | Bit(MONTHABBR) | Bit(WEEKDAY) | Bit(WEEKDAYABBR) | Bit(WEEKDAYS) | Bit(ZONE);
constexpr ClassSet kShortened = Bit(MONTHABBR) | Bit(WEEKDAYABBR);

bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A character that stands for an ASCII one in time expressions.
struct Sign {
  std::string_view bytes;
  char reads_as;
};
constexpr Sign kSigns[] = {{"\u2019", '\''}, {"\u2018", '\''}, {"\u2010", '-'}, {"\u2011", '-'},
                           {"\u2013", '-'},  {"\u2014", '-'},  {"\u2212", '-'}, {"\u20ac", '$'},
                           {"\u00a3", '$'},  {"\u00a5", '$'}};

class TermReader {
 public:
  TermReader(std::string_view text, Span range, const Vocabulary& vocabulary,
             std::vector<TimeTerm>& terms)
      : text_(text.substr(0, range.end)),
        at_(range.begin),
        vocabulary_(vocabulary),
        terms_(terms) {}

  void ReadAll() {
    while (at_ < text_.size()) {
      const std::uint32_t begin = at_;
      const auto [sign, size] = SignAt(at_);
      if (sign == ' ') {
        at_ += size;
        space_ = true;
        continue;
      }
      if (IsAsciiDigit(sign)) {
        ReadDigits();
      } else if (IsAsciiLetter(sign) || sign == '\0') {
        ReadWord();
      } else {
        at_ += size;
        Push({.span = {begin, at_},
              .word = vocabulary_.Find(std::string_view(&sign, 1)),
              .sign = sign});
      }
      money_ = sign == '$';
    }
  }

 private:
  struct Read {
    char sign;  // '\0': a letter outside ASCII; '"': any other sign outside ASCII
    std::uint32_t size;
  };

  Read SignAt(std::uint32_t at) const {
    const char c = text_[at];
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') return {' ', 1};
    if (c == '#') return {'$', 1};  // the pound sign of old wire copy
    if (static_cast<unsigned char>(c) < 0x80) return {c, 1};
    const std::string_view rest = text_.substr(at);
    for (const Sign& s : kSigns) {
      if (rest.starts_with(s.bytes))
        return {s.reads_as, static_cast<std::uint32_t>(s.bytes.size())};
    }
    const CodePoint point = DecodeAt(text_, at);
    return {IsLetter(point.value) ? '\0' : IsSpace(point.value) ? ' ' : '"', point.size};
  }

  bool DigitAt(std::uint32_t at) const { return at < text_.size() && IsAsciiDigit(text_[at]); }
  bool LetterAt(std::uint32_t at) const { return at < text_.size() && IsAsciiLetter(text_[at]); }

  void Push(TimeTerm term) {
    term.space_before = space_;
    space_ = false;
    terms_.push_back(term);
  }

  // At the stop of "7.15pm" or "7.15 p.m.": two numbers, not a decimal.
  bool IsDottedClock(std::uint32_t stop) const {
    std::uint32_t at = stop + 3;
    if (!DigitAt(stop + 1) || !DigitAt(stop + 2) || at >= text_.size()) return false;
    if (text_[at] == ' ') ++at;
    if (!LetterAt(at) || (text_[at] != 'a' && text_[at] != 'p')) return false;
    at += at + 1 < text_.size() && text_[at + 1] == '.' ? 2 : 1;
    return LetterAt(at) && text_[at] == 'm' && !LetterAt(at + 1);
  }

  // "1998", "1,200", "2.5", "3rd", "1990s".
  void ReadDigits() {
    const std::uint32_t begin = at_;
    while (DigitAt(at_)) ++at_;
    const std::uint32_t digits = at_ - begin;
    bool plain = !money_ && digits <= 9;
    while (at_ + 1 < text_.size() && (text_[at_] == ',' || text_[at_] == '.') && DigitAt(at_ + 1)) {
      if (IsDottedClock(at_)) break;
      const bool thousands = text_[at_] == ',' && DigitAt(at_ + 2) && DigitAt(at_ + 3);
      if (text_[at_] == ',' && !thousands) break;  // "May 3,2024" has two numbers
      plain = false;
      for (++at_; DigitAt(at_);) ++at_;
    }
    std::uint32_t letters = 0;
    while (letters < 3 && LetterAt(at_ + letters)) ++letters;
    const std::string_view suffix = text_.substr(at_, letters);
    TimeTerm term = DigitsTerm(text_.substr(begin, at_ - begin), plain, suffix);
    if (term.Is(ORDINAL) || term.Is(DECADE) || term.Is(SHORTDECADE))
      at_ += static_cast<std::uint32_t>(suffix.size());
    if (at_ < text_.size() && text_[at_] == '%') term.classes = 0;
    term.span = {begin, at_};
    Push(term);
  }

  // "U.S.", "a.m.": letters with a full stop after each.  -> end, or `at_` if there is none.
  std::uint32_t DottedEnd() const {
    std::uint32_t end = at_;
    while (LetterAt(end) && !LetterAt(end + 1) && end + 1 < text_.size() && text_[end + 1] == '.') {
      end += 2;
    }
    if (end > at_ && LetterAt(end) && !LetterAt(end + 1)) ++end;  // "a.m" without its last stop
    return end - at_ >= 3 ? end : at_;
  }

  void ReadWord() {
    const std::uint32_t begin = at_;
    at_ = DottedEnd();
    if (at_ == begin) {
      while (at_ < text_.size()) {
        const auto [sign, size] = SignAt(at_);
        const bool clock = sign == '\'' && at_ == begin + 1 && LetterAt(at_ + size);  // "o'clock"
        if (sign != '\0' && !IsAsciiLetter(sign) && !clock) break;
        at_ += size;
      }
    }
    TimeTerm term = {.span = {begin, at_}, .word = Lookup(begin)};
    term.capital = text_[begin] >= 'A' && text_[begin] <= 'Z';
    if (term.word != nullptr) term.classes = term.word->classes;
    if (!term.capital) term.classes &= ~kNeedsCapital;
    if (term.capital && term.word == nullptr && !terms_.empty()) term.classes = Bit(NAME);
    if ((term.classes & kShortened) != 0 && at_ < text_.size() && text_[at_] == '.') ++at_;
    term.span.end = at_;
    Push(term);
    MergeNumberWords(terms_);
  }

  const TimeWord* Lookup(std::uint32_t begin) const {
    if (at_ - begin > kLongestWord) return nullptr;
    std::array<char, kLongestWord> lower;
    std::size_t size = 0;
    for (std::uint32_t i = begin; i < at_;) {
      const auto [sign, bytes] = SignAt(i);
      i += bytes;
      if (sign == '\0') return nullptr;
      if (sign != '.')
        lower[size++] = sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + 32) : sign;
    }
    return vocabulary_.Find({lower.data(), size});
  }

  std::string_view text_;
  std::uint32_t at_;
  const Vocabulary& vocabulary_;
  std::vector<TimeTerm>& terms_;
  bool space_ = true;
  bool money_ = false;
};

const Meaning& MeaningOf(const TimeWord* word, TimeClass c) {
  DL_CHECK(word != nullptr);
  for (const Meaning& m : word->meanings) {
    if (m.of == c) return m;
  }
  DL_CHECK(!"the word has no such class");
  return word->meanings.front();
}

}  // namespace

std::int64_t TimeTerm::Number(TimeClass c) const {
  return number >= 0 ? number : MeaningOf(word, c).number;
}

std::string_view TimeTerm::Code(TimeClass c) const { return MeaningOf(word, c).code; }

void ReadTerms(std::string_view text, Span range, const Vocabulary& vocabulary,
               std::vector<TimeTerm>& terms) {
  TermReader(text, range, vocabulary, terms).ReadAll();
}

}  // namespace dateline
