// How does dateline fail?  By value: every function that can fail returns Result<T>.
//
// Three kinds are kept apart.  Error: the operation failed, nothing was changed.  Diagnostic
// (record.h): odd input, output kept.  DL_CHECK (base/check.h): a bug of ours, the process stops.
// Nothing in dateline throws; exceptions of third parties end in their adapter.
// Thread rule: plain values, no shared state.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace dateline {

enum class ErrorCode : std::uint16_t {
#define DL_ERROR(name, number, sentence) name = number,
#include "dateline/error_codes.inc"
#undef DL_ERROR
};

// What went wrong (`code`), in words that name the remedy (`message`), and where: a path, a path
// with a line ("reports.jsonl:17"), or an article id.
struct Error {
  ErrorCode code;
  std::string message;
  std::string where;
};

template <class T>
using Result = std::expected<T, Error>;

// "DL-1105"
std::string ErrorId(ErrorCode code);

// The sentence of error_codes.inc: "the line is not valid JSON".
std::string_view ErrorSentence(ErrorCode code);

// One line for a person: "reports.jsonl:17: the line is not valid JSON: ... [DL-1105]".
std::string ToString(const Error& error);

}  // namespace dateline
