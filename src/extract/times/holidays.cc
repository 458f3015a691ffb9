#include "extract/times/holidays.h"

#include <array>
#include <charconv>

#include "base/check.h"
#include "base/table.h"

namespace dateline {

namespace {

constexpr int kFirstGregorianYear = 1583;

struct HolidayRule {
  std::string_view name;
  std::string_view kind;
  std::array<int, 3> numbers = {0, 0, 0};
};

std::vector<HolidayRule> ReadRules() {
  std::vector<HolidayRule> rules;
  const Table table = Table::Embedded("time_holidays.tsv", 5);
  for (const TableRow& row : table.rows()) {
    HolidayRule rule = {row.cells[0], row.cells[1]};
    for (std::size_t i = 0; i < 3; ++i) {
      const std::string_view cell = row.cells[i + 2];
      std::from_chars(cell.data(), cell.data() + cell.size(), rule.numbers[i]);
    }
    rules.push_back(rule);
  }
  return rules;
}

const std::vector<HolidayRule>& Rules() {
  static const std::vector<HolidayRule> kRules = ReadRules();
  return kRules;
}

}  // namespace

std::vector<std::string_view> HolidayNames() {
  std::vector<std::string_view> names;
  for (const HolidayRule& rule : Rules()) names.push_back(rule.name);
  return names;
}

std::optional<Date> HolidayIn(std::string_view name, int year) {
  for (const HolidayRule& rule : Rules()) {
    if (rule.name != name) continue;
    const auto [a, b, c] = rule.numbers;
    if (rule.kind == "fixed") return MakeDate(year, a, b);
    if (year < kFirstGregorianYear || year > 9999) return std::nullopt;
    if (rule.kind == "easter") return AddDays(EasterSunday(year), a);
    const std::optional<Date> first = MakeDate(year, a, 1);
    DL_CHECK(first.has_value());
    return AddDays(*first, (c - WeekdayOf(*first) + 7) % 7 + 7 * (b - 1));
  }
  DL_CHECK(!"no such holiday");
  return std::nullopt;
}

}  // namespace dateline
