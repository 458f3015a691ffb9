// How does each kind of phrase get its value?  The builders that grammar.cc names, one a kind of
// phrase.
//
// Each is total: it gives a Reading for whatever its patterns let through, kNothing for dates that
// are none
// ("February 30").  Values are those of TimeML (TIMEX3).
// Thread rule: pure functions.
#pragma once

#include "extract/times/reading.h"

namespace dateline::readings {

// readings_calendar.cc: dates by the calendar
Reading MonthDay(const Captures&,
                 const TimeContext&);  // "May 3, 2024", "3 May", "8 October last year"
Reading IsoDate(const Captures&, const TimeContext&);       // "2024-05-03"
Reading SlashDate(const Captures&, const TimeContext&);     // "05/03/2024", "25.12.2024"
Reading DayRange(const Captures&, const TimeContext&);      // "May 3-5"
Reading MonthYear(const Captures&, const TimeContext&);     // "May 2024", "July last year"
Reading BareMonth(const Captures&, const TimeContext&);     // "May"
Reading NearMonth(const Captures&, const TimeContext&);     // "last May"
Reading ThatMonth(const Captures&, const TimeContext&);     // "that May"
Reading CalendarYear(const Captures&, const TimeContext&);  // "1998", "fiscal 2023"
Reading YearRange(const Captures&, const TimeContext&);     // "from 2009 to 2011"
Reading Decade(const Captures&, const TimeContext&);        // "the 1990s"
Reading Century(const Captures&, const TimeContext&);       // "the 20th century"
Reading Holiday(const Captures&,
                const TimeContext&);  // argument: the rule of data/time_holidays.tsv

// readings_season.cc: parts of a year
Reading QuarterOf(const Captures&,
                  const TimeContext&);  // "the third quarter", "this year's third quarter"
Reading TheQuarter(const Captures&,
                   const TimeContext&);                 // argument: quarters from the one spoken of
Reading HalfOf(const Captures&, const TimeContext&);    // "the first half of 2023"
Reading SeasonOf(const Captures&, const TimeContext&);  // "last summer", "the winter of 1994"

// readings_relative.cc: counted from the publication date or from a time spoken of
Reading Weekday(const Captures&, const TimeContext&);      // "Tuesday"
Reading SomeWeekday(const Captures&, const TimeContext&);  // "a Friday"
Reading NearWeekday(const Captures&, const TimeContext&);  // "last Tuesday"
Reading NearSpan(const Captures&, const TimeContext&);     // "last week", "this month"
Reading NeighbourSpan(const Captures&,
                      const TimeContext&);  // "the following year", "that day"; argument: not empty
                                            // for the span after it
Reading TheWeekend(const Captures&, const TimeContext&);
Reading TheSpan(const Captures&, const TimeContext&);  // "the year": this one; "the day" is none
Reading DayWord(const Captures&, const TimeContext&);  // argument: days from publication
Reading Ago(const Captures&, const TimeContext&);      // argument: -1 ago, 1 "from now"
Reading Apart(const Captures&, const TimeContext&);    // argument: -1 earlier, 1 later
Reading EndOf(const Captures&, const TimeContext&);    // "the end of the month", "year-end"

// readings_clock.cc: times of day
Reading ClockTime(const Captures&, const TimeContext&);  // "7:15 p.m.", "18:00 GMT", "four o'clock"
Reading DayPart(const Captures&,
                const TimeContext&);  // "noon", "this morning"; argument: days from publication
Reading BarePart(const Captures&, const TimeContext&);  // "morning" in "Tuesday morning"

// readings_span.cc: lengths and repetitions
Reading Duration(const Captures&,
                 const TimeContext&);  // "three days", "a year"; argument: halves to add
Reading VagueDuration(const Captures&, const TimeContext&);  // "several years", "weeks"
Reading Every(const Captures&, const TimeContext&);          // "every Monday", "every two years"
Reading Fixed(const Captures&, const TimeContext&);  // argument: "DATE PRESENT_REF", "SET P1D"
Reading Nothing(const Captures&, const TimeContext&);

}  // namespace dateline::readings
