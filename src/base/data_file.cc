#include "base/data_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace dateline {

std::unexpected<Error> DataError(ErrorCode code, const std::string& what, const std::string& path) {
  static constexpr char kRemedy[] =
      "in a checkout run `git checkout data models` and `./dev build`, else install dateline "
      "again; --data or DATELINE_DATA names another folder";
  return std::unexpected(Error{code, what + "; " + kRemedy, path});
}

Result<MappedFile> MappedFile::Open(const std::string& path, const std::string& what, bool all) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat info{};
  if (fd < 0 || fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
    const std::string reason = fd < 0 ? std::strerror(errno) : "no regular file";
    if (fd >= 0) close(fd);
    return DataError(ErrorCode::kDataMissing, what + " cannot be opened (" + reason + ")", path);
  }
  const auto size = static_cast<std::size_t>(info.st_size);
  if (size == 0) {
    close(fd);
    return MappedFile(path, {});
  }
  // MAP_POPULATE takes all pages in one go.
  const int flags = MAP_SHARED | (all ? MAP_POPULATE : 0);
  void* memory = mmap(nullptr, size, PROT_READ, flags, fd, 0);
  const std::string reason = std::strerror(errno);
  close(fd);
  if (memory == MAP_FAILED)
    return DataError(ErrorCode::kDataMissing, what + " cannot be mapped (" + reason + ")", path);
  return MappedFile(path, {static_cast<const char*>(memory), size});
}

MappedFile::MappedFile(std::string path, std::string_view bytes)
    : path_(std::move(path)), bytes_(bytes) {}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : path_(std::move(other.path_)), bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(bytes_, other.bytes_);
  return *this;
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace dateline
