#include "extract/events/attachment.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "extract/events/act_kinds.h"

namespace dateline::events {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

constexpr int kNewsDays = 6;
constexpr int kOwnRanks = 3;  // of Clauses: nearer than another clause of the sentence

std::optional<int> Number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
    return std::nullopt;
  return value;
}

// The last day that "2024-05-03", "2024-05" or "2024" may mean; none if it is no date.
std::optional<sys_days> LastDay(std::string_view date) {
  const auto y = Number(date.substr(0, 4));
  if (!y) return std::nullopt;
  if (date.size() < 7) return sys_days(year(*y) / 12 / 31);
  const auto m = Number(date.substr(5, 2));
  if (!m || *m < 1 || *m > 12) return std::nullopt;
  if (date.size() < 10)
    return sys_days(year(*y) / month(static_cast<unsigned>(*m)) / std::chrono::last);
  const auto d = Number(date.substr(8, 2));
  if (!d) return std::nullopt;
  const auto ymd = year(*y) / month(static_cast<unsigned>(*m)) / day(static_cast<unsigned>(*d));
  return ymd.ok() ? std::optional(sys_days(ymd)) : std::nullopt;
}

// The month of the Thursday of ISO week `week`: "2023-W07" -> "2023-02".
std::string MonthOfWeek(int y, int week) {
  const sys_days january4 = sys_days(year(y) / 1 / 4);
  const int from_monday = static_cast<int>(std::chrono::weekday(january4).iso_encoding()) - 1;
  const sys_days thursday =
      january4 - std::chrono::days(from_monday) + std::chrono::days(7 * (week - 1) + 3);
  const std::chrono::year_month_day ymd(thursday);
  const unsigned m = static_cast<unsigned>(ymd.month());
  std::string text = std::to_string(static_cast<int>(ymd.year())) + "-";
  return text.append(m < 10 ? "0" : "").append(std::to_string(m));
}

bool IsDigits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The nearest token with a mention that `counts`: after the trigger within its sentence, before it
// else.  kNone if there is none.
template <class Counts>
std::uint32_t Nearest(const ReportView& view, const Trigger& trigger, bool after_first,
                      Counts counts) {
  const Range sentence = SentenceTokens(view.doc, trigger.tokens.first);
  std::uint32_t behind = kNone, ahead = kNone;
  const std::uint32_t end = std::min(trigger.tokens.last - 1 + kAttachReach, sentence.last);
  for (std::uint32_t t = trigger.tokens.last - 1; t < end && behind == kNone; ++t)
    if (counts(t)) behind = t;
  const std::uint32_t reach = std::min(trigger.tokens.first - sentence.first, kAttachReach);
  for (std::uint32_t d = 1; d <= reach && ahead == kNone; ++d)
    if (counts(trigger.tokens.first - d)) ahead = trigger.tokens.first - d;
  if (behind == kNone || ahead == kNone) return behind == kNone ? ahead : behind;
  const bool nearer = behind + 1 - trigger.tokens.last < trigger.tokens.first - ahead;
  return after_first || nearer ? behind : ahead;
}

// "marched against the Gaza clauses", "praise for Accra": what it is about, not where it was.
bool IsTopic(const ReportView& view, std::uint32_t t) {
  if (view.tree.Is(t, {Deprel::kCompound, Deprel::kFlat, Deprel::kAmod, Deprel::kNmodPoss}))
    t = view.tree.token(t).head;
  const std::uint32_t preposition = PrepositionOf(view.tree, t);
  if (preposition == kNoToken) return false;
  const std::string_view lower = view.doc.tokens[preposition].lower;
  return lower == "against" || lower == "about" || lower == "for" || lower == "with";
}

// Is the word part of a name that is a subject?  "[United] States"
bool IsSubject(const ReportView& view, std::uint32_t t) {
  if (view.tree.Is(t, {Deprel::kCompound, Deprel::kFlat, Deprel::kAmod}))
    t = view.tree.token(t).head;
  return view.tree.Is(t, {Deprel::kNsubj, Deprel::kNsubjPass, Deprel::kIobj});
}

// "[before] June", "[until] Friday" says when it is over, not when it was.
bool IsLimit(const ReportView& view, std::uint32_t t) {
  const std::uint32_t preposition = PrepositionOf(view.tree, t);
  if (preposition == kNoToken) return false;
  const std::string_view lower = view.doc.tokens[preposition].lower;
  return lower == "before" || lower == "until" || lower == "till";
}

// How near is a word to the trigger in the tree?
class Clauses {
 public:
  static constexpr int kRanks = 4;

  Clauses(const ReportView& view, const Trigger& trigger) : tree_(view.tree) {
    held_.push_back({trigger.node, 0});
    std::uint32_t t = trigger.node;
    int rank = 1;
    for (int hop = 0; hop < kMaxHops && !tree_.IsRoot(t); ++hop) {
      if (OpensClause(t)) break;
      // "killing six", "and seized the port", "to meet": the clause that it leans on.
      if (IsVerb(t)) rank = 2;
      t = tree_.token(t).head;
      if (IsVerb(t)) held_.push_back({t, rank});
    }
  }

  // 0: hangs from the trigger; 1: from its verb; 2: from the verb that the trigger's leans on; 3:
  // from another clause of the sentence; none of these: from a clause that only says which thing is
  // meant.
  //   "Chad, which signed the pact in 2022, fired tear gas [on Wednesday]"
  int RankOf(std::uint32_t t) const {
    for (int hop = 0; hop < kMaxHops; ++hop) {
      for (const Held& held : held_)
        if (held.token == t) return held.rank;
      if (tree_.Is(t, {Deprel::kAclRelcl, Deprel::kAcl}))
        return tree_.token(t).head == held_.front().token ? 1
                                                          : kRanks;  // "the truce signed in 2022"
      const bool complement = IsVerb(t) && tree_.Is(t, {Deprel::kXcomp, Deprel::kAdvcl});
      if (tree_.IsRoot(t) || complement || OpensClause(t)) break;
      t = tree_.token(t).head;
    }
    return Governs(t) ? 3 : kRanks;
  }

 private:
  struct Held {
    std::uint32_t token;
    int rank;
  };
  bool IsVerb(std::uint32_t t) const { return tree_.token(t).upos == Upos::kVerb; }
  // Does the trigger stand below `t`?  "Five years ago they met [before] the war broke out": not so
  // what stands in a clause below the trigger, "accused him of having lied [in 2020]".
  bool Governs(std::uint32_t t) const {
    std::uint32_t at = held_.front().token;
    for (int hop = 0; hop < 2 * kMaxHops; ++hop) {
      if (at == t) return true;
      if (tree_.IsRoot(at)) return false;
      at = tree_.token(at).head;
    }
    return false;
  }
  bool OpensClause(std::uint32_t t) const {
    if (tree_.Is(t, {Deprel::kAclRelcl, Deprel::kCcomp, Deprel::kParataxis, Deprel::kAdvclRelcl}))
      return true;
    if (tree_.Is(t, {Deprel::kConj}) && IsVerb(t))
      return tree_.Has(t, {Deprel::kNsubj, Deprel::kNsubjPass});
    return tree_.Is(t, {Deprel::kAdvcl, Deprel::kAcl}) && UseOf(tree_, t) != Use::kParticiple &&
           UseOf(tree_, t) != Use::kInfinitive;
  }

  const Tree& tree_;
  std::vector<Held> held_;
};

}  // namespace

std::string DateOfValue(std::string_view value, std::string_view published) {
  if (value == "PRESENT_REF") return std::string(published.substr(0, 10));
  if (value.size() < 4 || !IsDigits(value.substr(0, 4))) return {};
  if (value.size() == 4 || value.size() == 5) return std::string(value.substr(0, 4));
  const std::string_view rest = value.substr(5);
  if (rest.starts_with('W') && rest.size() >= 3) {
    const auto week = Number(rest.substr(1, 2));
    const auto y = Number(value.substr(0, 4));
    return week && y && *week >= 1 && *week <= 53 ? MonthOfWeek(*y, *week)
                                                  : std::string(value.substr(0, 4));
  }
  if (rest.size() < 2 || !IsDigits(rest.substr(0, 2)))
    return std::string(value.substr(0, 4));  // seasons, quarters
  if (rest.size() >= 5 && rest[2] == '-' && IsDigits(rest.substr(3, 2)))
    return std::string(value.substr(0, 10));
  return std::string(value.substr(0, 7));
}

std::optional<PlaceId> DatelinePlace(const ReportView& view) {
  for (const Sentence& sentence : view.doc.sentences) {
    if (sentence.headline) continue;
    for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.first + sentence.dateline;
         ++t)
      if (view.place[t] != kNone) return PlaceId{view.place[t]};
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<PlaceId> PlaceOf(const ReportView& view, const Trigger& trigger, EventType type,
                               const std::vector<Participant>& actors) {
  const bool needs_preposition = !HappensSomewhere(type);
  const auto counts = [&](std::uint32_t t) {
    if (view.place[t] == kNone) return false;
    if (IsSubject(view, t) || IsTopic(view, t)) return false;  // who acts, not where
    const Span span = view.doc.tokens[t].span;
    for (const Participant& actor : actors)
      if (!actor.spans.empty() && actor.spans.front().Contains(span)) return false;
    if (!needs_preposition) return true;
    const std::string_view before = t == 0 ? std::string_view() : view.doc.tokens[t - 1].lower;
    return before == "in" || before == "at" || before == "near" || before == "outside";
  };
  // "In Accra crowds marched, and Kenya ...": a place of the trigger's own clause before others
  const Clauses clauses(view, trigger);
  std::uint32_t token = kNone;
  for (int rank = 0; rank < kOwnRanks && token == kNone; ++rank) {
    token = Nearest(view, trigger, true,
                    [&](std::uint32_t t) { return counts(t) && clauses.RankOf(t) == rank; });
  }
  if (token == kNone) token = Nearest(view, trigger, true, counts);
  return token == kNone ? std::nullopt : std::optional(PlaceId{view.place[token]});
}

When WhenOf(const ReportView& view, const RecordBatch& batch, const Trigger& trigger) {
  When when;
  const Clauses clauses(view, trigger);
  std::uint32_t token = kNone;
  for (int rank = 0; rank < Clauses::kRanks && token == kNone; ++rank) {
    token = Nearest(view, trigger, false, [&](std::uint32_t t) {
      return view.time[t] != kNone && !IsLimit(view, t) && clauses.RankOf(t) == rank;
    });
  }
  if (token == kNone) return when;
  const Time& time = batch.times[view.time[token]];
  when.date = time.type == TimeType::kDate || time.type == TimeType::kTime
                  ? DateOfValue(time.value, view.doc.article().published)
                  : std::string();
  if (when.date.empty()) return when;
  when.time = TimeId{view.time[token]};
  const auto last = LastDay(when.date),
             published = LastDay(std::string_view(view.doc.article().published).substr(0, 10));
  when.old = last && published && *published - *last > std::chrono::days(kNewsDays);
  return when;
}

}  // namespace dateline::events
