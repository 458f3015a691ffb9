// What does this JSON say?  A parsed document as a flat list of values.  Adapter of simdjson.
//
// Values stand in document order, an array or object before its members; `end` is the index after
// its last member, so that any walk is a loop.  Strings are decoded (valid UTF-8) and live as long
// as the document. Nesting beyond 1,024 is an error of the JSON.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/result.h"

namespace dateline {

enum class JsonKind : std::uint8_t { kNull, kBool, kNumber, kString, kArray, kObject };

struct JsonValue {
  JsonKind kind;
  std::string_view key;   // the name in the object around it; "" in an array
  std::string_view text;  // of a string, decoded; of a whole number, its digits
  std::uint32_t end = 0;  // index after the last member
};

class JsonDocument {
 public:
  // Errors: kJsonInvalid, with what is wrong.
  static Result<JsonDocument> Parse(std::string_view json);

  JsonDocument(JsonDocument&&) noexcept;
  JsonDocument& operator=(JsonDocument&&) noexcept;
  ~JsonDocument();

  // Never empty; values()[0] is the whole.
  const std::vector<JsonValue>& values() const { return values_; }
  const JsonValue& operator[](std::uint32_t index) const { return values_[index]; }

  // The member `key` of the object at `index` (the first, if it is doubled); 0 if there is none or
  // if it is no object.  Cost: linear in the members.
  std::uint32_t Member(std::uint32_t index, std::string_view key) const;
  // Its text, if the member is a string or whole number; else "".
  std::string_view Text(std::uint32_t index, std::string_view key) const;

 private:
  struct Parsed;
  explicit JsonDocument(std::unique_ptr<Parsed> parsed);

  std::unique_ptr<Parsed> parsed_;
  std::vector<JsonValue> values_;
};

}  // namespace dateline
