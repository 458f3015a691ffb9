#include "text/sentence_splitter.h"

#include <unordered_set>

#include "text/dateline.h"
#include "text/tokenizer.h"
#include "text/unicode.h"

namespace dateline {

namespace {

bool IsStop(std::string_view token) {
  return token.find_first_not_of(".!?") == std::string_view::npos || token == "\u2026";
}

bool IsClosing(std::string_view token) {
  return token == "\"" || token == "\u201D" || token == "\u2019" || token == "'" || token == "''" ||
         token == ")" || token == "]" || token == "\u00BB";
}

bool IsOpening(std::string_view token) {
  return token == "\"" || token == "\u201C" || token == "\u2018" || token == "'" || token == "''" ||
         token == "``" || token == "(" || token == "[" || token == "-" || token == "--" ||
         token == "\u2013" || token == "\u2014" || token == "\u2022" || token == "\u00AB";
}

// Words that begin a sentence far more often than they follow an abbreviation with a capital.
// "sales in the U.S. The company ..." -> a new sentence; "the U.S. Senate" -> none.
bool IsSentenceStarter(std::string_view lower) {
  static const std::unordered_set<std::string_view> kStarters = {
      "a",      "an",      "the",      "he",        "she",    "it",    "they", "we",    "i",
      "you",    "this",    "that",     "these",     "those",  "his",   "her",  "its",   "their",
      "our",    "my",      "but",      "and",       "or",     "so",    "in",   "on",    "at",
      "for",    "from",    "with",     "by",        "to",     "of",    "as",   "after", "before",
      "when",   "while",   "if",       "there",     "some",   "many",  "most", "all",   "both",
      "no",     "not",     "however",  "what",      "who",    "how",   "why",  "where", "since",
      "under",  "last",    "earlier",  "meanwhile", "one",    "two",   "also", "asked", "officials",
      "police", "despite", "although", "though",    "during", "about", "other"};
  return kStarters.contains(lower);
}

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Span>& tokens) : text_(text), tokens_(tokens) {}

  // The token that begins the next sentence if one ends with the stop at `i`; 0 if none does.
  std::uint32_t StartAfter(std::uint32_t i) const {
    const bool abbreviation = AbbreviationOf(At(i)) != Abbreviation::kNone;
    if (!abbreviation && !IsStop(At(i))) return 0;
    std::uint32_t next = i + 1;
    // "... is over." He left: the closing mark belongs to the sentence before.
    while (next < size() && IsClosing(At(next)) && tokens_[next].begin == tokens_[next - 1].end)
      ++next;
    if (next >= size()) return 0;
    const bool gap = tokens_[next].begin > tokens_[next - 1].end;
    if (!gap) return 0;
    const bool quoted = next > i + 1;
    if (abbreviation && !quoted) return EndsSentence(i, next) ? next : 0;
    if (IsNumberSign(i, next)) return 0;
    return BeginsSentence(next) ? next : 0;
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }

 private:
  std::string_view At(std::uint32_t i) const { return Words(text_, tokens_[i]); }

  bool BeginsSentence(std::uint32_t i) const {
    const char32_t first = DecodeAt(text_, tokens_[i].begin).value;
    return !IsLower(first) &&
           (IsLetter(first) || IsDigit(first) || IsOpening(At(i)) || first == '$' || first == '#');
  }

  bool EndsSentence(std::uint32_t abbreviation, std::uint32_t next) const {
    if (AbbreviationOf(At(abbreviation)) == Abbreviation::kTitle) return false;
    return BeginsSentence(next) &&
           (IsOpening(At(next)) ? At(next) != "(" && At(next) != "-" && At(next) != "--"
                                : IsSentenceStarter(Lower(At(next))) &&
                                      IsUpper(DecodeAt(text_, tokens_[next].begin).value));
  }

  // "No. 10": the stop after "No" before a figure ends nothing.
  bool IsNumberSign(std::uint32_t stop, std::uint32_t next) const {
    return stop > 0 && At(stop - 1) == "No" && IsDigit(DecodeAt(text_, tokens_[next].begin).value);
  }

  std::string_view text_;
  const std::vector<Span>& tokens_;
};

}  // namespace

std::vector<std::uint32_t> SentenceStarts(std::string_view text, const std::vector<Span>& tokens) {
  std::vector<std::uint32_t> starts;
  const Splitter splitter(text, tokens);
  if (splitter.size() == 0) return starts;
  starts.push_back(0);
  if (const Dateline dateline = DatelineOf(text, tokens); dateline.parted)
    starts.push_back(dateline.tokens);
  for (std::uint32_t i = 0; i < splitter.size(); ++i) {
    if (const std::uint32_t next = splitter.StartAfter(i); next > starts.back())
      starts.push_back(next);
  }
  return starts;
}

}  // namespace dateline
