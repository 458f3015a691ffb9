#include "extract/events/roles.h"

#include <algorithm>
#include <set>

#include "annotate/name_context.h"
#include "extract/events/act_kinds.h"

namespace dateline::events {

namespace {

constexpr std::size_t kMaxLearned = 6;  // sides of one list that the encoder may give

// Prepositions by what they lead to, and verbs that say no more than that the noun was done
// ("launched an attack").
struct RoleWords {
  const WordSet& target;      // "fired on", "an attack against"
  const WordSet& complement;  // "the killing of", "talks with"
  const WordSet& to;
  const WordSet& by;
  const WordSet& with;
  const WordSet& between;
  const WordSet& for_whom;  // "called for Chad to leave"
  const WordSet& from;      // "an offer from"
  const WordSet& venue;     // "rallied outside"
  const WordSet& against;
  const WordSet& addressee;  // "called on", "pleaded with"
  const WordSet& light_verb;
  const WordSet& means;  // what one sends, fires or gives: "sent troops", "fired rockets"
  const WordSet& means_verb;
};

const RoleWords& TheWords() {
  static const TriggerLexicon& lexicon = TriggerLexicon::Get();
  static const RoleWords words{lexicon.Class("prep_target"),    lexicon.Class("prep_complement"),
                               lexicon.Class("prep_to"),        lexicon.Class("prep_by"),
                               lexicon.Class("prep_with"),      lexicon.Class("prep_between"),
                               lexicon.Class("prep_for"),       lexicon.Class("prep_from"),
                               lexicon.Class("prep_venue"),     lexicon.Class("prep_against"),
                               lexicon.Class("prep_addressee"), lexicon.Class("light_verb"),
                               lexicon.Class("means"),          lexicon.Class("means_verb")};
  return words;
}

bool SameSide(const Side& one, const Side& other) {
  const Participant &a = one.participant, &b = other.participant;
  if (a.actor && b.actor) return *a.actor == *b.actor;
  return !a.spans.empty() && a.spans == b.spans;
}

bool GovernsInfinitive(const ReportView& view, std::uint32_t verb) {
  return std::ranges::any_of(view.tree.Children(verb), [&view](std::uint32_t child) {
    return UseOf(view.tree, child) == Use::kInfinitive;
  });
}

// One side is never on both lists of a one-way act; joint acts have all sides on both.
void Separate(bool joint, Sides& sides) {
  if (joint) {
    sides.recipients = sides.actors;
    return;
  }
  std::erase_if(sides.recipients, [&sides](const Side& recipient) {
    return std::any_of(sides.actors.begin(), sides.actors.end(),
                       [&recipient](const Side& actor) { return SameSide(actor, recipient); });
  });
}

// The phrase of a noun, or the name that modifies one: "[Russian] strike".
NounPhrase PhraseOf(const ReportView& view, std::uint32_t head) {
  NounPhrase phrase = NounPhraseHeadedBy(view.doc, head);
  if (phrase.empty() && view.name[head] != kNone)
    phrase = NounPhraseOf(view.doc, view.doc.names[view.name[head]].span);
  return phrase;
}

bool IsVerb(const ReportView& view, std::uint32_t t) {
  return view.doc.tokens[t].upos == Upos::kVerb;
}

// "recalled [its] envoy", "let [their] navies train": what is the subject's own is no other side.
bool IsOwn(const ReportView& view, std::uint32_t object) {
  const std::uint32_t owner = view.tree.Child(object, {Deprel::kNmodPoss});
  if (owner == kNoToken) return false;
  const std::string_view lower = view.doc.tokens[owner].lower;
  const bool pronoun = lower == "its" || lower == "their" || lower == "his" || lower == "her";
  return pronoun && !view.lexicon.Class("other_side").At(view.words, object, object + 1);
}

// Who a verb is done to: who is given something, not what; not the means with which it is done.
//   "gave [the army] tanks", "fired rockets", "sent troops"
Heads SufferersOf(const ReportView& view, std::uint32_t verb, const TriggerRow& row) {
  const std::uint32_t receiver = view.tree.Child(verb, {Deprel::kIobj});
  if (receiver != kNoToken) return WithConjuncts(view.tree, receiver);
  Heads objects = ObjectsOf(view.tree, verb);
  if (TheWords().means_verb.At(view.words, verb, verb + 1)) {
    std::erase_if(objects, [&view](std::uint32_t object) {
      return TheWords().means.At(view.words, object, object + 1);
    });
  }
  if (IsWithOwn(row.type, row.mode))
    std::erase_if(objects, [&view](std::uint32_t object) { return IsOwn(view, object); });
  return objects;
}

}  // namespace

int Sides::Political() const {
  std::set<std::string> seen;
  for (const std::vector<Side>* list : {&actors, &recipients}) {
    for (const Side& side : *list) {
      const Participant& who = side.participant;
      if (!IsPoliticalCode(who.code)) continue;
      seen.insert(who.actor ? who.actor->ToString() : who.code.ToString());
    }
  }
  return static_cast<int>(seen.size());
}

bool RoleFinder::Add(const Heads& heads, bool places_count, std::string_view how, List list,
                     Sides& sides) const {
  bool added = false;
  for (bool coded : {true, false}) {
    for (std::uint32_t head : heads) {
      const NounPhrase phrase = PhraseOf(view_, head);
      if (phrase.empty() || view_.time[phrase.head] != kNone) continue;
      std::optional<Side> side =
          coded ? participants_.Find(phrase, places_count) : participants_.FindUncoded(phrase);
      if (!coded && !side && places_count && list == List::kRecipients)
        side = participants_.FindThing(phrase);
      if (!side) continue;
      std::vector<Side>& sides_of = list == List::kActors ? sides.actors : sides.recipients;
      const auto same = [&side](const Side& other) { return SameSide(*side, other); };
      if (std::any_of(sides_of.begin(), sides_of.end(), same)) continue;
      sides.why.append(list == List::kActors ? "; actor: " : "; recipient: ").append(how);
      sides.why.append(" '").append(view_.doc.Words(view_.doc.SpanOf(phrase.tokens))).append("'");
      sides_of.push_back(*std::move(side));
      added = true;
    }
    if (added) break;
  }
  return added;
}

void RoleFinder::AddFromStatement(const Trigger& trigger, Sides& sides) const {
  const std::uint32_t s = view_.cue[trigger.tokens.first];
  if (s == kNone || trigger.use == Use::kPassive) return;
  if (sides.actors.empty()) {
    std::optional<Side> source = participants_.SourceOf(batch_.statements[s]);
    // A source that nothing is known of is no side.
    if (source && source->participant.code != ActorCode{}) {
      sides.actors.push_back(*std::move(source));
      sides.why += "; actor: source of what is said";
    }
  }
  if (!sides.recipients.empty()) return;
  if (std::optional<Side> addressee = participants_.AddresseeOf(batch_.statements[s])) {
    sides.recipients.push_back(*std::move(addressee));
    sides.why += "; recipient: who is addressed";
  }
}

bool RoleFinder::AddSpeaker(const Trigger& trigger, const TriggerRow& row, Sides& sides) const {
  const std::uint32_t statement = view_.statement[trigger.tokens.first];
  if (statement == kNone) return false;
  if (row.type == EventType::kThreaten) {
    const std::uint32_t modal = view_.tree.Child(trigger.node, {Deprel::kAux});
    if (modal == kNoToken || !view_.lexicon.Class("will_modal").At(view_.words, modal, modal + 1))
      return false;
  } else if (row.type != EventType::kRequest || !SaysMust(view_, trigger)) {
    return false;
  }
  if (std::optional<Side> source = participants_.SourceOf(batch_.statements[statement])) {
    sides.actors.push_back(*std::move(source));
    sides.why += "; actor: who says so";
  }
  Add(SubjectOf(view_.tree, trigger.node), true, "who is to do it", List::kRecipients, sides);
  return true;
}

void RoleFinder::AddTargetsOfNoun(std::uint32_t noun, const TriggerRow& row, Sides& sides) const {
  const RoleWords& p = TheWords();
  const bool places = HitsPlaces(row.type, row.mode);
  const auto behind = [&](const WordSet& prepositions) {
    return Add(BehindPreposition(view_.tree, view_.words, noun, prepositions), places, "complement",
               List::kRecipients, sides);
  };
  if (IsGiven(row.type) && behind(p.to)) return;
  if (behind(p.complement) || behind(p.target)) return;
  // "the attack by rebels on the town": what hits the town may hang from the rebels
  for (std::uint32_t by : BehindPreposition(view_.tree, view_.words, noun, p.by)) {
    if (Add(BehindPreposition(view_.tree, view_.words, by, p.target), places, "complement",
            List::kRecipients, sides))
      return;
  }
}

// "sent tents to help [the people]", "a fund to feed [the children]"
bool RoleFinder::AddHelped(std::uint32_t verb, const Heads& objects, Sides& sides) const {
  Heads above{verb};
  above.insert(above.end(), objects.begin(), objects.end());
  for (std::uint32_t word : above) {
    for (std::uint32_t purpose : view_.tree.Children(word)) {
      if (!view_.tree.Is(purpose, {Deprel::kAdvcl, Deprel::kAcl, Deprel::kXcomp})) continue;
      if (UseOf(view_.tree, purpose) != Use::kInfinitive) continue;
      if (Add(ObjectsOf(view_.tree, purpose), true, "who is helped", List::kRecipients, sides))
        return true;
    }
  }
  return false;
}

void RoleFinder::AddTargets(std::uint32_t verb, const TriggerRow& row, Sides& sides) const {
  const RoleWords& p = TheWords();
  const bool places = HitsPlaces(row.type, row.mode);
  const Heads objects = SufferersOf(view_, verb, row);
  const auto behind = [&](const WordSet& prepositions, std::string_view how) {
    return Add(BehindPreposition(view_.tree, view_.words, verb, prepositions), places, how,
               List::kRecipients, sides);
  };
  if (row.type == EventType::kProtest && behind(p.venue, "venue")) return;
  if (row.type == EventType::kMobilize) {  // "massed troops against the neighbour"
    behind(p.against, "target");
    return;
  }
  // "sent tents to the town", "trained with the army": the one who receives, before what is sent.
  if (IsGiven(row.type) && behind(p.to, "receiver")) return;
  if (row.type == EventType::kCooperate && behind(p.with, "partner")) return;
  if (Add(objects, places, "object", List::kRecipients, sides)) return;
  const bool request = row.type == EventType::kRequest;
  if (request ? behind(p.addressee, "addressee") : behind(p.target, "target")) return;
  for (std::uint32_t object : ObjectsOf(view_.tree, verb)) {
    // "condemned the attack by [rebels]", "rejected [Chad's] demand": an act stands for who did it.
    if (IsVerbal(row.type)) AddOwner(object, List::kRecipients, sides);
    if (sides.recipients.empty()) AddTargetsOfNoun(object, row, sides);
    if (!sides.recipients.empty()) return;
  }
  // "halted exports to [its neighbour]"
  if (row.type == EventType::kSanction && behind(p.complement, "target")) return;
  // "pledged its support to [the people]", "called for [Chad] to leave"
  if (IsPromised(row.type) && behind(p.to, "receiver")) return;
  if (request && GovernsInfinitive(view_, verb) && behind(p.for_whom, "who is to do it")) return;
  // "announced aid to help [the people]"
  if (row.type == EventType::kAid && AddHelped(verb, objects, sides)) return;
  // "demanded that [the minister] resign", "agreed to send tents to [the town]"
  const std::uint32_t clause = view_.tree.Child(verb, {Deprel::kXcomp, Deprel::kCcomp});
  if (clause == kNoToken || !IsVerb(view_, clause)) return;
  const std::uint32_t subject = view_.tree.Child(clause, {Deprel::kNsubj, Deprel::kNsubjPass});
  if (subject != kNoToken && Add(WithConjuncts(view_.tree, subject), places,
                                 "subject of the complement", List::kRecipients, sides))
    return;
  if (Add(SufferersOf(view_, clause, row), places, "object of the complement", List::kRecipients,
          sides))
    return;
  if (request) return;
  for (const WordSet* prepositions : {&p.to, &p.target, &p.complement}) {
    if (Add(BehindPreposition(view_.tree, view_.words, clause, *prepositions), places,
            "target of the complement", List::kRecipients, sides))
      return;
  }
}

void RoleFinder::OfVerb(const Trigger& trigger, const TriggerRow& row, Sides& sides) const {
  if (AddSpeaker(trigger, row, sides)) return;
  if (SaysMust(view_, trigger)) return;
  const Heads subject = SubjectOf(view_.tree, trigger.node);
  if (trigger.use == Use::kPassive) {
    Add(subject, HitsPlaces(row.type, row.mode), "subject of the passive", List::kRecipients,
        sides);
    Add(BehindPreposition(view_.tree, view_.words, trigger.node, TheWords().by), false, "'by'",
        List::kActors, sides);
    Separate(false, sides);
    return;
  }
  Add(subject, false, "subject", List::kActors, sides);
  AddTargets(trigger.node, row, sides);
  AddFromStatement(trigger, sides);
  const bool reciprocal =
      view_.lexicon.Class("reciprocal").At(view_.words, trigger.node, trigger.node + 1);
  Separate(sides.recipients.empty() && sides.actors.size() > 1 &&
               (IsJoint(row.type, row.mode) || reciprocal),
           sides);
}

void RoleFinder::AddOwner(std::uint32_t noun, List list, Sides& sides) const {
  const std::uint32_t owner = view_.tree.Child(noun, {Deprel::kNmodPoss});
  if (owner != kNoToken && Add(WithConjuncts(view_.tree, owner), false, "possessor", list, sides))
    return;
  for (std::uint32_t child : view_.tree.Children(noun)) {
    if (!view_.tree.Is(child, {Deprel::kAmod, Deprel::kCompound, Deprel::kNmodDesc})) continue;
    if (view_.name[child] == kNone) continue;
    const Name& name = view_.doc.names[view_.name[child]];
    if (name.kind == NameKind::kPlace || name.kind == NameKind::kOther) continue;
    if (Add({child}, false, "possessor", list, sides)) return;
  }
  if (Add(BehindPreposition(view_.tree, view_.words, noun, TheWords().by), false, "'by'", list,
          sides))
    return;
  Add(BehindPreposition(view_.tree, view_.words, noun, TheWords().from), false, "'from'", list,
      sides);
}

void RoleFinder::OfNoun(const Trigger& trigger, const TriggerRow& row, Sides& sides) const {
  const RoleWords& p = TheWords();
  const Tree& tree = view_.tree;
  const std::uint32_t noun = trigger.node;
  Heads both = BehindPreposition(tree, view_.words, noun, p.between);
  if (both.size() == 1) {  // "talks between A and B": "and B" may hang from the talks
    for (std::uint32_t other : tree.Children(noun))
      if (tree.Is(other, {Deprel::kConj}) && other > both.front()) both.push_back(other);
  }
  if (both.size() > 1) {
    Add(both, false, "'between'", List::kActors, sides);
    Separate(true, sides);
    return;
  }
  AddOwner(noun, List::kActors, sides);
  AddTargetsOfNoun(noun, row, sides);
  if (!tree.IsRoot(noun)) {
    const std::uint32_t verb = tree.token(noun).head;
    if (IsVerb(view_, verb) && tree.Is(noun, {Deprel::kObj, Deprel::kNsubjPass})) {
      // "launched an attack on X", "an attack was carried out by X"
      // Who condemns an attack did not make it.
      const bool makes = p.light_verb.At(view_.words, verb, verb + 1);
      if (sides.actors.empty() && makes) {
        const bool passive = UseOf(tree, verb) == Use::kPassive;
        Add(passive ? BehindPreposition(tree, view_.words, verb, p.by) : SubjectOf(tree, verb),
            false, "subject", List::kActors, sides);
      }
      for (const WordSet* prepositions : {&p.target, &p.with}) {
        if (!sides.recipients.empty()) break;
        Add(BehindPreposition(tree, view_.words, verb, *prepositions),
            HitsPlaces(row.type, row.mode), "target", List::kRecipients, sides);
      }
    } else if (IsVerb(view_, verb) && tree.Is(noun, {Deprel::kNsubj}) && sides.recipients.empty() &&
               row.type == EventType::kAssault) {
      // "the strike hit X"
      Add(ObjectsOf(tree, verb), true, "object", List::kRecipients, sides);
    }
  }
  Separate(sides.recipients.empty() && sides.actors.size() > 1 && IsJoint(row.type, row.mode),
           sides);
}

// What the words of a side hang from, and what is joined to it: "[rebels and their allies]".
Heads RoleFinder::HeadsIn(const std::vector<Range>& spans, Range sentence) const {
  Heads heads;
  for (Range span : spans) {
    if (span.first < sentence.first || span.last > sentence.last) continue;
    for (std::uint32_t head : WithConjuncts(view_.tree, HeadTokenOf(view_.doc, span)))
      if (span.first <= head && head < span.last && heads.size() < kMaxLearned &&
          !IsOwn(view_, head))
        heads.push_back(head);
  }
  return heads;
}

void RoleFinder::AddLearned(const Trigger& trigger, const TriggerRow& row, Sides& sides) const {
  std::uint32_t found = kNone;
  for (std::uint32_t t = trigger.tokens.first; t < trigger.tokens.last && found == kNone; ++t)
    found = view_.act[t];
  if (found == kNone) return;
  const Act& act = view_.doc.acts[found];
  const Range sentence = SentenceTokens(view_.doc, trigger.tokens.first);
  const auto add = [&](const std::vector<Range>& spans, List list, std::vector<Side>& own,
                       const std::vector<Side>& other) {
    if (!own.empty()) return;
    const bool places = list == List::kRecipients && HitsPlaces(row.type, row.mode);
    Add(HeadsIn(spans, sentence), places, "by the encoder", list, sides);
    std::erase_if(own, [&other](const Side& side) {  // the tree knows better on which list it is
      return std::ranges::any_of(other, [&](const Side& known) { return SameSide(side, known); });
    });
  };
  // "the nurses, abducted in May, were handed to the bank": of a passive it too often takes whoever
  // is near.
  const bool bare = view_.doc.tokens[trigger.node].xpos == Xpos::kVbn &&
                    !view_.tree.Has(trigger.node, {Deprel::kAux});
  const bool passive = trigger.use == Use::kPassive || bare;
  if (!passive) add(act.actors, List::kActors, sides.actors, sides.recipients);
  add(act.recipients, List::kRecipients, sides.recipients, sides.actors);
}

std::vector<Participant> RoleFinder::Settle(const std::vector<Side>& sides) {
  std::vector<Participant> settled;
  settled.reserve(sides.size());
  for (const Side& side : sides) settled.push_back(participants_.Settle(side));
  return settled;
}

Sides RoleFinder::Find(const Trigger& trigger, const TriggerRow& row) const {
  Sides sides;
  const bool predicate = view_.doc.tokens[trigger.node].upos == Upos::kAdj;  // "is willing to"
  if ((trigger.use == Use::kNoun && !predicate) || row.part == Part::kNoun) {
    OfNoun(trigger, row, sides);
  } else {
    OfVerb(trigger, row, sides);
  }
  AddLearned(trigger, row, sides);
  return sides;
}

}  // namespace dateline::events
