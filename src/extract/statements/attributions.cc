#include "extract/statements/attributions.h"

#include <algorithm>
#include <utility>

#include "extract/actors/noun_phrase.h"

namespace dateline {

namespace {

class Reader {
 public:
  Reader(const StatementView& view, const Attribution& item) : view_(view), item_(item) {}

  std::optional<Draft> Read() {
    if (IsNobody() || IsWriter() || IsBareCopula()) return std::nullopt;
    draft_.cue = {item_.cue};
    // "was quoted [as] saying"
    if (item_.cue.size() > 1 && view_.lower(item_.cue.first) == "as") ++draft_.cue.front().first;
    draft_.source = item_.source;
    draft_.sentence = view_.token(item_.cue.first).sentence;
    draft_.quoted = view_.QuoteAt(item_.cue.first) != kNoQuote;
    draft_.confidence = item_.confidence;
    draft_.stance = item_.stance;
    draft_.frame = item_.content.front().first < item_.cue.first ? "the words before their cue"
                                                                 : "the words after their cue";
    FindVerb();
    if (IsFunctionWord()) return std::nullopt;
    TakeVerb();
    AddContents();
    if (draft_.content.empty()) return std::nullopt;
    ReadDependents();
    if (names_itself_) return std::nullopt;
    FindSource();
    return std::move(draft_);
  }

 private:
  // "No group claimed the attack": nothing was said.
  bool IsNobody() const {
    return !item_.source.empty() &&
           view_.IsOneOf(item_.source.first, {"no", "nobody", "none", "neither"});
  }

  // "I think" outside quotation marks is the writer's own voice.
  bool IsWriter() const {
    return !item_.source.empty() && view_.QuoteAt(item_.source.first) == kNoQuote &&
           view_.IsOneOf(item_.source.first, {"i", "we", "you"});
  }

  // "it is ready": nothing is said; "his answer was that ...": much is.
  bool IsBareCopula() const {
    const Token& word = view_.token(item_.cue.first);
    return item_.cue.size() == 1 && word.deprel == Deprel::kCop &&
           view_.token(word.head).upos == Upos::kAdj;
  }

  // "has [denied]", "do not [know]": auxiliaries and negations alone are half a cue.
  void TakeVerb() {
    constexpr std::uint32_t kFar = 4;
    for (std::uint32_t i = item_.cue.first; i < item_.cue.last; ++i) {
      const Upos upos = view_.token(i).upos;
      if (upos != Upos::kAux && upos != Upos::kPart && upos != Upos::kAdv) return;
    }
    const Token& last = view_.token(item_.cue.last - 1);
    const bool aux = last.deprel == Deprel::kAux || last.deprel == Deprel::kAdvmod;
    if (!aux || last.head < item_.cue.last || last.head >= item_.cue.last + kFar) return;
    if (view_.token(last.head).upos != Upos::kVerb || InSource(last.head) || InContent(last.head))
      return;
    draft_.cue.front().last = last.head + 1;
    verb_ = last.head;
    draft_.lemma = view_.token(verb_).lemma;
    const std::vector<const CueEntry*> entries = CueLexicon::Get().Match(view_.doc(), verb_);
    if (!entries.empty()) {
      draft_.entry = entries.front();
      draft_.lemma = draft_.entry->words;
    }
  }

  // An "of" or a "no" alone, and no entry of the table ("per"), is the cue of nothing.
  bool IsFunctionWord() const {
    if (draft_.entry != nullptr || item_.cue.size() > 1) return false;
    const Upos upos = view_.token(item_.cue.first).upos;
    return upos == Upos::kAdp || upos == Upos::kDet || upos == Upos::kPart || upos == Upos::kCconj;
  }

  // The word of the cue that the others hang from, and the entry that its words make.
  void FindVerb() {
    verb_ = item_.cue.first;
    for (std::uint32_t i = item_.cue.first; i < item_.cue.last; ++i) {
      const std::uint32_t head = view_.token(i).head;
      if (head < item_.cue.first || head >= item_.cue.last || head == i) verb_ = i;
      if (view_.token(verb_).upos == Upos::kVerb) break;
    }
    draft_.lemma = view_.token(verb_).lemma;
    const auto look = [&](std::uint32_t i) {
      const std::vector<const CueEntry*> entries = CueLexicon::Get().Match(view_.doc(), i);
      if (draft_.entry == nullptr && !entries.empty()) draft_.entry = entries.front();
    };
    look(verb_);
    for (std::uint32_t i = item_.cue.first; i < item_.cue.last; ++i) look(i);
    if (draft_.entry != nullptr) draft_.lemma = draft_.entry->words;
  }

  void AddContents() {
    for (Range content : Joined(item_.content)) {
      content = WithoutLooseEnds(content);
      if (content.empty()) continue;
      if (!draft_.quoted && !item_.inner) content = WithQuotations(content);
      const Span span = view_.PlainSpan(content.first, content.last);
      if (!span.empty()) draft_.content.push_back(span);
    }
    std::ranges::sort(draft_.content);
    std::vector<Span> joined;  // two ends in one quotation are one fragment
    for (Span span : draft_.content) {
      if (!joined.empty() && span.begin <= joined.back().end) {
        joined.back().end = std::max(joined.back().end, span.end);
      } else {
        joined.push_back(span);
      }
    }
    draft_.content = std::move(joined);
  }

  // The fragments that are his; those without a word between them are one.
  std::vector<Range> Joined(const std::vector<Range>& fragments) const {
    std::vector<Range> joined;
    for (Range fragment : fragments) {
      if (IsOfAnother(fragment)) continue;
      if (!joined.empty() && joined.back().last == fragment.first) {
        joined.back().last = fragment.last;
      } else {
        joined.push_back(fragment);
      }
    }
    return joined;
  }

  // A quotation in a paragraph before the one of the cue is somebody else's.
  bool IsOfAnother(Range content) const {
    return view_.doc().SentenceOf(content.first).paragraph <
           view_.doc().SentenceOf(item_.cue.first).paragraph;
  }

  // "[that it was ready,] but": no conjunction or comma ends what is said; words that only join
  // others say nothing.
  Range WithoutLooseEnds(Range content) const {
    const auto joins = [&](std::uint32_t i) {
      return view_.token(i).upos == Upos::kCconj || view_.lower(i) == ",";
    };
    while (!content.empty() && joins(content.last - 1) &&
           view_.QuoteAt(content.last - 1) == kNoQuote)
      --content.last;
    if (!content.empty()) content.last = PastHead(content.last);
    for (std::uint32_t i = content.first; i < content.last; ++i) {
      switch (view_.token(i).upos) {
        case Upos::kAdp:
        case Upos::kCconj:
        case Upos::kDet:
        case Upos::kPart:
        case Upos::kPunct:
        case Upos::kSconj:
          break;
        default:
          return content;
      }
    }
    return content.empty() ? content : ClauseOf(content.first);
  }

  // "whether the mine would" [close]: a word that only goes with the next one does not end what is
  // said.
  std::uint32_t PastHead(std::uint32_t end) const {
    const Token& last = view_.token(end - 1);
    const bool goes_on = last.deprel == Deprel::kAux || last.deprel == Deprel::kAuxPass ||
                         last.deprel == Deprel::kDet || last.deprel == Deprel::kCase ||
                         last.deprel == Deprel::kMark || last.deprel == Deprel::kCop;
    constexpr std::uint32_t kFar = 4;
    const bool near = last.head >= end && last.head < end + kFar;
    if (!goes_on || !near) return end;
    for (std::uint32_t i = end; i <= last.head; ++i) {
      if (InSource(i) || InCue(i)) return end;
    }
    return last.head + 1;
  }

  // "refused [to] leave": the clause that such a word opens, where it opens one.
  Range ClauseOf(std::uint32_t marker) const {
    const std::uint32_t verb = view_.token(marker).head;
    if (view_.token(marker).deprel != Deprel::kMark || verb <= marker) return {};
    const Range sentence = view_.doc().SentenceOf(marker).tokens;
    std::uint32_t last = verb + 1;
    for (std::uint32_t i = last; i < sentence.last && Hangs(i, marker, verb); ++i) last = i + 1;
    while (last > verb + 1 && view_.IsPunctuation(last - 1)) --last;
    return {marker, last};
  }

  // Does a path of words not before `first` lead from a word up to `top`?
  bool Hangs(std::uint32_t word, std::uint32_t first, std::uint32_t top) const {
    constexpr int kDeepest = 16;
    for (int depth = 0; depth < kDeepest && word >= first; ++depth) {
      if (word == top) return true;
      if (view_.token(word).head == word) return false;
      word = view_.token(word).head;
    }
    return false;
  }

  // A content that begins or ends in the middle of a quotation takes all of it, unless little of it
  // is his.
  Range WithQuotations(Range content) const {
    for (const std::uint32_t end : {content.first, content.last - 1}) {
      const std::uint32_t q = view_.QuoteAt(end);
      if (q == kNoQuote) continue;
      const Range quote = view_.doc().quotes[q].tokens;
      const std::uint32_t shared =
          std::min(quote.last, content.last) - std::max(quote.first, content.first);
      if (2 * shared < quote.size()) continue;
      content = {std::min(content.first, quote.first), std::max(content.last, quote.last)};
    }
    return content;
  }

  bool InContent(std::uint32_t token) const {
    return std::ranges::any_of(item_.content,
                               [&](Range r) { return r.first <= token && token < r.last; });
  }

  bool InCue(std::uint32_t token) const {
    return item_.cue.first <= token && token < item_.cue.last;
  }

  bool InSource(std::uint32_t token) const {
    return item_.source.first <= token && token < item_.source.last;
  }

  // What hangs from the verb: "did not", "would not", "told [the court]", "said [in an interview]".
  void ReadDependents() {
    const CueLexicon& lexicon = CueLexicon::Get();
    bool modal = false;
    const Range sentence = view_.doc().SentenceOf(verb_).tokens;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const bool own = view_.token(i).head == verb_ && i != verb_ && !InContent(i);
      const bool inside = item_.cue.first <= i && i < item_.cue.last;
      // "calls itself the Front": a name, no statement.
      names_itself_ |= view_.token(i).head == verb_ && draft_.lemma == "call" &&
                       view_.IsOneOf(i, {"itself", "himself", "herself", "themselves"});
      if (!own && !inside) continue;
      draft_.negated |= lexicon.Is(WordClass::kNegation, view_.token(i));
      modal |= lexicon.Is(WordClass::kModal, view_.token(i));
      if (!own || inside || InSource(i)) continue;
      const Deprel deprel = view_.token(i).deprel;
      if (deprel == Deprel::kNsubj) subject_ = i;
      if (deprel == Deprel::kNsubjPass) passive_subject_ = i;
      // "freed Anna Ward, who said she was tired": the relative speaks.
      if (draft_.source.empty() && deprel == Deprel::kNsubj && view_.IsOneOf(i, {"who", "which"}))
        draft_.source = {i, i + 1};
      if (IsAddressee(i, deprel)) {
        if (!draft_.addressee) draft_.addressee = PhraseOf(i);
      } else if (deprel == Deprel::kObl && !draft_.venue &&
                 lexicon.Is(WordClass::kVenue, view_.token(i))) {
        const Range phrase = PhraseOf(i);
        draft_.venue = Range{CaseOf(i, phrase.first), phrase.last};
        // "said [in a statement]": the preposition is the venue's.
        if (draft_.cue.front().first < draft_.venue->first)
          draft_.cue.front().last = std::min(draft_.cue.front().last, draft_.venue->first);
      }
    }
    draft_.refuses = modal && draft_.negated;
  }

  // Who speaks, where the encoder marks nobody or no more than an article: "The two presidents
  // agreed not to ...", "A spokesman was quoted by a newspaper as saying ...".
  void FindSource() {
    if (const auto quoted = SubjectOfQuoted()) {
      draft_.source = PhraseOf(*quoted);
    } else if (draft_.source.empty()) {
      if (!subject_) subject_ = SubjectOfFirstVerb();
      if (subject_ && !InContent(*subject_) && view_.token(*subject_).upos != Upos::kPron)
        draft_.source = PhraseOf(*subject_);
    } else if (draft_.source.size() == 1 &&
               view_.token(draft_.source.first).deprel == Deprel::kDet) {
      draft_.source = PhraseOf(view_.token(draft_.source.first).head);
    }
    DropHalfClause();
  }

  // "[A spokesman] was quoted by a newspaper as saying": whether "quoted" is the cue or "saying".
  std::optional<std::uint32_t> SubjectOfQuoted() const {
    const auto quotes = [this](std::uint32_t i) {
      return view_.token(i).lemma == "quote" || view_.token(i).lemma == "cite";
    };
    if (quotes(verb_)) return passive_subject_;
    const std::uint32_t above = view_.token(verb_).head;
    if (view_.token(verb_).deprel != Deprel::kAdvcl || !quotes(above)) return std::nullopt;
    const Range sentence = view_.doc().SentenceOf(verb_).tokens;
    for (std::uint32_t i = sentence.first; i < above; ++i)
      if (view_.token(i).head == above && view_.token(i).deprel == Deprel::kNsubjPass) return i;
    return std::nullopt;
  }

  // "[Ward], who replaced Hale as leader, said": a relative clause of which the mark covers only
  // the begin is no part of the source.
  void DropHalfClause() {
    Range& source = draft_.source;
    if (source.size() < 3) return;
    const std::uint32_t end = view_.doc().SentenceOf(source.first).tokens.last;
    for (std::uint32_t i = source.first + 1; i < source.last; ++i) {
      if (view_.token(i).upos != Upos::kPron || !view_.IsOneOf(i, {"who", "which", "that"}))
        continue;
      const std::uint32_t verb = view_.token(i).head;
      if (source.last >= end || verb <= i || !Hangs(source.last, i, verb)) continue;
      source.last = view_.lower(i - 1) == "," ? i - 1 : i;
      return;
    }
  }

  // "[The mayor] called the owner and told him to ...": the first of joined verbs has the subject.
  std::optional<std::uint32_t> SubjectOfFirstVerb() const {
    if (view_.token(verb_).deprel != Deprel::kConj || passive_subject_) return std::nullopt;
    const std::uint32_t first = view_.token(verb_).head;
    const Range sentence = view_.doc().SentenceOf(verb_).tokens;
    for (std::uint32_t i = sentence.first; i < verb_; ++i) {
      if (view_.token(i).head == first && view_.token(i).deprel == Deprel::kNsubj) return i;
    }
    return std::nullopt;
  }

  bool IsAddressee(std::uint32_t i, Deprel deprel) const {
    if (deprel == Deprel::kIobj) return true;
    const bool takes = draft_.entry != nullptr && draft_.entry->addressee;
    if (deprel == Deprel::kObj) return takes;
    if (deprel != Deprel::kObl || i < verb_ ||
        CueLexicon::Get().Is(WordClass::kTime, view_.token(i)))
      return false;
    const std::uint32_t marker = CaseOf(i, i);  // "said to reporters", "called on both sides"
    if (marker == i) return false;
    return view_.lower(marker) == "to" || (takes && draft_.lemma.ends_with(" on"));
  }

  // The preposition of `noun`, or `otherwise`.
  std::uint32_t CaseOf(std::uint32_t noun, std::uint32_t otherwise) const {
    const std::uint32_t begin = view_.doc().SentenceOf(noun).tokens.first;
    for (std::uint32_t i = noun; i > begin; --i) {
      if (view_.token(i - 1).head == noun && view_.token(i - 1).deprel == Deprel::kCase)
        return i - 1;
    }
    return otherwise;
  }

  Range PhraseOf(std::uint32_t noun) const {
    const NounPhrase phrase = NounPhraseAround(view_.doc(), noun);
    Range tokens = phrase.empty() ? Range{noun, noun + 1} : phrase.tokens;
    while (tokens.last > noun + 1 && InContent(tokens.last - 1)) --tokens.last;
    return tokens;
  }

  const StatementView& view_;
  const Attribution& item_;
  Draft draft_;
  std::uint32_t verb_ = 0;
  std::optional<std::uint32_t> subject_, passive_subject_;  // words that hang from the verb
  bool names_itself_ = false;
};

}  // namespace

void ReadAttributions(const StatementView& view, std::vector<Draft>& drafts) {
  for (const Attribution& item : view.doc().attributions) {
    if (std::optional<Draft> draft = Reader(view, item).Read()) drafts.push_back(*std::move(draft));
  }
}

}  // namespace dateline
