#include "cli/command.h"
#include "cli/terminal.h"
#include "store/verify.h"
#include "text/visible.h"

namespace dateline::cli {

namespace {

int Run(const Args& args) {
  const Result<VerifyReport> report = VerifyStore(args.Get("--db"));
  if (!report) return Fail(report.error());
  for (const VerifyProblem& problem : report->problems) {
    std::printf(
        "%s: %s\n",
        problem.article.empty() ? args.Get("--db").c_str() : Visible(problem.article).c_str(),
        Visible(problem.what).c_str());
  }
  std::printf(
      "%llu articles, %llu statements, %llu events, %llu actors, %llu places, %llu times, %llu "
      "spans read again: ",
      static_cast<unsigned long long>(report->articles),
      static_cast<unsigned long long>(report->statements),
      static_cast<unsigned long long>(report->events),
      static_cast<unsigned long long>(report->actors),
      static_cast<unsigned long long>(report->places),
      static_cast<unsigned long long>(report->times),
      static_cast<unsigned long long>(report->spans));
  std::printf(report->ok() ? "all whole\n" : "%zu problems, %llu articles damaged\n",
              report->problems.size(), static_cast<unsigned long long>(report->damaged));
  if (!report->search_checked)
    std::printf("the search index was not checked: there is no room for a temporary copy of it\n");
  return report->ok() ? kDone : kSomeRejected;
}

}  // namespace

Command VerifyCommand() {
  return {
      "verify",
      "read every span and digest of a store again and name what is damaged",
      "Of each article the digest (checksum) over its text and records is computed anew, and every "
      "span "
      "must lie on the words\n"
      "that its record claims.  A damaged article is named.  To mend it, read the reports into a\n"
      "new store: a report that is there already is not read again into this one.\n"
      "Others may read and write the store meanwhile.  Exit code: 0 all whole, 1 damage found, 3 "
      "no store to "
      "read.",
      {},
      {StoreOption()},
      Run};
}

}  // namespace dateline::cli
