#include "ingest/sniff.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/charset.h"
#include "ingest/json.h"

namespace dateline {

namespace {

using std::string_view_literals::operator""sv;

struct Signature {
  std::string_view bytes;
  std::string_view name;
  std::string_view remedy;
};

constexpr std::string_view kConvert = "convert it to text or HTML first";
constexpr std::string_view kUnpack = "unpack it first";

constexpr std::array<Signature, 16> kSignatures = {{
    {"%PDF-"sv, "a PDF file", kConvert},
    {"PK\x03\x04"sv, "an Office, EPUB or ZIP file", kConvert},
    {"\xD0\xCF\x11\xE0"sv, "an old Office file", kConvert},
    {"{\\rtf"sv, "an RTF file", kConvert},
    {"\x89PNG"sv, "an image", kConvert},
    {"\xFF\xD8\xFF"sv, "an image", kConvert},
    {"GIF8"sv, "an image", kConvert},
    {"II*\0"sv, "an image", kConvert},
    {"MM\0*"sv, "an image", kConvert},
    {"RIFF"sv, "an image, sound or video", kConvert},
    {"\x1F\x8B"sv, "a gzip file", kUnpack},
    {"\x28\xB5\x2F\xFD"sv, "a zstd file", kUnpack},
    {"BZh"sv, "a bzip2 file", kUnpack},
    {"\xFD\x37zXZ"sv, "an xz file", kUnpack},
    {"SQLite format 3"sv, "a database", "give it to --db, not as a report"},
    {"WARC/"sv, "a web archive", "give its pages as HTML files"},
}};

std::string_view SkipSpace(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n\f");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

bool IsBinary(std::string_view head) {
  if (!WideCharsetOf(head).name.empty()) return false;
  const auto zeros = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
  const auto control = static_cast<std::size_t>(std::count_if(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 &&
           "\t\n\r\f\x1B"sv.find(c) == std::string_view::npos;
  }));
  return zeros * 1000 > head.size() || control * 20 > head.size();
}

bool HasTag(std::string_view lower, std::string_view name) {
  for (std::size_t at = lower.find(name); at != std::string_view::npos;
       at = lower.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if (end < lower.size() && " \t\r\n\f/>"sv.find(lower[end]) != std::string_view::npos)
      return true;
  }
  return false;
}

std::unexpected<Error> Unsupported(std::string_view name, std::string_view remedy) {
  return std::unexpected(Error{ErrorCode::kInputUnsupported,
                               "this is " + std::string(name) + "; " + std::string(remedy), ""});
}

// What begins with "<".
Result<InputKind> SniffMarkup(std::string_view markup) {
  const std::string lower = Lower(markup.substr(0, 8192));
  for (std::string_view tag : {"<!doctype html", "<html", "<head", "<body", "<article", "<main",
                               "<div", "<p", "<h1", "<title", "<meta"})
    if (HasTag(lower, tag)) return InputKind::kHtml;
  for (std::string_view tag : {"<rss", "<feed", "<rdf:rdf"})
    if (HasTag(lower, tag)) return Unsupported("a feed", "give its pages as HTML files");
  if (lower.starts_with("<?xml")) return Unsupported("an XML file", kConvert);
  return InputKind::kText;
}

bool BeginsObject(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::string_view next = SkipSpace(text.substr(1));
  return next.empty() || next.front() == '"' || next.front() == '}';
}

// The line after the first that is not empty; it may be cut by the end of the head.
std::string_view SecondLine(std::string_view content) {
  const std::size_t end = content.find('\n');
  return end == std::string_view::npos ? "" : SkipSpace(content.substr(end));
}

// A file of JSON Lines whose first line is damaged is known by its second one: read as a text, all
// of its reports would be one report of braces.
bool SecondLineIsObject(std::string_view content) {
  const std::string_view line = SecondLine(content);
  if (!BeginsObject(line)) return false;
  const std::size_t end = line.find('\n');
  if (end == std::string_view::npos && content.size() > kSniffBytes / 2) return true;  // it is cut
  return JsonDocument::Parse(line.substr(0, end)).has_value();
}

// JSON that is not one object a line.
Result<InputKind> SniffJson(std::string_view content, std::string_view wide) {
  const std::string charset(wide.substr(0, std::string_view("UTF-16").size()));
  if (!charset.empty())
    return Unsupported("JSON in " + charset,
                       "write it as UTF-8 (iconv -f " + charset + " -t UTF-8)");
  const std::string_view first = content.substr(0, content.find('\n'));
  if (content.starts_with('{') && SkipSpace(first.substr(1)).empty() &&
      first.size() < content.size())
    return Unsupported("a JSON object over several lines", "write one object a line (jq -c .)");
  return InputKind::kJsonLines;
}

}  // namespace

Result<InputKind> Sniff(std::string_view head) {
  head = head.substr(0, kSniffBytes);
  for (const Signature& signature : kSignatures)
    if (head.starts_with(signature.bytes)) return Unsupported(signature.name, signature.remedy);
  if (IsBinary(head)) return std::unexpected(Error{ErrorCode::kInputBinary, "", ""});

  // The marks of a format are ASCII, so that UTF-16 shows them once its zeros are out.
  const std::string_view wide = WideCharsetOf(head).name;
  const std::string narrow = wide.empty() ? "" : Decode(head, "", {}).text;
  if (!wide.empty()) head = narrow;
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::string_view content = SkipSpace(head);
  if (content.empty()) return std::unexpected(Error{ErrorCode::kInputEmpty, "", ""});
  if (content.front() == '<') return SniffMarkup(content);
  if (BeginsObject(content) || SecondLineIsObject(content)) return SniffJson(content, wide);
  if (content.front() == '[' && SkipSpace(content.substr(1)).starts_with('{'))
    return Unsupported("a JSON array", "write one object a line (jq -c '.[]')");
  return InputKind::kText;
}

}  // namespace dateline
