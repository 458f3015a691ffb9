#include "extract/statements/frames.h"

#include <algorithm>

#include "extract/statements/complement.h"
#include "extract/statements/cue_group.h"
#include "extract/statements/subject.h"

namespace dateline {

namespace {

// Content that runs on to the right until something cuts it.
struct OpenContent {
  std::size_t draft;
  std::uint32_t first;
};

class FrameReader {
 public:
  FrameReader(const StatementView& view, std::uint32_t sentence, std::vector<Draft>& drafts)
      : view_(view), sentence_(sentence), drafts_(drafts), first_draft_(drafts.size()) {}

  void Read() {
    const Range tokens = Tokens();
    quote_ = kNoQuote - 1;  // none yet: the first token sets the limits
    for (std::uint32_t i = tokens.first; i < tokens.last;) {
      if (view_.QuoteAt(i) != quote_) EnterPart(i);
      if (view_.lower(i) == ";") {
        CutOpen(i);
        clause_begin_ = i + 1;
      }
      // "..., without elaborating": the reporter's words again.
      if (view_.lower(i) == "," && i + 1 < tokens.last && view_.lower(i + 1) == "without")
        CutOpen(i);
      CutAtRelative(i);
      const std::uint32_t next = ReadAt(i);
      i = std::max(next, i + 1);
    }
    CutOpen(tokens.last);
  }

 private:
  // "rejected the offer, which came late": the reporter's relative clause, unless a clause was
  // reported.
  void CutAtRelative(std::uint32_t i) {
    if (open_.empty() || view_.lower(i) != "," || i + 1 >= end_) return;
    if (!view_.IsOneOf(i + 1, {"who", "which", "whose", "where", "when"})) return;
    std::erase_if(open_, [&](const OpenContent& open) {
      const std::string_view frame = drafts_[open.draft].frame;
      if (open.first >= i || !(frame.starts_with("object") || frame == "infinitive")) return false;
      Close(open, i);
      return true;
    });
  }

  Range Tokens() const {
    const Sentence& sentence = view_.doc().sentences[sentence_];
    return {view_.TextBegin(sentence), sentence.tokens.last};
  }

  // Limits of what is read as one clause: the sentence, or the part of it inside one quotation.
  void EnterPart(std::uint32_t i) {
    quote_ = view_.QuoteAt(i);
    const Range tokens = Tokens();
    if (quote_ == kNoQuote) {
      begin_ = tokens.first;
      end_ = tokens.last;
      from_ = std::max(from_, begin_);
      clause_begin_ = std::max(clause_begin_, begin_);
      return;
    }
    const Quote& quote = view_.doc().quotes[quote_];
    begin_ = std::max(tokens.first, quote.tokens.first + 1);
    end_ = std::min(tokens.last, quote.tokens.last - (quote.closed ? 1 : 0));
    from_ = std::max(from_, begin_);
  }

  std::uint32_t ReadAt(std::uint32_t i) {
    const std::uint32_t begin = std::max(from_, begin_);
    if (i < begin) return i;  // the opening mark itself
    if (const std::uint32_t next = AccordingTo(i); next > i) return next;
    const std::optional<CueGroup> group = CueGroupAt(view_, i, begin);
    if (!group || group->tokens.last > end_) return i;
    const std::uint32_t next = ReadGroup(*group);
    if (next > i) from_ = std::max(from_, group->tokens.last);
    return next;
  }

  // Returns the token after the cue if it made a draft, else 0.
  std::uint32_t ReadGroup(const CueGroup& group) {
    if (group.form == VerbForm::kInfinitive) return 0;
    const Complement complement = ComplementOf(view_, group, end_);
    if (group.form == VerbForm::kPassive) return Passive(group, complement);
    if (group.form == VerbForm::kParticiple) return Participle(group, complement);
    const std::optional<Subject> subject = SubjectBefore(view_, group, std::max(from_, begin_));
    if (const std::uint32_t next = Inverted(group, complement, subject)) return next;
    if (const std::uint32_t next = Trailing(group, complement, subject)) return next;
    if (subject && Agrees(view_, group, *subject)) return Leading(group, complement, *subject);
    return Coordinated(group, complement);
  }

  // ---------------------------------------------------------------- X said C
  std::uint32_t Leading(const CueGroup& group, const Complement& complement,
                        const Subject& subject) {
    if (!complement.found()) return 0;
    // "Ghana could order new boats": what may be done is not yet said.
    if (group.modal && !group.negated && complement.frame == "object") return 0;
    // "I think" and "you know" outside quotation marks are the writer's own voice.
    if (quote_ == kNoQuote && view_.IsOneOf(subject.begin, {"i", "we", "you"})) return 0;
    CutBeforeSubject(subject.begin);
    Draft& draft = Add(group, complement);
    draft.source = subject.source;
    Open(complement);
    return group.tokens.last;
  }

  // "X said C, and Y said D": the second subject ends the first content.
  void CutBeforeSubject(std::uint32_t subject) {
    if (subject <= begin_) return;
    std::uint32_t cut = subject - 1;
    if (view_.lower(cut) == ",") return CutOpen(cut);
    if (!view_.IsConjunction(cut)) return;
    if (cut > begin_ && view_.lower(cut - 1) == ",") --cut;
    CutOpen(cut);
  }

  // ---------------------------------------------------------------- C, said X
  std::uint32_t Inverted(const CueGroup& group, const Complement& complement,
                         const std::optional<Subject>& subject) {
    if (!group.entry->Takes(kQuoteFrame) || group.auxiliary || group.tokens.first <= begin_)
      return 0;
    const std::uint32_t before = group.tokens.first - 1;
    if (!ClosesContent(before)) return 0;
    const std::optional<Range> source = SourceAt(view_, group.tokens.last, end_);
    if (!source) return 0;
    std::optional<Range> venue;
    const std::uint32_t after = PassAdverbials(view_, source->last, end_, venue);
    if (!MayFollowSource(after)) return 0;
    // Without marks before it the cue must be a plain one, and nothing else its subject: not "Lund,
    // who resigned, told the court ...".
    const bool quoted = view_.EndsQuote(before);
    const bool plain = group.entry->Takes(kClauseFrame) && !group.entry->Takes(kAddresseeFrame);
    if (!quoted && (!plain || (subject && complement.found() && complement.frame != "clause")))
      return 0;
    const bool clear =
        complement.found() && complement.frame != "clause" && complement.frame != "object";
    if (subject && clear) return 0;
    Draft* draft = AddLeft(group, before);
    if (draft == nullptr) return 0;
    const std::uint32_t last = WithApposition(view_, *source, end_);
    draft->source = {source->first, last};
    draft->venue = venue;
    draft->frame = "content, cue, source";
    AddRight(*draft, std::max(after, last));
    from_ = clause_begin_ = last;
    return last;
  }

  bool MayFollowSource(std::uint32_t i) const {
    if (i >= end_ || view_.StartsQuote(i) || view_.IsPunctuation(i)) return true;
    return view_.IsConjunction(i) || view_.IsPreposition(i) ||
           view_.IsOneOf(i, {"who", "which", "when", "where"}) || view_.lower(i).ends_with("ing");
  }

  // ---------------------------------------------------------------- C, X said
  std::uint32_t Trailing(const CueGroup& group, const Complement& complement,
                         const std::optional<Subject>& subject) {
    const bool takes = group.entry->Takes(kQuoteFrame) || group.entry->Takes(kClauseFrame);
    if (!subject || !takes || subject->begin <= begin_) return 0;
    const std::uint32_t before = subject->begin - 1;
    if (!ClosesContent(before)) return 0;
    const bool quoted = view_.EndsQuote(before);
    const bool parenthetical = group.tokens.last < end_ && view_.lower(group.tokens.last) == ",";
    // "We go," Ward told a court that sat late: what follows the cue is no content.
    const bool comma = quoted && before > begin_ && view_.lower(before - 1) == ",";
    const bool more = quoted && complement.frame.starts_with("quotation");
    if (complement.found() && !comma && !more && !parenthetical) return 0;
    Draft* draft = AddLeft(group, before);
    if (draft == nullptr) return 0;
    draft->source = subject->source;
    draft->addressee = complement.addressee;
    draft->venue = complement.venue;
    draft->frame = "content, source, cue";
    AddRight(*draft, complement.first);
    from_ = clause_begin_ = group.tokens.last;
    return group.tokens.last;
  }

  // A comma outside marks, or a closing mark: content may end before a cue here.
  bool ClosesContent(std::uint32_t i) const {
    if (view_.QuoteAt(i) == kNoQuote || quote_ != kNoQuote)
      return view_.IsOneOf(i, {",", "-", "--", "–", "—", "―"});
    return view_.EndsQuote(i);
  }

  // A draft whose content stands before its cue; null if there is none.
  Draft* AddLeft(const CueGroup& group, std::uint32_t before) {
    const std::uint32_t last = view_.EndsQuote(before) ? before + 1 : before;
    std::uint32_t first = quote_ == kNoQuote ? clause_begin_ : begin_;
    while (first < last &&
           (view_.lower(first) == "," || (first > begin_ && view_.IsConjunction(first))))
      ++first;
    const Span content = ContentSpan(first, last);
    if (content.empty() || (last - first < 3 && !view_.EndsQuote(before))) return nullptr;
    CutOpen(first);
    Draft& draft = Add(group, {});
    draft.content.push_back(content);
    return &draft;
  }

  // "C1, X said, C2": goes on after the cue, unless what follows is the reporter's.
  void AddRight(Draft& draft, std::uint32_t at) {
    if (at + 1 >= end_) return;
    const bool comma = view_.lower(at) == ",";
    if (comma) ++at;
    if (view_.lower(at) == ":") ++at;
    if (at >= end_) return;
    const bool quotation = view_.StartsQuote(at);
    if (!quotation && (!comma || !GoesOn(at))) return;
    open_.push_back({static_cast<std::size_t>(&draft - drafts_.data()), at});
    if (quotation) CloseAtQuote(at);
  }

  bool GoesOn(std::uint32_t at) const {
    if (view_.IsPreposition(at) || view_.IsConjunction(at) || view_.IsPunctuation(at)) return false;
    if (view_.IsOneOf(at, {"who", "which", "whose", "when", "where", "because", "citing"}))
      return false;
    return !view_.lower(at).ends_with("ing");
  }

  // ---------------------------------------------------------------- according to X
  std::uint32_t AccordingTo(std::uint32_t i) {
    const std::vector<const CueEntry*> entries = CueLexicon::Get().Match(view_.doc(), i);
    if (entries.empty() || entries.front()->kind != CueKind::kPhrase) return 0;
    const auto last = static_cast<std::uint32_t>(i + 1 + entries.front()->rest.size());
    const std::optional<Range> source = SourceAt(view_, last, end_);
    if (!source) return 0;
    Draft draft;
    draft.entry = entries.front();
    draft.cue = {{i, last}};
    draft.source = *source;
    draft.sentence = sentence_;
    draft.quoted = quote_ != kNoQuote;
    draft.frame = "according to";
    const std::uint32_t first = quote_ == kNoQuote ? std::max(clause_begin_, begin_) : begin_;
    const bool leads = i - first < 2;
    const std::uint32_t after = leads ? source->last : WithApposition(view_, *source, end_);
    const bool comma = after + 1 < end_ && view_.lower(after) == ",";
    draft.source.last = after;
    if (!leads) {
      const Span content = ContentSpan(first, i);
      if (content.empty()) return 0;
      draft.content.push_back(content);
      CutOpen(i);
    } else if (!comma) {
      return 0;
    }
    drafts_.push_back(std::move(draft));
    if (comma && (leads || (view_.lower(i - 1) == "," && GoesOn(after + 1)))) {
      open_.push_back({drafts_.size() - 1, after + 1});
    }
    from_ = clause_begin_ = after;
    return after;
  }

  // ---------------------------------------------------------------- shared subjects
  // "X said C, adding that D"; "some warning that C"
  std::uint32_t Participle(const CueGroup& group, const Complement& complement) {
    if (!complement.found() || group.tokens.first <= begin_) return 0;
    const std::uint32_t before = group.tokens.first - 1;
    if (view_.lower(before) == "," || view_.EndsQuote(before) ||
        view_.IsOneOf(before, {"and", "while"})) {
      return Inherit(group, complement, before);
    }
    if (complement.frame == "object") return 0;
    const std::optional<Subject> subject = SubjectBefore(view_, group, std::max(from_, begin_));
    return subject ? Leading(group, complement, *subject) : 0;
  }

  // "X said C and called for D"
  std::uint32_t Coordinated(const CueGroup& group, const Complement& complement) {
    if (!complement.found() || group.tokens.first <= begin_ || group.base) return 0;
    const std::uint32_t before = group.tokens.first - 1;
    if (!view_.IsOneOf(before, {"and", "but"})) return 0;
    return Inherit(group, complement,
                   before > begin_ && view_.lower(before - 1) == "," ? before - 1 : before);
  }

  std::uint32_t Inherit(const CueGroup& group, const Complement& complement, std::uint32_t cut) {
    Range source;
    for (std::size_t i = drafts_.size(); i > first_draft_ && source.empty(); --i) {
      const bool same_voice = drafts_[i - 1].quoted == (quote_ != kNoQuote);
      if (same_voice && !Inside(drafts_[i - 1])) source = drafts_[i - 1].source;
    }
    if (source.empty()) source = FirstPhrase(group.tokens.first);
    if (source.empty()) return 0;
    CutOpen(cut);
    Draft& draft = Add(group, complement);
    draft.source = source;
    Open(complement);
    return group.tokens.last;
  }

  // Is the draft's cue in the content of another that is still open?  Then its source is not the
  // main subject.
  bool Inside(const Draft& draft) const {
    for (const OpenContent& open : open_) {
      if (!draft.cue.empty() && open.first < draft.cue.front().first) return true;
    }
    return false;
  }

  // The subject of the sentence, where it is its first phrase, or the first after "In March, ...".
  Range FirstPhrase(std::uint32_t before) const {
    std::uint32_t at = quote_ == kNoQuote ? clause_begin_ : begin_;
    if (at >= before) return {};
    if (view_.IsConjunction(at)) ++at;
    if (view_.IsPreposition(at) || CueLexicon::Get().IsAdverb(view_.token(at))) {
      const std::uint32_t limit = std::min(before, at + kMaxAside);
      while (at < limit && view_.lower(at) != ",") ++at;
      if (at == limit) return {};
      ++at;
    }
    const std::optional<Range> source = SourceAt(view_, at, before);
    return source ? *source : Range{};
  }

  // ---------------------------------------------------------------- C was denied by X
  std::uint32_t Passive(const CueGroup& group, const Complement& complement) {
    const std::uint32_t after = group.tokens.last;
    const std::optional<Subject> subject = SubjectBefore(view_, group, std::max(from_, begin_));
    const bool asked = group.tokens.first == begin_;  // "Asked whether ..."
    if (!subject && !asked) return 0;
    const bool named = subject && !view_.IsOneOf(subject->head, {"who", "which"});
    if (named && after + 1 < end_ && view_.lower(after) == "by") {
      const std::optional<Range> source = SourceAt(view_, after + 1, end_);
      if (!source) return 0;
      Draft& draft = Add(group, {});
      draft.cue.push_back({after, after + 1});
      draft.source = *source;
      draft.frame = "passive with \"by\"";
      draft.content.push_back(ContentSpan(subject->begin, subject->source.last));
      return source->last;
    }
    // "it was reported that C"; "X is expected to C"
    if (!complement.found() || complement.frame == "object" || complement.frame == "clause")
      return 0;
    if (!group.entry->Takes(kThatFrame)) return 0;
    Draft& draft = Add(group, complement);
    draft.frame = "passive";
    if (!subject) {
      draft.addressee.reset();  // it stands in what follows: "Asked whether ..., Ward said"
    } else if (group.entry->Takes(kAddresseeFrame)) {
      draft.addressee = subject->source;
    } else if (!view_.IsOneOf(subject->begin, {"it", "that", "which"})) {
      draft.content.push_back(ContentSpan(subject->begin, subject->source.last));
    }
    Open(complement);
    return group.tokens.last;
  }

  // ---------------------------------------------------------------- parts
  Draft& Add(const CueGroup& group, const Complement& complement) {
    Draft draft;
    draft.entry = group.entry;
    draft.cue.push_back(group.tokens);
    if (complement.preposition) draft.cue.push_back(*complement.preposition);
    draft.addressee = complement.addressee;
    draft.venue = complement.venue;
    draft.sentence = sentence_;
    draft.quoted = quote_ != kNoQuote;
    draft.negated = group.negated;
    draft.refuses = group.negated && group.modal;
    draft.frame = complement.frame;
    drafts_.push_back(std::move(draft));
    return drafts_.back();
  }

  // Words of a quotation that a cue inside it reports end where they end; others take the
  // quotation's marks.
  Span ContentSpan(std::uint32_t first, std::uint32_t last) const {
    return quote_ == kNoQuote ? view_.ContentSpan(first, last) : view_.PlainSpan(first, last);
  }

  void Open(const Complement& complement) {
    open_.push_back({drafts_.size() - 1, complement.first});
    if (view_.StartsQuote(complement.first)) CloseAtQuote(complement.first);
  }

  // said "We go," before he left: what follows the quotation is the reporter's.
  void CloseAtQuote(std::uint32_t at) {
    const Quote& quote = view_.doc().quotes[view_.QuoteAt(at)];
    if (quote.tokens.last < end_ && view_.EndsOnPunctuation(quote)) {
      const OpenContent open = open_.back();
      open_.pop_back();
      Close(open, quote.tokens.last);
    }
  }

  void CutOpen(std::uint32_t at) {
    std::erase_if(open_, [&](const OpenContent& open) {
      if (open.first >= at) return false;
      Close(open, at);
      return true;
    });
  }

  // The token of the closing mark.
  std::uint32_t EndOfQuotation(std::uint32_t token) const {
    const std::uint32_t quote = view_.QuoteAt(token);
    if (quote == kNoQuote) return view_.doc().SentenceOf(token).tokens.last;
    return view_.doc().quotes[quote].tokens.last - (view_.doc().quotes[quote].closed ? 1 : 0);
  }

  void Close(const OpenContent& open, std::uint32_t last) {
    const bool quoted = drafts_[open.draft].quoted;
    if (quoted) last = std::min(last, EndOfQuotation(open.first));
    const Span content =
        quoted ? view_.PlainSpan(open.first, last) : view_.ContentSpan(open.first, last);
    if (!content.empty()) drafts_[open.draft].content.push_back(content);
  }

  const StatementView& view_;
  std::uint32_t sentence_;
  std::vector<Draft>& drafts_;
  std::size_t first_draft_;
  std::vector<OpenContent> open_;
  std::uint32_t quote_ = kNoQuote;
  std::uint32_t begin_ = 0, end_ = 0;
  std::uint32_t from_ = 0;          // no phrase reaches back before this token
  std::uint32_t clause_begin_ = 0;  // content before a cue begins here at the earliest
};

}  // namespace

void ReadFrames(const StatementView& view, std::uint32_t sentence, std::vector<Draft>& drafts) {
  FrameReader(view, sentence, drafts).Read();
}

}  // namespace dateline
