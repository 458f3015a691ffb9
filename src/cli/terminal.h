// Is somebody watching?  Colour, width and progress for a terminal; nothing of it for a pipe.
#pragma once

#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>

namespace dateline::cli {

bool IsTerminal(std::FILE* stream);  // and NO_COLOR is not set: colour is welcome
std::size_t TerminalWidth();         // columns of standard output; 160 where it is no terminal

// Writes to a stream and notices when the reader has gone or the disk is full.
bool Print(std::string_view text);

// A line on standard error that is rewritten in place a few times a second; silent when it is no
// terminal.
class Progress {
 public:
  void Show(const std::string& line);
  void Clear();

 private:
  std::chrono::steady_clock::time_point last_{};
  bool shown_ = false;
};

}  // namespace dateline::cli
