// Where do the bytes come from?  A file or standard input, read in pieces, whole or line by line.
//
// Nothing is read beyond the limit that a call names: an input too large is told without reading it
// all. Thread rule: one thread a source.
#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "dateline/result.h"

namespace dateline {

class ByteSource {
 public:
  // "-" is standard input.  Errors: kInputMissing, kIo.
  static Result<ByteSource> Open(const std::string& path);

  // At least `size` bytes that come next, or all that are left; they stay to be read.
  Result<std::string_view> Peek(std::size_t size);

  // All that is left.  Error kInputTooLarge beyond `limit`.
  Result<std::string> ReadAll(std::size_t limit);

  // The next line, without its line end; none at the end.  Error kInputTooLarge for a line beyond
  // `limit`, which is passed over.  The bytes live until the next call.
  std::optional<Result<std::string_view>> NextLine(std::size_t limit);

  const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const {
      if (file != stdin) std::fclose(file);
    }
  };
  ByteSource(std::string path, std::FILE* file) : path_(std::move(path)), file_(file) {}
  // Reads one more piece; false at the end.
  Result<bool> Fill();
  Result<bool> SkipLine();

  std::string path_;
  std::unique_ptr<std::FILE, Close> file_;
  std::string buffer_;
  std::size_t begin_ = 0;  // bytes of the buffer that were given out
};

}  // namespace dateline
