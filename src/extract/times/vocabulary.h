// Which words make up time expressions, and what do they mean?  data/time_words.tsv in memory.
//
// A word belongs to classes ("second" is UNIT and ORDINAL) and has a value in each.  Numbers in
// digits are no words; the lexer (terms.h) gives them their classes by form.  The patterns of the
// grammar may add words of their own, which have an id and no class ("ago"). Cost: a look-up is one
// hash.  Thread rule: changed only while the grammar is built, then read by all.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline {

// The names are those that the table and the patterns use.  clang-format would join the entries by
// chance, so it stays out: one group a line, words of the table first, then a capitalised word that
// is none of them inside a sentence, then numbers (in digits or words; 1..31 without a unit;
// 1000..2199; two digits) and the parts of a clock.
// clang-format off
#define DL_TIME_CLASSES(X)                                         \
  X(MONTHNAME) X(MONTHABBR) X(WEEKDAY) X(WEEKDAYABBR) X(WEEKDAYS)  \
  X(UNIT) X(UNITS) X(SPAN)                                         \
  X(PART) X(PARTS) X(TWILIGHT) X(NOON) X(AMPM) X(ZONE)             \
  X(SEASON) X(SEASONS) X(DIRECTION) X(NEIGHBOUR) X(VAGUE)          \
  X(ONES) X(TEENS) X(TENS) X(SCALE) X(ORDINAL)                     \
  X(DECADE) X(SHORTDECADE)                                         \
  X(NAME)                                                          \
  X(NUM) X(DAY) X(YEAR) X(TWO) X(HOUR) X(MINUTE) X(CLOCK)
// clang-format on

enum class TimeClass : std::uint8_t {
#define DL_CLASS(name) name,
  DL_TIME_CLASSES(DL_CLASS)
#undef DL_CLASS
};

using ClassSet = std::uint64_t;
constexpr ClassSet Bit(TimeClass c) { return ClassSet{1} << static_cast<int>(c); }
std::optional<TimeClass> ClassNamed(std::string_view name);

struct Meaning {
  TimeClass of;
  int number;             // 0 where the value is no number
  std::string_view code;  // the value as the table has it
};

struct TimeWord {
  std::uint16_t id;
  ClassSet classes = 0;
  std::vector<Meaning> meanings;
};

class Vocabulary {
 public:
  static Vocabulary FromTable();

  // REQUIRES: lower case.  Null if the word has no part in time expressions.
  const TimeWord* Find(std::string_view word) const;
  const TimeWord* FindOrAdd(std::string_view word);

 private:
  std::deque<std::string> spelling_;
  std::deque<TimeWord> words_;
  std::unordered_map<std::string_view, TimeWord*> by_spelling_;
};

}  // namespace dateline
