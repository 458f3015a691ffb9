#include "dateline/result.h"

namespace dateline {

std::string ErrorId(ErrorCode code) { return "DL-" + std::to_string(static_cast<int>(code)); }

std::string_view ErrorSentence(ErrorCode code) {
  switch (code) {
#define DL_ERROR(name, number, sentence) \
  case ErrorCode::name:                  \
    return sentence;
#include "dateline/error_codes.inc"
#undef DL_ERROR
  }
  return "unknown error";
}

std::string ToString(const Error& error) {
  std::string line;
  if (!error.where.empty()) line += error.where + ": ";
  line += ErrorSentence(error.code);
  if (!error.message.empty()) line += ": " + error.message;
  return line + " [" + ErrorId(error.code) + "]";
}

}  // namespace dateline
