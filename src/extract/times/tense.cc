#include "extract/times/tense.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/table.h"

namespace dateline {

namespace {

constexpr int kClimb = 6;                // words from the phrase up to its verb
constexpr std::uint32_t kGroup = 24;     // tokens on each side of a verb
constexpr std::uint32_t kDeadline = 14;  // tokens before a deadline that may set it in the past

// Words that make what hangs from them future.
enum class Plan : std::uint8_t {
  kNone,
  kInfinitive,  // "plans to meet on Monday"
  kTime,        // and the time itself: "due on Monday"
};

Plan PlanOf(const Token& token) {
  static const auto* const kPlans = [] {
    auto* plans = new std::unordered_map<std::string_view, Plan>;
    const Table table = Table::Embedded("time_tense.tsv", 2);
    for (const TableRow& row : table.rows())
      plans->emplace(row.cells[0], row.cells[1] == "due" ? Plan::kTime : Plan::kInfinitive);
    return plans;
  }();
  const auto found = kPlans->find(token.lemma);
  return found == kPlans->end() ? Plan::kNone : found->second;
}

class Clause {
 public:
  Clause(const Document& doc, Range phrase)
      : doc_(doc), phrase_(phrase), sentence_(doc.SentenceOf(phrase.first).tokens) {}

  Tense Find() const {
    if (IsDeadline()) return Tense::kFuture;
    if (phrase_.first > sentence_.first && doc_.tokens[phrase_.first - 1].lower == "since")
      return Tense::kPast;
    return TenseOfVerb();
  }

 private:
  // "by Friday", "until Tuesday"; not "by Friday 20 had died".  And "Thursday is the anniversary".
  bool IsDeadline() const {
    if (phrase_.last < sentence_.last && doc_.tokens[phrase_.last].lower == "is") return true;
    if (phrase_.first == sentence_.first) return false;
    const std::string_view before = doc_.tokens[phrase_.first - 1].lower;
    if (before != "by" && before != "until" && before != "till") return false;
    const std::uint32_t first = phrase_.first - std::min(phrase_.first, kDeadline);
    const std::uint32_t last = std::min(sentence_.last, phrase_.last + 4);
    for (std::uint32_t i = std::max(sentence_.first, first); i < last; ++i) {
      if (doc_.tokens[i].lower == "had") return false;
    }
    return true;
  }

  // The tense of the verb that the phrase hangs from.
  Tense TenseOfVerb() const {
    std::uint32_t at = Top();
    bool direct = true;  // no other verb stands between
    for (int steps = 0; steps < kClimb; ++steps) {
      const std::uint32_t up = doc_.tokens[at].head;
      if (up == at) break;
      at = up;
      const Token& token = doc_.tokens[at];
      if (token.upos != Upos::kVerb && !HasCopula(at)) continue;
      if (direct && PlanOf(token) == Plan::kTime && IsDue(at)) return Tense::kFuture;
      if (HasTo(at)) {  // "plans to meet", "is to be held"
        const Token& above = doc_.tokens[token.head];
        if (token.head == at || above.lemma == "be" || PlanOf(above) != Plan::kNone)
          return Tense::kFuture;
      }
      const Tense tense = TenseOfGroup(at);
      if (tense != Tense::kUnknown) return tense;
      direct = false;
    }
    return Tense::kUnknown;
  }

  // The word of the phrase that hangs from one outside.
  std::uint32_t Top() const {
    for (std::uint32_t i = phrase_.first; i < phrase_.last; ++i) {
      const std::uint32_t head = doc_.tokens[i].head;
      if (head < phrase_.first || head >= phrase_.last || head == i) return i;
    }
    return phrase_.first;
  }

  // Where the words that hang from a verb stand, or nearly all of them.
  Range Around(std::uint32_t verb) const {
    return {std::max(sentence_.first, verb - std::min(verb, kGroup)),
            std::min(sentence_.last, verb + kGroup)};
  }

  bool HasCopula(std::uint32_t at) const {
    const Range near = Around(at);
    for (std::uint32_t i = near.first; i < near.last; ++i)
      if (doc_.tokens[i].head == at && doc_.tokens[i].deprel == Deprel::kCop) return true;
    return false;
  }

  bool HasTo(std::uint32_t at) const {
    const Range near = Around(at);
    for (std::uint32_t i = near.first; i < at; ++i)
      if (doc_.tokens[i].head == at && doc_.tokens[i].lower == "to") return true;
    return false;
  }

  // The verb's own form and its auxiliaries: "would fly", "has been closed", "closed".
  Tense TenseOfGroup(std::uint32_t verb) const {
    Tense tense = Tense::kUnknown;
    bool helped = false;
    const Range near = Around(verb);
    for (std::uint32_t i = near.first; i < near.last; ++i) {
      const Token& token = doc_.tokens[i];
      if (token.head != verb || i == verb) continue;
      if (token.deprel != Deprel::kAux && token.deprel != Deprel::kAuxPass &&
          token.deprel != Deprel::kCop)
        continue;
      helped = true;
      if (token.xpos == Xpos::kMd) return Tense::kFuture;
      if (token.lower == "had" || token.lower == "was" || token.lower == "were" ||
          token.lemma == "have" || token.lower == "did")
        tense = Tense::kPast;
    }
    if (tense == Tense::kUnknown && !helped &&
        (doc_.tokens[verb].xpos == Xpos::kVbd || doc_.tokens[verb].xpos == Xpos::kVbn))
      return Tense::kPast;
    return tense;
  }

  // "scheduled for Tuesday", "due on", "payable Dec. 7"; not "expected losses".
  bool IsDue(std::uint32_t i) const {
    if (i + 1 == phrase_.first) return true;
    if (i + 1 >= sentence_.last) return false;
    static constexpr std::array<std::string_view, 9> kNext = {"to",    "for", "on",    "in",  "by",
                                                              "until", "at",  "early", "late"};
    return std::ranges::find(kNext, doc_.tokens[i + 1].lower) != kNext.end();
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
