// Is somebody else writing?  An advisory lock beside a store, held for the life of its writer.
//
// flock on "<store>-lock": the kernel frees it when the process ends, also by kill -9, so a stale
// file never blocks.  The file holds the process id of the writer, for the message, and is removed
// at the end. The store is found under its real path: two names of one file are one lock. Thread
// rule: one owner.
#pragma once

#include <string>

#include "dateline/result.h"

namespace dateline {

class WriterLock {
 public:
  // Error kStoreLocked at once if another process, or another WriterLock of this one, holds it.
  static Result<WriterLock> Acquire(const std::string& store_path);

  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&&) = delete;
  ~WriterLock();

 private:
  WriterLock(std::string path, int file) : path_(std::move(path)), file_(file) {}

  std::string path_;
  int file_;
};

}  // namespace dateline
