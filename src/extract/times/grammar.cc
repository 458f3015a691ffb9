#include "extract/times/grammar.h"

#include "extract/times/holidays.h"
#include "extract/times/readings.h"

namespace dateline {

const TimeGrammar& TimeGrammar::Get() {
  static const auto* const kGrammar = new TimeGrammar;
  return *kGrammar;
}

TimeGrammar::TimeGrammar() : all_rules_(TimeRules().begin(), TimeRules().end()) {
  for (const std::string_view name : HolidayNames()) {
    patterns_.push_back("[DIRECTION] " + std::string(name) + " [YEAR]");
    all_rules_.push_back({patterns_.back(), readings::Holiday, name, ""});
  }
  for (std::uint32_t i = 0; i < all_rules_.size(); ++i) {
    rules_.Add(all_rules_[i].pattern, i, vocabulary_);
  }
  for (std::uint32_t i = 0; i < TimeModifiers().size(); ++i) {
    modifiers_.Add(TimeModifiers()[i].pattern, i, vocabulary_);
  }
}

}  // namespace dateline
