#include "extract/actors/actors.h"

#include <algorithm>

#include "extract/actors/actor_book.h"
#include "extract/actors/noun_phrase.h"
#include "extract/actors/phrase_parser.h"
#include "ontology/function_words.h"

namespace dateline {

namespace {

class ActorScan {
 public:
  ActorScan(const Document& doc, RecordBatch& batch)
      : doc_(doc), book_(doc, batch), coder_(doc, batch.places) {}

  void Run() {
    for (const Sentence& sentence : doc_.sentences) {
      for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last;) {
        if (!PhraseParser::MayBegin(doc_, i)) {
          ++i;
          continue;
        }
        const NounPhrase phrase = NounPhraseStartingAt(doc_, i);
        if (!phrase.empty() && !phrase.pronoun) Visit(phrase);
        i = std::max(i + 1, Next(phrase));
      }
    }
  }

 private:
  // A core may hold names that are actors beside its head: "Kremlin spokesman Oleg Maro".
  void Visit(const NounPhrase& phrase) {
    const std::uint32_t head_name = NameAt(doc_, phrase.head);
    const std::uint32_t names = static_cast<std::uint32_t>(doc_.names.size());
    if (head_name < names) {
      VisitName(phrase, doc_.names[head_name]);
    } else {
      VisitNoun(phrase);
    }
    for (std::uint32_t i = phrase.core.first; i < phrase.core.last; ++i) {
      const std::uint32_t name = NameAt(doc_, i);
      if (name >= names) continue;
      const NameKind kind = doc_.names[name].kind;
      const std::uint32_t end = doc_.names[name].tokens.last;
      const bool hyphen =
          end < phrase.core.last && doc_.tokens[end].text == "-";  // "Nimitz-class carrier"
      if (name != head_name && !hyphen &&
          (kind == NameKind::kPerson || kind == NameKind::kOrganization))
        book_.FindOrAdd(doc_.names[name].span);
      i = std::max(i, doc_.names[name].tokens.last - 1);
    }
  }

  // Complements are phrases of their own ("a spokesman for the bank"), an apposition is the same
  // actor again.
  std::uint32_t Next(const NounPhrase& phrase) const {
    for (std::uint32_t i = phrase.core.last; i < phrase.tokens.last; ++i)
      if (doc_.tokens[i].text == ",") return phrase.tokens.last;
    return phrase.core.last;
  }

  void VisitName(const NounPhrase& phrase, const Name& name) {
    switch (name.kind) {
      case NameKind::kPerson:
      case NameKind::kOrganization:
        book_.FindOrAdd(WithModifiers(phrase, name));
        break;
      case NameKind::kGeopolitical:
        if (phrase.core.last == name.tokens.last && !book_.CodeOf(name.span).country.empty())
          book_.FindOrAdd(name.span);
        break;
      case NameKind::kPlace:
        break;
      case NameKind::kNationality:
        if (Acts(phrase) || phrase.core.size() > 1 || IsPlural(phrase.head))
          book_.FindOrAdd(doc_.SpanOf(phrase.core));
        break;
      case NameKind::kOther:
        if (Acts(phrase) && !book_.CodeOf(doc_.SpanOf(phrase.core)).country.empty())
          book_.FindOrAdd(doc_.SpanOf(phrase.core));
        break;
    }
  }

  void VisitNoun(const NounPhrase& phrase) {
    if (doc_.tokens[phrase.core.first].lower == "no") return;
    CodedPhrase coded = coder_.Code(phrase);
    if (coded.head == nullptr) coded = coder_.Code({phrase.core, phrase.core, phrase.head});
    const bool known =
        coded.head != nullptr;  // "Russian missiles struck" act too, though no noun of the tables
    if (coded.code.country.empty() ? !known || coded.code.sector.empty() || !Acts(phrase)
                                   : !known && !Acts(phrase))
      return;
    book_.FindOrAdd(doc_.SpanOf(phrase.tokens));
  }

  // "French President Emmanuel Macron": the name with what stands before it.
  Span WithModifiers(const NounPhrase& phrase, const Name& name) const {
    return phrase.core.last == name.tokens.last ? doc_.SpanOf(phrase.core) : name.span;
  }

  bool IsPlural(std::uint32_t token) const {
    return doc_.tokens[token].lower.ends_with("s") &&
           doc_.tokens[token].lower != doc_.tokens[token].lemma;
  }

  bool AfterPlacePreposition(std::uint32_t token) const {
    if (token == 0 || doc_.tokens[token - 1].sentence != doc_.tokens[token].sentence) return false;
    return FunctionClassOf(doc_.tokens[token - 1].lower) == FunctionClass::kPreposition &&
           doc_.tokens[token - 1].lower != "by";
  }

  // Is the phrase the subject of a verb that follows, or the agent behind "by"?
  bool Acts(const NounPhrase& phrase) const {
    const std::uint32_t first = phrase.core.first;
    const Range sentence = doc_.SentenceOf(first).tokens;
    if (first > sentence.first && doc_.tokens[first - 1].lower == "by") return true;
    if (AfterPlacePreposition(first)) return false;
    std::uint32_t next = phrase.tokens.last;
    if (next < sentence.last && doc_.tokens[next].text == "," && phrase.core.last < next) ++next;
    while (next < sentence.last &&
           FunctionClassOf(doc_.tokens[next].lower) == FunctionClass::kAdverb)
      ++next;
    if (next >= sentence.last) return false;
    const Token& word = doc_.tokens[next];
    const FunctionClass kind = FunctionClassOf(word.lower);
    const bool possessive = word.lower == "'s" || word.lower == "\u2019s";
    if (possessive) return false;
    if (kind == FunctionClass::kVerb || kind == FunctionClass::kAuxiliary) return true;
    return kind == FunctionClass::kNone && word.shape == Shape::kLower && word.space_before &&
           (word.lower.ends_with("ed") || word.lower.ends_with("es"));
  }

  const Document& doc_;
  ActorBook book_;
  PhraseCoder coder_;
};

}  // namespace

StageInfo ActorExtractor::info() const {
  return {"actors", {Layer::kSentences, Layer::kTokens, Layer::kNames}, {Layer::kActors}};
}

void ActorExtractor::Extract(const Document& doc, RecordBatch& batch) const {
  ActorScan(doc, batch).Run();
}

}  // namespace dateline
