#include "view/json.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>

namespace dateline {

struct JsonWriter::State {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
};

namespace {
rapidjson::SizeType Size(std::string_view text) {
  return static_cast<rapidjson::SizeType>(text.size());
}
// RapidJSON wants a pointer even where there is nothing to read.
const char* Chars(std::string_view text) { return text.empty() ? "" : text.data(); }
}  // namespace

JsonWriter::JsonWriter() : state_(std::make_unique<State>()) {}
JsonWriter::~JsonWriter() = default;

JsonWriter& JsonWriter::BeginObject() {
  state_->writer.StartObject();
  return *this;
}
JsonWriter& JsonWriter::EndObject() {
  state_->writer.EndObject();
  return *this;
}
JsonWriter& JsonWriter::BeginArray() {
  state_->writer.StartArray();
  return *this;
}
JsonWriter& JsonWriter::EndArray() {
  state_->writer.EndArray();
  return *this;
}
JsonWriter& JsonWriter::Key(std::string_view key) {
  state_->writer.Key(Chars(key), Size(key));
  return *this;
}
JsonWriter& JsonWriter::String(std::string_view value) {
  state_->writer.String(Chars(value), Size(value));
  return *this;
}
JsonWriter& JsonWriter::Integer(std::int64_t value) {
  state_->writer.Int64(value);
  return *this;
}
JsonWriter& JsonWriter::Decimal(double value, int places) {
  const double scale = std::pow(10.0, places);
  state_->writer.Double(std::round(value * scale) / scale);
  return *this;
}
JsonWriter& JsonWriter::Bool(bool value) {
  state_->writer.Bool(value);
  return *this;
}
JsonWriter& JsonWriter::Null() {
  state_->writer.Null();
  return *this;
}
JsonWriter& JsonWriter::Raw(std::string_view json) {
  state_->writer.RawValue(json.data(), json.size(), rapidjson::kObjectType);
  return *this;
}

std::string JsonWriter::Take() { return {state_->buffer.GetString(), state_->buffer.GetSize()}; }

}  // namespace dateline
