// What does a phrase of time mean?  The types that the rules of the grammar work with.
//
// A rule's builder gets Captures (the words that its pattern matched) and a TimeContext (what the
// report has said so far) and gives a Reading.  A reading whose value needs a date that is not
// known ("Tuesday" in a report without a publication date) has the value "": unresolved, never
// guessed. Thread rule: plain values; Captures point into the terms of one sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/record.h"
#include "extract/times/calendar.h"
#include "extract/times/pattern.h"
#include "extract/times/terms.h"

namespace dateline {

enum class Tense : std::uint8_t { kUnknown, kPast, kFuture };

// What the text around a phrase says about time.
struct TimeContext {
  std::optional<Date> published;
  std::optional<Period> spoken;   // the last date or period that the report spoke of
  std::optional<Period> day;      // the last day, in this paragraph
  std::optional<Period> quarter;  // the last quarter, in the sentences just before
  Tense tense = Tense::kUnknown;  // of the clause
};

enum class ReadingKind : std::uint8_t {
  kNothing,  // looks like a time and is none: "a 30-year-old man"
  kDay,      // "May 3", "yesterday"
  kWeekday,  // "Tuesday": a day that a date beside it can confirm
  kClock,   // "7 a.m.", "this morning": `value` is "T07:00", "TMO"; the day comes from beside it or
            // before
  kPart,    // "morning": the same, but no time unless a day stands before it
  kPeriod,  // "May", "last week", "1998"
  kDuration,
  kSet,
  kReference  // "now": PRESENT_REF
};

struct Reading {
  ReadingKind kind = ReadingKind::kNothing;
  std::string value;  // TIMEX3, "" where unresolved
  std::string why;    // "a bare weekday, past tense: the last Tuesday up to 2024-05-03"
  std::optional<Period> period = {};  // what a kDay, kWeekday or kPeriod speaks of
  bool aside = false;  // a comparison ("a year ago"): the report does not go on from there
};

class Captures {
 public:
  Captures(const std::vector<TimeTerm>& terms, const PatternMatch& match, std::string_view argument)
      : terms_(terms), match_(match), argument_(argument) {}

  // The nth term that stands at a place of this class in the pattern and is of it, contexts left
  // out; null if there is none.
  const TimeTerm* Get(TimeClass c, int nth = 0) const;
  bool Has(TimeClass c) const { return Get(c) != nullptr; }
  // Its value.  REQUIRES: there is one.
  std::int64_t Number(TimeClass c, int nth = 0) const { return Get(c, nth)->Number(c); }
  std::string_view Code(TimeClass c) const { return Get(c)->Code(c); }
  // That of MONTHNAME or MONTHABBR.  REQUIRES: one of the two is there.
  std::int64_t Month() const;

  std::string_view argument() const { return argument_; }  // of the rule

 private:
  const std::vector<TimeTerm>& terms_;
  const PatternMatch& match_;
  std::string_view argument_;
};

using ReadingBuilder = Reading (*)(const Captures&, const TimeContext&);

// A reading of a period, or an unresolved one.  `how` completes "why": "the month before
// 2024-05-03".
Reading DayReading(std::optional<Date> day, std::string how);
Reading PeriodReading(std::optional<Period> period, std::string how);
// "P3D", "PT24H", "PXW": the TIMEX3 value of `count` units.  `clock`: hours, minutes, seconds.
std::string LengthValue(bool clock, std::string_view count, char letter);
Reading Unresolved(ReadingKind kind, std::string_view what);

}  // namespace dateline
