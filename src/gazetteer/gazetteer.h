// What places are there of this name?  The gazetteer: one memory-mapped file, made by
// data/build_gazetteer.py.
//
// The file (data/gazetteer.bin, layout in docs/formats/gazetteer.md) holds places with GeoNames id,
// coordinates, country, admin-1, kind and population, and an index from name keys (text/unicode.h
// NameKey) to places. Open checks size, version and structure in constant time; Verify checks the
// checksum of all bytes. Every lookup is bounds-checked against the file: a damaged file yields an
// Error or fewer places, never a read outside it. Thread rule: immutable after Open, shared freely.
// Cost of Find: one hash probe and its postings.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/record.h"
#include "dateline/result.h"

namespace dateline {

struct GazetteerPlace {
  std::uint64_t geonames = 0;  // 0: the source has none (rivers, seas of Natural Earth)
  std::string_view name;       // as the gazetteer spells it
  LatLon at{};
  std::string_view country;  // ISO-3166 alpha-3; "" for seas and continents
  std::string_view admin1;   // name of the first-level division; ""
  PlaceKind kind{};
  std::uint8_t level = 0;  // 1, 2: a first- or second-level division of its country; else 0
  bool capital = false;    // seat of its country's government
  std::uint64_t population = 0;
  bool main_name = false;  // found under its own name, not an alternate one
};

class Gazetteer {
 public:
  static Result<Gazetteer> Open(const std::string& path);
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;
  ~Gazetteer();

  // All places that bear this name, most prominent first (countries, then admin-1, then by
  // population). Views point into the mapped file.
  std::vector<GazetteerPlace> Find(std::string_view name) const;
  // Is there any?  Cheaper than Find.
  bool Contains(std::string_view name) const;
  // Is `name` the begin of a longer name in the gazetteer, at a word boundary ("new" of "new
  // york")?
  bool IsPrefix(std::string_view name) const;

  // What an English text may mean by a name of the gazetteer before it means the place.
  struct Traits {
    bool word = false;        // an ordinary word: "nice", "reading"
    bool given_name = false;  // a first name: "sydney", "paris"
    bool abbreviation =
        false;  // names a place only behind a town and a comma: "Ill." of "Peoria, Ill."
  };
  Traits TraitsOf(std::string_view name) const;

  // Reads the whole file against its checksum.
  Result<void> Verify() const;

 private:
  struct File;
  explicit Gazetteer(std::unique_ptr<File> file);
  std::unique_ptr<File> file_;
};

}  // namespace dateline
