#include "text/unicode.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <memory>

#include "base/check.h"

namespace dateline {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool IsAscii(std::string_view text) {
  for (char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

char AsciiLower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

icu::StringPiece Piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

// An ICU word iterator a thread: opening one loads rules, cloning is cheap, sharing is not allowed.
icu::BreakIterator& WordIterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    DL_CHECK(U_SUCCESS(status) && made != nullptr);
    return made;
  }();
  return *iterator;
}

// What NameKey makes of one character of the decomposed, lower-cased name.
void AppendKey(char32_t c, std::string& key) {
  switch (c) {
    case '\'':
    case '`':
    case '.':
    case 0x2018:
    case 0x2019:
    case 0x02B9:
    case 0x02BC:
      return;
    case '-':
    case '_':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
      c = ' ';
      break;
    default:
      break;
  }
  if (IsSpace(c)) {
    if (!key.empty() && key.back() != ' ') key += ' ';
  } else {
    AppendUtf8(c, key);
  }
}

}  // namespace

CodePoint DecodeAt(std::string_view text, std::size_t position) {
  const auto first = static_cast<unsigned char>(text[position]);
  if (first < 0x80) return {first, 1};
  std::int32_t i = 0;
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - position, 4));
  UChar32 c = 0;
  // NOLINTNEXTLINE(bugprone-inc-dec-in-conditions): the macro is ICU's
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data() + position), i, size, c);
  if (c < 0) return {kReplacement, 1};
  return {static_cast<char32_t>(c), static_cast<std::uint8_t>(i)};
}

CodePoint DecodeBefore(std::string_view text, std::size_t position) {
  std::size_t begin = position - 1;
  while (begin > 0 && position - begin < 4 &&
         (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) {
    --begin;
  }
  const CodePoint c = DecodeAt(text, begin);
  if (begin + c.size == position) return c;
  return {kReplacement, 1};
}

void AppendUtf8(char32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  std::uint8_t bytes[4];
  std::int32_t size = 0;
  UBool error = false;
  U8_APPEND(bytes, size, 4, static_cast<UChar32>(c), error);
  if (error) return AppendUtf8(kReplacement, out);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool IsValidUtf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint c = DecodeAt(bytes, i);
    if (c.value == kReplacement && c.size == 1) return false;
    i += c.size;
  }
  return true;
}

std::string ToValidUtf8(std::string_view bytes) {
  if (IsValidUtf8(bytes)) return std::string(bytes);
  std::string out;
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint c = DecodeAt(bytes, i);
    AppendUtf8(c.value, out);
    i += c.size;
  }
  return out;
}

std::size_t CountCodePoints(std::string_view text) {
  std::size_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

bool IsLetter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)); }
bool IsDigit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)); }
bool IsUpper(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}
bool IsLower(char32_t c) { return u_islower(static_cast<UChar32>(c)); }
bool IsSpace(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }
bool IsPunctuation(char32_t c) { return u_ispunct(static_cast<UChar32>(c)); }
bool IsNonspacingMark(char32_t c) {
  return u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
}
bool IsControl(char32_t c) {
  const std::int8_t type = u_charType(static_cast<UChar32>(c));
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR;
}
LetterCase LetterCaseOf(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (u_isULowercase(code)) return LetterCase::kLower;
  if (u_isUUppercase(code)) return LetterCase::kUpper;
  return u_istitle(code) ? LetterCase::kTitle : LetterCase::kUncased;
}
char32_t ToLower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

std::string Lower(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  if (IsAscii(text)) {
    for (char c : text) lower += AsciiLower(c);
    return lower;
  }
  icu::UnicodeString::fromUTF8(Piece(text)).toLower(icu::Locale::getRoot()).toUTF8String(lower);
  return lower;
}

std::string Decomposed(std::string_view text) {
  if (IsAscii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  DL_CHECK(U_SUCCESS(status));
  std::string decomposed;
  decomposed.reserve(2 * text.size());
  icu::UnicodeString mapped;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    if (c.value >= 0x80 && nfd->getDecomposition(static_cast<UChar32>(c.value), mapped)) {
      mapped.toUTF8String(decomposed);
    } else {
      decomposed.append(text, i, c.size);
    }
    i += c.size;
  }
  return decomposed;
}

std::string NameKey(std::string_view name) {
  std::string key;
  key.reserve(name.size());
  if (IsAscii(name)) {
    for (char c : name) AppendKey(static_cast<unsigned char>(AsciiLower(c)), key);
  } else {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString decomposed =
        nfkd->normalize(icu::UnicodeString::fromUTF8(Piece(name)), status);
    DL_CHECK(U_SUCCESS(status));
    decomposed.toLower(icu::Locale::getRoot());
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
      const UChar32 c = decomposed.char32At(i);
      if (u_getCombiningClass(c) == 0) AppendKey(static_cast<char32_t>(c), key);
    }
  }
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

std::vector<Span> WordPieces(std::string_view text, Span range) {
  std::vector<Span> pieces;
  const std::string_view words = Words(text, range);
  UErrorCode status = U_ZERO_ERROR;
  UText* utext =
      utext_openUTF8(nullptr, words.data(), static_cast<std::int64_t>(words.size()), &status);
  icu::BreakIterator& iterator = WordIterator();
  iterator.setText(utext, status);
  DL_CHECK(U_SUCCESS(status));
  std::uint32_t begin = 0;
  iterator.first();
  for (std::int32_t end = iterator.next(); end != icu::BreakIterator::DONE; end = iterator.next()) {
    pieces.push_back({range.begin + begin, range.begin + static_cast<std::uint32_t>(end)});
    begin = static_cast<std::uint32_t>(end);
  }
  utext_close(utext);
  return pieces;
}

}  // namespace dateline
