// What do the bytes of data/gazetteer.bin mean?  Its header, sections and bits
// (docs/formats/gazetteer.md).
//
// Only gazetteer.cc and its tests read this; data/gazetteer_format.py writes it.  Little endian.
// The sections follow the header in the order of Sections, each padded with zeros to 8 bytes, so
// that their places follow from the counts and nothing in the file can point outside it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::gazetteer_layout {

inline constexpr std::array<char, 8> kMagic = {'D', 'L', 'G', 'A', 'Z', 'E', 'T', '\0'};
inline constexpr std::uint32_t kVersion = 1;
inline constexpr std::uint32_t kBuckets = 1 << 16;
inline constexpr int kBucketShift = 48;  // the bucket of a hash: its upper 16 bits
inline constexpr std::uint8_t kKinds = 8;
inline constexpr double kDegree = 1e5;  // coordinates are in units of 1e-5 degree

// Bits of a value in `begins`, above the offset of the key's first posting.
inline constexpr std::uint32_t kOffsetMask = (1u << 28) - 1;
inline constexpr std::uint32_t kPrefix = 1u << 28;  // the begin of a longer name
inline constexpr std::uint32_t kWord = 1u << 29;
inline constexpr std::uint32_t kGivenName = 1u << 30;
inline constexpr std::uint32_t kAbbreviation = 1u << 31;

inline constexpr std::uint32_t kMainName = 1u << 31;  // bit of a posting
inline constexpr std::uint8_t kCapital = 1;           // bit of PlaceRow::flags

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version, header_size;
  std::uint64_t file_size;
  std::uint32_t key_count, posting_count, place_count, admin_count, country_count, pool_size;
  std::array<std::uint8_t, 32> sha256;  // of all bytes after the header
  std::uint64_t header_hash;            // KeyHash of the bytes before this one
  std::uint64_t zero;
};
static_assert(sizeof(Header) == 96);

struct PlaceRow {
  std::uint32_t geonames;
  std::int32_t lat, lon;
  std::uint32_t population, name;
  std::uint16_t country, admin1;
  std::uint8_t kind, level, flags, zero;
};
static_assert(sizeof(PlaceRow) == 28);

// Where each section begins, in bytes of the file.
struct Sections {
  std::uint64_t buckets = 0;  // u32[kBuckets + 1]: the first key of each bucket
  std::uint64_t hashes = 0;   // u64[key_count]: KeyHash of each key, ascending
  std::uint64_t begins = 0;   // u32[key_count + 1]: first posting, and bits
  std::uint64_t postings =
      0;  // u32[posting_count]: index of a place, and kMainName; most prominent first
  std::uint64_t places = 0;     // PlaceRow[place_count]
  std::uint64_t admins = 0;     // u32[admin_count]: offset in the pool
  std::uint64_t countries = 0;  // char[4][country_count]: alpha-3, zero at the end
  std::uint64_t pool = 0;       // strings: a byte of length, then the bytes
  std::uint64_t end = 0;
};

constexpr Sections SectionsOf(const Header& h) {
  Sections s;
  std::uint64_t at = sizeof(Header);
  const auto take = [&at](std::uint64_t size) {
    const std::uint64_t begin = at;
    at += (size + 7) / 8 * 8;
    return begin;
  };
  s.buckets = take(4 * (kBuckets + 1ULL));
  s.hashes = take(8ULL * h.key_count);
  s.begins = take(4 * (h.key_count + 1ULL));
  s.postings = take(4ULL * h.posting_count);
  s.places = take(sizeof(PlaceRow) * std::uint64_t{h.place_count});
  s.admins = take(4ULL * h.admin_count);
  s.countries = take(4ULL * h.country_count);
  s.pool = take(h.pool_size);
  s.end = at;
  return s;
}

// FNV-1a of 64 bits with the finalizer of MurmurHash3, so that the upper bits spread.
constexpr std::uint64_t KeyHash(std::string_view key) {
  std::uint64_t h = 0xCBF29CE484222325;
  for (const char c : key) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  h = (h ^ h >> 33) * 0xFF51AFD7ED558CCD;
  h = (h ^ h >> 33) * 0xC4CEB9FE1A85EC53;
  return h ^ h >> 33;
}

}  // namespace dateline::gazetteer_layout
