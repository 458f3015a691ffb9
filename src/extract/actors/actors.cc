#include "extract/actors/actors.h"

#include <algorithm>
#include <iterator>

#include "annotate/name_use.h"
#include "extract/actors/actor_book.h"
#include "extract/actors/noun_phrase.h"
#include "ontology/senses.h"

namespace dateline {

namespace {

class ActorScan {
 public:
  ActorScan(const Document& doc, RecordBatch& batch)
      : doc_(doc), book_(doc, batch), coder_(doc, batch.places) {}

  void Run() {
    for (const Sentence& sentence : doc_.sentences) {
      // Complements are phrases of their own ("a spokesman for the bank"), an apposition is the
      // same actor again.
      Range apposition;
      for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last;) {
        if (i >= apposition.first && i < apposition.last) {
          i = apposition.last;
          continue;
        }
        const NounPhrase phrase = NounPhraseStartingAt(doc_, i);
        if (!phrase.empty() && !phrase.pronoun) Visit(phrase);
        if (!phrase.apposition.empty()) apposition = phrase.apposition;
        i = std::max(i + 1, phrase.core.last);
      }
      VisitNames(sentence.tokens);
    }
  }

 private:
  void Visit(const NounPhrase& phrase) {
    const std::uint32_t name = NameAt(doc_, phrase.head);
    if (name < doc_.names.size()) {
      VisitName(phrase, doc_.names[name]);
    } else {
      VisitNoun(phrase);
    }
  }

  // Names stand inside the phrases of others ("Kremlin spokesman Oleg Maro", "Kenya's finance
  // ministry") and where the tree shows none.
  void VisitNames(Range sentence) {
    for (; name_ < doc_.names.size() && doc_.names[name_].tokens.first < sentence.last; ++name_) {
      const Name& name = doc_.names[name_];
      if (ActsByItself(name, sentence) && !book_.IsPronoun(name.span)) book_.FindOrAdd(name.span);
    }
  }

  // Not in "a Nimitz-class carrier", nor the make of "Katyusha rockets".
  bool ActsByItself(const Name& name, Range sentence) const {
    const std::uint32_t end = name.tokens.last;
    const bool hyphen =
        end < sentence.last && doc_.tokens[end].text == "-" && !doc_.tokens[end].space_before;
    if (hyphen) return false;
    if (name.kind == NameKind::kGeopolitical) return ActsAsState(name);
    if (!IsPersonOrBody(name.kind)) return false;
    const Agent* noun = coder_.HeadNounOf(name.tokens);
    return noun == nullptr || noun->kind != AgentKind::kThing;
  }

  void VisitName(const NounPhrase& phrase, const Name& name) {
    switch (name.kind) {
      case NameKind::kPerson:
      case NameKind::kOrganization:
        book_.FindOrAdd(WithModifiers(phrase, name));
        break;
      case NameKind::kGeopolitical:
        break;  // by itself, without what stands before it
      case NameKind::kPlace:
        if (ActsAsSomebody(phrase) && !book_.CodeOf(name.span).country.empty())
          book_.FindOrAdd(name.span);
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
    if (coded.head == nullptr) {
      NounPhrase core = phrase;
      core.tokens = phrase.core;
      coded = coder_.Code(core);
    }
    if (coded.head != nullptr && coded.head->kind == AgentKind::kCountry && !Acts(phrase)) return;
    const bool known =
        coded.head != nullptr;  // "Russian missiles struck" act too, though no noun of the tables
    const bool coded_actor = coded.code.country.empty()
                                 ? known && !coded.code.sector.empty() && Acts(phrase)
                                 : known || Acts(phrase);
    if (!coded_actor && !ActsAsSomebody(phrase) && NameBeside(doc_, phrase) == doc_.names.size())
      return;
    book_.FindOrAdd(doc_.SpanOf(phrase.tokens));
  }

  // "French President Emmanuel Macron": the name with what stands before it.
  Span WithModifiers(const NounPhrase& phrase, const Name& name) const {
    return phrase.core.last == name.tokens.last ? doc_.SpanOf(phrase.core) : name.span;
  }

  bool ActsAsState(const Name& name) const {
    return NameUseOf(doc_, name) != NameUse::kWhere && !book_.CodeOf(name.span).country.empty();
  }

  bool IsPlural(std::uint32_t token) const {
    return doc_.tokens[token].xpos == Xpos::kNns || doc_.tokens[token].xpos == Xpos::kNnps;
  }

  // Is the phrase the subject of a verb, or the agent behind "by"?
  bool Acts(const NounPhrase& phrase) const {
    const Token& root = doc_.tokens[phrase.root];
    if (root.deprel == Deprel::kConj && root.head != phrase.root)
      return ActsAs(doc_.tokens[root.head].deprel);
    return ActsAs(root.deprel);
  }
  static bool ActsAs(Deprel deprel) {
    return deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass || deprel == Deprel::kOblAgent;
  }

  // Only somebody meets, visits or refuses: "occupiers", of whom no table knows anything.
  bool ActsAsSomebody(const NounPhrase& phrase) const {
    const Token& root = doc_.tokens[phrase.root];
    return root.deprel == Deprel::kNsubj && Means(doc_.tokens[root.head].lemma, Sense::kPersonal);
  }

  const Document& doc_;
  ActorBook book_;
  PhraseCoder coder_;
  std::uint32_t name_ = 0;  // the next to visit
};

}  // namespace

StageInfo ActorExtractor::info() const {
  return {"actors",
          {Layer::kSentences, Layer::kTokens, Layer::kSyntax, Layer::kNames},
          {Layer::kActors}};
}

void ActorExtractor::Extract(const Document& doc, RecordBatch& batch) const {
  ActorScan(doc, batch).Run();
}

}  // namespace dateline
