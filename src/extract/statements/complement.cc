#include "extract/statements/complement.h"

#include <algorithm>

#include "extract/actors/noun_phrase.h"
#include "ontology/function_words.h"

namespace dateline {

namespace {

// "in an interview with the station", "on Friday", "to reporters": the end of the phrase, or
// `token`.
std::uint32_t PassPrepositional(const StatementView& view, std::uint32_t token, std::uint32_t end,
                                std::optional<Range>& venue) {
  if (token + 1 >= end) return token;
  if (!view.IsOneOf(token, {"in", "on", "at", "during", "through", "via", "from", "after", "before",
                            "by", "outside", "with", "to", "of"})) {
    return token;
  }
  const Token& next = view.token(token + 1);
  if (CueLexicon::Get().Is(WordClass::kTime, next) ||
      FunctionClassOf(next.lower) == FunctionClass::kTime)
    return token + 2;
  const NounPhrase phrase = NounPhraseStartingAt(view.doc(), token + 1);
  if (phrase.empty() || phrase.tokens.last > end) return token;
  if (!venue && CueLexicon::Get().Is(WordClass::kVenue, view.token(phrase.head)))
    venue = {token, phrase.tokens.last};
  return phrase.tokens.last;
}

bool IsContentStart(const StatementView& view, std::uint32_t i, std::uint32_t end) {
  return i < end && (view.StartsQuote(i) || view.IsClauseWord(i));
}

// Reads what may stand between addressee and content, and the content's first word.
class Reader {
 public:
  Reader(const StatementView& view, const CueGroup& group, std::uint32_t end)
      : view_(view), entry_(*group.entry), end_(end), start_(group.tokens.last), at_(start_) {
    // "acknowledged, however, that"
    if (at_ + 2 < end && view.lower(at_) == "," && view.lower(at_ + 2) == ",") at_ += 3;
  }

  Complement Read() {
    if (Content()) return result_;
    if (entry_.Takes(kAddresseeFrame) && Addressee()) return result_;
    std::optional<Range> venue;
    const std::uint32_t start = at_;
    const std::uint32_t past = PassAdverbials(view_, at_, end_, venue);
    if (past > start) {
      at_ = past;
      if (at_ + 1 < end_ && view_.lower(at_) == "," && IsContentStart(view_, at_ + 1, end_)) ++at_;
      result_.venue = venue;
      if (Strict() || (entry_.Takes(kClauseFrame) && Clause())) return result_;
    }
    result_.first = at_;
    return result_;
  }

 private:
  bool Found(std::string_view frame) {
    result_.first = at_;
    result_.frame = frame;
    return true;
  }

  bool At(std::string_view word) const { return at_ < end_ && view_.lower(at_) == word; }

  // Content that its first word shows to be content.
  bool Strict() {
    if (at_ >= end_) return false;
    if (At(":") && at_ + 1 < end_ && entry_.Takes(kQuoteFrame)) {
      ++at_;
      return Found("quotation after a colon");
    }
    if (view_.StartsQuote(at_)) return Found("quotation");
    if (At(",") && at_ + 1 < end_ && view_.StartsQuote(at_ + 1) && entry_.Takes(kQuoteFrame)) {
      ++at_;
      return Found("quotation");
    }
    // "told a lawyer who had come": after other words a relative describes them.
    const bool relative =
        at_ > start_ && view_.IsOneOf(at_, {"who", "which", "whose", "where", "when"});
    if (!relative && view_.IsClauseWord(at_) && entry_.Takes(kThatFrame))
      return Found("clause with \"that\"");
    if (At("to") && entry_.Takes(kToFrame) && at_ + 1 < end_ && !view_.IsDeterminer(at_ + 1))
      return Found("infinitive");
    return false;
  }

  bool Clause() {
    return at_ < end_ && view_.MayBeginClause(at_) && !view_.IsPreposition(at_) && Found("clause");
  }

  bool Content() {
    if (Strict()) return true;
    if (at_ < end_ && entry_.TakesPreposition(view_.lower(at_)) && at_ + 1 < end_) {
      result_.preposition = Range{at_, at_ + 1};
      ++at_;
      return Found("object of a preposition");
    }
    if (at_ >= end_ || entry_.Takes(kAddresseeFrame)) return false;
    if (CueLexicon::Get().Is(WordClass::kTime, view_.token(at_))) return false;
    if (entry_.Takes(kClauseFrame) && Clause()) return true;
    return entry_.Takes(kObjectFrame) && view_.MayBeginClause(at_) && !view_.IsPreposition(at_) &&
           !view_.IsConjunction(at_) && Found("object");
  }

  // told [the court] that ..., urged [both sides] to ..., accused [Accra] of ...
  bool Addressee() {
    NounPhrase phrase = at_ < end_ ? NounPhraseStartingAt(view_.doc(), at_) : NounPhrase{};
    // "accused Accra of hiding it": the cue's preposition is no complement of the name.
    const bool cut = phrase.core.last < phrase.tokens.last &&
                     entry_.TakesPreposition(view_.lower(phrase.core.last));
    if (cut) phrase.tokens = phrase.core;
    // "told parliament last month": the time is no part of it.
    for (std::uint32_t i = phrase.tokens.first + 1; i < phrase.tokens.last; ++i) {
      if (view_.IsOneOf(i, {"last", "this", "next"})) phrase.tokens.last = i;
    }
    if (phrase.empty() || phrase.tokens.last >= end_)
      return phrase.empty() ? false : Whole(phrase.tokens);
    result_.addressee = phrase.tokens;
    at_ = phrase.tokens.last;
    std::optional<Range> venue;
    const std::uint32_t past = PassAdverbials(view_, at_, end_, venue);
    const std::uint32_t before = at_;
    if (entry_.TakesPreposition(view_.lower(at_)) && at_ + 1 < end_) {
      result_.preposition = Range{at_, at_ + 1};
      ++at_;
      return Found("object of a preposition");
    }
    at_ = past;
    result_.venue = venue;
    if (Strict() || (At("to") && at_ + 1 < end_ && Found("infinitive"))) return true;
    at_ = past == before ? past : before;
    if (entry_.Takes(kClauseFrame) && Clause()) return true;
    if (!entry_.Takes(kObjectFrame)) {
      at_ = past;
      return false;
    }
    return Whole(phrase.tokens);
  }

  // The object is no addressee after all but the content: "urged calm".
  bool Whole(Range phrase) {
    if (!entry_.Takes(kObjectFrame)) return false;
    result_.addressee.reset();
    result_.venue.reset();
    at_ = phrase.first;
    return Found("object");
  }

  const StatementView& view_;
  const CueEntry& entry_;
  std::uint32_t end_;
  std::uint32_t start_;
  std::uint32_t at_;
  Complement result_;
};

}  // namespace

std::uint32_t PassAdverbials(const StatementView& view, std::uint32_t token, std::uint32_t end,
                             std::optional<Range>& venue) {
  const CueLexicon& lexicon = CueLexicon::Get();
  const std::uint32_t limit = std::min(end, token + kMaxPassed);
  while (token < limit) {
    const Token& word = view.token(token);
    if (lexicon.Is(WordClass::kTime, word) ||
        (lexicon.IsAdverb(word) && !lexicon.Is(WordClass::kNegation, word)) ||
        (view.IsOneOf(token, {"last", "this", "next"}) && token + 1 < limit)) {
      token += view.IsOneOf(token, {"last", "this", "next"}) ? 2 : 1;
      continue;
    }
    const std::uint32_t past = PassPrepositional(view, token, limit, venue);
    if (past == token) break;
    token = past;
  }
  return token;
}

Complement ComplementOf(const StatementView& view, const CueGroup& group, std::uint32_t end) {
  return Reader(view, group, end).Read();
}

}  // namespace dateline
