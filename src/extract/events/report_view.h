// What do all parts of the event extractor look at?  A report prepared for them once: words as ids,
// its tree, the name, place, time and statement at each token, and for each sentence what it is
// about.
//
// Arrays by token hold an index into the document's or the batch's vector, kNone where there is
// nothing. Statements are the outermost ones: a trigger inside a quote inside a quote belongs to
// the outer quote. Cost: linear in the tokens and in the mentions.  Thread rule: one thread a
// report.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/record.h"
#include "document/document.h"
#include "document/tree.h"
#include "extract/events/trigger_lexicon.h"
#include "extract/events/words.h"

namespace dateline::events {

inline constexpr std::uint32_t kNone = 0xffffffffu;

// What a sentence is silent about, in the order of silence.tsv's kinds.
enum class Silence : std::uint8_t {
  kNothing,
  kDisaster,
  kAccident,
  kSport,
  kMarket,
  kEntertainment,
  kCrime,
  kObituary
};

// Is this a side of politics: a country, an organisation of states, or a sector that acts in
// politics?
bool IsPoliticalCode(const ActorCode& code);

struct SentenceFacts {
  bool political = false;  // a government, force, dissent or country is named
  Silence silence = Silence::kNothing;
  std::vector<std::string_view> contexts;  // at most three, as the table has them
};

struct ReportView {
  // Requires kSentences, kTokens, kSyntax, kNames; uses the batch's places, times, actors and
  // statements as far as they are there. Both must outlive the view.
  ReportView(const Document& doc, const RecordBatch& batch);

  const Document& doc;
  const TriggerLexicon& lexicon;
  WordsOfDocument words;
  Tree tree;
  std::vector<std::uint32_t> name, place, time, statement;  // by token
  std::vector<std::uint32_t> cue;  // by token: the statement whose reporting word stands there
  std::vector<std::uint32_t> act;  // by token: the act whose trigger stands there
  std::vector<SentenceFacts> sentences;
  bool political_report = false;  // half of the sentences are, and so all count as political

  bool IsName(std::uint32_t token, NameKind kind) const {
    return name[token] != kNone && doc.names[name[token]].kind == kind;
  }
};

}  // namespace dateline::events
