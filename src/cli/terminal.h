// Is somebody watching?  Colour, width, hints and progress for a terminal; nothing of it for a
// pipe.
#pragma once

#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>

namespace dateline::cli {

bool IsTerminal(std::FILE* stream);  // and NO_COLOR is not set: colour is welcome
std::size_t TerminalWidth();         // columns of standard output; 160 where it is no terminal

// Writes to standard output; false when that failed: the reader has gone or the disk is full.
bool Print(std::string_view text);
// What was printed leaves the process now.  False: something since the start could not be written.
bool Flush();
// Why not, as errno; 0 if all was written.
int PrintFailure();

// A person at the keyboard is told what the command waits for.
void SayWhatIsRead(const char* what);

// "note: ..." on standard error: nothing failed, but a person should know it.
void Note(const std::string& sentence);

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
