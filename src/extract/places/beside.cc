#include "extract/places/beside.h"

#include "extract/places/context.h"

namespace dateline::places {

namespace {

constexpr int kSteps = 6;  // from noun to noun; the longest: "X, a camp some 12 km south of Y"

bool Ties(const Token& token) {
  return token.deprel != Deprel::kConj && token.deprel != Deprel::kList &&
         token.deprel != Deprel::kParataxis && token.upos != Upos::kVerb;
}

}  // namespace

std::vector<std::uint32_t> PlacesBeside(const Document& doc, const std::vector<Toponym>& toponyms,
                                        const std::vector<Resolved>& resolved) {
  std::vector<std::uint32_t> beside(toponyms.size(), kNone);
  std::vector<int> steps_of(toponyms.size(), kSteps + 1);
  std::vector<std::uint32_t> unknown(doc.tokens.size(), kNone);  // of each token: its toponym
  for (std::uint32_t i = 0; i < toponyms.size(); ++i) {
    if (resolved[i].place) continue;
    for (std::uint32_t t = toponyms[i].tokens.first; t < toponyms[i].tokens.last; ++t)
      unknown[t] = i;
    // "the Mezzeh district of Damascus": the noun stands for the name.
    const Token& head = doc.tokens[HeadOf(doc, toponyms[i].tokens)];
    if (head.deprel == Deprel::kCompound && unknown[head.head] == kNone) unknown[head.head] = i;
  }
  for (std::uint32_t i = 0; i < toponyms.size(); ++i) {
    if (!resolved[i].place) continue;
    std::uint32_t token = HeadOf(doc, toponyms[i].tokens);
    for (int step = 1; step <= kSteps && Ties(doc.tokens[token]); ++step) {
      token = doc.tokens[token].head;
      const std::uint32_t outer = unknown[token];
      if (outer == kNone) continue;
      if (step < steps_of[outer]) {
        steps_of[outer] = step;
        beside[outer] = i;
      }
      break;
    }
  }
  return beside;
}

}  // namespace dateline::places
