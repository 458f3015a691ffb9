#include "base/check.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace dateline {

namespace {

thread_local std::string_view work_id, work_source;

struct FailedFile {
  std::string path, version;
};
FailedFile& Failed() {
  static auto* const file = new FailedFile;
  return *file;
}

// False: it could not be written, or nobody wants it.
bool LeaveId() {
  if (work_id.empty() || Failed().path.empty()) return false;
  const std::string line = Failed().version + " " + std::string(work_id) + "\n";
  const int file = open(Failed().path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  return file >= 0 && write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size());
}

}  // namespace

WorkingOn::WorkingOn(std::string_view id, std::string_view source)
    : id_before_(std::exchange(work_id, id)), source_before_(std::exchange(work_source, source)) {}

WorkingOn::~WorkingOn() {
  work_id = id_before_;
  work_source = source_before_;
}

void LeaveFailedIn(std::string path, std::string version) {
  Failed() = {std::move(path), std::move(version)};
}

void CheckFailed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "\ndateline: bug: %s does not hold (%s:%d)\n", condition, file, line);
  if (!work_source.empty()) {
    std::string source(work_source);  // the name of a file is any bytes
    for (char& c : source)
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
    std::fprintf(stderr, "while it read %s; please report it with this input.  ", source.c_str());
    std::fputs(LeaveId() ? "What was stored is kept: run the same command again, it goes on "
                           "without this input\n"
                         : "Leave this input out to go on\n",
               stderr);
  }
  std::abort();
}

}  // namespace dateline
