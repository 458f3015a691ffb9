#include "extract/events/silence.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/check.h"

namespace dateline::events {

namespace {

constexpr int kSilent = 2;
constexpr int kKinds = 10;  // those of Silence, conflict and politics
constexpr int kConflict = 8;
constexpr int kPolitics = 9;

using Weights = std::array<int, kKinds>;

int KindOf(std::string_view word) {
  static constexpr std::string_view kWords[kKinds] = {
      "",      "disaster", "accident", "sport",   "market", "entertainment",
      "crime", "obituary", "conflict", "politics"};
  const auto found = std::find(std::begin(kWords), std::end(kWords), word);
  DL_CHECK(found != std::end(kWords) && !word.empty());
  return static_cast<int>(found - std::begin(kWords));
}

Weights WeightsOf(const WordsOfDocument& words, const TriggerLexicon& lexicon, Range tokens) {
  Weights weights{};
  for (const TriggerLexicon::SilenceRow& row : lexicon.silence()) {
    int& weight = weights[KindOf(row.kind)];
    for (std::uint32_t t = tokens.first; t < tokens.last; ++t)
      if (row.words.At(words, t, tokens.last)) weight += row.weight;
  }
  return weights;
}

// Kinds that words of armed conflict outweigh.
bool YieldsToConflict(Silence kind) {
  return kind == Silence::kDisaster || kind == Silence::kAccident || kind == Silence::kCrime;
}

// `article`: what the report as a whole is about.
Silence Decide(const Weights& weights, Silence article) {
  Silence best = Silence::kNothing;
  int best_weight = kSilent - 1;
  for (int k = 1; k < kConflict; ++k) {
    const auto kind = static_cast<Silence>(k);
    if (YieldsToConflict(kind) && weights[kConflict] >= kSilent) continue;
    // "Silva beat his rival in the presidential race"
    if (kind == Silence::kSport && weights[kPolitics] >= kSilent) continue;
    const int weight = weights[k] + (kind == article ? 1 : 0);
    if (weight > best_weight) best = kind, best_weight = weight;
  }
  return best;
}

// "MONTEVIDEO, Oct. 19 (Wire) -"
bool IsDateline(const Sentence& sentence) { return sentence.dateline == sentence.tokens.size(); }

// A report is of a kind if its headline is, or two fifths of its sentences are; with a lede of that
// kind a quarter is enough: a match report drifts off to fees and fireworks.
Silence KindOfArticle(const Document& doc, const std::vector<Weights>& weights) {
  std::array<std::size_t, kKinds> count{};
  Silence lede = Silence::kNothing;
  std::size_t first = 0;
  while (first < doc.sentences.size() &&
         (doc.sentences[first].headline || IsDateline(doc.sentences[first])))
    ++first;
  if (first < weights.size()) lede = Decide(weights[first], Silence::kNothing);
  for (std::size_t s = 0; s < weights.size(); ++s) {
    const Silence kind = Decide(weights[s], Silence::kNothing);
    if (kind == Silence::kNothing) continue;
    if (doc.sentences[s].headline) return kind;
    ++count[static_cast<std::size_t>(kind)];
  }
  for (int k = 1; k < kConflict; ++k) {
    const std::size_t wanted = static_cast<Silence>(k) == lede ? 5 : 8;  // twentieths
    if (weights.size() >= 3 && count[k] * 20 >= weights.size() * wanted)
      return static_cast<Silence>(k);
  }
  return Silence::kNothing;
}

}  // namespace

std::vector<Silence> SilenceOfSentences(const Document& doc, const WordsOfDocument& words,
                                        const TriggerLexicon& lexicon) {
  std::vector<Weights> weights;
  weights.reserve(doc.sentences.size());
  for (const Sentence& sentence : doc.sentences)
    weights.push_back(WeightsOf(words, lexicon, sentence.tokens));
  const Silence article = KindOfArticle(doc, weights);
  std::vector<Silence> silences;
  silences.reserve(weights.size());
  for (const Weights& w : weights) {
    const Silence own = Decide(w, article);
    const bool whole = article == Silence::kSport || article == Silence::kEntertainment;
    silences.push_back(own == Silence::kNothing && whole ? article : own);
  }
  return silences;
}

bool Silences(Silence silence, EventType type) {
  switch (silence) {
    case Silence::kNothing:
      return false;
    case Silence::kSport:
    case Silence::kEntertainment:
    case Silence::kObituary:
      return true;
    case Silence::kMarket:
      return type != EventType::kSanction && type != EventType::kAgree &&
             type != EventType::kThreaten && type != EventType::kConsult;
    case Silence::kDisaster:
    case Silence::kAccident:
      return type == EventType::kAssault || type == EventType::kCoerce ||
             type == EventType::kProtest || type == EventType::kRetreat ||
             type == EventType::kSanction || type == EventType::kMobilize ||
             type == EventType::kThreaten || type == EventType::kAccuse;
    case Silence::kCrime:
      return type == EventType::kAssault || type == EventType::kCoerce ||
             type == EventType::kSanction || type == EventType::kAccuse ||
             type == EventType::kRetreat;
  }
  DL_CHECK(!"a kind of silence");
  return false;
}

}  // namespace dateline::events
