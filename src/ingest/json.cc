#include "ingest/json.h"

#include <simdjson.h>

#include <deque>

namespace dateline {

namespace {

namespace dom = simdjson::dom;

// An array or object that is being walked.
struct Open {
  std::uint32_t index;
  bool is_array;
  dom::array::iterator item, items_end;
  dom::object::iterator field, fields_end;
};

}  // namespace

struct JsonDocument::Parsed {
  dom::parser parser;
  std::deque<std::string> numbers;

  JsonValue Value(std::string_view key, dom::element element) {
    JsonValue value{JsonKind::kNull, key, {}, 0};
    switch (element.type()) {
      case dom::element_type::ARRAY:
        value.kind = JsonKind::kArray;
        break;
      case dom::element_type::OBJECT:
        value.kind = JsonKind::kObject;
        break;
      case dom::element_type::STRING:
        value.kind = JsonKind::kString;
        value.text = element.get_string().value_unsafe();
        break;
      case dom::element_type::INT64:
        value.kind = JsonKind::kNumber;
        value.text = numbers.emplace_back(std::to_string(element.get_int64().value_unsafe()));
        break;
      case dom::element_type::UINT64:
      case dom::element_type::DOUBLE:
        value.kind = JsonKind::kNumber;
        break;
      case dom::element_type::BOOL:
        value.kind = JsonKind::kBool;
        break;
      case dom::element_type::NULL_VALUE:
        break;
    }
    return value;
  }

  // Appends the value, and opens it if it has members.
  void Push(std::string_view key, dom::element element, std::vector<JsonValue>& values,
            std::vector<Open>& open) {
    const auto index = static_cast<std::uint32_t>(values.size());
    values.push_back(Value(key, element));
    values.back().end = index + 1;
    if (values.back().kind == JsonKind::kArray) {
      const dom::array array = element.get_array().value_unsafe();
      open.push_back({index, true, array.begin(), array.end(), {}, {}});
    } else if (values.back().kind == JsonKind::kObject) {
      const dom::object object = element.get_object().value_unsafe();
      open.push_back({index, false, {}, {}, object.begin(), object.end()});
    }
  }

  std::vector<JsonValue> Flatten(dom::element root) {
    std::vector<JsonValue> values;
    std::vector<Open> open;
    Push({}, root, values, open);
    while (!open.empty()) {
      Open& top = open.back();
      if (top.is_array ? !(top.item != top.items_end) : !(top.field != top.fields_end)) {
        values[top.index].end = static_cast<std::uint32_t>(values.size());
        open.pop_back();
      } else if (top.is_array) {
        const dom::element element = *top.item;
        ++top.item;
        Push({}, element, values, open);
      } else {
        const std::string_view key = top.field.key();
        const dom::element element = top.field.value();
        ++top.field;
        Push(key, element, values, open);
      }
    }
    return values;
  }
};

JsonDocument::JsonDocument(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
JsonDocument::JsonDocument(JsonDocument&&) noexcept = default;
JsonDocument& JsonDocument::operator=(JsonDocument&&) noexcept = default;
JsonDocument::~JsonDocument() = default;

Result<JsonDocument> JsonDocument::Parse(std::string_view json) {
  JsonDocument document(std::make_unique<Parsed>());
  dom::element root;
  const simdjson::error_code error =
      document.parsed_->parser.parse(json.data(), json.size()).get(root);
  if (error)
    return std::unexpected(Error{ErrorCode::kJsonInvalid, simdjson::error_message(error), ""});
  document.values_ = document.parsed_->Flatten(root);
  return document;
}

std::uint32_t JsonDocument::Member(std::uint32_t index, std::string_view key) const {
  if (values_[index].kind != JsonKind::kObject) return 0;
  for (std::uint32_t i = index + 1; i < values_[index].end; i = values_[i].end)
    if (values_[i].key == key) return i;
  return 0;
}

std::string_view JsonDocument::Text(std::uint32_t index, std::string_view key) const {
  const std::uint32_t member = Member(index, key);
  return member == 0 ? std::string_view() : values_[member].text;
}

}  // namespace dateline
