#include "ingest/plain.h"

#include "ingest/charset.h"
#include "ingest/credits.h"
#include "ingest/iso_date.h"
#include "text/lines.h"
#include "text/unicode.h"

namespace dateline {

namespace {

std::string_view Trim(std::string_view text) {
  static constexpr std::string_view kSpace = " \t\r\n\f";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

// How many bytes at the begin of a paragraph are the place of a dateline, up to and with the comma
// before the date: "KYIV, March 3" -> 6.  The place is in capitals.  0: no dateline.
std::size_t PlaceLength(std::string_view line) {
  static constexpr std::size_t kLongestPlace = 60;
  std::size_t comma = 0;
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < line.size() && i < kLongestPlace;) {
    const CodePoint c = DecodeAt(line, i);
    if (IsDigit(c.value)) break;
    if (c.value == ',' && capitals >= 2) comma = i + 1;
    if (IsUpper(c.value) && comma == 0) ++capitals;
    if (IsLower(c.value) && comma == 0) return 0;
    i += c.size;
  }
  return comma;
}

}  // namespace

std::string_view HeadlineOf(std::string_view text) {
  static constexpr std::size_t kLongestHeadline = 300;  // bytes, where a blank line follows
  static constexpr std::size_t kShort = 120;            // bytes, where none does
  while (!text.empty()) {
    const std::string_view line = Trim(TakeLine(text));
    if (line.empty()) continue;
    if (Trim(text).empty()) return {};  // the only line: a report without a headline
    std::string_view rest = text;
    const bool blank_follows = Trim(TakeLine(rest)).empty();
    const bool stop = line.back() == '.' || line.back() == ',' || line.back() == ';';
    const bool headline = blank_follows
                              ? line.size() <= kLongestHeadline && !(stop && line.size() > kShort)
                              : line.size() <= kShort && !stop;
    return headline ? line : std::string_view();
  }
  return {};
}

std::string DatelineDate(std::string_view text) {
  for (int lines = 0; lines < 6 && !text.empty(); ++lines) {
    const std::string_view line = Trim(TakeLine(text));
    const std::size_t place = PlaceLength(line);
    if (place == 0) continue;
    if (const std::optional<std::string> date = EnglishDate(Trim(line.substr(place)))) return *date;
  }
  return "";
}

Result<Article> ReadPlain(std::string_view bytes, const Limits& limits) {
  DecodedText decoded = Decode(bytes, "", limits);
  Article article;
  article.text = std::move(decoded.text);
  if (Trim(article.text).empty()) return std::unexpected(Error{ErrorCode::kInputEmpty, "", ""});
  article.source_map = std::move(decoded.source_map);
  article.diagnostics = std::move(decoded.diagnostics);
  article.title = HeadlineOf(article.text);
  article.published = DatelineDate(article.text);
  article.credits = CreditsOf(article.text);
  return article;
}

}  // namespace dateline
