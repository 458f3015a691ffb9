#include "extract/statements/speakers.h"

#include <algorithm>

#include "ontology/senses.h"

namespace dateline {

namespace {

constexpr std::uint32_t kReachParagraphs = 3;  // how far back a pronoun looks for a speaker

}  // namespace

SpeakerResolver::SpeakerResolver(const StatementView& view, RecordBatch& batch)
    : view_(view), batch_(batch), book_(view.doc(), batch) {
  const Document& doc = view.doc();
  for (std::uint32_t a = 0; a < batch.actors.size(); ++a) {
    for (Span span : batch.actors[a].mentions.spans()) {
      const Range tokens = doc.TokensIn(span);
      if (!tokens.empty()) mentions_.push_back({tokens, ActorId{a}});
    }
  }
  std::ranges::stable_sort(mentions_, {}, [](const SeenMention& m) { return m.tokens.first; });
}

void SpeakerResolver::ReadMentionsBefore(std::uint32_t token) {
  for (; next_ < mentions_.size() && mentions_[next_].tokens.first < token; ++next_) {
    Note(mentions_[next_].actor, mentions_[next_].tokens);
  }
}

bool SpeakerResolver::Fits(ActorId actor, Class wanted) const {
  switch (batch_.actors[actor.index].type) {
    case ActorType::kPerson:
      return wanted == Class::kPerson;
    case ActorType::kGroup:
      return wanted == Class::kPlural;
    default:
      return wanted == Class::kInstitution;
  }
}

void SpeakerResolver::Note(ActorId actor, Range phrase) {
  const std::uint32_t token = phrase.first;
  const NounPhrase parsed = NounPhraseOf(view_.doc(), view_.doc().SpanOf(phrase));
  by_head_[view_.token(parsed.head).lemma] = actor;
  // "the Ministry of Foreign Affairs" is "the ministry" afterwards.
  const std::uint32_t name = NameAt(view_.doc(), parsed.head);
  if (name < view_.doc().names.size())
    by_head_[view_.token(view_.doc().names[name].tokens.first).lower] = actor;
  if (view_.QuoteAt(token) != kNoQuote)
    return;  // who is only talked about is not "he" outside the marks
  const std::uint32_t sentence = view_.token(token).sentence;
  for (Class c : {Class::kPerson, Class::kInstitution, Class::kPlural}) {
    std::optional<Seen>& last = last_[static_cast<int>(c)];
    // The first mention of a sentence is likelier its subject than the later ones.
    if (Fits(actor, c) && (!last || last->sentence < sentence)) last = {token, sentence, actor};
  }
}

void SpeakerResolver::Spoke(ActorId actor, Range source) {
  const Seen seen{source.first, view_.token(source.first).sentence, actor};
  for (Class c : {Class::kPerson, Class::kInstitution, Class::kPlural}) {
    if (Fits(actor, c)) speaker_[static_cast<int>(c)] = seen;
  }
  // "The air force said": one body of many is "it" as well.
  const NounPhrase phrase = NounPhraseOf(view_.doc(), view_.doc().SpanOf(source));
  if (Fits(actor, Class::kPlural) && !phrase.empty() &&
      view_.token(phrase.head).lower == view_.token(phrase.head).lemma)
    speaker_[static_cast<int>(Class::kInstitution)] = seen;
}

std::optional<ActorId> SpeakerResolver::LastOf(Class wanted, std::uint32_t token) const {
  const std::optional<Seen>& mention = last_[static_cast<int>(wanted)];
  const std::optional<Seen>& speaker = speaker_[static_cast<int>(wanted)];
  const std::vector<Sentence>& sentences = view_.doc().sentences;
  const auto near = [&](const std::optional<Seen>& seen) {
    return seen && seen->token < token &&
           sentences[seen->sentence].paragraph + kReachParagraphs >=
               view_.doc().SentenceOf(token).paragraph;
  };
  if (near(speaker) && (!near(mention) || speaker->sentence >= mention->sentence))
    return speaker->actor;
  if (near(mention)) return mention->actor;
  return std::nullopt;
}

// "Ward, who resigned", "a soldier who fled": the phrase before the pronoun.
std::optional<ActorId> SpeakerResolver::Antecedent(std::uint32_t who) {
  if (who == 0) return std::nullopt;
  const std::uint32_t before = view_.lower(who - 1) == "," && who > 1 ? who - 2 : who - 1;
  if (view_.token(before).sentence != view_.token(who).sentence) return std::nullopt;
  const NounPhrase phrase = NounPhraseEndingAt(view_.doc(), before);
  if (phrase.empty() || phrase.pronoun) return std::nullopt;
  return book_.FindOrAdd(view_.doc().SpanOf(phrase.tokens));
}

// "the official", "the senior official": a definite common noun without complement or name.
bool SpeakerResolver::IsBareDefinite(const NounPhrase& phrase) const {
  if (!view_.IsOneOf(phrase.tokens.first, {"the", "that", "this", "these", "those"})) return false;
  if (phrase.tokens != phrase.core) return false;
  for (std::uint32_t i = phrase.tokens.first + 1; i < phrase.tokens.last; ++i) {
    if (view_.token(i).shape != Shape::kLower) return false;
  }
  return true;
}

std::optional<ActorId> SpeakerResolver::LastWithHead(const NounPhrase& phrase) const {
  const auto found = by_head_.find(view_.token(phrase.head).lemma);
  return found == by_head_.end() ? std::nullopt : std::optional(found->second);
}

// "one soldier": the words after the pronoun say who; "one of them, Ward": the name does.
Range SpeakerResolver::WithoutOne(Range phrase) const {
  if (phrase.size() < 2 || view_.lower(phrase.first) != "one") return phrase;
  if (view_.lower(phrase.first + 1) != "of") return {phrase.first + 1, phrase.last};
  if (phrase.size() < 4 || view_.token(phrase.first + 2).upos != Upos::kPron) return phrase;
  for (std::uint32_t i = phrase.first + 3; i < phrase.last; ++i) {
    const std::uint32_t name = NameAt(view_.doc(), i);
    if (name < view_.doc().names.size()) return view_.doc().names[name].tokens;
  }
  return phrase;
}

std::optional<ActorId> SpeakerResolver::Resolve(Range source, std::optional<ActorId> quoting) {
  ReadMentionsBefore(source.first);
  source = WithoutOne(source);
  const Span span = view_.doc().SpanOf(source);
  if (view_.IsOneOf(source.first, {"who", "which"})) return Antecedent(source.first);
  if (book_.IsPronoun(span)) {
    const std::string_view word = view_.lower(source.first);
    if (word == "i" || word == "we" || word == "us" || word == "me") return quoting;
    // Inside another's words it may be anybody.
    if (view_.QuoteAt(source.first) != kNoQuote) return std::nullopt;
    if (word == "he" || word == "she") return LastOf(Class::kPerson, source.first);
    if (word == "it") return LastOf(Class::kInstitution, source.first);
    if (word == "they") {
      const std::optional<ActorId> group = LastOf(Class::kPlural, source.first);
      return group ? group : LastOf(Class::kInstitution, source.first);
    }
    return std::nullopt;
  }
  const NounPhrase phrase = NounPhraseOf(view_.doc(), span);
  if (phrase.empty()) return std::nullopt;
  if (IsBareDefinite(phrase)) {
    if (const std::optional<ActorId> earlier = LastWithHead(phrase)) return earlier;
    // "Nordlys Shipping closed its office.  The company said ..."
    if (Means(view_.token(phrase.head).lemma, Sense::kBody)) {
      const std::optional<ActorId> body = LastOf(Class::kInstitution, source.first);
      if (body && batch_.actors[body->index].type == ActorType::kOrganization) return body;
    }
  }
  const ActorId actor = book_.FindOrAdd(span);
  Note(actor, source);
  return actor;
}

std::optional<ActorId> SpeakerResolver::ResolveOther(Range phrase) {
  const Span span = view_.doc().SpanOf(WithoutOne(phrase));
  if (book_.IsPronoun(span)) return std::nullopt;
  return book_.FindOrAdd(span);
}

}  // namespace dateline
