#include "extract/events/counts.h"

#include <string_view>
#include <unordered_map>

#include "base/table.h"

namespace dateline::events {

namespace {

constexpr std::uint32_t kCountReach = 7;

// "1,200" -> 1200; none for "3.5", "10:30" and what is no count of people.
std::optional<std::uint32_t> Digits(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  std::uint32_t value = 0;
  for (char c : text) {
    if (c == ',') continue;
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

// "six", "twenty": the number words of the times.
std::optional<std::uint32_t> NumberWord(std::string_view lower) {
  static const auto* const kNumbers = [] {
    auto* numbers = new std::unordered_map<std::string_view, std::uint32_t>;
    const Table table = Table::Embedded("time_words.tsv", 3);
    for (const TableRow& row : table.rows()) {
      const std::string_view kind = row.cells[1];
      if (kind == "ONES" || kind == "TEENS" || kind == "TENS")
        numbers->emplace(row.cells[0], Digits(row.cells[2]).value());
    }
    return numbers;
  }();
  const auto found = kNumbers->find(lower);
  return found == kNumbers->end() ? std::nullopt : std::optional(found->second);
}

class Counter {
 public:
  Counter(const ReportView& view, std::uint32_t sentence)
      : view_(view),
        tokens_(view.doc.sentences[sentence].tokens),
        people_(view.lexicon.Class("person_noun")),
        measure_(view.lexicon.Class("measure")) {}

  std::optional<std::uint32_t> For(const WordSet& harm) const {
    for (std::uint32_t t = tokens_.first; t < tokens_.last; ++t) {
      if (!harm.At(view_.words, t, tokens_.last)) continue;
      if (const auto n = After(t)) return n;
      if (const auto n = Before(t)) return n;
    }
    return std::nullopt;
  }

 private:
  bool IsMark(std::uint32_t t) const {
    return view_.doc.tokens[t].upos == Upos::kPunct && !view_.words.hyphen[t];
  }
  bool IsCoordinator(std::uint32_t t) const { return view_.doc.tokens[t].upos == Upos::kCconj; }

  // The number at `t`, if it counts people.
  std::optional<std::uint32_t> At(std::uint32_t t) const {
    const Token& token = view_.doc.tokens[t];
    if (view_.time[t] != kNone) return std::nullopt;
    if (t + 1 < tokens_.last && view_.words.hyphen[t + 1]) return std::nullopt;  // "64-year-old"
    if (t > tokens_.first && view_.words.hyphen[t - 1]) return std::nullopt;
    std::optional<std::uint32_t> n =
        token.shape == Shape::kNumber ? Digits(token.text) : NumberWord(token.lower);
    if (!n && (token.lower == "a" || token.lower == "an") && PersonFollows(t + 1)) n = 1;
    const bool measures = t + 1 < tokens_.last && measure_.At(view_.words, t + 1, tokens_.last);
    return measures ? std::nullopt : n;
  }

  bool PersonFollows(std::uint32_t t) const {
    for (std::uint32_t end = std::min(t + 6, tokens_.last); t < end; ++t) {
      if (people_.At(view_.words, t, tokens_.last)) return true;
      if (IsMark(t) || view_.doc.tokens[t].upos == Upos::kAdp) return false;
    }
    return false;
  }

  // "killing six villagers", "wounding at least 20", "the death of two".  A comma or another verb
  // ends the search.
  std::optional<std::uint32_t> After(std::uint32_t harm) const {
    for (std::uint32_t t = harm + 1; t < std::min(harm + kCountReach, tokens_.last); ++t) {
      if (IsMark(t) || IsCoordinator(t)) return std::nullopt;
      const std::string_view lower = view_.doc.tokens[t].lower;
      if (lower == "in" || lower == "by" || lower == "when" || lower == "after" || lower == "on")
        return std::nullopt;
      if (const auto n = At(t)) return n;
    }
    return std::nullopt;
  }

  // "four people were killed", "two dead", "a man was shot dead".
  std::optional<std::uint32_t> Before(std::uint32_t harm) const {
    for (std::uint32_t t = harm; t > tokens_.first && harm - t < kCountReach; --t) {
      if (IsMark(t - 1)) return std::nullopt;
      if (IsCoordinator(t - 1) && t != harm) return std::nullopt;
      if (const auto n = At(t - 1)) return n;
    }
    return std::nullopt;
  }

  const ReportView& view_;
  Range tokens_;
  const WordSet& people_;
  const WordSet& measure_;  // "six hours", "six hundred"
};

}  // namespace

Counts CountsOf(const ReportView& view, std::uint32_t sentence) {
  const Counter counter(view, sentence);
  return {counter.For(view.lexicon.Class("dead_word")),
          counter.For(view.lexicon.Class("injured_word")),
          counter.For(view.lexicon.Class("arrested_word"))};
}

}  // namespace dateline::events
