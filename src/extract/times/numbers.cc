#include "extract/times/numbers.h"

namespace dateline {

namespace {

using enum TimeClass;

constexpr std::int64_t kLargest = 1'000'000'000'000;
constexpr ClassSet kNumberWord = Bit(ONES) | Bit(TEENS) | Bit(TENS) | Bit(SCALE);

std::int64_t ValueOf(std::string_view digits) {
  std::int64_t value = 0;
  for (const char c : digits) {
    if (c == '.') break;
    if (c >= '0' && c <= '9' && value < kLargest) value = value * 10 + (c - '0');
  }
  return value;
}

bool IsOrdinalSuffix(std::string_view suffix) {
  return suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th";
}

ClassSet ClassesOf(std::int64_t value, std::size_t digits) {
  ClassSet classes = Bit(NUM);
  if (digits <= 2 && value >= 1 && value <= 31) classes |= Bit(DAY);
  if (digits == 4 && value >= 1000 && value < 2200) classes |= Bit(YEAR);
  if (digits == 2) classes |= Bit(TWO);
  if (digits <= 2 && value <= 24) classes |= Bit(HOUR);
  if (digits == 2 && value < 60) classes |= Bit(MINUTE);
  if (digits == 4 && value / 100 <= 24 && value % 100 < 60) classes |= Bit(CLOCK);
  return classes;
}

TimeClass ClassOf(const TimeTerm& number_word) {
  for (const TimeClass c : {ONES, TEENS, TENS, SCALE}) {
    if (number_word.Is(c)) return c;
  }
  return ORDINAL;
}

// How the word `next` goes on after the number `before`: the joined value, or -1.
std::int64_t Joined(const TimeTerm& before, const TimeTerm& next, bool hyphen) {
  const std::int64_t a = before.number;
  if (next.Is(SCALE)) {
    const std::int64_t scale = next.Number(SCALE);
    const std::int64_t tail =
        a % (scale == 100 ? 1000 : scale * 1000);  // "two thousand three hundred"
    return a < kLargest && tail > 0 && tail < scale ? a - tail + tail * scale : -1;
  }
  const std::int64_t b = next.Number(ClassOf(next));
  if (a % 100 == 0 && a > 0 && b < 100 && !hyphen) return a + b;
  if (a % 10 == 0 && a % 100 >= 20 && b < 10) return a + b;
  if (a >= 11 && a <= 20 && b >= 10) return a * 100 + b;  // a year: "nineteen ninety"
  return -1;
}

}  // namespace

TimeTerm DigitsTerm(std::string_view digits, bool plain, std::string_view suffix) {
  TimeTerm term;
  term.number = ValueOf(digits);
  const std::size_t size = digits.size();
  if (suffix == "s" && plain && term.number % 10 == 0 && (size == 4 || size == 2)) {
    term.classes = Bit(size == 4 ? DECADE : SHORTDECADE);
    if (size == 2) term.number += 1900;
  } else if (plain && IsOrdinalSuffix(suffix)) {
    term.classes = Bit(ORDINAL);
    if (term.number >= 1 && term.number <= 31) term.classes |= Bit(DAY);
  } else {
    term.classes = plain ? ClassesOf(term.number, size) : Bit(NUM);
    if (const std::size_t point = digits.find('.'); point != std::string_view::npos) {
      term.fraction = digits.substr(point);
      if (term.fraction.find('.', 1) != std::string_view::npos) term.classes = 0;  // "192.168.0.1"
    }
  }
  return term;
}

void MergeNumberWords(std::vector<TimeTerm>& terms) {
  TimeTerm& word = terms.back();
  const bool ordinal = word.Is(ORDINAL);
  if ((word.classes & (kNumberWord | Bit(ORDINAL))) == 0) return;
  std::size_t first = terms.size() - 1;
  const bool hyphen = first >= 2 && !word.space_before && terms[first - 1].sign == '-';
  if (first > 0) first -= hyphen ? 2 : 1;
  const TimeTerm& left = terms[first];
  // "20 two-year terms" are not 22: digits are joined with "million" alone.
  const bool joinable = left.Is(NUM) && (left.word != nullptr || word.Is(SCALE));
  const std::int64_t joined = joinable ? Joined(left, word, hyphen) : -1;
  if (joined < 0) {
    if (ordinal) {
      word.number = word.Number(ORDINAL);
      if (word.number <= 31) word.classes |= Bit(DAY);
      return;
    }
    word.number = word.Number(ClassOf(word));
    word.classes = Bit(NUM) | (word.number <= 12 ? Bit(HOUR) : 0);
    return;
  }
  TimeTerm merged = left;
  merged.span.end = word.span.end;
  merged.number = joined;
  if (!left.fraction.empty()) {  // "3.5 million"
    merged.number += word.Number(SCALE) / 10 * (left.fraction[1] - '0');
    merged.fraction = {};
  }
  merged.classes = Bit(ordinal ? ORDINAL : NUM);
  if (ordinal && joined <= 31) merged.classes |= Bit(DAY);
  // "nineteen ninety-six" and "two thousand", not "twelve hundred".
  const bool hundreds = word.Is(SCALE) && joined % 1000 != 0;
  if (!ordinal && !hundreds && joined >= 1100 && joined < 2200) merged.classes |= Bit(YEAR);
  terms.resize(first + 1);
  terms.back() = merged;
}

}  // namespace dateline
