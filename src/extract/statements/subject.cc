#include "extract/statements/subject.h"

#include <algorithm>

#include "extract/actors/noun_phrase.h"
#include "extract/actors/token_words.h"
#include "ontology/actor_codes.h"
#include "ontology/function_words.h"

namespace dateline {

namespace {

constexpr int kMaxAsides = 3;
constexpr int kMaxJoins = 3;

// No source: words of time, numbers alone, punctuation.
bool MayBeSource(const StatementView& view, const NounPhrase& phrase) {
  if (phrase.empty()) return false;
  const Token& head = view.token(phrase.head);
  if (head.shape == Shape::kPunctuation) return false;
  const FunctionClass word = FunctionClassOf(head.lower);
  if (CueLexicon::Get().Is(WordClass::kTime, head) || word == FunctionClass::kTime) return false;
  if (head.shape == Shape::kNumber ||
      view.IsOneOf(phrase.head, {"year", "month", "week", "day", "morning", "night"})) {
    return false;
  }
  // A lone common noun in the singular is no subject, unless it is one that speaks: "police",
  // "parliament".
  if (phrase.core.size() == 1 && head.shape == Shape::kLower && word == FunctionClass::kNone &&
      head.lower == head.lemma &&
      !ActorTables::Get().AgentAt(TokenWords(view.doc(), phrase.head, phrase.head + 1).get())) {
    return false;
  }
  return !view.IsOneOf(
      phrase.head, {"that", "which", "there", "this", "what", "whose", "when", "where", "me", "him",
                    "them", "us", "himself", "herself", "themselves", "itself"});
}

// The comma that opens the aside which `close` ends, or `close` if there is none near.
std::uint32_t AsideOpens(const StatementView& view, std::uint32_t close, std::uint32_t begin) {
  const std::uint32_t low = close > begin + kMaxAside ? close - kMaxAside : begin;
  for (std::uint32_t i = close; i > low; --i) {
    if (view.lower(i - 1) == "," && view.QuoteAt(i - 1) == kNoQuote) return i - 1;
  }
  return close;
}

// An aside that is no noun phrase: "who resigned", "speaking in Accra", "in turn", "however".
bool IsLooseAside(const StatementView& view, std::uint32_t first) {
  const Token& word = view.token(first);
  if (view.IsOneOf(first, {"who", "whom", "whose", "which", "however", "meanwhile", "too", "though",
                           "also"}))
    return true;
  if (view.IsPreposition(first)) return true;
  return word.shape == Shape::kLower && (word.lower.ends_with("ing") || word.lower.ends_with("ed"));
}

// "a study by the university in Vigo": prepositions that join a phrase to the one before it.
bool JoinsPhrases(const StatementView& view, std::uint32_t i) {
  return view.IsOneOf(i, {"of", "in", "at", "by", "for", "from", "on", "about", "against", "over",
                          "near", "between", "under", "to", "into"});
}

// "Denmark and the Netherlands pledged": the begin of the pair, where it opens the clause.
std::uint32_t WithFirstOfPair(const StatementView& view, std::uint32_t second,
                              std::uint32_t begin) {
  if (second < begin + 2 || view.lower(second - 1) != "and") return second;
  const NounPhrase first = NounPhraseEndingAt(view.doc(), second - 2);
  if (first.empty() || first.tokens.last != second - 1) return second;
  const std::uint32_t opens = view.IsConjunction(begin) ? begin + 1 : begin;
  return first.tokens.first <= opens ? std::max(first.tokens.first, begin) : second;
}

// "conducting [weekend exercises]": back over plain words, if a participle stands before them.
std::uint32_t FirstModifier(const StatementView& view, std::uint32_t first, std::uint32_t begin) {
  const std::uint32_t low = first > begin + 3 ? first - 3 : begin;
  for (std::uint32_t i = first; i > low; --i) {
    const Token& word = view.token(i - 1);
    if (word.shape != Shape::kLower || FunctionClassOf(word.lower) != FunctionClass::kNone) break;
    if (word.lower.ends_with("ing")) return i;
  }
  return first;
}

// The phrase before with its complements: back over prepositions to the one that the verb agrees
// with.
std::optional<Subject> PhraseEndingAt(const StatementView& view, std::uint32_t token,
                                      std::uint32_t begin) {
  if (view.QuoteAt(token) != kNoQuote && view.EndsQuote(token)) return std::nullopt;
  if (view.IsOneOf(token, {"who", "which"})) return Subject{{token, token + 1}, token, token};
  NounPhrase phrase = NounPhraseEndingAt(view.doc(), token);
  if (phrase.empty() || phrase.tokens.last <= begin) return std::nullopt;
  std::uint32_t last = phrase.tokens.last;
  for (int joins = 0; joins < kMaxJoins; ++joins) {
    const std::uint32_t first = FirstModifier(view, phrase.tokens.first, begin);
    if (first <= begin) break;
    const bool joined = JoinsPhrases(view, first - 1);
    const bool described =
        view.lower(first - 1).ends_with("ing");  // "troops holding the town said"
    if (!joined && !described) break;
    if (first - 1 == begin) return std::nullopt;  // "In August"
    const NounPhrase outer = NounPhraseEndingAt(view.doc(), first - 2);
    if (outer.empty() || (outer.pronoun && view.lower(outer.head) != "one") ||
        outer.tokens.last != first - 1)
      return std::nullopt;
    phrase = outer;
    if (described) last = outer.tokens.last;
  }
  if (!MayBeSource(view, phrase)) return std::nullopt;
  Range source{std::max(phrase.tokens.first, begin), last};
  // "said that Ward warned": the conjunction is no determiner.
  if (source.size() > 1 && view.lower(source.first) == "that") ++source.first;
  if (source.first > begin && view.lower(source.first - 1) == "one")
    --source.first;  // "one soldier"
  source.first = WithFirstOfPair(view, source.first, begin);
  return Subject{source, source.first, phrase.head};
}

// "Va.", "Spain": one name of a place.
bool IsPlaceOnly(const StatementView& view, Range tokens) {
  const Document& doc = view.doc();
  const std::uint32_t name = NameAt(doc, tokens.first);
  return name < doc.names.size() && IsPlaceOrState(doc.names[name].kind) &&
         doc.names[name].tokens == tokens;
}

// Before "(D-Ohio)" or "(52)": the token after which the bracket opens; `last` if none ends there.
std::uint32_t BeforeBracket(const StatementView& view, std::uint32_t last, std::uint32_t begin) {
  if (view.lower(last) != ")") return last;
  const std::uint32_t low = last > begin + kMaxBracket ? last - kMaxBracket : begin;
  for (std::uint32_t i = last; i > low; --i) {
    if (view.lower(i - 1) == "(" && i - 1 > begin) return i - 2;
  }
  return last;
}

}  // namespace

std::optional<Subject> SubjectBefore(const StatementView& view, const CueGroup& group,
                                     std::uint32_t begin) {
  if (group.tokens.first <= begin) return std::nullopt;
  std::uint32_t last = BeforeBracket(view, group.tokens.first - 1, begin);
  std::uint32_t apposition_end = 0;
  for (int asides = 0; asides < kMaxAsides && view.lower(last) == ","; ++asides) {
    const std::uint32_t opens = AsideOpens(view, last, begin);
    if (opens == last || opens == begin) return std::nullopt;
    const std::optional<Subject> named = PhraseEndingAt(view, last, begin);
    if (named && named->begin < opens && !IsLooseAside(view, opens + 1)) return named;
    const bool described = !IsLooseAside(view, opens + 1) && !IsPlaceOnly(view, {opens + 1, last});
    apposition_end = described ? last : 0;
    last = BeforeBracket(view, opens - 1, begin);
  }
  std::optional<Subject> subject =
      view.lower(last) == "," ? std::nullopt : PhraseEndingAt(view, last, begin);
  // "Lund, director of the mine and once its lawyer, said": the words between the commas describe
  // him.
  if (subject && apposition_end > 0) subject->source.last = apposition_end;
  return subject;
}

std::optional<Range> SourceAt(const StatementView& view, std::uint32_t token, std::uint32_t end) {
  if (token >= end || view.StartsQuote(token)) return std::nullopt;
  const NounPhrase phrase = NounPhraseStartingAt(view.doc(), token);
  if (!MayBeSource(view, phrase)) return std::nullopt;
  return Range{phrase.tokens.first, std::min(phrase.tokens.last, end)};
}

// said Peter Lund, a miner from Kiruna, ...: what follows the comma and is no clause describes
// the source.
std::uint32_t WithApposition(const StatementView& view, Range source, std::uint32_t end) {
  std::uint32_t comma = source.last;
  if (comma < end && view.lower(comma) == "(") {  // said Ana Ruiz (52), a miner
    const std::uint32_t limit = std::min(end, comma + kMaxBracket);
    std::uint32_t close = comma;
    while (close < limit && view.lower(close) != ")") ++close;
    if (close < limit) comma = source.last = close + 1;
  }
  if (comma + 1 >= end || view.lower(comma) != "," ||
      view.QuoteAt(comma) != view.QuoteAt(source.first))
    return source.last;
  const NounPhrase phrase = NounPhraseStartingAt(view.doc(), comma + 1);
  const bool one = view.lower(comma + 1) == "one";  // "one of the owners"
  if (phrase.empty() || (phrase.pronoun && !one) ||
      CueLexicon::Get().Is(WordClass::kTime, view.token(phrase.head))) {
    return source.last;
  }
  std::uint32_t last = phrase.tokens.last;
  while (last < end && !view.IsPunctuation(last) && !view.IsClauseWord(last) &&
         !view.StartsQuote(last)) {
    const bool verb =
        CueLexicon::Get().IsAuxiliary(view.token(last)) && !view.IsOneOf(last, {"'s", "’s"});
    if (verb) return source.last;  // a clause begins there
    ++last;
  }
  return std::min(last, end);
}

// "officials say", not "the committee report"; "the ministry says", not "officials claims".
bool Agrees(const StatementView& view, const CueGroup& group, const Subject& subject) {
  if (group.auxiliary) return true;
  const Token& head = view.token(subject.head);
  const bool title = head.shape == Shape::kTitle || head.shape == Shape::kUpper;
  bool plural =
      (head.lower.ends_with("s") && !head.lower.ends_with("ss")) || head.lemma != head.lower ||
      view.IsOneOf(subject.head, {"police", "people", "some", "many", "others", "most", "i", "we",
                                  "they", "you", "who", "which", "both", "few", "several", "all"});
  for (std::uint32_t i = subject.source.first; i < subject.source.last; ++i)
    plural |= view.lower(i) == "and";
  if (group.base) return plural;
  const bool third = view.lower(group.verb).ends_with("s");
  return !third || title || !plural || subject.source.size() > 1 ||
         view.IsOneOf(subject.head, {"who", "which"});
}

}  // namespace dateline
