#include "extract/events/signs.h"

#include <algorithm>

namespace dateline::events {

namespace {

constexpr int kGovernors = 5;  // verbs and nouns above the trigger that may say whether it happened

struct StatusWords {
  const WordSet& deny;
  const WordSet& negation;  // "not", "never"
  const WordSet& negative;  // "no", "without", "prevent"
  const WordSet& maybe_modal;
  const WordSet& will_modal;
  const WordSet& condition;
  const WordSet& maybe;
  const WordSet& coming;
  const WordSet& done;
};

const StatusWords& TheWords() {
  static const TriggerLexicon& lexicon = TriggerLexicon::Get();
  static const StatusWords words{
      lexicon.Class("deny"),        lexicon.Class("negation"),   lexicon.Class("negative"),
      lexicon.Class("maybe_modal"), lexicon.Class("will_modal"), lexicon.Class("condition"),
      lexicon.Class("maybe"),       lexicon.Class("coming"),     lexicon.Class("done")};
  return words;
}

class SignReader {
 public:
  SignReader(const ReportView& view, const Trigger& trigger)
      : view_(view), tree_(view.tree), trigger_(trigger) {}

  Signs Read() {
    if (IsVerb(trigger_.node)) {
      ReadClause(trigger_.node, true);
      infinitive_ =
          (trigger_.use == Use::kInfinitive || HasTo(trigger_.node)) && !IsOutcome(trigger_.node);
    } else {
      ReadNoun(trigger_.node);
    }
    std::uint32_t t = trigger_.node;
    for (int hop = 0; hop < kGovernors && !tree_.IsRoot(t); ++hop) {
      if (!Climb(t)) break;
      t = tree_.token(t).head;
    }
    if (infinitive_ && !IsSaidByActing()) Sign(signs_.hypothetical, "an infinitive");
    return signs_;
  }

 private:
  bool IsVerb(std::uint32_t t) const {
    return tree_.token(t).upos == Upos::kVerb || tree_.token(t).upos == Upos::kAux;
  }
  // A word of the set, or a phrase of it that begins there: "rule out".
  bool Is(std::uint32_t t, const WordSet& set) const {
    return set.At(view_.words, t, SentenceTokens(view_.doc, t).last);
  }
  static void Sign(std::string_view& sign, std::string_view why) {
    if (sign.empty()) sign = why;
  }

  void Negate(bool own) { Sign(signs_.denied, own ? "negated" : "governed by a negated verb"); }

  // Auxiliaries, negation and conjunction of a verb: the trigger's own, or of one that governs it.
  void ReadClause(std::uint32_t verb, bool own) {
    if (own) ReadRefusal(verb);
    for (std::uint32_t child : tree_.Children(verb)) {
      if (tree_.Is(child, {Deprel::kAux})) {
        if (own && tree_.token(child).lower == "would" && IsReported(verb))
          Sign(signs_.future, "'would' in reported speech");
        else if (Is(child, TheWords().maybe_modal))
          Sign(signs_.hypothetical, own ? "a modal before it" : "governed by a modal");
        if (Is(child, TheWords().will_modal))
          Sign(signs_.future, own ? "'will' before it" : "governed by 'will'");
        if (own && tree_.token(child).lower == "had") signs_.pluperfect = true;
        if (tree_.token(child).lower == "cannot") Negate(own);
      } else if (tree_.Is(child,
                          {Deprel::kAdvmod, Deprel::kCc, Deprel::kCcPreconj, Deprel::kDet})) {
        if (Is(child, TheWords().negation)) Negate(own);
        signs_.lasting |= own && tree_.token(child).lower == "long";
      } else if (own && IsNobody(child)) {
        Negate(own);
      } else if (own && tree_.Is(child, {Deprel::kAdvcl}) && !StandsOnCondition()) {
        const std::uint32_t mark = tree_.Child(child, {Deprel::kMark});
        if (mark != kNoToken && Is(mark, TheWords().condition)) {
          signs_.promised |= !signs_.future.empty() && signs_.hypothetical.empty();
          Sign(signs_.hypothetical, "on a condition");
        }
      } else if (tree_.Is(child, {Deprel::kMark})) {
        if (Is(child, TheWords().condition)) Sign(signs_.hypothetical, "in a condition");
        if (Is(child, TheWords().negative)) Sign(signs_.denied, "negated");
      }
    }
  }

  // "fled, only to be jailed"
  bool IsOutcome(std::uint32_t verb) const {
    return std::ranges::any_of(tree_.Children(verb), [&](std::uint32_t child) {
      return child < verb && tree_.token(child).lower == "only";
    });
  }

  bool HasTo(std::uint32_t verb) const {
    return std::ranges::any_of(tree_.Children(verb), [this](std::uint32_t child) {
      return tree_.token(child).xpos == Xpos::kTo;
    });
  }

  // "the [last] country to ratify the pact": it did.
  bool IsOfRank(std::uint32_t verb) const {
    if (!tree_.Is(verb, {Deprel::kAcl, Deprel::kAclRelcl, Deprel::kAdvcl})) return false;
    return std::ranges::any_of(tree_.Children(tree_.token(verb).head), [this](std::uint32_t c) {
      return Is(c, view_.lexicon.Class("rank"));
    });
  }

  // "under an agreement", "because of attacks", "sought peace by promising": circumstances that
  // what is said above does not touch.
  bool IsCircumstance(std::uint32_t t) const {
    const std::uint32_t mark = tree_.Child(t, {Deprel::kCase, Deprel::kMark});
    if (mark == kNoToken) return false;
    if (IsVerb(t)) return tree_.token(mark).lower == "by";
    return tree_.Is(t, {Deprel::kObl, Deprel::kNmod}) &&
           !Is(mark, view_.lexicon.Class("prep_complement_of_plan"));
  }

  // "the attacks might be related": not so "an attack might come".
  bool IsIdleSubject(std::uint32_t t) const {
    if (!tree_.Is(t, {Deprel::kNsubj, Deprel::kNsubjPass})) return false;
    const std::uint32_t verb = tree_.token(t).head;
    return !Is(verb, view_.lexicon.Class("occurrence")) &&
           !Is(verb, view_.lexicon.Class("light_verb"));
  }

  // "[nobody] was arrested", "[no convoy] got through"
  bool IsNobody(std::uint32_t child) const {
    if (!tree_.Is(child, {Deprel::kNsubj, Deprel::kNsubjPass, Deprel::kObj})) return false;
    const std::string_view lower = tree_.token(child).lower;
    if (lower == "nobody" || lower == "none" || lower == "nothing") return true;
    const std::uint32_t determiner = tree_.Child(child, {Deprel::kDet});
    return determiner != kNoToken && tree_.token(determiner).lower == "no";
  }

  // A threat, a promise or a demand is made, whatever it hangs on: "threatened to quit if ..."
  bool StandsOnCondition() const {
    const EventType type = view_.lexicon.row(trigger_.rows.front()).type;
    return type == EventType::kThreaten || type == EventType::kAgree ||
           type == EventType::kRequest || type == EventType::kAccuse;
  }

  // "marched to [demand] a vote": who marches demands it.
  bool IsSaidByActing() const {
    if (!tree_.Is(trigger_.node, {Deprel::kAdvcl}) || IsVerbOfPlan()) return false;
    const EventType type = view_.lexicon.row(trigger_.rows.front()).type;
    return type == EventType::kRequest || type == EventType::kAccuse || type == EventType::kSupport;
  }
  bool IsVerbOfPlan() const {
    const std::uint32_t above = tree_.token(trigger_.node).head;
    return Is(above, TheWords().maybe) || Is(above, TheWords().coming);
  }

  // "will not release", "would never sign", "cannot accept"
  void ReadRefusal(std::uint32_t verb) {
    bool modal = false, negated = false;
    for (std::uint32_t child : tree_.Children(verb)) {
      if (tree_.Is(child, {Deprel::kAux})) modal |= Is(child, view_.lexicon.Class("refusal_modal"));
      negated |= Is(child, TheWords().negation) || tree_.token(child).lower == "cannot";
    }
    signs_.refused |= modal && negated;
  }

  // "said that it [would] withdraw": what was to come when it was said.
  bool IsReported(std::uint32_t verb) const {
    if (!tree_.Is(verb, {Deprel::kCcomp, Deprel::kParataxis})) return false;
    const Xpos xpos = tree_.token(tree_.token(verb).head).xpos;
    return xpos == Xpos::kVbd || xpos == Xpos::kVbn;
  }

  // "no attack", "without an attack", "a planned attack", "the attack".
  void ReadNoun(std::uint32_t noun) {
    for (std::uint32_t child : tree_.Children(noun)) {
      if (tree_.Is(child, {Deprel::kDet, Deprel::kCase}) && Is(child, TheWords().negative))
        Sign(signs_.denied, "negated");
      if (tree_.Is(child, {Deprel::kNmodPoss})) signs_.presupposed = true;
      if (tree_.Is(child, {Deprel::kDet})) {
        const std::string_view lower = tree_.token(child).lower;
        signs_.presupposed |= lower == "the" || lower == "this" || lower == "these";
      }
      if (tree_.Is(child, {Deprel::kAmod, Deprel::kCompound})) {
        if (Is(child, TheWords().maybe)) Sign(signs_.hypothetical, "called possible");
        if (Is(child, TheWords().coming)) Sign(signs_.future, "called planned");
      }
    }
  }

  // What the word above `t` says of it.  False where its clause ends.
  bool Climb(std::uint32_t t) {
    const std::uint32_t above = tree_.token(t).head;
    switch (tree_.token(t).deprel) {
      case Deprel::kConj:
        // "will [attack and seize]": what has no auxiliary of its own shares those of the first.
        if (!IsVerb(t)) return true;
        if (tree_.Has(t, {Deprel::kNsubj, Deprel::kAux})) return false;
        if (tree_.token(t).xpos == Xpos::kVb || tree_.token(t).xpos == Xpos::kVbn)
          ReadClause(above, true);
        infinitive_ |= tree_.token(t).xpos == Xpos::kVb && UseOf(tree_, above) == Use::kInfinitive;
        return true;
      case Deprel::kCcomp:
        // "demanded that rebels withdraw": not so "said that rebels withdrew"
        Govern(above, tree_.token(t).xpos == Xpos::kVb && !tree_.Has(t, {Deprel::kAux}));
        return false;
      case Deprel::kAdvcl:
      case Deprel::kAcl:
      case Deprel::kXcomp: {
        const Use use = UseOf(tree_, t);
        if (IsCircumstance(t)) {
          ReadClause(above, false);
          return true;
        }
        if (IsOfRank(t)) {
          infinitive_ = false;
          return false;
        }
        if (use == Use::kActive && !tree_.Is(t, {Deprel::kXcomp})) return false;
        if (use == Use::kPassive && !tree_.Is(t, {Deprel::kXcomp}) && !HasTo(t)) return false;
        Govern(above, true);
        ReadClause(above, false);
        return true;
      }
      case Deprel::kAclRelcl:
      case Deprel::kParataxis:
        return false;
      default:
        if (IsCircumstance(t) || IsIdleSubject(t)) return false;
        Govern(above, !signs_.presupposed);
        if (!signs_.presupposed) ReadClause(above, false);
        return true;
    }
  }

  // `open`: the act is not told as known, so that a word of possibility above it counts.
  void Govern(std::uint32_t above, bool open) {
    if (Is(above, TheWords().deny)) Sign(signs_.denied, "denied");
    if (!open) return;
    if (Is(above, TheWords().negative)) {
      Sign(signs_.denied, "kept from happening");
      signs_.refused |= tree_.token(above).lemma == "fail";
    }
    if (Is(above, TheWords().maybe)) Sign(signs_.hypothetical, "governed by a word of possibility");
    if (Is(above, TheWords().coming)) Sign(signs_.future, "governed by a plan or promise");
    const bool had_to = tree_.token(above).lower == "had";
    if (had_to || Is(above, TheWords().done)) infinitive_ = false;
    // "planned to attack" is to come, whatever an infinitive alone would be.
    if (!signs_.future.empty()) infinitive_ = false;
  }

  const ReportView& view_;
  const Tree& tree_;
  const Trigger& trigger_;
  Signs signs_;
  bool infinitive_ = false;
};

}  // namespace

Signs ReadSigns(const ReportView& view, const Trigger& trigger) {
  return SignReader(view, trigger).Read();
}

}  // namespace dateline::events
