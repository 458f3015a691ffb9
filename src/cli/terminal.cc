#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "text/visible.h"

namespace dateline::cli {

bool IsTerminal(std::FILE* stream) {
  return std::getenv("NO_COLOR") == nullptr && isatty(fileno(stream)) == 1;
}

std::size_t TerminalWidth() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
  return 160;
}

namespace {
int print_failure = 0;  // errno of the first write that failed: later calls overwrite errno
}

bool Print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return true;
  if (print_failure == 0) print_failure = errno;
  return false;
}

bool Flush() {
  if (std::fflush(stdout) != 0 && print_failure == 0) print_failure = errno;
  return std::ferror(stdout) == 0;
}

int PrintFailure() { return print_failure; }

void SayWhatIsRead(const char* what) {
  if (isatty(STDIN_FILENO) == 1)
    std::fprintf(stderr, "reading %s from the keyboard; Ctrl-D ends it\n", what);
}

void Note(const std::string& sentence) {
  const char* over_progress = IsTerminal(stderr) ? "\r\x1b[K" : "";
  std::fprintf(stderr, "%snote: %s\n", over_progress, VisibleLine(sentence).c_str());
}

void Progress::Show(const std::string& line) {
  if (!IsTerminal(stderr)) return;
  const auto now = std::chrono::steady_clock::now();
  if (shown_ && now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  shown_ = true;
  std::fprintf(stderr, "\r\x1b[K%s", line.substr(0, TerminalWidth() - 1).c_str());
  std::fflush(stderr);
}

void Progress::Clear() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
  shown_ = false;
}

}  // namespace dateline::cli
