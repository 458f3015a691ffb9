// Which words tell of which act?  data/triggers.tsv, read once: phrases with the type and mode that
// they name and what must stand near for that.
//
// Rows are kept in the order of the table; phrases are found by the id of their first word, longest
// first, then in table order, so that special rows stand above general ones. Cost of a look-up: the
// phrases that share a first word (at most some twenty).  Thread rule: immutable.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "dateline/record.h"
#include "extract/events/words.h"
#include "ontology/plover.h"

namespace dateline::events {

enum class Part : std::uint8_t { kVerb, kNoun, kAny };

enum class Where : std::uint8_t {
  kNext,      // one of the next tokens
  kAfter,     // later in the clause
  kPrevious,  // one of the tokens just before
  kBefore,    // earlier in the clause
  kNear,      // before or after
  kSentence,
  kInfinitive,  // the verb governs an infinitive: "told the crew to leave"
  kPolitical    // a government, force, dissent or country is named in the sentence
};

// Words that a need looks for, and kinds of name that count as well.
struct WordTest {
  WordSet words;
  bool person = false;  // %person
  bool place = false;   // %place: a name of a place or country
};

struct Need {
  Where where;
  bool negated;
  WordTest test;
};

struct TriggerRow {
  Part part;
  EventType type;
  std::string_view mode;
  std::vector<Need> needs;
  int sides = 0;         // how many sides must be political actors
  bool learned = false;  // no words: what the encoder sees
};

struct TriggerPhrase {
  std::vector<WordId> words;
  std::uint32_t row;
};

class TriggerLexicon {
 public:
  static const TriggerLexicon& Get();

  std::span<const TriggerPhrase> PhrasesFrom(WordId first) const {
    return first < by_first_.size() ? std::span<const TriggerPhrase>(by_first_[first])
                                    : std::span<const TriggerPhrase>();
  }
  const TriggerRow& row(std::uint32_t i) const { return rows_[i]; }
  // The row of an act that no words of the table tell; that of the type alone where it has no such
  // mode.
  std::uint32_t LearnedRow(EventType type, std::string_view mode) const;
  std::span<const TriggerRow> rows() const { return rows_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  // A class of trigger_classes.tsv.  REQUIRES: the table has it.
  const WordSet& Class(std::string_view name) const;

  // What silence.tsv and plover_contexts.tsv name, in ids of the same vocabulary.
  struct SilenceRow {
    std::string_view kind;
    int weight;
    WordSet words;
  };
  std::span<const SilenceRow> silence() const { return silence_; }
  struct ContextRow {
    std::string_view context;
    WordSet words;
  };
  std::span<const ContextRow> contexts() const { return contexts_; }

 private:
  TriggerLexicon();
  void ReadTriggers();
  void AddLearnedRows();

  Vocabulary vocabulary_;
  std::vector<TriggerRow> rows_;
  std::size_t first_learned_ = 0;  // rows from here on, in the order of PloverRows
  std::vector<std::vector<TriggerPhrase>> by_first_;
  std::map<std::string_view, WordSet> classes_;
  std::vector<SilenceRow> silence_;
  std::vector<ContextRow> contexts_;
};

}  // namespace dateline::events
