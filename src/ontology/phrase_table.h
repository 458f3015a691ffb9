// Which known phrase is the longest that begins at this word?  Phrases are sequences of word keys.
//
// Built once, then read.  A phrase is cut at spaces, hyphens and "'s", so that "Al-Qaeda" and
// "people's republic" match the tokens of a text (text/tokenizer.h).  Words are compared by
// NameKey: case, accents, full stops and apostrophes do not count ("U.S." = "US"); what `Case`
// demands is checked on top. Cost: Longest is linear in the longest phrase that begins like the
// words, each step one hash probe. Thread rule: reading is safe from any thread once all is added.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace dateline {

// A token as tables see it; views of the document's token.
struct PhraseWord {
  std::string_view text;   // "Ministers"
  std::string_view lower;  // "ministers"
  std::string_view lemma;  // "minister"
};

class PhraseTable {
 public:
  enum class Case : std::uint8_t {
    kAny,      // "soldier"
    kCapital,  // the first word or the last begins with a capital: "Russia", "al-Qaeda"
    kUpper     // every letter a capital: "WHO"
  };

  struct Match {
    std::uint32_t value;  // as added
    std::uint32_t size;   // words
  };

  // The first `value` that is added for a phrase stays, with the looser of the demands on case.
  // `plural`: the last word also matches by its lemma.
  void Add(std::string_view phrase, std::uint32_t value, Case letters, bool plural = false);

  std::optional<Match> Longest(std::span<const PhraseWord> words) const;

  std::size_t size() const { return phrases_.size(); }

 private:
  struct Entry {
    std::uint32_t value = 0;
    Case letters = Case::kAny;
    bool ends = false;  // a phrase ends here
    bool plural = false;
    bool longer = false;  // phrases go on from here
  };
  std::unordered_map<std::string, Entry> phrases_;
};

}  // namespace dateline
