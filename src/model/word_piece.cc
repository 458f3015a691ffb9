#include "model/word_piece.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "text/unicode.h"

namespace dateline {

namespace {

constexpr std::uint32_t kNone = ~0U;
constexpr std::size_t kMaxCharacters = 100;  // a longer part is [UNK]
constexpr std::string_view kInside = "##";   // marks a piece that goes on from the one before

// FNV-1a, a byte at a time, so that one pass has the hashes of all beginnings of a part.
constexpr std::uint32_t Seed(bool inside) { return inside ? 0x050C5D1FU : 0x811C9DC5U; }
constexpr std::uint32_t Step(std::uint32_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 0x01000193U;
}
// Spreads the low bits, which FNV leaves poor.
constexpr std::uint32_t Spread(std::uint32_t hash) { return hash ^ (hash >> 15); }

// Does the byte at `position` begin a character, or is that the end?
bool IsBoundary(std::string_view text, std::size_t position) {
  return position == text.size() || (static_cast<unsigned char>(text[position]) & 0xC0) != 0x80;
}

// What a character of the decomposed word does to the part that it stands in.
enum class Role : std::uint8_t { kGoesOn, kStandsAlone, kSeparates, kVanishes };

Role RoleOf(char32_t c) {
  if (c < 0x80) {
    if (c <= ' ' || c == 0x7F) return Role::kSeparates;
    return IsLetter(c) || IsDigit(c) ? Role::kGoesOn : Role::kStandsAlone;
  }
  if (IsNonspacingMark(c)) return Role::kVanishes;
  if (IsSpace(c) || IsControl(c)) return Role::kSeparates;
  const bool ideograph = c >= 0x4E00 && c < 0xA000;
  return ideograph || IsPunctuation(c) ? Role::kStandsAlone : Role::kGoesOn;
}

}  // namespace

Result<WordPiece> WordPiece::Open(const ModelFile& model) {
  const auto text = model.Text("vocabulary");
  const auto size = model.Number("vocab_size");
  if (!text) return std::unexpected(text.error());
  if (!size) return std::unexpected(size.error());
  WordPiece pieces;
  for (std::size_t begin = 0; begin <= text->size();) {
    const std::size_t end = std::min(text->find('\n', begin), text->size());
    pieces.pieces_.push_back(text->substr(begin, end - begin));
    begin = end + 1;
  }
  if (pieces.pieces_.size() != *size) {
    return std::unexpected(model.Unfit("the vocabulary has " +
                                       std::to_string(pieces.pieces_.size()) + " pieces, not " +
                                       std::to_string(*size)));
  }
  pieces.slots_.resize(std::bit_ceil(2 * pieces.pieces_.size()));
  for (std::uint32_t id = 0; id < *size; ++id) pieces.Insert(id);
  const struct {
    std::string_view name;
    std::uint32_t* id;
  } specials[] = {{"[UNK]", &pieces.unknown_}, {"[CLS]", &pieces.cls_}, {"[SEP]", &pieces.sep_}};
  for (const auto& special : specials) {
    std::uint32_t hash = Seed(false);
    for (const char byte : special.name) hash = Step(hash, byte);
    *special.id = pieces.Find(hash, special.name, false);
    if (*special.id == kNone) {
      return std::unexpected(model.Unfit("no piece " + std::string(special.name)));
    }
  }
  return pieces;
}

void WordPiece::Insert(std::uint32_t id) {
  std::string_view piece = pieces_[id];
  const bool inside = piece.size() > kInside.size() && piece.starts_with(kInside);
  if (inside) piece.remove_prefix(kInside.size());
  longest_ = std::max(longest_, static_cast<std::uint32_t>(piece.size()));
  std::uint32_t hash = Seed(inside);
  for (const char byte : piece) hash = Step(hash, byte);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = Spread(hash) & mask;
  while (slots_[at].next_id != 0) at = (at + 1) & mask;
  slots_[at] = {hash, id + 1};
}

std::uint32_t WordPiece::Find(std::uint32_t hash, std::string_view text, bool inside) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = Spread(hash) & mask; slots_[at].next_id != 0; at = (at + 1) & mask) {
    if (slots_[at].hash != hash) continue;
    std::string_view piece = pieces_[slots_[at].next_id - 1];
    if (piece.size() == text.size() + (inside ? kInside.size() : 0) && piece.ends_with(text) &&
        (!inside || piece.starts_with(kInside))) {
      return slots_[at].next_id - 1;
    }
  }
  return kNone;
}

void WordPiece::AppendPart(std::string_view part, std::vector<std::uint32_t>& ids) const {
  if (part.empty()) return;
  const std::size_t kept = ids.size();
  if (CountCodePoints(part) > kMaxCharacters) return ids.push_back(unknown_);
  std::array<std::uint32_t, 4 * kMaxCharacters + 1> hashes;
  for (std::size_t begin = 0; begin < part.size();) {
    const bool inside = begin > 0;
    std::size_t end = std::min<std::size_t>(part.size(), begin + longest_);
    std::uint32_t hash = Seed(inside);
    for (std::size_t i = begin; i < end; ++i) hashes[i + 1] = hash = Step(hash, part[i]);
    std::uint32_t id = kNone;
    for (; end > begin; --end) {
      if (!IsBoundary(part, end)) continue;
      id = Find(hashes[end], part.substr(begin, end - begin), inside);
      if (id != kNone) break;
    }
    if (id == kNone) {
      ids.resize(kept);
      return ids.push_back(unknown_);
    }
    ids.push_back(id);
    begin = end;
  }
}

void WordPiece::Append(std::string_view word, std::vector<std::uint32_t>& ids) const {
  const std::size_t first = ids.size();
  const std::string flat = Decomposed(Lower(word));
  std::string part;
  for (std::size_t i = 0; i < flat.size() && ids.size() - first < kMaxPieces;) {
    const CodePoint c = DecodeAt(flat, i);
    const std::string_view character = std::string_view(flat).substr(i, c.size);
    i += c.size;
    const Role role = RoleOf(c.value);
    if (role == Role::kGoesOn) part += character;
    if (role == Role::kGoesOn || role == Role::kVanishes) continue;
    AppendPart(part, ids);
    part.clear();
    if (role == Role::kStandsAlone) AppendPart(character, ids);
  }
  AppendPart(part, ids);
  if (ids.size() - first > kMaxPieces) ids.resize(first + kMaxPieces);
  if (ids.size() == first) ids.push_back(unknown_);
}

}  // namespace dateline
