// What is this character?  UTF-8 and Unicode properties.  Adapter of ICU.
//
// All positions are bytes.  The text is valid UTF-8 (ingest sees to it).  ASCII takes a fast path.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/span.h"

namespace dateline {

// The code point that begins at text[position] and its length in bytes (1..4).
// REQUIRES: position < text.size().  A broken byte reads as U+FFFD of length 1.
struct CodePoint {
  char32_t value;
  std::uint8_t size;
};
CodePoint DecodeAt(std::string_view text, std::size_t position);
// The one that ends just before `position`.  REQUIRES: position > 0.
CodePoint DecodeBefore(std::string_view text, std::size_t position);

void AppendUtf8(char32_t code_point, std::string& out);
bool IsValidUtf8(std::string_view bytes);
// Each broken byte as U+FFFD.
std::string ToValidUtf8(std::string_view bytes);
std::size_t CountCodePoints(std::string_view text);

bool IsLetter(char32_t);
bool IsDigit(char32_t);  // decimal digits of any script
bool IsUpper(char32_t);  // upper or title case
bool IsLower(char32_t);
bool IsSpace(char32_t);
bool IsPunctuation(char32_t);     // category P
bool IsNonspacingMark(char32_t);  // category Mn: an accent written over its letter
bool IsControl(char32_t);         // categories Cc and Cf: no character that one sees
char32_t ToLower(char32_t);

std::string Lower(std::string_view text);  // full lower-casing, root locale

// By the derived properties Lowercase and Uppercase, which reach beyond letters ("ⅷ"); kTitle is
// category Lt.
enum class LetterCase : std::uint8_t { kUncased, kLower, kUpper, kTitle };
LetterCase LetterCaseOf(char32_t);

// Canonical decomposition (NFD) of each code point, its marks left in the order in which they come:
// to sort them takes quadratic time on text made for it.
std::string Decomposed(std::string_view text);

// The key under which names are compared: NFKD without combining marks, lower case, apostrophes and
// full stops dropped, hyphens and underscores to a space, runs of white space to one space,
// trimmed. "Saint-Étienne" -> "saint etienne", "U.S." -> "us".  data/build_gazetteer.py has its
// twin.
std::string NameKey(std::string_view name);

// Boundaries of UAX #29 words in text[range]: every piece, white space included, in order.
std::vector<Span> WordPieces(std::string_view text, Span range);

}  // namespace dateline
