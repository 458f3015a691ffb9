#include "ingest/charset.h"

#include <iconv.h>
#include <uchardet.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <cstring>
#include <optional>

#include "ingest/source_map_builder.h"
#include "text/unicode.h"

namespace dateline {

namespace {

constexpr std::size_t kLookAt = 1 << 18;  // bytes that detection reads

bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Eight bytes at a time: most bytes of most pages are ASCII.
std::uint32_t AsciiRun(std::string_view bytes, std::size_t begin) {
  std::size_t end = begin;
  for (std::uint64_t eight = 0; end + 8 <= bytes.size(); end += 8) {
    std::memcpy(&eight, bytes.data() + end, 8);
    if ((eight & 0x8080808080808080u) != 0) break;
  }
  while (end < bytes.size() && IsAscii(bytes[end])) ++end;
  return static_cast<std::uint32_t>(end - begin);
}

Span SourceSpan(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The length of the broken piece that begins at `begin`: the longest begin of a well-formed
// sequence, at least one byte (Unicode, "maximal subpart").
std::size_t BrokenLength(std::string_view bytes, std::size_t begin) {
  const auto at = [&](std::size_t i) {
    return begin + i < bytes.size() ? static_cast<unsigned char>(bytes[begin + i]) : 0u;
  };
  const unsigned lead = at(0);
  unsigned low = 0x80, high = 0xBF;
  std::size_t length = 1;
  if (lead >= 0xC2 && lead <= 0xDF) length = 2;
  if (lead >= 0xE0 && lead <= 0xEF) length = 3;
  if (lead >= 0xF0 && lead <= 0xF4) length = 4;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  std::size_t good = 1;
  while (good < length && at(good) >= low && at(good) <= high) {
    ++good;
    low = 0x80, high = 0xBF;
  }
  return good;
}

// The length of the well-formed non-ASCII sequence at `begin`; 0 if it is broken.
std::size_t GoodLength(std::string_view bytes, std::size_t begin) {
  const CodePoint c = DecodeAt(bytes, begin);
  return c.size > 1 ? c.size : 0;
}

bool IsUtf8(std::string_view bytes) {
  for (std::size_t i = AsciiRun(bytes, 0); i < bytes.size(); i += AsciiRun(bytes, i)) {
    const std::size_t size = GoodLength(bytes, i);
    if (size == 0) return false;
    i += size;
  }
  return true;
}

// The text as it grows: pieces that were copied or decoded, and what had to be replaced.
class Output {
 public:
  Output(std::string charset, std::string replaced, const Limits& limits)
      : limits_(limits), map_(limits), replaced_{"utf8.replaced", std::move(replaced), {}} {
    out_.charset = std::move(charset);
  }

  std::string& text() { return out_.text; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(out_.text.size()); }

  // What stands in the text from `begin` on comes from these bytes of the source.
  void Map(std::uint32_t begin, Span source) { map_.Add(begin, size() - begin, source); }

  // A U+FFFD was put at byte `begin` of the text.  A broken file has millions of them.
  void Replaced(std::uint32_t begin) {
    ++count_;
    if (count_ <= limits_.diagnostic_spans) replaced_.spans.push_back({begin, begin + 3});
  }

  DecodedText Finish() && {
    BuiltMap built = std::move(map_).Build();
    out_.source_map = std::move(built.map);
    if (count_ > limits_.diagnostic_spans) {
      replaced_.message += "; the first " + std::to_string(limits_.diagnostic_spans) + " of " +
                           std::to_string(count_) + " places";
    }
    if (count_ > 0) out_.diagnostics.push_back(std::move(replaced_));
    if (built.coarse) out_.diagnostics.push_back(CoarseMap(limits_));
    return std::move(out_);
  }

 private:
  const Limits& limits_;
  DecodedText out_;
  SourceMapBuilder map_;
  Diagnostic replaced_;
  std::size_t count_ = 0;
};

DecodedText DecodeUtf8(std::string_view bytes, std::size_t skip, const Limits& limits) {
  if (IsUtf8(bytes.substr(skip))) {
    DecodedText out;
    out.charset = "UTF-8";
    out.text = bytes.substr(skip);
    const auto size = static_cast<std::uint32_t>(out.text.size());
    if (size > 0) out.source_map = SourceMap({{0, size, static_cast<std::uint32_t>(skip), size}});
    return out;
  }
  Output out("UTF-8", "broken UTF-8 was replaced by U+FFFD", limits);
  for (std::size_t i = skip; i < bytes.size();) {
    const std::uint32_t begin = out.size();
    std::size_t size = AsciiRun(bytes, i);
    if (size == 0) size = GoodLength(bytes, i);
    if (size > 0) {
      out.text() += bytes.substr(i, size);
    } else {
      size = BrokenLength(bytes, i);
      out.text() += "\xEF\xBF\xBD";
      out.Replaced(begin);
    }
    out.Map(begin, SourceSpan(i, i + size));
    i += size;
  }
  return std::move(out).Finish();
}

// An open iconv conversion to UTF-32; closes itself.
class Converter {
 public:
  explicit Converter(const std::string& charset)
      : handle_(iconv_open("UTF-32LE", charset.c_str())) {}
  ~Converter() {
    if (ok()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // The value that iconv_open gives for a failure is -1, as a handle.
  bool ok() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }

  struct Step {
    std::optional<char32_t> value;  // none: the bytes only say how to go on (ISO-2022)
    std::size_t taken;              // >= 1
  };

  // The first code point of `bytes`, which are not empty; U+FFFD for what cannot be decoded.
  Step Next(std::string_view bytes) {
    char* in = const_cast<char*>(bytes.data());  // iconv does not write to it
    std::size_t in_left = std::min<std::size_t>(bytes.size(), 16);
    const std::size_t offered = in_left;
    std::array<unsigned char, 4> code{};
    char* to = reinterpret_cast<char*>(code.data());
    std::size_t out_left = code.size();
    iconv(handle_, &in, &in_left, &to, &out_left);
    const std::size_t taken = offered - in_left;
    if (out_left == 0) {
      const char32_t value = code[0] | code[1] << 8 | code[2] << 16 | char32_t{code[3]} << 24;
      return {value, std::max<std::size_t>(1, taken)};
    }
    if (taken > 0) return {std::nullopt, taken};
    return {U'\uFFFD', 1};
  }

 private:
  iconv_t handle_;
};

std::optional<DecodedText> DecodeWith(std::string_view bytes, std::size_t skip,
                                      const std::string& charset, const Limits& limits) {
  Converter converter(charset);
  if (!converter.ok()) return std::nullopt;
  const bool ascii_inside = !charset.starts_with("UTF-") && !charset.starts_with("ISO-2022");
  Output out(charset, "bytes that " + charset + " does not have were replaced", limits);
  for (std::size_t i = skip; i < bytes.size();) {
    const std::uint32_t begin = out.size();
    std::size_t size = ascii_inside ? AsciiRun(bytes, i) : 0;
    if (size > 0) {
      out.text() += bytes.substr(i, size);
    } else {
      const Converter::Step step = converter.Next(bytes.substr(i));
      if (step.value) AppendUtf8(*step.value, out.text());
      if (step.value == U'\uFFFD') out.Replaced(begin);
      size = step.taken;
    }
    if (out.size() > begin) out.Map(begin, SourceSpan(i, i + size));
    i += size;
  }
  return std::move(out).Finish();
}

std::string Upper(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return out;
}

// Names of the web as WHATWG reads them: what says Latin-1 means Windows-1252.
std::string CanonicalCharset(std::string_view declared) {
  std::string name = Upper(declared);
  if (name == "UTF8") return "UTF-8";
  if (name == "UTF-16") return "UTF-16LE";
  for (std::string_view latin :
       {"ISO-8859-1", "ISO8859-1", "LATIN1", "LATIN-1", "ASCII", "US-ASCII", "CP1252"})
    if (name == latin) return "WINDOWS-1252";
  return name;
}

// Could these bytes be Windows-1252, as an editor in the West writes it?  Every byte beyond ASCII
// is a curly quote, dash or sign, or a letter where a word has one: "café", "São", not "caf\xC3(".
bool LooksLikeWindows1252(std::string_view bytes) {
  static constexpr std::string_view kSigns =
      "\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xA0\xA3\xA7\xA9\xAB\xAD\xAE\xB0\xB7\xBB"
      "\xBD";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (IsAscii(bytes[i]) || kSigns.find(bytes[i]) != std::string_view::npos) continue;
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0xC0 || byte == 0xD7 || byte == 0xF7 || byte == 0xFF) return false;
    const char before = i > 0 ? bytes[i - 1] : ' ';
    const char after = i + 1 < bytes.size() ? bytes[i + 1] : ' ';
    const auto letter = [](char c) {
      return std::isalpha(static_cast<unsigned char>(c) & 0x7F) != 0 && IsAscii(c);
    };
    if (!letter(before) && !letter(after)) return false;
    if (byte < 0xDF && before >= 'a' && before <= 'z') return false;
  }
  return true;
}

// Counts well-formed and broken non-ASCII sequences of UTF-8.
std::pair<std::size_t, std::size_t> CountUtf8(std::string_view bytes) {
  std::size_t good = 0, broken = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    std::size_t size = AsciiRun(bytes, i);
    if (size == 0) {
      size = GoodLength(bytes, i);
      ++(size > 0 ? good : broken);
      if (size == 0) size = BrokenLength(bytes, i);
    }
    i += size;
  }
  return {good, broken};
}

std::string UchardetName(std::string_view bytes) {
  uchardet_t detector = uchardet_new();
  uchardet_handle_data(detector, bytes.data(), bytes.size());
  uchardet_data_end(detector);
  std::string name = Upper(uchardet_get_charset(detector));
  uchardet_delete(detector);
  return name;
}

// The charset of bytes that are not UTF-8 and declare none; "UTF-8" where broken UTF-8 is the
// likeliest.
std::string GuessCharset(std::string_view bytes) {
  bytes = bytes.substr(0, kLookAt);
  const auto [good, broken] = CountUtf8(bytes);
  if (good >= broken) return "UTF-8";
  if (LooksLikeWindows1252(bytes)) return "WINDOWS-1252";
  // Detection by letter statistics is only to be trusted on text that is not mostly ASCII.
  const auto high = static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return !IsAscii(c); }));
  if (high * 5 < bytes.size()) return "UTF-8";
  const std::string name = UchardetName(bytes);
  return name.empty() ? "UTF-8" : CanonicalCharset(name);
}

// English text in UTF-16 has a zero in nearly every second byte.
std::string_view Utf16Without(std::string_view bytes) {
  bytes = bytes.substr(0, 4096);
  if (bytes.size() < 4) return "";
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0';
  const std::size_t half = bytes.size() / 2;
  if (zeros[1] * 10 >= half * 7 && zeros[0] * 20 <= half) return "UTF-16LE";
  if (zeros[0] * 10 >= half * 7 && zeros[1] * 20 <= half) return "UTF-16BE";
  return "";
}

// ISO-2022 is ASCII to look at: an escape sequence says that the bytes behind it are Japanese,
// Korean or Chinese.  "" if there is none.
std::string Iso2022Of(std::string_view bytes) {
  const std::size_t escape = bytes.substr(0, kLookAt).find("\x1B$");
  if (escape == std::string_view::npos) return "";
  const std::string name = UchardetName(bytes.substr(0, kLookAt));
  return name.starts_with("ISO-2022") ? name : "";
}

}  // namespace

WideCharset WideCharsetOf(std::string_view bytes) {
  using std::string_view_literals::operator""sv;
  // The mark of UTF-32 begins with that of UTF-16.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kMarks = {
      {{"\xFF\xFE\0\0"sv, "UTF-32LE"},
       {"\0\0\xFE\xFF"sv, "UTF-32BE"},
       {"\xFF\xFE"sv, "UTF-16LE"},
       {"\xFE\xFF"sv, "UTF-16BE"}}};
  for (const auto& [mark, name] : kMarks)
    if (bytes.starts_with(mark)) return {name, mark.size()};
  return {Utf16Without(bytes), 0};
}

std::string DeclaredCharset(std::string_view page) {
  const std::string head = Upper(page.substr(0, 4096));
  for (std::string_view key : {"CHARSET=", "ENCODING="}) {
    std::size_t at = head.find(key);
    if (at == std::string::npos) continue;
    at += key.size();
    while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
    std::size_t end = at;
    while (end < head.size() && (std::isalnum(static_cast<unsigned char>(head[end])) ||
                                 head[end] == '-' || head[end] == '_'))
      ++end;
    if (end > at) return head.substr(at, end - at);
  }
  return "";
}

DecodedText Decode(std::string_view bytes, std::string_view declared, const Limits& limits) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return DecodeUtf8(bytes, 3, limits);
  std::optional<DecodedText> out;
  if (const WideCharset wide = WideCharsetOf(bytes); !wide.name.empty())
    out = DecodeWith(bytes, wide.mark, std::string(wide.name), limits);
  if (out) return *std::move(out);

  std::string charset = CanonicalCharset(declared);
  // A page that was read as single bytes cannot be UTF-16, whatever it declares (WHATWG).
  if (charset.starts_with("UTF-16") || charset.starts_with("UTF-32")) charset = "UTF-8";
  if (charset.empty()) charset = Iso2022Of(bytes);
  const bool seven_bit = charset.starts_with("ISO-2022");
  if (charset == "UTF-8" || (!seven_bit && IsUtf8(bytes))) return DecodeUtf8(bytes, 0, limits);
  if (charset.empty()) charset = GuessCharset(bytes);
  if (charset != "UTF-8") out = DecodeWith(bytes, 0, charset, limits);
  if (out) return *std::move(out);
  return DecodeUtf8(bytes, 0, limits);
}

}  // namespace dateline
