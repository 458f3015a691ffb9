#include "annotate/name_spans.h"

#include <algorithm>

#include "annotate/name_run.h"
#include "annotate/name_words.h"
#include "ontology/function_words.h"
#include "ontology/titles.h"

namespace dateline {

namespace {

// How the capitals of a sentence are to be read.
enum class Casing { kOrdinary, kAllCapitals, kTitleCase };

Casing CasingOf(const Document& doc, const Sentence& sentence) {
  std::uint32_t words = 0, upper = 0, long_words = 0, long_capital = 0;
  for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    const Token& token = doc.tokens[i];
    if (token.shape != Shape::kLower && token.shape != Shape::kTitle &&
        token.shape != Shape::kUpper)
      continue;
    ++words;
    if (token.shape == Shape::kUpper) ++upper;
    if (token.text.size() < 4) continue;
    ++long_words;
    if (token.shape != Shape::kLower) ++long_capital;
  }
  if (words >= 3 && upper * 10 >= words * 8) return Casing::kAllCapitals;
  const bool stop = doc.tokens[sentence.tokens.last - 1].text == ".";  // headlines have none
  if (!stop && long_words >= 4 && long_capital * 10 >= long_words * 8) return Casing::kTitleCase;
  return Casing::kOrdinary;
}

class SpanFinder {
 public:
  SpanFinder(const Document& doc, const Gazetteer* gazetteer) : doc_(doc), runs_(doc, gazetteer) {}

  std::vector<NameSpan> Run() {
    for (const Sentence& sentence : doc_.sentences) casings_.push_back(CasingOf(doc_, sentence));
    for (std::size_t s = 0; s < casings_.size(); ++s)
      if (casings_[s] == Casing::kOrdinary) runs_.Learn(doc_.sentences[s]);
    for (std::size_t s = 0; s < casings_.size(); ++s)
      if (casings_[s] == Casing::kOrdinary) Ordinary(doc_.sentences[s].tokens);
    for (std::uint32_t i = 0; i < spans_.size(); ++i)
      body_.Add(doc_.Words(doc_.SpanOf(spans_[i].tokens)), i, PhraseTable::Case::kAny);
    for (std::size_t s = 0; s < casings_.size(); ++s)
      if (casings_[s] != Casing::kOrdinary) Headline(doc_.sentences[s].tokens, casings_[s]);
    std::ranges::sort(spans_, {}, [](const NameSpan& span) { return span.tokens.first; });
    return std::move(spans_);
  }

 private:
  void Ordinary(Range sentence) {
    bool titled = false;
    for (std::uint32_t i = sentence.first; i < sentence.last;) {
      if (!runs_.MayBegin(i, sentence)) {
        titled = runs_.EndsTitle(i, sentence);
        ++i;
        continue;
      }
      const std::uint32_t end = runs_.End(i, sentence);
      const std::uint32_t title = runs_.TitleSize(i, end);
      if (title != 0) {
        titled = true;
        i += title;
        continue;
      }
      NameSpan span = runs_.Name(i, end, sentence);
      span.titled = titled;
      titled = false;
      i = span.tokens.last;
      if (!runs_.IsCommonNoun(span.tokens, sentence)) spans_.push_back(span);
    }
  }

  void Headline(Range sentence, Casing casing) {
    bool titled = false;
    for (std::uint32_t i = sentence.first; i < sentence.last;) {
      NameSpan span = HeadlineName(i, sentence, casing, titled);
      const Known<Title> title = TitleAt(NameWindow(doc_, i, sentence.last).get());
      titled = span.tokens.empty() && title.size != 0;
      i = span.tokens.empty() ? i + std::max(title.size, 1u) : span.tokens.last;
      if (!span.tokens.empty()) spans_.push_back(span);
    }
  }

  // The name at `i`, empty if none.  // "PUTIN MEETS XI IN BEIJING", "Guterres Urges Truce in
  // Sudan"
  NameSpan HeadlineName(std::uint32_t i, Range sentence, Casing casing, bool titled) {
    NameSpan span;
    const Token& token = doc_.tokens[i];
    if (token.shape != Shape::kTitle && token.shape != Shape::kUpper) return span;
    const NameWindow window(doc_, i, sentence.last);
    Known<KnownName> known = ActorTables::Get().NameAt(window.get());
    const bool function_word = FunctionClassOf(token.lower) != FunctionClass::kNone;
    // In capitals "us" and "US", "it" and "IT" look the same.
    if (known.size == 1 && function_word &&
        (casing == Casing::kAllCapitals || token.shape != Shape::kUpper))
      known = {};
    const auto body = body_.Longest(window.get());
    if (known && (!body || known.size >= body->size)) {
      span.known = known.entry;
      span.tokens = {i, i + known.size};
      return span;
    }
    if (body && !function_word) {
      span = spans_[body->value];
      span.tokens = {i, i + body->size};
      return span;
    }
    if (function_word) return span;
    return HeadlinePerson(i, sentence, casing, titled);
  }

  NameSpan HeadlinePerson(std::uint32_t i, Range sentence, Casing casing, bool titled) const {
    NameSpan span;
    const auto plain = [&](std::uint32_t k) {
      const Token& token = doc_.tokens[k];
      return (token.shape == Shape::kTitle || token.shape == Shape::kUpper) &&
             FunctionClassOf(token.lower) == FunctionClass::kNone &&
             !ActorTables::Get().AgentAt(NameWindow(doc_, k, sentence.last).get());
    };
    const bool given = i + 1 < sentence.last && IsGivenName(doc_.tokens[i].text) && plain(i + 1) &&
                       doc_.tokens[i + 1].space_before;
    if (given) {
      span.given = true;
      span.tokens = {i, i + 2};
    } else if (titled && plain(i)) {
      span.titled = true;
      span.tokens = {i, i + 1};
    } else if (casing == Casing::kTitleCase && doc_.tokens[i].shape == Shape::kUpper) {
      span.tokens = {i, i + 1};  // an acronym
    }
    return span;
  }

  const Document& doc_;
  NameRuns runs_;
  std::vector<Casing> casings_;
  std::vector<NameSpan> spans_;
  PhraseTable body_;  // names of ordinary sentences, value: index into spans_
};

}  // namespace

std::vector<NameSpan> FindNameSpans(const Document& doc, const Gazetteer* gazetteer) {
  return SpanFinder(doc, gazetteer).Run();
}

}  // namespace dateline
