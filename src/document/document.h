// What is known of a report's words?  An Article plus layers, each made by one annotator.
//
// Annotators only add: a layer, once there, is not changed.  The pipeline checks at construction,
// before any text runs, that each stage finds what it requires (pipeline/chain.h).
// Tokens and names refer to each other by index, ranges are half-open: [first, last).
// Thread rule: one thread a document; the article is shared.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.h"
#include "dateline/record.h"
#include "dateline/span.h"
#include "document/syntax.h"

namespace dateline {

enum class Layer : std::uint8_t {
  // of the Document, made by annotators
  kSentences,     // sentences and paragraphs
  kTokens,        // tokens with shape and lower-cased form
  kQuotes,        // quotations, paired
  kSyntax,        // of each token lemma, tags and place in the tree
  kNames,         // names with their kind
  kAttributions,  // who reports what: source, cue and content, not yet resolved
  kActs,          // who does what to whom, as the encoder sees it
  kClusters,      // clusters of names that mean the same, with roles
  // of the RecordBatch, made by extractors
  kTimes,
  kPlaces,
  kActors,
  kStatements,
  kEvents
};
std::string_view ToString(Layer);

// Half-open range of indices into a vector of the document.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t size() const { return last - first; }
  bool empty() const { return first == last; }
  friend bool operator==(Range, Range) = default;
};

enum class Shape : std::uint8_t {
  kLower,        // "said"
  kTitle,        // "Said", "McDonald", "U.S."  (first letter is a capital)
  kUpper,        // "NATO" (two letters or more, all capitals)
  kNumber,       // "1,200", "3.5"
  kPunctuation,  // "," and symbols
  kOther         // "a-5", "@name", scripts without case
};

struct Token {
  Span span;
  std::string_view text;   // words of the span
  std::string_view lower;  // lower-cased
  Shape shape;
  std::uint32_t sentence;  // index into sentences
  bool space_before;       // white space, or the begin of the text, stands before it
  // Layer kSyntax; before it the token is its own lemma and head.
  std::string_view lemma;  // dictionary form, lower case
  std::uint32_t head;      // the token of its sentence that it hangs from; itself at the root
  Upos upos = Upos::kX;
  Xpos xpos = Xpos::kNn;
  Deprel deprel = Deprel::kDep;  // to `head`
};

struct Sentence {
  Span span;
  Range tokens;
  std::uint32_t paragraph;  // counted from 0
  bool headline = false;    // the first paragraph, where it is a headline
  // How many of its tokens are the dateline or label that opens the paragraph (text/dateline.h):
  // all of "LAGOS, May 3 (Wire) -", the first two of "LAGOS: Two bridges fell."
  std::uint32_t dateline = 0;
};

// A quotation, marks included.  A quotation over several paragraphs (a mark opens each, one closes)
// is one Quote a paragraph, `continues` true on all but the first.
struct Quote {
  Span span;       // with marks
  Span inside;     // without
  Range tokens;    // of the span
  bool closed;     // false: no closing mark, ends with the paragraph
  bool continues;  // goes on from the Quote before it
  bool scare;      // a word or two in marks inside a clause, a title: not speech
};

enum class NameKind : std::uint8_t {
  kPerson,
  kOrganization,
  kPlace,         // where something is or happens: "in Kenya", "Siversk"
  kGeopolitical,  // a country or town that acts or is acted on: "Kenya said", "talks with Moscow"
  kNationality,   // "Kenyan", "Kenyans"; also of a faith or people
  kOther
};
inline bool IsPlaceOrState(NameKind kind) {
  return kind == NameKind::kPlace || kind == NameKind::kGeopolitical;
}

// A proper name: "Antony Blinken", "the Foreign Ministry" without its article, "Siversk",
// "Russian".
struct Name {
  Span span;
  Range tokens;
  NameKind kind;
  float confidence;       // of the kind
  std::uint32_t cluster;  // index into clusters
};

// Somebody's words as the text gives them: "[Ward] [said] [the road was closed]".  In the order of
// cues.
struct Attribution {
  Range cue;
  Range source;                // empty: nobody is named
  std::vector<Range> content;  // in text order, never empty
  bool inner;                  // stands inside the content of another
  float confidence;            // 0 to 1
  Stance stance = Stance::kAssert;
};

// An act as the encoder sees it: "[rebels] [shelled] [the town]".
struct Act {
  Range trigger;
  EventType type;
  std::string_view mode;  // "" if none
  EventStatus status;
  std::vector<Range> actors, recipients;  // runs of words, of any sentence nearby
  float confidence;                       // 0 to 1
};

// Names of one report that mean the same: "Wang Yi", "Wang", "Mr Wang".
struct NameCluster {
  std::string name;  // the fullest form
  NameKind kind;
  std::vector<std::uint32_t> names;  // indices into names, in text order
  std::string
      role;  // "China's top diplomat", from an apposition or title that touches a name; "" if none
  Span role_span;  // empty if none
};

class Document {
 public:
  explicit Document(std::shared_ptr<const Article> article) : article_(std::move(article)) {}
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;

  const Article& article() const { return *article_; }
  std::string_view text() const { return article_->text; }
  std::string_view Words(Span span) const { return dateline::Words(text(), span); }

  // The tokens that lie in `span` wholly or in part.  Cost: logarithmic.
  Range TokensIn(Span span) const;
  // From the begin of the first token to the end of the last.  REQUIRES: not empty.
  Span SpanOf(Range tokens) const;
  const Sentence& SentenceOf(std::uint32_t token) const {
    return sentences[tokens[token].sentence];
  }

  // Keeps a string as long as the document lives, for tokens to point into.
  std::string_view Keep(std::string word) { return kept_->emplace_back(std::move(word)); }

  std::uint32_t analysed =
      0;  // bytes of the text that the layers cover: all, or up to Limits::text_code_points
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Quote> quotes;      // in text order; not nested: marks inside marks are their words
  std::vector<Name> names;        // in text order, not overlapping
  std::vector<Name> inner_names;  // names inside names: "Kenyan" of "Kenyan Red Cross"; no cluster
  std::vector<Attribution> attributions;
  std::vector<Act> acts;  // in text order, triggers not overlapping
  std::vector<NameCluster> clusters;
  std::vector<Diagnostic> diagnostics;

 private:
  std::shared_ptr<const Article> article_;
  std::unique_ptr<std::deque<std::string>> kept_ = std::make_unique<std::deque<std::string>>();
};

}  // namespace dateline
