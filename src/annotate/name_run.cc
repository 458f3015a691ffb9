#include "annotate/name_run.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "annotate/name_words.h"
#include "ontology/function_words.h"
#include "ontology/titles.h"

namespace dateline {

namespace {

bool IsCapital(const Token& token) {
  return token.shape == Shape::kTitle || token.shape == Shape::kUpper;
}

bool IsOpenWord(const Token& token) {
  return FunctionClassOf(token.lower) == FunctionClass::kNone ||
         (token.shape == Shape::kUpper && token.text.size() > 2);
}

// "Theresa May", "April Smith": a month that is a surname or first name.
bool IsMonthName(std::string_view lower) {
  return lower == "may" || lower == "april" || lower == "june" || lower == "august";
}

// What only persons and bodies do: "Kessler said".
bool IsSpeech(std::string_view lower) {
  static constexpr std::string_view kVerbs[] = {"said",   "says",     "told",   "added", "asked",
                                                "warned", "insisted", "argued", "vowed", "met"};
  return std::ranges::find(kVerbs, lower) != std::end(kVerbs);
}

}  // namespace

void NameRuns::Learn(const Sentence& sentence) {
  for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    const Token& token = doc_.tokens[i];
    if (token.shape == Shape::kLower) small_.insert(token.lower);
    if (IsCapital(token) && !IsInitial(i, sentence.tokens)) capital_.insert(token.lower);
  }
}

bool NameRuns::IsInitial(std::uint32_t token, Range sentence) const {
  if (token == sentence.first) return true;
  const Token& before = doc_.tokens[token - 1];
  return before.shape == Shape::kPunctuation && before.text != "," && before.text != "-" &&
         before.text != "(" && before.text != "&" && before.text != "/";
}

// The capital of a first word proves nothing: "Talks resume", "Wang said", "Former President Lee".
bool NameRuns::InitialIsName(std::uint32_t token, Range sentence) const {
  const Token& word = doc_.tokens[token];
  if (IsLeadingModifier(word.lower)) {  // but "New York", "Northern Cape"
    return token + 1 < sentence.last && IsCapital(doc_.tokens[token + 1]) &&
           IsPlace({token, token + 2});
  }
  if (word.shape == Shape::kUpper) return true;
  const NameWindow window(doc_, token, sentence.last);
  if (TitleAt(window.get())) return token + 1 < sentence.last && IsCapital(doc_.tokens[token + 1]);
  const Known<Agent> agent = ActorTables::Get().AgentAt(window.get());
  const bool goes_on = token + 1 < sentence.last && IsCapital(doc_.tokens[token + 1]) &&
                       doc_.tokens[token + 1].space_before && IsOpenWord(doc_.tokens[token + 1]);
  if (agent) return goes_on;
  if (IsGivenName(word.text) && !small_.contains(word.lower)) return true;
  if (capital_.contains(word.lower)) return true;
  if (small_.contains(word.lower)) return false;
  if (goes_on) return true;
  if (word.lower == word.lemma && token + 1 < sentence.last &&
      IsSpeech(doc_.tokens[token + 1].lower))
    return true;
  if (gazetteer_ == nullptr) return false;
  const auto places = gazetteer_->Find(word.text);
  return !places.empty() && places.front().population > 50'000 && places.front().main_name;
}

bool NameRuns::MayBegin(std::uint32_t token, Range sentence) const {
  const Token& word = doc_.tokens[token];
  const bool particle =
      word.shape == Shape::kLower && IsParticle(word.lower) && token + 1 < sentence.last;
  if (particle) {  // "al-Sisi", "de Gaulle", but not "de facto"
    const bool hyphen = doc_.tokens[token + 1].text == "-" && !doc_.tokens[token + 1].space_before;
    const std::uint32_t next = token + (hyphen ? 2 : 1);
    return next < sentence.last && IsCapital(doc_.tokens[next]) && word.lower != "y" &&
           word.lower != "la";
  }
  if (!IsCapital(word)) return false;
  const Known<KnownName> known =
      ActorTables::Get().NameAt(NameWindow(doc_, token, sentence.last).get());
  const FunctionClass kind = FunctionClassOf(word.lower);
  if (known && (kind == FunctionClass::kNone || known.size > 1 || word.shape == Shape::kUpper))
    return true;
  if (kind != FunctionClass::kNone) {
    const bool name = IsMonthName(word.lower) && capital_.contains(word.lower) &&
                      token + 1 < sentence.last &&
                      FunctionClassOf(doc_.tokens[token + 1].lower) == FunctionClass::kVerb;
    return name;  // "May said"
  }
  return !IsInitial(token, sentence) || InitialIsName(token, sentence);
}

// At the hyphen of "Jean-Yves", "Jong-un", "US-China", "Hamas-run": the tokens that belong to the
// name, 0 or 2.
std::uint32_t NameRuns::Hyphenated(std::uint32_t hyphen, Range sentence) const {
  if (hyphen + 1 >= sentence.last || doc_.tokens[hyphen + 1].space_before) return 0;
  const Token& left = doc_.tokens[hyphen - 1];
  const Token& right = doc_.tokens[hyphen + 1];
  if (IsCapital(right)) {
    const ActorTables& tables = ActorTables::Get();
    const bool two = tables.NameAt(NameWindow(doc_, hyphen - 1, hyphen).get()) &&
                     tables.NameAt(NameWindow(doc_, hyphen + 1, hyphen + 2).get());
    return two ? 0 : 2;  // "US-China talks" has two names
  }
  if (right.shape != Shape::kLower) return 0;
  // "Kim Yo-jong", "Ho-jen Tseng": a short second syllable beside another capital, but "Putin-era
  // Russia"
  const bool before = hyphen >= sentence.first + 2 && IsCapital(doc_.tokens[hyphen - 2]);
  const bool after = hyphen + 2 < sentence.last && IsCapital(doc_.tokens[hyphen + 2]);
  const bool known =
      static_cast<bool>(ActorTables::Get().NameAt(NameWindow(doc_, hyphen - 1, hyphen).get()));
  if ((before || after) && !known && right.lower.size() <= 5 && !IsHyphenTail(right.lower))
    return 2;
  return IsGivenName(std::string(left.text) + "-" + std::string(right.text)) ? 2 : 0;
}

// The tokens by which the run [first, token) goes on; 0 if it ends.  `of`: it has "of" inside.
std::uint32_t NameRuns::Next(std::uint32_t first, std::uint32_t token, bool& of,
                             Range sentence) const {
  const Token& word = doc_.tokens[token];
  const Token& before = doc_.tokens[token - 1];
  const auto capital = [&](std::uint32_t k) {
    return k < sentence.last && IsCapital(doc_.tokens[k]) && doc_.tokens[k].space_before &&
           IsOpenWord(doc_.tokens[k]);
  };
  if (!word.space_before) return word.text == "-" ? Hyphenated(token, sentence) : 0;
  if (IsCapital(word)) {
    if (IsOpenWord(word)) return 1;
    return IsMonthName(word.lower) && IsGivenName(before.text) && token == first + 1 ? 1 : 0;
  }
  if (word.text == "&") return capital(token + 1) ? 2 : 0;
  if (IsParticle(word.lower) && token + 1 < sentence.last) {
    const bool hyphen = doc_.tokens[token + 1].text == "-" && !doc_.tokens[token + 1].space_before;
    if (hyphen && token + 2 < sentence.last && IsCapital(doc_.tokens[token + 2])) return 3;
    if (capital(token + 1)) return 2;
    const bool two =
        IsParticle(doc_.tokens[token + 1].lower) && capital(token + 2);  // "van der Bellen"
    return two ? 3 : 0;
  }
  const bool head = IsOrganizationHead(before.lower);
  if (head && word.lower == "of") {  // "Ministry of the Interior"
    const bool the = token + 1 < sentence.last && doc_.tokens[token + 1].lower == "the";
    of = capital(token + 1) || (the && capital(token + 2));
    return of ? (the ? 3 : 2) : 0;
  }
  if (head && (word.lower == "for" || word.lower == "on") &&
      capital(token + 1)) {  // "Institute for Trade Policy"
    return ActorTables::Get().NameAt(NameWindow(doc_, token + 1, sentence.last).get()) ? 0 : 2;
  }
  if (of && word.lower == "and" && capital(token + 1)) {  // "Ministry of Trade and Industry"
    of = false;
    return ActorTables::Get().NameAt(NameWindow(doc_, token + 1, sentence.last).get()) ? 0 : 2;
  }
  return 0;
}

std::uint32_t NameRuns::End(std::uint32_t token, Range sentence) const {
  std::uint32_t end = token + 1;
  bool of = false;
  if (doc_.tokens[token].shape == Shape::kLower) {  // begins with a particle
    end += doc_.tokens[end].text == "-" ? 2 : 1;
  }
  while (end < sentence.last) {
    const std::uint32_t size = Next(token, end, of, sentence);
    if (size == 0) break;
    end += size;
  }
  return end;
}

std::uint32_t NameRuns::TitleSize(std::uint32_t token, std::uint32_t end) const {
  const NameWindow window(doc_, token, end);
  if (IsOrganizationHead(doc_.tokens[end - 1].lower))
    return 0;  // "General Assembly", "Justice Ministry"
  const Known<KnownName> known = ActorTables::Get().NameAt(window.get());
  std::uint32_t size = TitleAt(window.get()).size;
  const Known<Agent> agent = ActorTables::Get().AgentAt(window.get());
  if (agent && agent.entry->kind == AgentKind::kPerson) size = std::max(size, agent.size);
  const bool modifier =
      IsLeadingModifier(doc_.tokens[token].lower);  // "Deputy Prime Minister", "Former Chancellor"
  if (modifier && !known) size = std::max(size, 1u);
  return known.size > size || token + size >= end ? 0 : size;
}

bool NameRuns::EndsTitle(std::uint32_t token, Range sentence) const {
  if (token + 1 >= sentence.last || !doc_.tokens[token + 1].space_before) return false;
  const Token& word = doc_.tokens[token];
  const NameWindow window(doc_, token, token + 1);
  if (TitleAt(window.get())) return true;
  const Known<Agent> agent = ActorTables::Get().AgentAt(window.get());
  return agent && agent.entry->kind == AgentKind::kPerson &&
         word.lower == word.lemma;  // one person: no plural
}

bool NameRuns::IsPlace(Range span) const {
  return gazetteer_ != nullptr && gazetteer_->Contains(doc_.Words(doc_.SpanOf(span)));
}

NameSpan NameRuns::Name(std::uint32_t token, std::uint32_t end, Range sentence) const {
  NameSpan span;
  span.tokens = {token, end};
  const Known<KnownName> known =
      ActorTables::Get().NameAt(NameWindow(doc_, token, sentence.last).get());
  if (known && token + known.size >= end) {  // may be longer than the run: "Bosnia and Herzegovina"
    span.known = known.entry;
    span.tokens.last = token + known.size;
    return span;
  }
  bool body = IsOrganizationHead(doc_.tokens[end - 1].lower);
  for (std::uint32_t i = token; i + 1 < end; ++i)
    body = body ||
           (doc_.tokens[i + 1].shape == Shape::kLower && IsOrganizationHead(doc_.tokens[i].lower));
  if (body) {
    span.body = true;  // "Ukrainian Foreign Ministry", "University of Leeds"
    return span;
  }
  span.given = IsGivenName(doc_.tokens[token].text) ||
               (IsGivenNameAndPlace(doc_.tokens[token].lower) && end == token + 2);
  if (end > token + 1 && !IsGivenName(doc_.tokens[token].text) && IsPlace(span.tokens)) {
    span.given = false;
    return span;
  }
  if (known && !span.given) {
    const std::uint32_t next = token + known.size;
    const NameWindow after(doc_, next, end);
    const bool country =
        known.entry->kind == KnownKind::kCountry || known.entry->kind == KnownKind::kCapital;
    const bool office = TitleAt(after.get()) || ActorTables::Get().AgentAt(after.get()) ||
                        ActorTables::Get().NameAt(after.get()) ||
                        IsLeadingModifier(doc_.tokens[next].lower) ||
                        IsGivenName(doc_.tokens[next].text);
    if (!country || office ||
        doc_.tokens[next].text == "-") {  // "Russian President", "London Mayor", "US-China"
      span.known = known.entry;
      span.tokens.last = next;
      return span;
    }
    span.body = true;  // "Moscow Exchange", "Team France"
    return span;
  }
  // "Likud Leader Netanyahu", "Reuters Friday": the run ends before an office that goes before a
  // name.
  for (std::uint32_t i = token + 1; i + 1 < end; ++i) {
    const Known<Title> title = TitleAt(NameWindow(doc_, i, end).get());
    if (!title || doc_.tokens[i - 1].text == "-" || doc_.tokens[i - 1].lower == "of") continue;
    if (i + title.size < end) {
      span.tokens.last = i;
      break;
    }
  }
  return span;
}

bool NameRuns::IsCommonNoun(Range span, Range sentence) const {
  const Known<KnownName> known =
      ActorTables::Get().NameAt(NameWindow(doc_, span.first, span.last).get());
  if (known.size == span.size()) return false;
  const NameWindow window(doc_, span.first, span.last);
  if (TitleAt(window.get()).size == span.size()) return true;
  const Known<Agent> agent = ActorTables::Get().AgentAt(window.get());
  if (span.size() == 1 && !agent && IsOrganizationHead(doc_.tokens[span.first].lower))
    return true;  // "the Office"
  if (agent.size != span.size()) return false;
  if (agent.entry->kind != AgentKind::kInstitution) return true;
  return IsInitial(span.first, sentence) &&
         span.size() == 1;  // "Parliament" inside a sentence is a name
}

}  // namespace dateline
