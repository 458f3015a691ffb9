#include "extract/events/phrases_around.h"

#include <algorithm>
#include <iterator>

namespace dateline::events {

namespace {

constexpr std::size_t kMaxJoined = 6;
constexpr std::uint32_t kClauseReach = 25;

bool IsWord(const ReportView& view, std::uint32_t t, std::string_view lower) {
  return view.doc.tokens[t].lower == lower;
}

// May a noun phrase end here?  Not on function words and marks.
bool EndsPhrase(const ReportView& view, std::uint32_t t) {
  if (view.words.Is(t, kPronoun)) return true;
  if (view.doc.tokens[t].shape == Shape::kPunctuation) return false;
  return !view.words.Is(t, kPreposition | kBe | kHave | kDo | kModal | kTo | kCoordinator |
                               kAdverb | kNegation | kPossessive | kDeterminer);
}

bool HoldsTime(const ReportView& view, Range tokens) { return view.time[tokens.first] != kNone; }

// Prepositions whose phrase belongs to the noun before it; "a decade since [the army] mutinied" is
// not of them.
bool JoinsNouns(std::string_view lower) {
  static constexpr std::string_view kWords[] = {"of",   "in", "at",   "for",    "from",
                                                "near", "on", "with", "against"};
  return std::find(std::begin(kWords), std::end(kWords), lower) != std::end(kWords);
}

// "officials in the capital": from the phrase that a preposition governs to the one that it belongs
// to.
NounPhrase OverPrepositions(const ReportView& view, NounPhrase phrase, std::uint32_t begin) {
  for (int hops = 0; hops < 3; ++hops) {
    const std::uint32_t first = phrase.tokens.first;
    if (first < begin + 2 || !JoinsNouns(view.doc.tokens[first - 1].lower)) break;
    if (!EndsPhrase(view, first - 2) || view.time[first - 2] != kNone) break;
    const NounPhrase outer = NounPhraseEndingAt(view.doc, first - 2);
    if (outer.empty()) break;
    phrase = outer;
  }
  return phrase;
}

// Where the clause around `token` begins: after a subordinator, a mark that ends a clause, or the
// begin of what somebody says.
std::uint32_t ClauseBegin(const ReportView& view, std::uint32_t token) {
  const std::uint32_t first = SentenceTokens(view.doc, token).first;
  const std::uint32_t statement = view.statement[token];
  std::uint32_t t = token;
  while (t > first && token - t < kClauseReach) {
    const std::uint32_t before = t - 1;
    if (view.words.Is(before, kStop | kQuoteMark)) break;
    if (view.words.Is(before, kSubordinator) && !view.words.Is(before, kPreposition)) break;
    if (view.statement[before] != statement) break;
    t = before;
  }
  return t;
}

// The first phrase of the clause, phrases of time and place in front passed over: "On Monday, in
// the capital, [rebels] ..."
NounPhrase FirstPhraseOf(const ReportView& view, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t t = begin;
  while (t < end) {
    if (view.words.Is(t, kPreposition | kSubordinator)) {
      ++t;
      if (t < end) {
        const NounPhrase governed = NounPhraseStartingAt(view.doc, t);
        t = governed.empty() ? t : governed.tokens.last;
      }
      continue;
    }
    if (!BeginsPhrase(view.doc, view.words, t) || view.time[t] != kNone ||
        view.words.Is(t, kQuoteMark)) {
      ++t;
      continue;
    }
    const NounPhrase phrase = NounPhraseStartingAt(view.doc, t);
    if (phrase.empty()) {
      ++t;
      continue;
    }
    return phrase.tokens.last <= end ? phrase : NounPhrase{};
  }
  return {};
}

std::vector<Range> ClauseSubject(const ReportView& view, std::uint32_t token) {
  const NounPhrase phrase = FirstPhraseOf(view, ClauseBegin(view, token), token);
  if (phrase.empty()) return {};
  return PhrasesStartingAt(view, phrase.tokens.first);
}

// Verbs whose object does what the infinitive says: "asked the army to withdraw".
bool TakesObjectAndInfinitive(std::string_view lemma) {
  static constexpr std::string_view kVerbs[] = {
      "ask",     "urge",   "tell",    "order", "allow",    "force",    "want",
      "expect",  "invite", "help",    "press", "persuade", "let",      "permit",
      "require", "enable", "command", "on",    "instruct", "encourage"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), lemma) != std::end(kVerbs);
}

}  // namespace

std::vector<Range> PhrasesEndingAt(const ReportView& view, std::uint32_t last) {
  std::vector<Range> phrases;
  const std::uint32_t begin = SentenceTokens(view.doc, last).first;
  NounPhrase phrase = OverPrepositions(view, NounPhraseEndingAt(view.doc, last), begin);
  bool joined = false;
  while (!phrase.empty() && phrases.size() < kMaxJoined) {
    phrases.insert(phrases.begin(), phrase.tokens);
    std::uint32_t t = phrase.tokens.first;
    if (t < begin + 2) break;
    const bool coordinator = view.words.Is(t - 1, kCoordinator) && !IsWord(view, t - 1, "but");
    if (!coordinator && !(joined && view.words.Is(t - 1, kComma))) break;
    joined = true;
    if (!EndsPhrase(view, t - 2)) break;
    phrase = NounPhraseEndingAt(view.doc, t - 2);
    if (!phrase.empty() && HoldsTime(view, phrase.tokens)) break;
  }
  return phrases;
}

std::vector<Range> PhrasesStartingAt(const ReportView& view, std::uint32_t first) {
  std::vector<Range> phrases;
  const std::uint32_t end = SentenceTokens(view.doc, first).last;
  NounPhrase phrase = NounPhraseStartingAt(view.doc, first);
  while (!phrase.empty() && phrases.size() < kMaxJoined) {
    phrases.push_back(phrase.tokens);
    const std::uint32_t t = phrase.tokens.last;
    if (t + 1 >= end || !view.words.Is(t, kCoordinator) || IsWord(view, t, "but")) break;
    // "attacked the port and fled": what follows "and" is a phrase only if it shows it.
    if (view.name[t + 1] == kNone && !view.words.Is(t + 1, kDeterminer | kNumberWord)) break;
    phrase = NounPhraseStartingAt(view.doc, t + 1);
  }
  return phrases;
}

std::vector<Range> SubjectOf(const ReportView& view, const Trigger& trigger,
                             const std::vector<Range>& earlier) {
  const std::uint32_t first = SentenceTokens(view.doc, trigger.tokens.first).first;
  std::uint32_t at = trigger.group.begin;
  while (at > first && view.words.Is(at - 1, kAdverb | kQuoteMark)) --at;
  if (at == first) return {};
  const std::uint32_t before = at - 1;
  if (view.words.Is(before, kRelative) && before > first) {
    const std::uint32_t antecedent =
        view.words.Is(before - 1, kComma) && before - 1 > first ? before - 2 : before - 1;
    if (EndsPhrase(view, antecedent)) return PhrasesEndingAt(view, antecedent);
  }
  const bool infinitive = trigger.group.use == Use::kInfinitive;
  if (EndsPhrase(view, before) && view.time[before] == kNone) {
    const std::vector<Range> phrases = PhrasesEndingAt(view, before);
    const std::uint32_t begin = phrases.empty() ? first : phrases.front().first;
    const bool governed =
        begin > first && TakesObjectAndInfinitive(view.doc.tokens[begin - 1].lemma);
    if (!phrases.empty() && (!infinitive || governed)) return phrases;
  }
  if (view.words.Is(before, kComma) && trigger.group.use != Use::kParticiple) {
    const std::vector<Range> phrases = PhrasesEndingAt(view, before);
    if (!phrases.empty()) return phrases;
  }
  return earlier.empty() ? ClauseSubject(view, trigger.group.begin) : earlier;
}

std::vector<Range> ObjectOf(const ReportView& view, std::uint32_t after,
                            const WordSet& prepositions) {
  if (after == 0) return {};
  const std::uint32_t end = SentenceTokens(view.doc, after - 1).last;
  std::uint32_t t = after;
  while (t < end && view.words.Is(t, kAdverb)) ++t;
  if (t + 1 < end && prepositions.At(view.words, t, end)) ++t;
  if (t >= end || view.time[t] != kNone || view.words.Is(t, kPreposition)) return {};
  if (!BeginsPhrase(view.doc, view.words, t) || view.words.Is(t, kQuoteMark | kComma)) return {};
  return PhrasesStartingAt(view, t);
}

std::vector<Range> AfterPreposition(const ReportView& view, std::uint32_t after,
                                    const WordSet& prepositions) {
  if (after == 0) return {};
  const Range sentence = SentenceTokens(view.doc, after - 1);
  const std::uint32_t end = std::min(sentence.last, after + kReach);
  for (std::uint32_t t = after; t + 1 < end; ++t) {
    if (view.words.Is(t, kStop | kQuoteMark)) break;
    if (!prepositions.At(view.words, t, t + 1) || view.time[t + 1] != kNone ||
        view.time[t] != kNone)
      continue;
    if (!BeginsPhrase(view.doc, view.words, t + 1)) continue;
    return PhrasesStartingAt(view, t + 1);
  }
  return {};
}

}  // namespace dateline::events
