// What can a person ask for?  A subcommand: its words on the command line, its help, and the
// function that runs it.
//
// One file a subcommand (cmd_read.cc, ...) defines one Command; main.cc lists them and is the only
// file that knows the command-line library.  Results go to standard output, everything else to
// standard error.
#pragma once

#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/result.h"

namespace dateline::cli {

// Exit codes, documented in README.md.
enum ExitCode : int {
  kDone = 0,
  kSomeRejected = 1,   // done, but some inputs were rejected, or `verify` found damage
  kUsageError = 2,     // the command line is wrong
  kFailed = 3,         // could not go on: no store, disk full, another writer
  kInterrupted = 130,  // stopped by Ctrl-C; what was done is kept
};

struct Option {
  std::string name;   // "--speaker"
  std::string value;  // "NAME" in the help; "" for a flag
  std::string help;
  std::string preset = {};  // the value when it is not given; "" for none
  // An option that does nothing without another one, or against it, is a wrong command line.
  std::string needs = {};
  std::vector<std::string> excludes = {};
};

struct Positional {
  std::string name;  // "PATH"
  std::string help;
  bool required = false;
  bool many = false;
};

// What was given on the command line.
class Args {
 public:
  std::map<std::string, std::string> values;  // of options, presets included
  std::vector<std::string> positionals;

  bool Has(const std::string& option) const { return !Get(option).empty(); }
  std::string Get(const std::string& option) const {
    const auto found = values.find(option);
    return found == values.end() ? "" : found->second;
  }
  // A whole number >= 0, or an Error of kUsage that names the option.
  Result<std::uint64_t> Number(const std::string& option) const;
};

struct Command {
  std::string name;     // "read"
  std::string summary;  // one line
  std::string details;  // paragraphs and examples, below the options
  std::vector<Positional> positionals;
  std::vector<Option> options;
  int (*run)(const Args&);
};

Command ReadCommand();
Command AnnotateCommand();
Command PipeCommand();
Command ExtractCommand();
Command ShowCommand();
Command StatementsCommand();
Command EventsCommand();
Command PlacesCommand();
Command ArticlesCommand();
Command ExportCommand();
Command VerifyCommand();

// Prints the error as one line on standard error; the exit code that fits it.
int Fail(const Error& error);

// What stands in the buffer of standard output is not written yet: a full disk shows only when it
// is.  `code`, or that of the failure, which is told.
int Written(int code);

// Every command that looks into a store has it.
inline Option StoreOption() { return {"--db", "FILE", "the store (a SQLite file)", "news.db"}; }

}  // namespace dateline::cli
