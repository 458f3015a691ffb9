// What is a report?  Its text, what is known about it, and where each character came from.
//
// An Article is made by ingest and never changed afterwards; the engine never edits `text`.
// Its id is a content hash, so that the same report read twice is the same article.
// Thread rule: immutable, shared freely.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dateline/span.h"

namespace dateline {

// Odd input that was kept: a stable code ("html.depth_capped"), a sentence, and the spans concerned
// (bytes of the text; empty when the whole article is concerned).
struct Diagnostic {
  std::string code;
  std::string message;
  std::vector<Span> spans;
};

// From bytes of the text back to bytes of the source: pieces in order, each mapping
// [text_begin, text_begin + text_size) to [source_begin, source_begin + source_size).
// Where sizes are equal the mapping is byte by byte, else the piece maps as a whole (an entity,
// a decoded character).  Text between pieces (an inserted paragraph break) has no source.
struct SourcePiece {
  std::uint32_t text_begin = 0, text_size = 0;
  std::uint32_t source_begin = 0, source_size = 0;

  friend bool operator==(const SourcePiece&, const SourcePiece&) = default;
};

class SourceMap {
 public:
  SourceMap() = default;  // nothing known: SourceOf is empty
  // REQUIRES: pieces sorted by text_begin, not overlapping.
  explicit SourceMap(std::vector<SourcePiece> pieces) : pieces_(std::move(pieces)) {}

  static SourceMap Identity(std::uint32_t size) { return SourceMap({{0, size, 0, size}}); }

  // The smallest range of source bytes that covers `text`; an empty span if nothing in it has a
  // source.  Cost: logarithmic in the number of pieces.
  Span SourceOf(Span text) const;

  const std::vector<SourcePiece>& pieces() const { return pieces_; }

 private:
  std::vector<SourcePiece> pieces_;
};

struct Article {
  std::string
      id;  // 16 hex digits of the SHA-256 over url, published, title, text (ingest/article_id.h)
  std::string source;  // path of the file, "-" for standard input, with ":LINE" for a line of JSONL
  std::string given_id;  // the id that the user gave in JSONL; "" if none
  std::string url;       // "" if unknown, as below
  std::string publisher;
  std::string title;      // the headline; where the text has it as well, both stay
  std::string published;  // ISO 8601 date or date-time, "2024-05-03" or "2024-05-03T10:00:00Z"; ""
                          // if unknown
  std::string language;   // ISO 639-1, "en"
  std::string text;       // UTF-8, valid
  std::vector<std::string> credits;  // agencies of the credit line: {"AAP", "DPA"}
  std::string section;               // "world"
  SourceMap source_map;
  std::string source_sha256;            // of the bytes that came in, hex
  std::vector<Diagnostic> diagnostics;  // what ingest found odd
};

}  // namespace dateline
