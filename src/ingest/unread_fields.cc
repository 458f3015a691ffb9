#include "ingest/unread_fields.h"

#include <algorithm>

namespace dateline {

namespace {
constexpr std::size_t kMostNames = 8;
constexpr std::size_t kLongestName = 60;  // bytes
}  // namespace

void UnreadFields::Add(std::string_view name, const std::string& where) {
  name = name.substr(0, kLongestName);
  if (std::ranges::find(fields_, name, &Field::name) != fields_.end()) return;
  if (fields_.size() == kMostNames) {
    more_ = true;
    return;
  }
  fields_.push_back({std::string(name), where});
}

std::string UnreadFields::Sentence() const {
  if (fields_.empty()) return "";
  std::string sentence = "fields that are not read:";
  for (const Field& field : fields_) {
    sentence += &field == fields_.data() ? " \"" : ", \"";
    sentence += field.name + "\" (first at " + field.where + ")";
  }
  if (more_) sentence += " and more";
  return sentence + "; read are " + known_;
}

}  // namespace dateline
