#include "store/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace dateline {

namespace {

std::string LockPath(const std::string& store_path) {
  std::error_code error;
  const std::filesystem::path real = std::filesystem::weakly_canonical(store_path, error);
  return (error ? store_path : real.string()) + "-lock";
}

// The process that wrote its id into the file; "" if none did.
std::string Holder(int file) {
  char text[32];
  const ssize_t size = ::pread(file, text, sizeof text, 0);
  std::string id;
  for (ssize_t i = 0; i < size && text[i] >= '0' && text[i] <= '9'; ++i) id += text[i];
  return id;
}

void WriteHolder(int file) {
  const std::string id = std::to_string(::getpid()) + "\n";
  // Only for a message: on a full disk the lock holds all the same.
  if (::ftruncate(file, 0) != 0) return;
  [[maybe_unused]] const ssize_t written = ::pwrite(file, id.data(), id.size(), 0);
}

// False: the name has gone to another file since we opened ours (its writer ended and removed it).
bool StillNamed(int file, const std::string& path) {
  struct stat ours;
  struct stat named;
  return ::fstat(file, &ours) == 0 && ::stat(path.c_str(), &named) == 0 &&
         ours.st_dev == named.st_dev && ours.st_ino == named.st_ino;
}

}  // namespace

Result<WriterLock> WriterLock::Acquire(const std::string& store_path) {
  std::string path = LockPath(store_path);
  for (;;) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0) {
      const int reason = errno;
      const bool full = reason == ENOSPC || reason == EDQUOT;
      return std::unexpected(Error{full ? ErrorCode::kDiskFull : ErrorCode::kStoreFailed,
                                   std::string(std::strerror(reason)) +
                                       (full ? "; free some space, then run the same command again"
                                             : "; check that the folder exists and may be written"),
                                   store_path});
    }
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
      const std::string holder = Holder(file);
      ::close(file);
      return std::unexpected(
          Error{ErrorCode::kStoreLocked,
                (holder.empty() ? "wait until it has finished"
                                : "wait until process " + holder + " has finished") +
                    std::string(", or name another store"),
                store_path});
    }
    if (StillNamed(file, path)) {
      WriteHolder(file);
      return WriterLock(std::move(path), file);
    }
    ::close(file);
  }
}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : path_(std::move(other.path_)), file_(std::exchange(other.file_, -1)) {}

WriterLock::~WriterLock() {
  if (file_ < 0) return;
  ::unlink(path_.c_str());  // while we hold it: who opened it before will see that the name is gone
  ::close(file_);
}

}  // namespace dateline
