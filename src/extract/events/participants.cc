#include "extract/events/participants.h"

#include <algorithm>

#include "extract/actors/noun_phrase.h"
#include "extract/events/clause.h"

namespace dateline::events {

namespace {

constexpr int kMaxOwners = 3;

// Mentions are in text order.
bool IsMention(const Actor& actor, Span span) {
  const std::vector<Span>& mentions = actor.mentions.spans();
  const auto at = std::lower_bound(mentions.begin(), mentions.end(), span,
                                   [](Span a, Span b) { return a.begin < b.begin; });
  return at != mentions.end() && *at == span;
}

bool HasCode(const ActorCode& code) { return !code.country.empty() || !code.sector.empty(); }

}  // namespace

ParticipantFinder::ParticipantFinder(const ReportView& view, RecordBatch& batch)
    : view_(view), batch_(batch), book_(view.doc, batch), antecedents_(view, batch) {}

Side ParticipantFinder::OfActor(Span span) const {
  const std::optional<ActorId> known = book_.Find(span);
  ActorCode code = known ? batch_.actors[known->index].code : ActorCode{};
  if (!HasCode(code)) code = book_.CodeOf(span);
  return {{{span}, known, std::move(code)}, true};
}

Participant ParticipantFinder::Settle(const Side& side) {
  Participant participant = side.participant;
  if (!side.is_new) return participant;
  const Span span = participant.spans.front();
  if (!participant.actor || !IsMention(batch_.actors[participant.actor->index], span)) {
    participant.actor = book_.FindOrAdd(span);
  }
  const ActorCode& code = batch_.actors[participant.actor->index].code;
  if (!code.country.empty()) participant.code.country = code.country;
  if (!code.sector.empty()) participant.code.sector = code.sector;
  return participant;
}

std::optional<Side> ParticipantFinder::SourceOf(const Statement& statement) const {
  if (!statement.source) return std::nullopt;
  if (!statement.speaker) return Find(NounPhraseOf(view_.doc, statement.source->first()), false);
  return Side{
      {statement.source->spans(), statement.speaker, batch_.actors[statement.speaker->index].code},
      false};
}

std::optional<Side> ParticipantFinder::AddresseeOf(const Statement& statement) const {
  if (!statement.addressee) return std::nullopt;
  return Find(NounPhraseOf(view_.doc, statement.addressee->evidence.first()), false);
}

std::optional<Side> ParticipantFinder::OfPronoun(std::uint32_t token) const {
  const std::optional<ActorId> who = antecedents_.Of(token);
  if (!who) return std::nullopt;
  return Side{{{view_.doc.tokens[token].span}, who, batch_.actors[who->index].code}, false};
}

void ParticipantFinder::AddOwner(const NounPhrase& phrase, Side& side) const {
  if (!side.participant.code.country.empty()) return;
  side.participant.code.country = antecedents_.CountryOf(phrase);
  if (!side.participant.code.country.empty()) return;
  // "its neighbour" is of another country.
  if (view_.lexicon.Class("other_side").At(view_.words, phrase.head, phrase.head + 1)) return;
  const std::uint32_t owner = view_.tree.Child(phrase.root, {Deprel::kNmodPoss});
  if (owner == kNoToken || view_.doc.tokens[owner].upos != Upos::kPron) return;
  if (const std::optional<ActorId> who = antecedents_.Of(owner))
    side.participant.code.country = batch_.actors[who->index].code.country;
}

// A country or capital acts whatever else it is ("Moscow said"); another town is a side only where
// it is hit, seized or visited, by its country.
std::optional<Side> ParticipantFinder::OfNameAt(std::uint32_t token, std::uint32_t last,
                                                bool places_count) const {
  if (view_.name[token] != kNone) {
    const Name& name = view_.doc.names[view_.name[token]];
    const bool acts = IsPlaceOrState(name.kind) || view_.place[token] != kNone
                          ? !book_.CodeOf(name.span).country.empty()
                          : name.kind != NameKind::kOther;
    if (acts) return OfActor(name.span);
  }
  if (!places_count || view_.place[token] == kNone) return std::nullopt;
  const Place& place = batch_.places[view_.place[token]];
  if (place.country.empty()) return std::nullopt;
  std::uint32_t end = token + 1;
  while (end < last && view_.place[end] == view_.place[token]) ++end;
  return Side{{{view_.doc.SpanOf({token, end})}, std::nullopt, {place.country, ""}}, false};
}

std::optional<Side> ParticipantFinder::OfHead(const NounPhrase& phrase, bool places_count) const {
  if (phrase.empty()) return std::nullopt;
  if (phrase.pronoun) return OfPronoun(phrase.head);
  const Range tokens = phrase.tokens;
  const Span span = view_.doc.SpanOf(tokens);
  const std::uint32_t head = phrase.head;
  const bool place = view_.place[head] != kNone || view_.IsName(head, NameKind::kPlace) ||
                     view_.IsName(head, NameKind::kGeopolitical);
  if (place) {
    return OfNameAt(head, tokens.last, places_count);
  }
  if (view_.name[head] != kNone && !view_.IsName(head, NameKind::kOther)) {
    return OfActor(span);
  }
  if (const std::optional<ActorId> body = antecedents_.BodyOf(phrase))
    return Side{{{span}, body, batch_.actors[body->index].code}, false};
  if (HasCode(book_.CodeOf(view_.doc.tokens[Counted(view_.tree, head)].span))) {
    // The head decides whether the phrase is somebody: "soldiers", "the ministry"; not "the
    // invasion".
    Side side = OfActor(span);
    AddOwner(phrase, side);
    return side;
  }
  return std::nullopt;
}

std::optional<Side> ParticipantFinder::Find(const NounPhrase& phrase, bool places_count) const {
  if (std::optional<Side> side = OfHead(phrase, places_count)) return side;
  if (phrase.empty() || phrase.pronoun) return std::nullopt;
  // "the [premier]'s plan", "the [premier]'s aide's plan"
  NounPhrase owner = phrase;
  for (int hop = 0; hop < kMaxOwners; ++hop) {
    const std::uint32_t root = view_.tree.Child(owner.root, {Deprel::kNmodPoss});
    if (root == kNoToken || view_.doc.tokens[root].upos == Upos::kPron) break;
    owner = NounPhraseHeadedBy(view_.doc, root);
    if (owner.empty()) break;
    if (std::optional<Side> side = OfHead(owner, places_count)) return side;
  }
  const Range tokens = phrase.tokens;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t)
    if (std::optional<Side> side = OfNameAt(t, tokens.last, places_count)) return side;
  return std::nullopt;
}

std::optional<Side> ParticipantFinder::FindThing(const NounPhrase& phrase) const {
  if (phrase.empty() || phrase.pronoun) return std::nullopt;
  if (!view_.lexicon.Class("hit_thing").At(view_.words, phrase.head, phrase.head + 1))
    return std::nullopt;
  return Side{{{view_.doc.SpanOf(phrase.tokens)}, std::nullopt, {}}, false};
}

std::optional<Side> ParticipantFinder::FindUncoded(const NounPhrase& phrase) const {
  if (phrase.empty() || phrase.pronoun) return std::nullopt;
  const auto is = [&](std::string_view word_class) {
    const std::uint32_t noun = Counted(view_.tree, phrase.head);
    return view_.lexicon.Class(word_class).At(view_.words, noun, noun + 1);
  };
  if (!is("person_noun") && !is("joint_noun") && !is("counterpart_noun")) return std::nullopt;
  Side side = OfActor(view_.doc.SpanOf(phrase.tokens));
  AddOwner(phrase, side);
  return side;
}

}  // namespace dateline::events
