#include "base/hash.h"

#include <sodium/crypto_hash_sha256.h>

namespace dateline {

namespace {

const unsigned char* Bytes(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

std::string ToHex(std::span<const std::uint8_t> bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * bytes.size());
  for (const std::uint8_t byte : bytes) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

struct Sha256::State {
  crypto_hash_sha256_state sodium;
};

Sha256::Sha256() : state_(std::make_unique<State>()) { crypto_hash_sha256_init(&state_->sodium); }
Sha256::~Sha256() = default;

Sha256& Sha256::AddRaw(std::string_view bytes) {
  crypto_hash_sha256_update(&state_->sodium, Bytes(bytes), bytes.size());
  return *this;
}

Sha256& Sha256::Add(std::string_view field) {
  std::uint64_t size = field.size();
  char length[8];
  for (char& byte : length) {
    byte = static_cast<char>(size & 0xFF);
    size >>= 8;
  }
  return AddRaw({length, sizeof length}).AddRaw(field);
}

std::string Sha256::Hex() {
  unsigned char digest[crypto_hash_sha256_BYTES];
  crypto_hash_sha256_final(&state_->sodium, digest);
  return ToHex(digest);
}

std::string Sha256Hex(std::string_view bytes) { return Sha256().AddRaw(bytes).Hex(); }

}  // namespace dateline
