#include "extract/events/antecedents.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace dateline::events {

namespace {

constexpr std::size_t kMentionsBack = 24;
constexpr std::uint32_t kSentencesBack = 3;

bool OneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

Antecedents::Antecedents(const ReportView& view, const RecordBatch& batch)
    : view_(view), batch_(batch) {
  for (std::uint32_t a = 0; a < batch.actors.size(); ++a)
    for (Span span : batch.actors[a].mentions.spans())
      mentions_.push_back({NounPhraseOf(view.doc, span).root, {a}});
  std::ranges::sort(mentions_, [](const Mention& a, const Mention& b) {
    return a.root != b.root ? a.root < b.root : a.actor < b.actor;
  });
  for (const Mention& mention : mentions_)
    if (!batch.actors[mention.actor.index].code.country.empty())
      by_noun_[view.doc.tokens[mention.root].lemma].push_back(mention);
  for (const Statement& statement : batch.statements)
    if (statement.source && statement.speaker)
      speakers_.emplace(statement.source->first().begin, *statement.speaker);
}

std::optional<Antecedents::Kind> Antecedents::KindOf(std::string_view lower) {
  if (OneOf(lower, {"he", "she", "him", "her", "his"})) return Kind::kPerson;
  if (OneOf(lower, {"it", "its", "itself"})) return Kind::kBody;
  if (OneOf(lower, {"they", "them", "their"})) return Kind::kPlural;
  return std::nullopt;
}

bool Antecedents::Fits(ActorId actor, Kind kind) const {
  const ActorType type = batch_.actors[actor.index].type;
  switch (kind) {
    case Kind::kPerson:
      return type == ActorType::kPerson;
    case Kind::kBody:
      return type == ActorType::kOrganization || type == ActorType::kCountry;
    case Kind::kPlural:
      return type == ActorType::kGroup || type == ActorType::kOrganization;
  }
  return false;
}

std::optional<ActorId> Antecedents::Before(std::uint32_t pronoun, Kind kind) const {
  const Token& word = view_.doc.tokens[pronoun];
  const bool object = view_.tree.Is(pronoun, {Deprel::kObj, Deprel::kIobj, Deprel::kObl});
  auto at = std::ranges::lower_bound(mentions_, pronoun, {}, &Mention::root);
  std::optional<ActorId> nearest;
  std::uint32_t sentence = word.sentence;
  for (std::size_t steps = 0; at != mentions_.begin() && steps < kMentionsBack; ++steps) {
    --at;
    const Token& root = view_.doc.tokens[at->root];
    if (root.sentence != sentence && nearest) return nearest;
    if (root.sentence + kSentencesBack < word.sentence) break;
    sentence = root.sentence;
    const bool subject = view_.tree.Is(at->root, {Deprel::kNsubj, Deprel::kNsubjPass});
    const bool pair = IsPair(at->root);
    if (pair ? kind != Kind::kPlural : !Fits(at->actor, kind)) continue;
    if (object && subject && root.head == word.head) continue;
    if (subject) return at->actor;
    if (!nearest) nearest = at->actor;
  }
  return nearest;
}

std::string Antecedents::CountryOf(const NounPhrase& phrase) const {
  if (!PointsBack(phrase)) return {};
  const std::uint32_t statement = view_.statement[phrase.root];
  const bool rules =
      view_.lexicon.Class("ruler_noun").At(view_.words, phrase.root, phrase.root + 1);
  if (rules && statement != kNone && batch_.statements[statement].speaker) {
    const ActorId speaker = *batch_.statements[statement].speaker;
    const ActorCode& code = batch_.actors[speaker.index].code;
    if (code.sector == "GOV" && code.country.size() == 3 && code.country != "IGO")
      return code.country;
  }
  const auto found = by_noun_.find(view_.doc.tokens[phrase.root].lemma);
  if (found == by_noun_.end()) return {};
  const auto after =
      std::ranges::lower_bound(found->second, phrase.tokens.first, {}, &Mention::root);
  if (after == found->second.begin()) return {};
  return batch_.actors[std::prev(after)->actor.index].code.country;
}

bool Antecedents::PointsBack(const NounPhrase& phrase) const {
  const std::string_view first = view_.doc.tokens[phrase.tokens.first].lower;
  return OneOf(first, {"the", "this", "these", "that", "those"});
}

std::optional<ActorId> Antecedents::BodyOf(const NounPhrase& phrase) const {
  if (!PointsBack(phrase) ||
      !view_.lexicon.Class("body_noun").At(view_.words, phrase.root, phrase.root + 1))
    return std::nullopt;
  const std::uint32_t here = view_.doc.tokens[phrase.root].sentence;
  auto at = std::ranges::lower_bound(mentions_, phrase.tokens.first, {}, &Mention::root);
  for (std::size_t steps = 0; at != mentions_.begin() && steps < kMentionsBack; ++steps) {
    --at;
    if (view_.doc.tokens[at->root].sentence + kSentencesBack < here) break;
    const Actor& actor = batch_.actors[at->actor.index];
    const bool named = view_.name[at->root] != kNone;
    if (named && actor.type == ActorType::kOrganization && !actor.code.country.empty())
      return at->actor;
  }
  return std::nullopt;
}

std::optional<ActorId> Antecedents::Of(std::uint32_t pronoun) const {
  const Token& word = view_.doc.tokens[pronoun];
  if (OneOf(word.lower, {"i", "we", "us", "me", "our", "my"})) {
    const std::uint32_t statement = view_.statement[pronoun];
    return statement == kNone ? std::nullopt : batch_.statements[statement].speaker;
  }
  if (const auto speaker = speakers_.find(word.span.begin); speaker != speakers_.end())
    return speaker->second;
  const std::optional<Kind> kind = KindOf(word.lower);
  return kind ? Before(pronoun, *kind) : std::nullopt;
}

}  // namespace dateline::events
