// A statement in the making: token ranges found by a frame, before anybody is resolved.
//
// Frames write drafts, later steps read them: loose_quotes adds those without cue,
// statement_extractor turns each into a Statement.  Contents are byte spans, quotation marks
// included; cue and source are tokens. Thread rule: plain data.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "annotate/cue_lexicon.h"
#include "document/document.h"

namespace dateline {

struct Draft {
  const CueEntry* entry = nullptr;  // of the cue; null: no cue, or one of no table
  std::optional<Stance> stance;     // as the encoder judges it
  std::string_view lemma;           // of the cue: "point out"
  float confidence = 0.5F;          // that somebody says it in these words
  std::vector<Range> cue;           // "accused", "of"
  Range source;                     // empty: nobody is named, or implicit
  std::vector<Span> content;        // in text order; may be empty ("declined to comment")
  std::optional<Range> addressee;
  std::optional<Range> venue;
  std::uint32_t sentence = 0;  // where its cue, or else its content, stands
  bool negated = false;        // "did not say"
  bool refuses = false;        // "would not say"
  bool quoted = false;         // its cue stands inside a quotation
  bool implicit = false;       // speaks on from the draft before it
  std::string_view frame;      // how it was found, for `why`
};

}  // namespace dateline
