#include "gazetteer/gazetteer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "base/data_file.h"
#include "base/hash.h"
#include "gazetteer/layout.h"
#include "text/unicode.h"

namespace dateline {

namespace layout = gazetteer_layout;

// The mapping and what the header says of it.
struct Gazetteer::File {
  explicit File(MappedFile mapped) : mapping(std::move(mapped)), bytes(mapping.bytes()) {}

  // The n-th value of a section; 0 where that lies outside (a damaged file).
  template <class T>
  T Load(std::uint64_t section, std::uint64_t n) const {
    static_assert(std::endian::native == std::endian::little);
    const std::uint64_t at = section + n * sizeof(T);
    T value{};
    if (at <= bytes.size() && bytes.size() - at >= sizeof(T)) {
      std::memcpy(&value, bytes.data() + at, sizeof(T));
    }
    return value;
  }

  std::string_view Text(std::uint32_t offset) const {
    if (offset >= header.pool_size) return {};
    const auto size = static_cast<unsigned char>(bytes[sections.pool + offset]);
    if (header.pool_size - offset - 1 < size) return {};
    return bytes.substr(sections.pool + offset + 1, size);
  }

  // Where the key stands among the sorted hashes; key_count if it is not there.
  std::uint32_t IndexOf(std::string_view name) const {
    const std::uint64_t hash = layout::KeyHash(NameKey(name));
    const std::uint64_t bucket = hash >> layout::kBucketShift;
    std::uint32_t low = std::min(Load<std::uint32_t>(sections.buckets, bucket), header.key_count);
    std::uint32_t high =
        std::min(Load<std::uint32_t>(sections.buckets, bucket + 1), header.key_count);
    const std::uint32_t end = high;
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (Load<std::uint64_t>(sections.hashes, middle) < hash) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < end && Load<std::uint64_t>(sections.hashes, low) == hash ? low : header.key_count;
  }

  std::uint32_t Bits(std::uint32_t key) const {
    return key < header.key_count ? Load<std::uint32_t>(sections.begins, key) : 0;
  }

  // The postings of a key: [first, second).
  std::pair<std::uint32_t, std::uint32_t> Postings(std::uint32_t key) const {
    if (key >= header.key_count) return {0, 0};
    const std::uint32_t begin = Bits(key) & layout::kOffsetMask;
    const std::uint32_t end =
        Load<std::uint32_t>(sections.begins, key + 1ULL) & layout::kOffsetMask;
    if (begin > end || end > header.posting_count) return {0, 0};
    return {begin, end};
  }

  MappedFile mapping;
  std::string_view bytes;
  layout::Header header;
  layout::Sections sections;
};

Gazetteer::Gazetteer(std::unique_ptr<File> file) : file_(std::move(file)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Result<Gazetteer> Gazetteer::Open(const std::string& path) {
  auto mapped = MappedFile::Open(path, "the gazetteer");
  if (!mapped) return std::unexpected(mapped.error());
  auto file = std::make_unique<File>(*std::move(mapped));
  if (file->bytes.size() < sizeof(layout::Header))
    return DataError(ErrorCode::kDataDamaged, "the gazetteer is shorter than its header", path);
  const layout::Header& header = file->header = file->Load<layout::Header>(0, 0);
  if (header.magic != layout::kMagic)
    return DataError(ErrorCode::kDataDamaged, "the file is no gazetteer", path);
  if (header.version != layout::kVersion) {
    return DataError(ErrorCode::kDataVersion,
                     "the gazetteer is of version " + std::to_string(header.version) +
                         ", this program reads " + std::to_string(layout::kVersion),
                     path);
  }
  const std::string_view hashed = file->bytes.substr(0, offsetof(layout::Header, header_hash));
  if (header.header_size != sizeof(layout::Header) ||
      header.header_hash != layout::KeyHash(hashed) || header.zero != 0) {
    return DataError(ErrorCode::kDataDamaged, "the header of the gazetteer is damaged", path);
  }
  file->sections = SectionsOf(header);
  const std::size_t size = file->bytes.size();
  if (header.file_size != size || file->sections.end != size) {
    return DataError(ErrorCode::kDataDamaged,
                     "the gazetteer has " + std::to_string(size) + " bytes, not " +
                         std::to_string(header.file_size),
                     path);
  }
  return Gazetteer(std::move(file));
}

std::vector<GazetteerPlace> Gazetteer::Find(std::string_view name) const {
  std::vector<GazetteerPlace> places;
  const auto [begin, end] = file_->Postings(file_->IndexOf(name));
  places.reserve(end - begin);
  for (std::uint32_t i = begin; i < end; ++i) {
    const auto posting = file_->Load<std::uint32_t>(file_->sections.postings, i);
    const std::uint32_t index = posting & ~layout::kMainName;
    if (index >= file_->header.place_count) continue;
    const auto row = file_->Load<layout::PlaceRow>(file_->sections.places, index);
    if (row.kind >= layout::kKinds || row.country >= file_->header.country_count ||
        row.admin1 >= file_->header.admin_count) {
      continue;
    }
    GazetteerPlace place;
    place.geonames = row.geonames;
    place.name = file_->Text(row.name);
    place.at = {row.lat / layout::kDegree, row.lon / layout::kDegree};
    const std::string_view code =
        file_->bytes.substr(file_->sections.countries + 4ULL * row.country, 4);
    place.country = code.substr(0, std::min(code.find('\0'), code.size()));
    place.admin1 = file_->Text(file_->Load<std::uint32_t>(file_->sections.admins, row.admin1));
    place.kind = static_cast<PlaceKind>(row.kind);
    place.level = row.level;
    place.capital = row.flags & layout::kCapital;
    place.population = row.population;
    place.main_name = posting & layout::kMainName;
    places.push_back(place);
  }
  return places;
}

bool Gazetteer::Contains(std::string_view name) const {
  const auto [begin, end] = file_->Postings(file_->IndexOf(name));
  return begin < end;
}

bool Gazetteer::IsPrefix(std::string_view name) const {
  return file_->Bits(file_->IndexOf(name)) & layout::kPrefix;
}

Gazetteer::Traits Gazetteer::TraitsOf(std::string_view name) const {
  const std::uint32_t bits = file_->Bits(file_->IndexOf(name));
  return {(bits & layout::kWord) != 0, (bits & layout::kGivenName) != 0,
          (bits & layout::kAbbreviation) != 0};
}

Result<void> Gazetteer::Verify() const {
  const std::string_view rest = file_->bytes.substr(sizeof(layout::Header));
  if (Sha256Hex(rest) != ToHex(file_->header.sha256)) {
    return DataError(ErrorCode::kDataDamaged,
                     "the bytes of the gazetteer do not match its checksum", file_->mapping.path());
  }
  return {};
}

}  // namespace dateline
