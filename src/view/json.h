// How is a value written as JSON?  Adapter of RapidJSON's writer.
//
// Keys come out in the order in which they are written, so that the same records are the same
// bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dateline {

class JsonWriter {
 public:
  JsonWriter();
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  JsonWriter& BeginObject();
  JsonWriter& EndObject();
  JsonWriter& BeginArray();
  JsonWriter& EndArray();
  JsonWriter& Key(std::string_view key);
  JsonWriter& String(std::string_view value);  // REQUIRES: valid UTF-8
  JsonWriter& Integer(std::int64_t value);
  JsonWriter& Decimal(double value, int places);  // rounded, without trailing zeros
  JsonWriter& Bool(bool value);
  JsonWriter& Null();
  JsonWriter& Raw(std::string_view json);  // a value that is JSON already
  // `value`, or null where it is empty.
  JsonWriter& StringOrNull(std::string_view value) {
    return value.empty() ? Null() : String(value);
  }

  std::string Take();  // the text; the writer is used up

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dateline
