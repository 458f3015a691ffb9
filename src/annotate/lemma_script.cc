#include "annotate/lemma_script.h"

#include <charconv>

namespace dateline {

namespace {

// `form` without its last `count` code points; nullopt if it has fewer.
std::optional<std::string_view> Without(std::string_view form, std::uint32_t count) {
  std::size_t size = form.size();
  for (; count > 0; --count) {
    if (size == 0) return std::nullopt;
    --size;
    while (size > 0 && (static_cast<unsigned char>(form[size]) & 0xC0) == 0x80) --size;
  }
  return form.substr(0, size);
}

}  // namespace

std::optional<LemmaScript> LemmaScript::Parse(std::string_view script) {
  const std::size_t last = script.rfind('|');
  if (last == std::string_view::npos || last == 0) return std::nullopt;
  LemmaScript out;
  if (script.front() == '=') {
    out.whole_ = true;
    out.add_ = script.substr(1, last - 1);
    return out;
  }
  const std::size_t first = script.find('|');
  if (first == last) return std::nullopt;
  const std::string_view cut = script.substr(0, first);
  const auto [stop, error] = std::from_chars(cut.begin(), cut.end(), out.cut_);
  if (error != std::errc() || stop != cut.end()) return std::nullopt;
  out.add_ = script.substr(first + 1, last - first - 1);
  return out;
}

std::string LemmaScript::Apply(std::string_view lower) const {
  if (whole_) return add_;
  const std::optional<std::string_view> stem = Without(lower, cut_);
  return stem ? std::string(*stem) + add_ : std::string(lower);
}

}  // namespace dateline
