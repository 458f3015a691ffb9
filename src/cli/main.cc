// dateline: the command line.  Lists the subcommands and hands each its arguments.
#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <limits>
#include <memory>

#include "cli/command.h"
#include "cli/terminal.h"
#include "text/visible.h"

namespace dateline::cli {

Result<std::uint64_t> Args::Number(const std::string& option) const {
  const std::string text = Get(option);
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  if (!digits)
    return std::unexpected(
        Error{ErrorCode::kUsage, option + " wants a whole number, not '" + text + "'", ""});
  // More than anything there is to count is all of it.
  if (text.size() > 18) return std::numeric_limits<std::uint64_t>::max();
  return std::stoull(text);
}

int Fail(const Error& error) {
  std::fprintf(stderr, "dateline: %s\n", VisibleLine(ToString(error)).c_str());
  return error.code == ErrorCode::kUsage ? kUsageError : kFailed;
}

namespace {

std::vector<Command> AllCommands() {
  return {ReadCommand(),   ShowCommand(),     StatementsCommand(), EventsCommand(),
          PlacesCommand(), ArticlesCommand(), ExportCommand(),     VerifyCommand(),
          PipeCommand(),   AnnotateCommand(), ExtractCommand()};
}

// The command, and where the library leaves what was given.
struct Bound {
  Command command;
  Args args;
  std::map<std::string, bool> flags;
  CLI::App* app = nullptr;
};

// Which options go together, once all are there.
void Join(CLI::App& app, const Command& command) {
  for (const Option& option : command.options) {
    CLI::Option* added = app.get_option(option.name);
    if (!option.needs.empty()) added->needs(app.get_option(option.needs));
    for (const std::string& other : option.excludes) added->excludes(app.get_option(other));
  }
}

// A filter without a word would be no filter: a script with an empty variable would get everything.
std::string IsNotEmpty(const std::string& value) { return value.empty() ? "it is empty" : ""; }

void Bind(CLI::App& root, Bound& bound) {
  CLI::App* app = bound.app = root.add_subcommand(bound.command.name, bound.command.summary);
  app->footer(bound.command.details);
  for (const Option& option : bound.command.options) {
    if (option.value.empty()) {
      app->add_flag(option.name, bound.flags[option.name], option.help);
      continue;
    }
    std::string& value = bound.args.values[option.name] = option.preset;
    CLI::Option* added = app->add_option(option.name, value, option.help)->type_name(option.value);
    added->check(IsNotEmpty);
    if (!option.preset.empty()) added->capture_default_str();
  }
  Join(*app, bound.command);
  if (bound.command.positionals.empty()) return;
  const Positional& positional = bound.command.positionals.front();
  CLI::Option* added = app->add_option(positional.name, bound.args.positionals, positional.help);
  added->type_name("")
      ->required(positional.required)
      ->expected(positional.required ? 1 : 0,
                 positional.many ? CLI::detail::expected_max_vector_size : 1);
}

}  // namespace

int Written(int code) {
  if (Flush()) return code;
  if (PrintFailure() == EPIPE) return kFailed;  // `| head` has seen enough
  return Fail({ErrorCode::kIo,
               std::string("standard output cannot be written: ") + std::strerror(PrintFailure()),
               ""});
}

namespace {

// A closed standard stream would be the number of the next file that is opened: a store's lock
// would be read as a report.
void OpenStandardStreams() {
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(fd, F_GETFD) == -1 && errno == EBADF) open("/dev/null", O_RDWR);
}

// Large blocks go back to the system when they are freed, whichever thread had them: glibc would
// keep those of each thread for that thread.
void ReturnLargeBlocks() {
  constexpr int kLarge = 1 << 17;
  mallopt(M_MMAP_THRESHOLD, kLarge);
}

int Main(int argc, char** argv) {
  ReturnLargeBlocks();
  OpenStandardStreams();
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has gone is a write error, not a death
  CLI::App root(
      "dateline reads news reports and keeps who said what to whom, who did what to whom, where "
      "and when,\n"
      "each field tied to the characters it came from.",
      "dateline");
  root.set_version_flag("--version", "dateline " DATELINE_VERSION);
  root.require_subcommand(1);
  root.footer(
      "Begin with:  dateline read FOLDER   then   dateline statements\n"
      "Exit codes: 0 done; 1 done, some inputs rejected or damage found; 2 wrong command line;\n"
      "            3 could not go on; 130 stopped by Ctrl-C (what was done is kept; run again to "
      "go on)");
  std::vector<std::unique_ptr<Bound>> commands;
  for (Command& command : AllCommands()) {
    commands.push_back(std::make_unique<Bound>());
    commands.back()->command = std::move(command);
    Bind(root, *commands.back());
  }
  const auto is_named = [&](const auto& bound) { return bound->command.name == argv[1]; };
  if (argc > 1 && argv[1][0] != '-' && std::ranges::none_of(commands, is_named)) {
    return Fail({ErrorCode::kUsage,
                 "no command '" + std::string(argv[1]) + "'; dateline --help lists them", ""});
  }
  if (argc == 1) {
    std::fputs(root.help().c_str(), stderr);
    return kUsageError;
  }
  try {
    root.parse(argc, argv);
  } catch (const CLI::ParseError& error) {  // the library's only way to say so
    if (error.get_exit_code() == 0) return Written(root.exit(error));  // --help, --version
    const std::string command = argc > 1 && argv[1][0] != '-' ? std::string(argv[1]) + " " : "";
    return Fail({ErrorCode::kUsage,
                 std::string(error.what()) + "; `dateline " + command + "--help` shows the options",
                 ""});
  }
  for (const std::unique_ptr<Bound>& bound : commands) {
    if (!bound->app->parsed()) continue;
    for (const auto& [name, given] : bound->flags)
      if (given) bound->args.values[name] = "yes";
    return Written(bound->command.run(bound->args));
  }
  return kUsageError;
}

}  // namespace
}  // namespace dateline::cli

int main(int argc, char** argv) { return dateline::cli::Main(argc, argv); }
