// When was it published?  Reads the dates that files state and writes them as ISO 8601.
//
// Accepted: ISO 8601 dates and date-times ("2023-02-19", "2023-02-19T23:30:00-05:00", "2023-02-19
// 23:30"), basic dates ("20230219"), RFC 2822 ("Sun, 19 Feb 2023 23:30:00 GMT") and dates in words
// ("May 5, 2024", "5 May 2024").  A date without a day is none: what a report calls "Monday" is
// counted from its day.  A day that the calendar does not have (30 February) is none.  The clock
// stays in the zone that was stated: the date of a report is the date where it was published.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

// "2023-02-19" or "2023-02-19T23:30:00-05:00" ("Z" for UTC, nothing where no zone was stated); none
// if it is not a date.  White space around it is passed over.
std::optional<std::string> IsoDate(std::string_view words);

// A date in running English, with its year, at the begin of `words`: "March 3, 2024", "3 March
// 2024", "Sept. 14, 2023".  -> "2024-03-03"; none if there is none.
std::optional<std::string> EnglishDate(std::string_view words);

// Is it a year or a month ("2024", "2024-05", "May 2024"), which would be a date if it had a day?
bool LacksDay(std::string_view words);

}  // namespace dateline
