#include "ingest/byte_source.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace dateline {

namespace {

constexpr std::size_t kPiece = 1 << 18;

std::unexpected<Error> Fail(ErrorCode code, std::string message, const std::string& where) {
  return std::unexpected(Error{code, std::move(message), where});
}

std::unexpected<Error> TooLarge(std::size_t limit, const std::string& where) {
  return Fail(ErrorCode::kInputTooLarge,
              "the limit is " + std::to_string(limit) + " bytes an article (input_bytes)", where);
}

}  // namespace

Result<ByteSource> ByteSource::Open(const std::string& path) {
  if (path == "-") return ByteSource(path, stdin);
  struct stat status{};
  if (stat(path.c_str(), &status) != 0)
    return Fail(ErrorCode::kInputMissing, std::strerror(errno), path);
  if (S_ISSOCK(status.st_mode) || S_ISBLK(status.st_mode))
    return Fail(ErrorCode::kInputUnsupported, "it is no file", path);
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return Fail(ErrorCode::kInputMissing, std::strerror(errno), path);
  return ByteSource(path, file);
}

Result<bool> ByteSource::Fill() {
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kPiece);
  // Not fread, which waits until the piece is full: a line of a pipe is answered when it is there.
  const ssize_t got = ::read(fileno(file_.get()), buffer_.data() + size, kPiece);
  buffer_.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  if (got < 0) return Fail(ErrorCode::kIo, std::strerror(errno), path_);
  return got > 0;
}

Result<std::string_view> ByteSource::Peek(std::size_t size) {
  while (buffer_.size() - begin_ < size) {
    const Result<bool> more = Fill();
    if (!more) return std::unexpected(more.error());
    if (!*more) break;
  }
  return std::string_view(buffer_).substr(begin_);
}

Result<std::string> ByteSource::ReadAll(std::size_t limit) {
  struct stat status{};
  if (fstat(fileno(file_.get()), &status) == 0 && S_ISREG(status.st_mode))
    buffer_.reserve(std::min(static_cast<std::size_t>(status.st_size), limit) + 2 * kPiece);
  const Result<std::string_view> bytes = Peek(limit + 1);
  if (!bytes) return std::unexpected(bytes.error());
  if (bytes->size() > limit) return TooLarge(limit, path_);
  buffer_.erase(0, begin_);
  begin_ = 0;
  return std::move(buffer_);
}

Result<bool> ByteSource::SkipLine() {
  for (;;) {
    const std::size_t end = buffer_.find('\n', begin_);
    if (end != std::string::npos) {
      begin_ = end + 1;
      return true;
    }
    begin_ = buffer_.size();
    const Result<bool> more = Fill();
    if (!more || !*more) return more;
  }
}

std::optional<Result<std::string_view>> ByteSource::NextLine(std::size_t limit) {
  std::size_t searched = 0;  // bytes behind begin_ without a line end
  for (;;) {
    const std::size_t end = buffer_.find('\n', begin_ + searched);
    const std::size_t size = std::min(end, buffer_.size()) - begin_;
    if (size > limit) {
      if (const Result<bool> skipped = SkipLine(); !skipped)
        return std::unexpected(skipped.error());
      return TooLarge(limit, path_);
    }
    if (end != std::string::npos) {
      const std::string_view line = std::string_view(buffer_).substr(begin_, size);
      begin_ = end + 1;
      return line;
    }
    searched = size;
    const Result<bool> more = Fill();
    if (!more) return std::unexpected(more.error());
    if (*more) continue;
    if (size == 0) return std::nullopt;
    const std::string_view line = std::string_view(buffer_).substr(begin_, size);
    begin_ = buffer_.size();
    return line;
  }
}

}  // namespace dateline
