// read: reports into the store.
#include <signal.h>

#include <csignal>
#include <utility>

#include "cli/command.h"
#include "cli/data_dir.h"
#include "cli/input_options.h"
#include "cli/terminal.h"
#include "store/writer.h"
#include "text/visible.h"

namespace dateline::cli {

namespace {

volatile std::sig_atomic_t stop_wanted = 0;

// The first Ctrl-C ends the run after the report at hand, a second one at once.
void StopOnSignal() {
  struct sigaction action = {};
  action.sa_handler = [](int) { stop_wanted = 1; };
  action.sa_flags =
      static_cast<int>(SA_RESETHAND);  // and no SA_RESTART: waiting for input ends as well
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

struct Counts {
  std::size_t added = 0, known = 0, rejected = 0;
  std::size_t statements = 0, events = 0, places = 0;

  std::string Line() const {
    std::string line = std::to_string(added) + " reports added, " + std::to_string(known) +
                       " known already, " + std::to_string(rejected) + " rejected";
    return line + "; " + std::to_string(statements) + " statements, " + std::to_string(events) +
           " events, " + std::to_string(places) + " places";
  }
};

class Reading {
 public:
  Reading(const Engine& engine, StoreWriter& store) : engine_(engine), store_(store) {}

  // One article or reject.  An Error: the store can take no more.
  Result<void> Take(Result<Article> next) {
    if (!next) {
      Reject(next.error());
      return {};
    }
    const auto article = std::make_shared<const Article>(*std::move(next));
    progress_.Show(counts_.Line() + "  " + VisibleLine(article->source));
    const Result<bool> known = store_.Has(article->id);
    if (!known) return std::unexpected(known.error());
    if (*known) {
      ++counts_.known;
      return {};
    }
    const RecordBatch batch = engine_.Read(article);
    const Result<bool> added = store_.Add(*article, batch);
    if (!added && added.error().code == ErrorCode::kRecordsInvalid) {
      Reject(added.error());
      return {};
    }
    if (!added) return std::unexpected(added.error());
    ++(*added ? counts_.added : counts_.known);
    counts_.statements += batch.statements.size();
    counts_.events += batch.events.size();
    counts_.places += batch.places.size();
    return {};
  }

  void Finish() {
    progress_.Clear();
    std::fprintf(stderr, "%s\n", counts_.Line().c_str());
  }

  const Counts& counts() const { return counts_; }

 private:
  void Reject(const Error& error) {
    progress_.Clear();
    std::fprintf(stderr, "rejected: %s\n", VisibleLine(ToString(error)).c_str());
    ++counts_.rejected;
  }

  const Engine& engine_;
  StoreWriter& store_;
  Counts counts_;
  Progress progress_;
};

int Run(const Args& args) {
  Result<ReadOptions> options = ReadOptionsOf(args);
  if (!options) return Fail(options.error());
  options->leave_out = args.Get("--db");
  const Result<Engine> engine = OpenEngine(args);
  if (!engine) return Fail(engine.error());
  Result<StoreWriter> store = StoreWriter::Open(args.Get("--db"), std::string(Engine::Version()));
  if (!store) return Fail(store.error());

  StopOnSignal();
  if (args.positionals.front() == "-") SayWhatIsRead("a report, or JSON Lines,");
  InputWalker walker(args.positionals, *options);
  Reading reading(*engine, *store);
  Result<void> taken;
  while (taken && stop_wanted == 0) {
    std::optional<Result<Article>> next = walker.Next();
    if (!next) break;
    if (stop_wanted != 0 && !next->has_value()) break;  // the stop cut its reading short
    taken = reading.Take(*std::move(next));
  }
  reading.Finish();
  if (!taken) return Fail(taken.error());
  if (stop_wanted != 0) {
    std::fputs("stopped; what is counted above is kept: run the same command again to go on\n",
               stderr);
    return kInterrupted;
  }
  return reading.counts().rejected > 0 ? kSomeRejected : kDone;
}

}  // namespace

Command ReadCommand() {
  return {"read",
          "read reports into the store",
          "Files and folders (recursively), or - for standard input: plain text, HTML pages and "
          "JSON Lines, told apart by\n"
          "their content.  Each report with its records is one transaction.  Safe to stop (Ctrl-C) "
          "and to run again: a\n"
          "report that is there already is not read twice.  Rejected inputs are named with the "
          "reason on standard error.\n"
          "Examples:\n"
          "  dateline read reports/ --db news.db\n"
          "  zcat archive.jsonl.gz | dateline read -",
          {{"PATH", "files, folders, or - for standard input", true, true}},
          {StoreOption(), SchemaOption(), DataOption()},
          Run};
}

}  // namespace dateline::cli
