#include "extract/events/trigger_matcher.h"

#include <algorithm>
#include <optional>

namespace dateline::events {

namespace {

constexpr std::uint32_t kNextReach = 5;
constexpr std::uint32_t kPreviousReach = 3;
constexpr std::uint32_t kSentenceReach = 60;
constexpr float kSure = 0.8F;  // mean probability of an act's tags (decision 25)

class Matcher {
 public:
  explicit Matcher(const ReportView& view) : view_(view), doc_(view.doc), words_(view.words) {}

  std::vector<Trigger> Run() {
    std::vector<Trigger> triggers;
    auto act = doc_.acts.begin();
    for (std::uint32_t t = 0; t < doc_.tokens.size();) {
      while (act != doc_.acts.end() && act->trigger.first < t) ++act;
      Trigger trigger = MatchAt(t);
      if (trigger.rows.empty() && act != doc_.acts.end() && act->trigger.first == t)
        trigger = Learned(*act).value_or(Trigger());
      if (trigger.rows.empty()) {
        ++t;
        continue;
      }
      t = trigger.tokens.last;
      triggers.push_back(std::move(trigger));
    }
    return triggers;
  }

 private:
  // The trigger of an act that the table has no words for: none of its words begins a row.
  std::optional<Trigger> Learned(const Act& act) const {
    if (act.confidence < kSure || InLongName(act.trigger.first)) return std::nullopt;
    for (std::uint32_t t = act.trigger.first + 1; t < act.trigger.last; ++t)
      if (!MatchAt(t).rows.empty()) return std::nullopt;
    std::uint32_t node = NodeOf(act.trigger, Part::kVerb);
    if (node == kNone) node = NodeOf(act.trigger, Part::kNoun);
    if (node == kNone) return std::nullopt;
    return Trigger{.tokens = act.trigger,
                   .node = node,
                   .use = UseOf(view_.tree, node),
                   .rows = {view_.lexicon.LearnedRow(act.type, act.mode)}};
  }

  // In the name of a person or an organisation a word tells of nothing: "Strike Force", "Victor
  // Marches".
  bool InLongName(std::uint32_t token) const {
    return view_.name[token] != kNone && doc_.names[view_.name[token]].tokens.size() > 1;
  }

  Trigger MatchAt(std::uint32_t token) const {
    Trigger found{.tokens = {token, token}};
    const std::uint32_t end = SentenceTokens(doc_, token).last;
    const WordId ids[2] = {words_.lemma[token], words_.lower[token]};
    for (int i = 0; i < (ids[0] == ids[1] ? 1 : 2); ++i) {
      for (const TriggerPhrase& phrase : view_.lexicon.PhrasesFrom(ids[i])) {
        const std::uint32_t last = PhraseEnd(words_, phrase.words, token, end);
        if (last == 0 || last < found.tokens.last) continue;
        Try(phrase, {token, last}, found);
      }
    }
    return found;
  }

  void Try(const TriggerPhrase& phrase, Range tokens, Trigger& found) const {
    const TriggerRow& row = view_.lexicon.row(phrase.row);
    const std::uint32_t node = NodeOf(tokens, row.part);
    if (node == kNone) return;
    if (InLongName(tokens.first)) return;
    const Use use = UseOf(view_.tree, node);
    for (const Need& need : row.needs)
      if (Holds(need, tokens, node, use) == need.negated) return;
    if (tokens.last > found.tokens.last) found.rows.clear();
    found.tokens = tokens;
    if (found.rows.empty()) {
      found.node = node;
      found.use = use;
    }
    found.rows.push_back(phrase.row);
  }

  // The verb of the words, or of a noun row the noun; kNone if they have none in the text.  A verb
  // that stands as a noun ("shelling killed six") is told by its place in the tree.
  std::uint32_t NodeOf(Range tokens, Part part) const {
    if (part != Part::kNoun) {
      for (std::uint32_t t = tokens.first; t < tokens.last; ++t)
        if (doc_.tokens[t].upos == Upos::kVerb && !IsAttribute(t)) return t;
    }
    if (part == Part::kVerb) return kNone;
    for (std::uint32_t t = tokens.last; t > tokens.first; --t) {
      const Token& token = doc_.tokens[t - 1];
      if (token.upos == Upos::kNoun || token.upos == Upos::kPropn || IsGerund(t - 1)) return t - 1;
      if (part == Part::kAny && token.upos == Upos::kAdj) return t - 1;  // "is [willing] to"
      // "[must] leave": what must be done
      if (part == Part::kAny && token.upos == Upos::kAux && !view_.tree.IsRoot(t - 1))
        return token.head;
    }
    return part == Part::kAny ? tokens.last - 1 : kNone;
  }

  // "the jailed leader" is told as known, and not who jailed him when.
  bool IsAttribute(std::uint32_t t) const { return view_.tree.Is(t, {Deprel::kAmod}); }

  bool IsGerund(std::uint32_t t) const {
    return doc_.tokens[t].xpos == Xpos::kVbg && doc_.tokens[t].upos == Upos::kVerb &&
           view_.tree.Is(
               t, {Deprel::kNsubj, Deprel::kObj, Deprel::kObl, Deprel::kNmod, Deprel::kCsubj}) &&
           !view_.tree.Has(t, {Deprel::kObj});
  }

  bool Holds(const Need& need, Range at, std::uint32_t node, Use use) const {
    const Range sentence = SentenceTokens(doc_, at.first);
    const auto after = [&](std::uint32_t reach) {
      return Range{at.last, std::min(at.last + reach, sentence.last)};
    };
    const auto before = [&](std::uint32_t reach) {
      return Range{at.first - std::min(reach, at.first - sentence.first), at.first};
    };
    // "the hostages were released": the object of a passive stands before it.
    const bool passive = use == Use::kPassive && !need.negated;
    switch (need.where) {
      case Where::kPolitical:
        return view_.sentences[doc_.tokens[at.first].sentence].political;
      case Where::kNext:
        return Test(need, after(kNextReach)) || (passive && Test(need, before(kReach))) ||
               (!need.negated && TestObjects(need, node, use));
      case Where::kAfter:
        return Test(need, after(kReach)) || (passive && Test(need, before(kReach))) ||
               (!need.negated && TestObjects(need, node, use));
      case Where::kPrevious:
        return Test(need, before(kPreviousReach));
      case Where::kBefore:
        return Test(need, before(kReach)) || (passive && Test(need, after(kReach))) ||
               (!need.negated && TestSubjects(need, node, use));
      case Where::kInfinitive:
        return GovernsInfinitive(node);
      case Where::kNear:
        return Test(need, after(kReach)) || Test(need, before(kReach));
      case Where::kSentence:
        return Test(need, after(kSentenceReach)) || Test(need, before(kSentenceReach));
    }
    return false;
  }

  // "freed a young [journalist]", "[journalists], all of them locals, were freed": the words that
  // head what the verb is done to, however far they stand.
  bool TestObjects(const Need& need, std::uint32_t node, Use use) const {
    if (use == Use::kNoun) return false;
    Heads heads = use == Use::kPassive ? SubjectOf(view_.tree, node) : ObjectsOf(view_.tree, node);
    // "Troops deployed to the border", "Hostages freed": headlines leave the auxiliary out
    const Xpos xpos = doc_.tokens[node].xpos;
    const bool bare = xpos == Xpos::kVbn || (xpos == Xpos::kVbd && IsHeadline(node));
    if (heads.empty() && bare) heads = SubjectOf(view_.tree, node);
    return std::ranges::any_of(heads, [&](std::uint32_t head) { return TestHead(need, head); });
  }

  bool TestHead(const Need& need, std::uint32_t head) const {
    head = Counted(view_.tree, head);
    return Test(need, {head, head + 1});
  }

  // A headline, or a line that is all there is.
  bool IsHeadline(std::uint32_t t) const {
    return doc_.sentences.size() == 1 || doc_.SentenceOf(t).headline;
  }

  bool TestSubjects(const Need& need, std::uint32_t node, Use use) const {
    if (use == Use::kNoun || use == Use::kPassive) return false;
    return std::ranges::any_of(SubjectOf(view_.tree, node),
                               [&](std::uint32_t head) { return TestHead(need, head); });
  }

  bool GovernsInfinitive(std::uint32_t node) const {
    return std::ranges::any_of(view_.tree.Children(node), [&](std::uint32_t child) {
      return view_.tree.Is(child, {Deprel::kXcomp, Deprel::kCcomp, Deprel::kAdvcl}) &&
             UseOf(view_.tree, child) == Use::kInfinitive;
    });
  }

  bool Test(const Need& need, Range tokens) const {
    for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
      if (doc_.tokens[t].text == ";") return false;
      if (need.test.words.At(words_, t, tokens.last)) return true;
      if (need.test.person && view_.IsName(t, NameKind::kPerson)) return true;
      if (need.test.place && (view_.place[t] != kNone || view_.IsName(t, NameKind::kPlace) ||
                              view_.IsName(t, NameKind::kGeopolitical)))
        return true;
    }
    return false;
  }

  const ReportView& view_;
  const Document& doc_;
  const WordsOfDocument& words_;
};

}  // namespace

std::vector<Trigger> FindTriggers(const ReportView& view) { return Matcher(view).Run(); }

}  // namespace dateline::events
