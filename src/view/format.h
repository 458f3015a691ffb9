// How are words and numbers put into one string?  Adapter of fmt (GCC 12 has no <format>).
#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>

namespace dateline {

// Format("{} of {}", 3, 5) == "3 of 5"; the format is checked when compiling.
template <class... Args>
std::string Format(fmt::format_string<Args...> format, Args&&... args) {
  return fmt::format(format, std::forward<Args>(args)...);
}

}  // namespace dateline
