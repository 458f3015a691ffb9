#include "text/tokenizer.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/check.h"
#include "base/table.h"
#include "text/unicode.h"

namespace dateline {

namespace {

// Prefixes that UD English keeps with their word: "anti-government", "re-elected", "pro-Beijing".
bool IsBoundPrefix(std::string_view lower) {
  static const std::unordered_set<std::string_view> kPrefixes = {
      "anti", "co", "de",   "ex",  "inter", "mid",  "multi", "non", "post",  "pre",
      "pro",  "re", "semi", "sub", "ultra", "vice", "e",     "neo", "intra", "counter"};
  return kPrefixes.contains(lower);
}

// The code unit length of an ending such as "'s" or "n't" that is a token of its own; 0 if none.
std::uint32_t CliticSize(std::string_view word) {
  static constexpr std::string_view kEndings[] = {
      "n't",      "n\u2019t", "'s",       "\u2019s", "'re",     "\u2019re", "'ve",
      "\u2019ve", "'ll",      "\u2019ll", "'d",      "\u2019d", "'m",       "\u2019m"};
  for (std::string_view ending : kEndings)
    if (word.size() > ending.size() && word.ends_with(ending))
      return static_cast<std::uint32_t>(ending.size());
  return 0;
}

// Joins the UAX #29 pieces of one paragraph to tokens, left to right; each rule looks at the piece
// at hand and the last token.
class Joiner {
 public:
  Joiner(std::string_view text, Span paragraph)
      : text_(text), end_(paragraph.end), pieces_(WordPieces(text, paragraph)) {}

  std::vector<Span> Run() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const Span piece = pieces_[i];
      if (IsSpace(DecodeAt(text_, piece.begin).value)) continue;
      if (piece.begin < address_end_) continue;
      if (Address(piece) || Joins(i)) continue;
      Add(piece);
    }
    return std::move(tokens_);
  }

 private:
  std::string_view At(Span span) const { return Words(text_, span); }
  bool Touches(Span piece) const { return !tokens_.empty() && tokens_.back().end == piece.begin; }
  bool WordAt(std::uint32_t byte) const {
    if (byte >= end_) return false;
    const char32_t c = DecodeAt(text_, byte).value;
    return IsLetter(c) || IsDigit(c);
  }

  // "https://example.org/a?b=c", "desk@example.org": one token up to white space, less closing
  // punctuation.
  bool Address(Span piece) {
    const std::string_view rest = text_.substr(piece.begin, end_ - piece.begin);
    bool address =
        rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
    if (!address && At(piece) == "@" && Touches(piece) && WordAt(piece.end)) {
      address = true;
      piece.begin = tokens_.back().begin;
      tokens_.pop_back();
    }
    if (!address) return false;
    std::uint32_t last = piece.begin;
    while (last < end_ && static_cast<unsigned char>(text_[last]) > ' ' && text_[last] != '<' &&
           text_[last] != '"')
      ++last;
    while (last > piece.begin + 1 &&
           std::string_view(".,;:!?)'").find(text_[last - 1]) != std::string_view::npos)
      --last;
    tokens_.push_back({piece.begin, last});
    address_end_ = last;
    return true;
  }

  // Does this piece belong to the token before it?  Then it is added to that.
  bool Joins(std::size_t i) {
    const Span piece = pieces_[i];
    if (!Touches(piece)) return false;
    const std::string_view word = At(piece);
    const std::string_view before = At(tokens_.back());
    const bool same_mark =
        word.size() == 1 && before.back() == word[0] && before.front() == word[0];
    bool join = false;
    if (word == ".") {
      // "U.S" + "." -> "U.S.", "Mr" + "." -> "Mr.", ".." + "." -> "..."
      join = same_mark || AbbreviationOf(std::string(before) + ".") != Abbreviation::kNone;
    } else if (same_mark && (word == "'" || word == "`")) {
      join = before.size() == 1;  // '' and `` are quotation marks; a third begins anew
    } else if (same_mark && std::string_view("-!?*=_~#").find(word) != std::string_view::npos) {
      join = true;  // "--", "!!", "****"
    } else if (word == "-") {
      join = IsBoundPrefix(Lower(before)) && WordAt(piece.end);
      if (join) prefix_ = true;
    } else if (word == ":" || word == "/") {
      // "10:30"; "9/11"
      join = IsDigit(DecodeBefore(text_, piece.begin).value) && piece.end < end_ &&
             IsDigit(DecodeAt(text_, piece.end).value);
      if (join) number_ = true;
    } else if (prefix_ || number_) {
      join = true;
      prefix_ = number_ = false;
      if (const std::uint32_t clitic = CliticSize(Lower(word)); clitic != 0) {
        tokens_.back().end = piece.end - clitic;
        tokens_.push_back({piece.end - clitic, piece.end});
        return true;
      }
    }
    if (join) tokens_.back().end = piece.end;
    return join;
  }

  void Add(Span piece) {
    prefix_ = number_ = false;
    const std::string lower = Lower(At(piece));
    if (lower == "cannot" || lower == "gonna" || lower == "gotta" || lower == "wanna") {
      tokens_.push_back({piece.begin, piece.begin + 3});
      tokens_.push_back({piece.begin + 3, piece.end});
      return;
    }
    if (const std::uint32_t clitic = CliticSize(lower);
        clitic != 0 && lower.size() == piece.size()) {
      tokens_.push_back({piece.begin, piece.end - clitic});
      piece.begin = piece.end - clitic;
    }
    tokens_.push_back(piece);
  }

  std::string_view text_;
  std::uint32_t end_;
  std::vector<Span> pieces_;
  std::vector<Span> tokens_;
  std::uint32_t address_end_ = 0;
  bool prefix_ = false;  // the last token is a prefix and its hyphen: the next word joins
  bool number_ = false;  // the last token is a number and ':' or '/': the next number joins
};

// "U.S.", "e.g.", "a.m.": letters, each with its stop.
bool IsInitialism(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < word.size(); ++letters) {
    const CodePoint c = DecodeAt(word, i);
    i += c.size;
    if (!IsLetter(c.value) || i >= word.size() || word[i] != '.') return false;
    ++i;
  }
  return letters >= 1;
}

}  // namespace

std::vector<Span> Tokenize(std::string_view text, Span paragraph) {
  return Joiner(text, paragraph).Run();
}

Abbreviation AbbreviationOf(std::string_view word) {
  static const auto* const kTable = [] {
    auto* table = new std::unordered_map<std::string_view, Abbreviation>;
    const Table rows = Table::Embedded("abbreviations.tsv", 2);
    for (const TableRow& row : rows.rows()) {
      DL_CHECK(row.cells[1] == "title" || row.cells[1] == "general");
      table->emplace(row.cells[0],
                     row.cells[1] == "title" ? Abbreviation::kTitle : Abbreviation::kGeneral);
    }
    return table;
  }();
  if (!word.ends_with('.') || word.size() < 2 || word.size() > 12) return Abbreviation::kNone;
  if (const auto found = kTable->find(Lower(word)); found != kTable->end()) return found->second;
  if (!IsInitialism(word)) return Abbreviation::kNone;
  // One capital is an initial: "Juan P. Ramos".  One small letter is a word: "option a."
  if (word.size() <= 3)
    return IsUpper(DecodeAt(word, 0).value) ? Abbreviation::kTitle : Abbreviation::kNone;
  return Abbreviation::kGeneral;
}

}  // namespace dateline
