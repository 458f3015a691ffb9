// Which phrases are times?  The rules, one a line: pattern, builder, example (rules.cc).
//
// The pattern notation is in pattern.h.  A builder (readings.h) makes the value; its argument tells
// apart rules that share one.  The example is what grammar_test.cc reads through the whole
// extractor: each must be found whole, so that no rule goes untested. Thread rule: built once, then
// shared.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/times/pattern.h"
#include "extract/times/reading.h"

namespace dateline {

struct TimeRule {
  std::string_view pattern;
  ReadingBuilder builder;
  std::string_view argument;
  std::string_view example;  // the phrase in [brackets], with what must stand around it
};

// Words before a phrase that belong to its span: "more than", "early".
struct TimeModifier {
  enum class Of : std::uint8_t {
    kAmount,  // durations and distances that begin with a number or "a", clock times
    kDate     // days, months and periods
  };
  std::string_view pattern;
  Of of;
  std::string_view part;  // before a weekday it makes this part of the day: "early on Saturday" TMO
};

std::span<const TimeRule> TimeRules();
std::span<const TimeModifier> TimeModifiers();

// The rules and the holidays of data/time_holidays.tsv, ready to match.
class TimeGrammar {
 public:
  static const TimeGrammar& Get();

  const Vocabulary& vocabulary() const { return vocabulary_; }
  const PatternSet& rules() const { return rules_; }
  const PatternSet& modifiers() const { return modifiers_; }
  const TimeRule& rule(std::uint32_t i) const { return all_rules_[i]; }
  const TimeModifier& modifier(std::uint32_t i) const { return TimeModifiers()[i]; }

 private:
  TimeGrammar();

  Vocabulary vocabulary_ = Vocabulary::FromTable();
  std::deque<std::string> patterns_;  // of the holidays
  std::vector<TimeRule> all_rules_;
  PatternSet rules_;
  PatternSet modifiers_;
};

}  // namespace dateline
