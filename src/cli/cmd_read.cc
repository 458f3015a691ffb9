// read: reports into the store.
#include <signal.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <set>
#include <utility>

#include "base/check.h"
#include "base/in_order.h"
#include "cli/command.h"
#include "cli/data_dir.h"
#include "cli/input_options.h"
#include "cli/terminal.h"
#include "store/writer.h"
#include "text/visible.h"

namespace dateline::cli {

namespace {

volatile std::sig_atomic_t stop_wanted = 0;

// The first Ctrl-C ends the run after the reports at hand, a second one at once.
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

// The ids of the reports on which this version failed a check before: a run goes on without them.
std::set<std::string> FailedBefore(const std::string& path, const std::string& version) {
  std::set<std::string> ids;
  std::ifstream file(path);
  for (std::string made_by, id; file >> made_by >> id;)
    if (made_by == version) ids.insert(id);
  return ids;
}

using Next = Result<std::shared_ptr<const Article>>;

// An article with its records, or why there are none.
struct Answer {
  Next next;
  Result<bool> known = false;
  RecordBatch batch = {};
};

// Many read at once, one at a time asks the store or adds to it.
class Reading {
 public:
  // `failed_file`: where a failed check leaves the id of its report.
  Reading(const Engine& engine, StoreWriter& store, std::string failed_file)
      : engine_(engine),
        store_(store),
        failed_file_(std::move(failed_file)),
        failed_(FailedBefore(failed_file_, engine.Version())) {
    LeaveFailedIn(failed_file_, engine.Version());
  }

  // Called by many threads.
  Answer Read(Next next) {
    Answer answer{std::move(next)};
    if (!answer.next) return answer;
    if (failed_.contains((*answer.next)->id)) {
      answer.next =
          std::unexpected(Error{ErrorCode::kFailedBefore, "to try it again, delete " + failed_file_,
                                (*answer.next)->source});
      return answer;
    }
    {
      const std::lock_guard lock(mutex_);
      answer.known = store_.Has((*answer.next)->id);
    }
    if (answer.known && !*answer.known) answer.batch = engine_.Read(*answer.next);
    return answer;
  }

  // Called by one thread, in the order of the reports.  A store that can take no more ends the run
  // here: the thread that reads may wait for input.
  bool Keep(const Answer& answer) {
    const Result<void> kept = Add(answer);
    if (kept) return true;
    Finish();
    std::_Exit(Fail(kept.error()));
  }

  void Finish() {
    progress_.Clear();
    std::fprintf(stderr, "%s\n", counts_.Line().c_str());
  }

  const Counts& counts() const { return counts_; }

 private:
  Result<void> Add(const Answer& answer) {
    if (!answer.next) {
      Reject(answer.next.error());
      return {};
    }
    const Article& article = **answer.next;
    progress_.Show(counts_.Line() + "  " + VisibleLine(article.source));
    if (!answer.known) return std::unexpected(answer.known.error());
    if (*answer.known) {
      ++counts_.known;
      return {};
    }
    const std::lock_guard lock(mutex_);
    const Result<bool> added = store_.Add(article, answer.batch);
    if (!added && added.error().code == ErrorCode::kRecordsInvalid) {
      Reject(added.error());
      return {};
    }
    if (!added) return std::unexpected(added.error());
    ++(*added ? counts_.added : counts_.known);
    if (!*added) return {};  // its twin went before it
    counts_.statements += answer.batch.statements.size();
    counts_.events += answer.batch.events.size();
    counts_.places += answer.batch.places.size();
    return {};
  }

  void Reject(const Error& error) {
    progress_.Clear();
    std::fprintf(stderr, "rejected: %s\n", VisibleLine(ToString(error)).c_str());
    ++counts_.rejected;
  }

  const Engine& engine_;
  StoreWriter& store_;
  const std::string failed_file_;
  const std::set<std::string> failed_;
  std::mutex mutex_;  // over store_
  Counts counts_;
  Progress progress_;
};

int Run(const Args& args) {
  Result<ReadOptions> options = ReadOptionsOf(args);
  if (!options) return Fail(options.error());
  options->leave_out = args.Get("--db");
  const Result<Engine> engine = OpenEngine(args);
  if (!engine) return Fail(engine.error());
  const Result<unsigned> jobs = JobsOf(args);
  if (!jobs) return Fail(jobs.error());
  Result<StoreWriter> store = StoreWriter::Open(args.Get("--db"), engine->Version());
  if (!store) return Fail(store.error());

  StopOnSignal();
  if (args.positionals.front() == "-") SayWhatIsRead("a report, or JSON Lines,");
  InputWalker walker(args.positionals, *options);
  Reading reading(*engine, *store, args.Get("--db") + "-failed");
  InOrder<Next, Answer> answers(
      *jobs, kWaitingBytes, [&](Next next) { return reading.Read(std::move(next)); },
      [&](const Answer& answer) { return reading.Keep(answer); });
  while (stop_wanted == 0) {
    std::optional<Result<Article>> next = walker.Next();
    if (!next) break;
    if (stop_wanted != 0 && !next->has_value()) break;  // the stop cut its reading short
    const std::size_t size = next->has_value() ? (*next)->text.size() : 0;
    Next article = next->has_value() ? Next(std::make_shared<const Article>(**std::move(next)))
                                     : std::unexpected(next->error());
    if (!answers.Put(std::move(article), size)) break;
  }
  answers.Finish();
  reading.Finish();
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
          "reason on standard error.\n" +
              std::string(kJsonLinesHelp) +
              "Examples:\n"
              "  dateline read reports/ --db news.db\n"
              "  zcat archive.jsonl.gz | dateline read -",
          {{"PATH", "files, folders, or - for standard input", true, true}},
          {StoreOption(), SchemaOption(), JobsOption(), DataOption(), ModelOption()},
          Run};
}

}  // namespace dateline::cli
