#include "extract/times/tense.h"

#include <algorithm>
#include <initializer_list>
#include <unordered_map>

#include "base/table.h"

namespace dateline {

namespace {

constexpr std::uint32_t kBefore = 14;    // tokens looked at before the phrase
constexpr std::uint32_t kBehind = 8;     // and behind it
constexpr std::uint32_t kSayBefore = 6;  // "told reporters in Geneva late on Tuesday"
constexpr std::uint32_t kGroup = 5;  // tokens of a verb group: "will not have been formally opened"

enum class Cue : std::uint8_t { kNone, kFuture, kPlan, kDue, kSay, kPast };

const std::unordered_map<std::string_view, Cue>& Cues() {
  static const auto* const kCues = [] {
    auto* cues = new std::unordered_map<std::string_view, Cue>;
    const Table table = Table::Embedded("time_tense.tsv", 2);
    for (const TableRow& row : table.rows()) {
      const std::string_view kind = row.cells[1];
      cues->emplace(row.cells[0], kind == "future" ? Cue::kFuture
                                  : kind == "plan" ? Cue::kPlan
                                  : kind == "due"  ? Cue::kDue
                                  : kind == "say"  ? Cue::kSay
                                                   : Cue::kPast);
    }
    return cues;
  }();
  return *kCues;
}

Cue CueOf(const Token& token) {
  const auto found = Cues().find(token.lemma);
  return found == Cues().end() ? Cue::kNone : found->second;
}

// A form of the past or a past participle: "met", "was", "agreed".  Forms in -s and -ing are not.
bool IsPastForm(const Token& token) {
  return token.shape == Shape::kLower && token.lower != token.lemma &&
         !token.lower.ends_with('s') && !token.lower.ends_with("ing") &&
         token.lower.front() != '\'';
}

class Clause {
 public:
  Clause(const Document& doc, Range phrase)
      : doc_(doc), phrase_(phrase), sentence_(doc.SentenceOf(phrase.first).tokens) {}

  Tense Find() const {
    if (IsDeadline()) return Tense::kFuture;
    const std::uint32_t first =
        std::max(sentence_.first, phrase_.first - std::min(phrase_.first, kBefore));
    for (std::uint32_t i = phrase_.first; i-- > first;) {
      const Tense tense = TenseAt(i, phrase_.first - i <= kSayBefore);
      if (tense != Tense::kUnknown) return tense;
    }
    const std::uint32_t last = std::min(sentence_.last, phrase_.last + kBehind);
    for (std::uint32_t i = phrase_.last; i < last; ++i) {
      const Tense tense = TenseAt(i, false);
      if (tense != Tense::kUnknown) return tense;
    }
    return Tense::kUnknown;
  }

 private:
  // "by Friday", "until Tuesday"; not "by Friday 20 had died".  And "Thursday is the anniversary".
  bool IsDeadline() const {
    if (phrase_.last < sentence_.last && doc_.tokens[phrase_.last].lower == "is") return true;
    if (phrase_.first == sentence_.first) return false;
    const std::string_view before = doc_.tokens[phrase_.first - 1].lower;
    if (before != "by" && before != "until" && before != "till") return false;
    const std::uint32_t first = phrase_.first - std::min(phrase_.first, kBefore);
    const std::uint32_t last = std::min(sentence_.last, phrase_.last + kGroup);
    for (std::uint32_t i = std::max(sentence_.first, first); i < last; ++i) {
      if (doc_.tokens[i].lower == "had") return false;
    }
    return true;
  }

  Tense TenseAt(std::uint32_t i, bool say_counts) const {
    const Token& token = doc_.tokens[i];
    if (token.lower == "to" && i > sentence_.first && doc_.tokens[i - 1].lemma == "be")
      return Tense::kFuture;
    switch (CueOf(token)) {
      case Cue::kFuture:
        return Tense::kFuture;
      case Cue::kPast:
        return Tense::kPast;
      case Cue::kSay:
        if (InFutureGroup(i)) return Tense::kFuture;
        return say_counts && IsPastForm(token) ? Tense::kPast : Tense::kUnknown;
      case Cue::kPlan:
        return NextIs(i, {"to"}) ? Tense::kFuture : TenseOfForm(i);
      case Cue::kDue:
        return IsDue(i) ? Tense::kFuture : TenseOfForm(i);
      case Cue::kNone:
        return TenseOfForm(i);
    }
    return Tense::kUnknown;
  }

  Tense TenseOfForm(std::uint32_t i) const {
    if (InFutureGroup(i)) return Tense::kFuture;
    return IsPastForm(doc_.tokens[i]) ? Tense::kPast : Tense::kUnknown;
  }

  bool NextIs(std::uint32_t i, std::initializer_list<std::string_view> words) const {
    if (i + 1 >= sentence_.last) return false;
    return std::ranges::find(words, doc_.tokens[i + 1].lower) != words.end();
  }

  // "scheduled for Tuesday", "due on", "payable Dec. 7"; not "expected losses".
  bool IsDue(std::uint32_t i) const {
    return i + 1 == phrase_.first ||
           NextIs(i, {"to", "for", "on", "in", "by", "until", "at", "early", "late"});
  }

  // "will be held", "is to be held": a modal or "to be" opens the verb group that the token ends.
  bool InFutureGroup(std::uint32_t i) const {
    if (!IsPastForm(doc_.tokens[i])) return false;
    const std::uint32_t first = std::max(sentence_.first, i - std::min(i, kGroup));
    bool be = false;
    for (std::uint32_t j = i; j-- > first;) {
      const std::string_view word = doc_.tokens[j].lower;
      if (word == "be" || word == "have" || word == "been" || word == "not") {
        be = true;
      } else if (be && word == "to") {
        return true;
      } else if (CueOf(doc_.tokens[j]) == Cue::kFuture) {
        return be;
      } else if (!word.ends_with("ly")) {
        return false;
      }
    }
    return false;
  }

  const Document& doc_;
  Range phrase_;
  Range sentence_;
};

}  // namespace

Tense TenseAround(const Document& doc, Range phrase) {
  if (phrase.empty()) return Tense::kUnknown;
  return Clause(doc, phrase).Find();
}

}  // namespace dateline
