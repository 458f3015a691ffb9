// The bytes of a data file, mapped into memory, and what is said of one that is missing, damaged or
// of another version.
//
// For the gazetteer and the models, whose own folders know what the bytes mean.  An empty file is
// mapped as no bytes.  Cost: constant, or one pass over the file where `all` of it is wanted at
// once.  Thread rule: immutable once open, shared freely.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "dateline/result.h"

namespace dateline {

// With what a person can do about it, right in a checkout and for an installed binary;
// docs/errors.md (DL-1301 to DL-1303) says the same at more length.
std::unexpected<Error> DataError(ErrorCode code, const std::string& what, const std::string& path);

class MappedFile {
 public:
  // `what` it is, for the Error (kDataMissing): "the model".
  static Result<MappedFile> Open(const std::string& path, const std::string& what,
                                 bool all = false);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::string_view bytes() const { return bytes_; }
  const std::string& path() const { return path_; }

 private:
  MappedFile(std::string path, std::string_view bytes);
  std::string path_;
  std::string_view bytes_;
};

}  // namespace dateline
