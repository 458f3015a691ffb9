#include "extract/events/roles.h"

#include <algorithm>
#include <set>

namespace dateline::events {

namespace {

// Prepositions by what they lead to, and verbs that say no more than that the noun was done
// ("launched an attack").
struct Prepositions {
  const WordSet& target;      // "fired on", "an attack against"
  const WordSet& complement;  // "the killing of", "talks with"
  const WordSet& to;
  const WordSet& by;
  const WordSet& with;
  const WordSet& between;
  const WordSet& light_verb;
};

const Prepositions& ThePrepositions() {
  static const TriggerLexicon& lexicon = TriggerLexicon::Get();
  static const Prepositions prepositions{
      lexicon.Class("prep_target"), lexicon.Class("prep_complement"), lexicon.Class("prep_to"),
      lexicon.Class("prep_by"),     lexicon.Class("prep_with"),       lexicon.Class("prep_between"),
      lexicon.Class("light_verb")};
  return prepositions;
}

bool SameSide(const Side& one, const Side& other) {
  const Participant &a = one.participant, &b = other.participant;
  if (a.actor && b.actor) return *a.actor == *b.actor;
  return !a.spans.empty() && a.spans == b.spans;
}

}  // namespace

int Sides::Political() const {
  std::set<std::string> seen;
  for (const std::vector<Side>* list : {&actors, &recipients}) {
    for (const Side& side : *list) {
      const Participant& who = side.participant;
      if (!ParticipantFinder::IsPolitical(who.code)) continue;
      seen.insert(who.actor ? who.actor->ToString() : who.code.ToString());
    }
  }
  return static_cast<int>(seen.size());
}

void RoleFinder::Add(const std::vector<Range>& phrases, bool places_count, std::string_view how,
                     bool recipient, Sides& sides) {
  for (Range phrase : phrases) {
    std::optional<Side> side = participants_.Find(phrase, places_count);
    if (!side) continue;
    std::vector<Side>& list = recipient ? sides.recipients : sides.actors;
    const auto same = [&side](const Side& other) { return SameSide(*side, other); };
    if (std::any_of(list.begin(), list.end(), same)) continue;
    sides.why.append(recipient ? "; recipient: " : "; actor: ").append(how).append(" '");
    sides.why.append(participants_.WordsOf(phrase)).append("'");
    list.push_back(*std::move(side));
  }
}

std::vector<Range> RoleFinder::Recipients(const Trigger& trigger, const TriggerRow& row) {
  const Prepositions& p = ThePrepositions();
  const std::uint32_t after = trigger.tokens.last;
  // "sent tents to the town", "offered to help": the one who receives, before the thing that is
  // sent.
  if (row.type == EventType::kAid || row.type == EventType::kCooperate) {
    std::vector<Range> to =
        AfterPreposition(view_, after, row.type == EventType::kAid ? p.to : p.with);
    if (!to.empty()) return to;
  }
  const std::uint32_t end = SentenceTokens(view_.doc, after - 1).last;
  const bool clause = row.type == EventType::kRequest || row.type == EventType::kAccuse;
  if (clause && after + 1 < end && view_.doc.tokens[after].lower == "that") {
    return PhrasesStartingAt(view_, after + 1);  // "demanded that [the minister] resign"
  }
  return ObjectOf(view_, after, p.target);
}

void RoleFinder::AddFromStatement(const Trigger& trigger, Sides& sides) const {
  const std::uint32_t s = view_.cue[trigger.tokens.first];
  if (s == kNone || trigger.group.use == Use::kPassive) return;
  // A source that nothing is known of ("which") leaves the place to the subject.
  std::optional<Side> source = participants_.SourceOf(batch_.statements[s]);
  if (source && source->participant.code != ActorCode{}) {
    sides.actors.push_back(*std::move(source));
    sides.why += "; actor: source of what is said";
  }
  if (std::optional<Side> addressee = participants_.AddresseeOf(batch_.statements[s])) {
    sides.recipients.push_back(*std::move(addressee));
    sides.why += "; recipient: who is addressed";
  }
}

// Acts that a joint subject does to each other: "the two ministers met", "the sides exchanged
// fire".
bool RoleFinder::IsReciprocal(const Trigger& trigger, const TriggerRow& row) const {
  switch (row.type) {
    case EventType::kAgree:
    case EventType::kCooperate:
    case EventType::kSupport:
      return true;
    case EventType::kConsult:
      return row.mode != "visit";
    case EventType::kAssault: {
      const std::uint32_t t = trigger.tokens.first;
      return view_.lexicon.Class("reciprocal").At(view_.words, t, t + 1);
    }
    default:
      return false;
  }
}

bool RoleFinder::HoldsWill(const Trigger& trigger) const {
  return view_.lexicon.Class("will_modal")
      .In(view_.words, {trigger.group.begin, trigger.tokens.first});
}

Sides RoleFinder::OfVerb(const Trigger& trigger, const TriggerRow& row) {
  const Prepositions& p = ThePrepositions();
  const bool hits_places = row.type == EventType::kAssault || row.type == EventType::kCoerce ||
                           row.mode == "visit" || row.type == EventType::kThreaten ||
                           row.type == EventType::kAid;
  const std::uint32_t sentence = view_.doc.tokens[trigger.tokens.first].sentence;
  if (sentence != sentence_) subject_.clear();
  const std::vector<Range> subject = SubjectOf(view_, trigger, subject_);
  sentence_ = sentence;
  if (trigger.group.use != Use::kPassive && !subject.empty()) subject_ = subject;

  Sides sides;
  bool reciprocal = false;
  const std::uint32_t statement = view_.statement[trigger.tokens.first];
  const bool told = row.type == EventType::kThreaten && statement != kNone && HoldsWill(trigger);
  if (told) {
    // "the neighbour will bear the consequences," it said: who says so threatens, the subject is
    // threatened.
    if (std::optional<Side> source = participants_.SourceOf(batch_.statements[statement])) {
      sides.actors.push_back(*std::move(source));
      sides.why += "; actor: who says so";
    }
    Add(subject, true, "subject of the threat", true, sides);
  } else if (trigger.group.use == Use::kPassive) {
    Add(subject, hits_places, "subject of the passive", true, sides);
    Add(AfterPreposition(view_, trigger.tokens.last, p.by), false, "'by'", false, sides);
  } else {
    AddFromStatement(trigger, sides);
    if (sides.actors.empty()) Add(subject, false, "subject", false, sides);
    const std::vector<Range> objects = Recipients(trigger, row);
    if (objects != subject && sides.recipients.empty())
      Add(objects, hits_places, "object", true, sides);
    // "dropped bombs on [the town]": a thing is no side, who it is done to comes after it.
    if (sides.recipients.empty()) {
      const bool stopped = row.type == EventType::kSanction;  // "halted exports to [its neighbour]"
      const std::vector<Range> target =
          AfterPreposition(view_, trigger.tokens.last, stopped ? p.complement : p.target);
      if (target != subject) Add(target, hits_places, "target", true, sides);
    }
    reciprocal = sides.recipients.empty() && subject.size() > 1 && sides.actors.size() > 1 &&
                 IsReciprocal(trigger, row);
  }
  Separate(reciprocal, sides);
  return sides;
}

std::vector<Range> RoleFinder::Possessor(const Trigger& trigger) const {
  const std::uint32_t first = SentenceTokens(view_.doc, trigger.tokens.first).first;
  for (std::uint32_t t = trigger.tokens.first, steps = 0; t > first && steps < 5; --t, ++steps) {
    const std::uint32_t before = t - 1;
    if (view_.words.Is(before, kPossessive) && before > first)
      return PhrasesEndingAt(view_, before - 1);
    if (view_.name[before] != kNone) {
      const Name& name = view_.doc.names[view_.name[before]];
      const bool side = name.kind == NameKind::kNationality ||
                        name.kind == NameKind::kOrganization ||
                        (IsPlaceOrState(name.kind) && view_.place[before] == kNone);
      if (side) return {name.tokens};
      return {};
    }
    const std::string_view lower = view_.doc.tokens[before].lower;
    if (lower == "its" || lower == "their" || lower == "his" || lower == "her") return {};
    if (view_.words.Is(before, kPreposition | kComma | kStop | kQuoteMark | kBe | kHave | kModal |
                                   kCoordinator))
      break;
  }
  return {};
}

std::vector<Range> RoleFinder::SubjectOfLightVerb(const Trigger& trigger) {
  const std::uint32_t first = SentenceTokens(view_.doc, trigger.tokens.first).first;
  for (std::uint32_t t = trigger.tokens.first, steps = 0; t > first && steps < 6; --t, ++steps) {
    const std::uint32_t before = t - 1;
    if (view_.words.Is(before, kComma | kStop | kQuoteMark)) break;
    if (!ThePrepositions().light_verb.At(view_.words, before, before + 1)) continue;
    const Trigger verb{{before, before + 1}, VerbGroupAt(view_.doc, view_.words, before, true), {}};
    if (verb.group.use == Use::kPassive)
      return AfterPreposition(view_, before + 1, ThePrepositions().by);
    return SubjectOf(view_, verb, subject_);
  }
  return {};
}

Sides RoleFinder::OfNoun(const Trigger& trigger, const TriggerRow& row) {
  const Prepositions& p = ThePrepositions();
  const std::uint32_t after = trigger.tokens.last;
  const std::uint32_t sentence = view_.doc.tokens[trigger.tokens.first].sentence;
  if (sentence != sentence_) subject_.clear();
  sentence_ = sentence;
  const bool hits_places =
      row.type == EventType::kAssault || row.type == EventType::kCoerce || row.mode == "visit";
  Sides sides;
  if (const std::vector<Range> both = AfterPreposition(view_, after, p.between); both.size() > 1) {
    Add(both, false, "'between'", false, sides);
    Separate(true, sides);
    return sides;
  }
  Add(Possessor(trigger), false, "possessor", false, sides);
  if (sides.actors.empty()) Add(AfterPreposition(view_, after, p.by), false, "'by'", false, sides);
  if (sides.actors.empty()) Add(SubjectOfLightVerb(trigger), false, "subject", false, sides);
  if (after < SentenceTokens(view_.doc, after - 1).last &&
      p.complement.At(view_.words, after, after + 1)) {
    Add(ObjectOf(view_, after, p.complement), hits_places, "complement", true, sides);
  } else {
    Add(AfterPreposition(view_, after, p.target), hits_places, "complement", true, sides);
  }
  Separate(false, sides);
  return sides;
}

// One side is never on both lists of a one-way act; joint acts have all sides on both.
void RoleFinder::Separate(bool reciprocal, Sides& sides) {
  if (reciprocal) {
    sides.recipients = sides.actors;
    return;
  }
  std::erase_if(sides.recipients, [&sides](const Side& recipient) {
    return std::any_of(sides.actors.begin(), sides.actors.end(),
                       [&recipient](const Side& actor) { return SameSide(actor, recipient); });
  });
}

std::vector<Participant> RoleFinder::Settle(const std::vector<Side>& sides) {
  std::vector<Participant> settled;
  for (const Side& side : sides) settled.push_back(participants_.Settle(side));
  return settled;
}

Sides RoleFinder::Find(const Trigger& trigger, const TriggerRow& row) {
  return trigger.group.use == Use::kNoun ? OfNoun(trigger, row) : OfVerb(trigger, row);
}

}  // namespace dateline::events
