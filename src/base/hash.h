// Is it still the same?  SHA-256 for identities and digests.  Adapter of libsodium.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace dateline {

// Lower-case, two digits a byte.
std::string ToHex(std::span<const std::uint8_t> bytes);

// 64 digits.
std::string Sha256Hex(std::string_view bytes);

// The same over pieces.  Add(field) hashes the length of the field first, so that ("ab", "c") and
// ("a", "bc") differ; AddRaw hashes the bytes alone.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  Sha256& Add(std::string_view field);
  Sha256& AddRaw(std::string_view bytes);
  std::string Hex();  // ends the hash; call once

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dateline
