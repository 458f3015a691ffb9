#include "extract/times/joins.h"

#include <algorithm>
#include <initializer_list>

namespace dateline {

namespace {

bool IsDay(const Reading& r) {
  return r.kind == ReadingKind::kDay || r.kind == ReadingKind::kWeekday;
}
bool IsTimeOfDay(const Reading& r) {
  return r.kind == ReadingKind::kClock || r.kind == ReadingKind::kPart;
}

class Joiner {
 public:
  Joiner(const std::vector<TimeTerm>& terms, const Vocabulary& vocabulary)
      : terms_(terms), vocabulary_(vocabulary) {}

  // Extends `left` by `right` if the two are one time.
  bool Join(TimePhrase& left, const TimePhrase& right) const {
    Reading& a = left.reading;
    const Reading& b = right.reading;
    if (a.kind == ReadingKind::kWeekday && b.kind == ReadingKind::kDay &&
        Near(left, right, {","})) {
      a = b;  // "Friday, May 3": the date tells more than the weekday
    } else if (IsTimeOfDay(a) && !a.period && IsDay(b) && Near(left, right, {",", "on"})) {
      a = TimeOn(b, a);  // "7 a.m. on Thursday"
    } else if (IsPartOfDay(left, right) || IsClockOfDay(left, right)) {
      a = TimeOn(a, b);
    } else {
      return false;
    }
    left.terms.last = right.terms.last;
    return true;
  }

 private:
  // "Tuesday morning"; "early Tuesday" and "morning".
  bool IsPartOfDay(const TimePhrase& left, const TimePhrase& right) const {
    const Reading& a = left.reading;
    return (IsDay(a) || (a.kind == ReadingKind::kClock && a.period)) &&
           right.reading.kind == ReadingKind::kPart && Near(left, right, {});
  }

  // "Thursday at 10 a.m."
  bool IsClockOfDay(const TimePhrase& left, const TimePhrase& right) const {
    return IsDay(left.reading) && right.reading.kind == ReadingKind::kClock &&
           !right.reading.period && Near(left, right, {",", "at"});
  }

  // Nothing stands between the two, or one of these words.
  bool Near(const TimePhrase& left, const TimePhrase& right,
            std::initializer_list<std::string_view> between) const {
    const std::uint32_t at = left.terms.last;
    if (at == right.terms.first) return true;
    if (at + 1 != right.terms.first) return false;
    return std::ranges::any_of(between, [&](std::string_view word) {
      const TimeWord* known = vocabulary_.Find(word);
      return known != nullptr && known == terms_[at].word;
    });
  }

  static Reading TimeOn(const Reading& day, const Reading& time) {
    const std::string value = day.period ? time.value : "";
    return {ReadingKind::kClock, value, time.why + " on a day: " + day.why, day.period};
  }

  const std::vector<TimeTerm>& terms_;
  const Vocabulary& vocabulary_;
};

}  // namespace

std::vector<TimePhrase> JoinPhrases(const std::vector<TimePhrase>& phrases,
                                    const std::vector<TimeTerm>& terms,
                                    const Vocabulary& vocabulary) {
  const Joiner joiner(terms, vocabulary);
  std::vector<TimePhrase> joined;
  for (const TimePhrase& phrase : phrases) {
    if (joined.empty() || !joiner.Join(joined.back(), phrase)) joined.push_back(phrase);
  }
  std::erase_if(joined, [](const TimePhrase& p) {
    return p.reading.kind == ReadingKind::kPart || p.reading.kind == ReadingKind::kNothing;
  });
  return joined;
}

}  // namespace dateline
