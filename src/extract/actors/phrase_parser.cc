#include "extract/actors/phrase_parser.h"

#include <algorithm>
#include <iterator>

#include "extract/actors/token_words.h"
#include "ontology/function_words.h"
#include "ontology/titles.h"

namespace dateline {

namespace {

bool IsName(const Document& doc, std::uint32_t token) {
  return NameAt(doc, token) < doc.names.size();
}

FunctionClass ClassAt(const Document& doc, std::uint32_t token) {
  return IsName(doc, token) ? FunctionClass::kNone : FunctionClassOf(doc.tokens[token].lower);
}

bool IsWord(const Token& token) { return token.shape != Shape::kPunctuation; }

// "long-range", "Hamas-run": the hyphen between two words that touch it.
bool IsInnerHyphen(const Document& doc, std::uint32_t token, std::uint32_t end) {
  return doc.tokens[token].text == "-" && !doc.tokens[token].space_before && token + 1 < end &&
         !doc.tokens[token + 1].space_before && IsWord(doc.tokens[token + 1]);
}

bool IsPossessiveMark(const Token& token) {
  return token.lower == "'s" || token.lower == "\u2019s" || token.text == "'" ||
         token.text == "\u2019";
}

// "that country", but "said that a captain", "that Berlin", "that officials": there it joins
// clauses.
bool BeginsWithThat(const Document& doc, std::uint32_t token) {
  if (token + 1 >= doc.SentenceOf(token).tokens.last) return true;
  const Token& next = doc.tokens[token + 1];
  return next.shape == Shape::kLower && ClassAt(doc, token + 1) == FunctionClass::kNone &&
         next.lower == next.lemma;
}

// The verb behind "to" and the modals: "to reach the town", "will punish firms", but "to police".
bool IsInfinitive(const Document& doc, std::uint32_t token) {
  static constexpr std::string_view kBefore[] = {"to",  "will",  "would", "can",    "could",
                                                 "may", "might", "shall", "should", "must",
                                                 "did", "does",  "cannot"};
  if (token == doc.SentenceOf(token).tokens.first || doc.tokens[token].shape != Shape::kLower)
    return false;
  if (std::ranges::find(kBefore, doc.tokens[token - 1].lower) == std::end(kBefore)) return false;
  if (ClassAt(doc, token) != FunctionClass::kNone) return false;
  return !ActorTables::Get().AgentAt(
      TokenWords(doc, token, doc.SentenceOf(token).tokens.last).get());
}

// Complements of the head that belong to its phrase.  // "a spokesman for the group", "the envoy to
// Chad"
bool TakesComplement(const Agent* head, std::string_view preposition, bool place) {
  if (preposition == "of") return true;
  if (head == nullptr) return false;
  if (preposition == "in") return place;  // "police in Nairobi"
  if (head->kind != AgentKind::kPerson) return false;
  return preposition == "for" || preposition == "at" || preposition == "to" ||
         preposition == "from" || preposition == "with";
}

}  // namespace

PhraseParser::PhraseParser(const Document& doc, std::uint32_t first, std::uint32_t end)
    : doc_(doc), first_(first) {
  end_ = std::min({end, doc.SentenceOf(first).tokens.last, first + kMaxPhraseTokens});
}

bool PhraseParser::MayBegin(const Document& doc, std::uint32_t token) {
  if (!IsWord(doc.tokens[token])) return false;
  if (doc.tokens[token].lower == "that") return BeginsWithThat(doc, token);
  if (IsInfinitive(doc, token)) return false;
  switch (ClassAt(doc, token)) {
    case FunctionClass::kNone:
    case FunctionClass::kDeterminer:
    case FunctionClass::kPossessive:
    case FunctionClass::kPronoun:
    case FunctionClass::kNumber:
      return true;
    default:
      return false;
  }
}

// The tokens that go on a core at `token`; 0 if it ends there.
std::uint32_t PhraseParser::ContentSize(std::uint32_t token, std::uint32_t first_content) const {
  const Token& word = doc_.tokens[token];
  if (IsInnerHyphen(doc_, token, end_) && token > first_content) return 2;
  if (IsPossessiveMark(word)) {
    const bool owner = token > first_content && !word.space_before;
    const bool owned = token + 1 < end_ && doc_.tokens[token + 1].space_before &&
                       MayBegin(doc_, token + 1) &&
                       ClassAt(doc_, token + 1) != FunctionClass::kDeterminer;
    return owner && owned ? 1 : 0;
  }
  if (!IsWord(word)) return word.text == "&" ? 1 : 0;
  const std::uint32_t name = NameAt(doc_, token);
  if (name < doc_.names.size()) {
    const Range tokens = doc_.names[name].tokens;
    const std::uint32_t before = token == 0 ? doc_.names.size() : NameAt(doc_, token - 1);
    if (token > first_content && before < doc_.names.size() && before != name) {
      // "In Moscow Putin said": a place does not modify a person, nor one person another.
      const NameKind left = doc_.names[before].kind;
      const NameKind right = doc_.names[name].kind;
      if (left == NameKind::kPerson || (IsPlaceOrState(left) && right == NameKind::kPerson))
        return 0;
    }
    return std::min(tokens.last, end_) - token;
  }
  const TokenWords words(doc_, token, end_);
  if (const Known<Title> title = TitleAt(words.get()); title.size > 1) return title.size;
  if (const Known<Agent> agent = ActorTables::Get().AgentAt(words.get()); agent.size > 1)
    return agent.size;
  const FunctionClass kind = ClassAt(doc_, token);
  if (kind == FunctionClass::kNumber) return 1;
  return kind == FunctionClass::kNone ? 1 : 0;
}

Range PhraseParser::Core(std::uint32_t first) const {
  std::uint32_t i = first;
  while (i < end_) {  // "nearly all of"? no: determiners and numbers only
    const FunctionClass kind = ClassAt(doc_, i);
    if (kind != FunctionClass::kDeterminer && kind != FunctionClass::kPossessive) break;
    ++i;
  }
  const std::uint32_t content = i;
  while (i < end_) {
    const std::uint32_t size = ContentSize(i, content);
    if (size == 0) break;
    i = std::min(i + size, end_);
  }
  // "after meeting Lena Park", "joined NATO": a participle that governs a name begins no phrase.
  const Token& opening = doc_.tokens[first];
  if (content == first && i > first + 1 && opening.shape == Shape::kLower &&
      (opening.lower.ends_with("ing") || opening.lower.ends_with("ed")) &&
      IsName(doc_, first + 1) && doc_.names[NameAt(doc_, first + 1)].kind != NameKind::kNationality)
    return {first, first};
  if (i == content)
    return content > first ? Range{first, content} : Range{first, first};  // "those", "all"
  return {first, CutVerb(content, i)};
}

// Without a tagger a run of open words may hold the verb: "police stormed the hall".  It is one if
// it looks like a past tense and stands right behind what can be a subject, a name or a noun for
// actors; and behind the last of these any word that looks like a verb or adverb ends the core.
std::uint32_t PhraseParser::CutVerb(std::uint32_t first, std::uint32_t last) const {
  const auto ends = [&](std::uint32_t i, std::initializer_list<std::string_view> endings) {
    const Token& word = doc_.tokens[i];
    if (word.shape != Shape::kLower || doc_.tokens[i - 1].text == "-") return false;
    return std::ranges::any_of(
        endings, [&](std::string_view ending) { return word.lower.ends_with(ending); });
  };
  std::uint32_t head_end = 0;
  for (std::uint32_t i = first; i < last;) {
    if (i > first && head_end == i && ends(i, {"ed"})) return i;
    const std::uint32_t name = NameAt(doc_, i);
    if (name < doc_.names.size()) {
      i = std::min(doc_.names[name].tokens.last, last);
      if (doc_.names[name].kind != NameKind::kNationality) head_end = i;
      continue;
    }
    const Known<Agent> agent = ActorTables::Get().AgentAt(TokenWords(doc_, i, last).get());
    i += agent ? agent.size : 1;
    if (agent) head_end = i;
  }
  for (std::uint32_t i = std::max(head_end, first + 1); i < last; ++i)
    if (ends(i, {"ed", "ing", "ly"})) return i;
  return last;
}

Known<Agent> PhraseParser::AgentEndingCore(Range core) const {
  Known<Agent> best;
  const std::uint32_t from = core.size() > 4 ? core.last - 4 : core.first;
  for (std::uint32_t i = from; i < core.last; ++i) {
    const TokenWords words(doc_, i, core.last);
    const Known<Agent> agent = ActorTables::Get().AgentAt(words.get());
    if (agent && i + agent.size == core.last && agent.size > best.size) best = agent;
  }
  return best;
}

bool PhraseParser::NamesActor(Range core) const {
  const std::uint32_t name = NameAt(doc_, core.last - 1);
  if (name < doc_.names.size()) return doc_.names[name].kind != NameKind::kNationality;
  return static_cast<bool>(AgentEndingCore(core));
}

std::uint32_t PhraseParser::Complements(Range core) const {
  std::uint32_t end = core.last;
  const Agent* agent = AgentEndingCore(core).entry;  // the last that a complement can hang on
  while (end + 1 < end_) {
    const Token& word = doc_.tokens[end];
    if (FunctionClassOf(word.lower) != FunctionClass::kPreposition) break;
    const std::uint32_t name = NameAt(doc_, end + 1);
    const bool place = name < doc_.names.size() && IsPlaceOrState(doc_.names[name].kind);
    if (!TakesComplement(agent, word.lower, place)) break;
    if (!MayBegin(doc_, end + 1) || ClassAt(doc_, end + 1) == FunctionClass::kPronoun) break;
    const Range next = Core(end + 1);
    if (next.empty()) break;
    end = next.last;
    if (const Agent* inner = AgentEndingCore(next).entry; inner != nullptr) agent = inner;
  }
  return end;
}

std::uint32_t PhraseParser::Apposition(Range core, std::uint32_t end) const {
  if (end + 1 >= end_ || doc_.tokens[end].text != "," || !NamesActor(core)) return end;
  const std::uint32_t first = end + 1;
  if (!MayBegin(doc_, first) || ClassAt(doc_, first) == FunctionClass::kPronoun) return end;
  const Range second = Core(first);
  if (second.empty() || !NamesActor(second)) return end;
  // One side names, the other tells the role: "Wang Yi, China's top diplomat," not "Wang Yi,
  // Blinken and ..."
  const bool named = NameAt(doc_, core.last - 1) < doc_.names.size();
  const bool named_too = NameAt(doc_, second.last - 1) < doc_.names.size();
  if (named == named_too) return end;
  const std::uint32_t last = Complements(second);
  const std::uint32_t sentence_end =
      doc_.tokens.empty() ? 0 : doc_.SentenceOf(core.first).tokens.last;
  if (last >= sentence_end) return last;
  const Token& after = doc_.tokens[last];
  if (IsWord(after)) return end;  // not closed: the second is the subject of what follows
  const bool list =
      after.text == "," && last + 1 < sentence_end && doc_.tokens[last + 1].lower == "and";
  return list ? end : last;
}

NounPhrase PhraseParser::Parse() const {
  NounPhrase phrase;
  if (first_ >= end_ || !MayBegin(doc_, first_)) return phrase;
  if (ClassAt(doc_, first_) == FunctionClass::kPronoun) {
    phrase.core = phrase.tokens = {first_, first_ + 1};
    phrase.head = first_;
    phrase.pronoun = true;
    return phrase;
  }
  phrase.core = Core(first_);
  if (phrase.core.empty()) return phrase;
  phrase.head = phrase.core.last - 1;
  phrase.tokens = {first_, Apposition(phrase.core, Complements(phrase.core))};
  return phrase;
}

}  // namespace dateline
