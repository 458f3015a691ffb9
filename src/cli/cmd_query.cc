// statements, events, places, articles: answers from the store by filters.
#include <algorithm>
#include <set>
#include <utility>

#include "cli/command.h"
#include "cli/terminal.h"
#include "store/query.h"
#include "text/visible.h"
#include "view/rows.h"

namespace dateline::cli {

namespace {

struct Question {
  Result<QueryResult> (*ask)(StoreReader&, const Query&);
  std::vector<TableColumn> columns;
};

std::vector<Option> Filters(std::vector<Option> own) {
  own.insert(own.begin(), StoreOption());
  own.push_back(
      {"--since", "DATE", "not before this day, month or year (2024, 2024-05, 2024-05-03)", ""});
  own.push_back({"--until", "DATE", "not after it", ""});
  own.push_back(
      {"--text", "WORDS", "only where these words stand; \"a phrase\" in quotation marks", ""});
  own.push_back({"--country", "NAME", "name or code: Kenya, KE or KEN", ""});
  own.push_back({"--article", "ID", "only this article: id, beginning of an id, or URL", ""});
  own.push_back({"--limit", "N", "at most so many rows", "100"});
  own.push_back({"--json", "", "as a JSON array, an object a line, all columns"});
  own.push_back({"--csv", "", "as CSV with a header, all columns", "", "", {"--json"}});
  own.push_back({"--spreadsheet-safe", "", "no cell can start a formula", "", "--csv"});
  return own;
}

constexpr std::size_t kChecked = 1000;  // reports of one answer; about a second

// Warns of rows of a damaged report: they are shown all the same, for they may be all there is.
int WarnOfDamage(StoreReader& store, const QueryResult& result) {
  const auto column = std::ranges::find(result.columns, "article") - result.columns.begin();
  std::set<std::string> seen;
  int code = kDone;
  for (const SqlRow& row : result.rows) {
    const auto* id = std::get_if<std::string>(&row[static_cast<std::size_t>(column)]);
    if (id == nullptr || seen.size() == kChecked || !seen.insert(*id).second) continue;
    const Result<void> whole = store.Check(*id);
    if (whole) continue;
    std::fprintf(stderr, "warning: %s\n", VisibleLine(ToString(whole.error())).c_str());
    code = kSomeRejected;
  }
  return code;
}

int Answer(const Args& args, const Question& question) {
  const Result<std::uint64_t> limit = args.Number("--limit");
  if (!limit) return Fail(limit.error());
  Result<StoreReader> store = StoreReader::Open(args.Get("--db"));
  if (!store) return Fail(store.error());
  const Query query = {.speaker = args.Get("--speaker"),
                       .actor = args.Get("--actor"),
                       .type = args.Get("--type"),
                       .country = args.Get("--country"),
                       .since = args.Get("--since"),
                       .until = args.Get("--until"),
                       .text = args.Get("--text"),
                       .status = args.Get("--status"),
                       .stance = args.Get("--stance"),
                       .place = args.Get("--place"),
                       .article = args.Get("--article"),
                       .limit = *limit};
  const Result<QueryResult> result = question.ask(*store, query);
  if (!result) return Fail(result.error());
  std::string out;
  if (args.Has("--json")) {
    out = AsJson(*result);
  } else if (args.Has("--csv")) {
    out = AsCsv(*result, args.Has("--spreadsheet-safe"));
  } else {
    out = AsTable(*result, question.columns, TerminalWidth(), IsTerminal(stdout));
    if (result->rows.empty()) std::fputs("nothing in the store fits these filters\n", stderr);
  }
  if (!Print(out) || !Flush()) return kFailed;  // before what is said of it
  if (result->more)
    std::fprintf(stderr, "(the first %zu; --limit N for more)\n", result->rows.size());
  return WarnOfDamage(*store, *result);
}

constexpr TableColumn kArticle = {"article", "in", 6, true};

int RunStatements(const Args& args) {
  return Answer(args, {QueryStatements,
                       {{"published", "date", 10, true},
                        kArticle,
                        {"speaker", "who", 24},
                        {"cue", "cue", 12},
                        {"stance", "stance", 10},
                        {"addressee", "to whom", 14},
                        {"content", "what", 0}}});
}

int RunEvents(const Args& args) {
  return Answer(args, {QueryEvents,
                       {{"date", "date", 10, true},
                        kArticle,
                        {"actors", "who", 22},
                        {"type", "did", 9},
                        {"mode", "mode", 13},
                        {"recipients", "to whom", 20},
                        {"status", "status", 12},
                        {"place", "where", 14},
                        {"sentence", "in the words", 0}}});
}

int RunPlaces(const Args& args) {
  return Answer(args, {QueryPlaces,
                       {{"published", "date", 10, true},
                        kArticle,
                        {"place", "place", 24},
                        {"kind", "kind", 8},
                        {"admin1", "admin-1", 18},
                        {"country", "of", 3},
                        {"latitude", "lat", 8},
                        {"longitude", "lon", 8},
                        {"mentions", "times", 5},
                        {"title", "report", 0}}});
}

int RunArticles(const Args& args) {
  return Answer(args, {QueryArticles,
                       {{"article", "article", 16},
                        {"published", "date", 10, true},
                        {"statements", "said", 4},
                        {"events", "done", 4},
                        {"places", "places", 6},
                        {"publisher", "publisher", 16},
                        {"title", "title", 0}}});
}

// A command that asks: its own filters and those of all, and what holds for every answer.
Command Asking(std::string name, std::string summary, std::string details, std::vector<Option> own,
               int (*run)(const Args&)) {
  details +=
      "\nThe reports behind an answer, up to 1,000, are compared with their digests: damage gives "
      "a "
      "warning and exit\n"
      "code 1.  `dateline verify` checks the whole store.";
  return {
      std::move(name), std::move(summary), std::move(details), {}, Filters(std::move(own)), run};
}

}  // namespace

Command StatementsCommand() {
  return Asking(
      "statements", "who said what to whom",
      "Filters join with \"and\"; names match as whole words, without regard to case and accents.\n"
      "Stances: assert deny hedge accuse demand request threaten promise praise doubt question "
      "announce refuse no-comment\n"
      "Examples:\n"
      "  dateline statements --speaker minister --stance deny --since 2024-03\n"
      "  dateline statements --text ceasefire --csv > said.csv",
      {{"--speaker", "NAME", "name, role or words of who said it", ""},
       {"--stance", "STANCE", "e.g. deny", ""}},
      RunStatements);
}

Command EventsCommand() {
  return Asking(
      "events", "who did what to whom, where and when",
      "Types and statuses are those of PLOVER, the event types of political science; \"KEN "
      "GOV\" is Kenya's government.\n"
      "Types: AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN "
      "PROTEST SANCTION\n"
      "       MOBILIZE COERCE ASSAULT\n"
      "Statuses: actual claimed denied hypothetical future background\n"
      "Examples:\n"
      "  dateline events --type ASSAULT --status actual --country UKR\n"
      "  dateline events --actor \"RUS MIL\" --json",
      {{"--actor", "NAME", "a side of the event: name, words or code (\"KEN GOV\")", ""},
       {"--type", "TYPE", "e.g. PROTEST", ""},
       {"--status", "STATUS", "e.g. actual", ""},
       {"--place", "NAME", "where it happened", ""}},
      RunEvents);
}

Command PlacesCommand() {
  return Asking(
      "places", "which places the reports name, with coordinates",
      "One row a place and report.  Kinds: city region country river sea mountain facility other\n"
      "Example:  dateline places --country SDN --csv",
      {{"--place", "NAME", "only this place", ""}, {"--type", "KIND", "e.g. city", ""}}, RunPlaces);
}

Command ArticlesCommand() {
  return Asking("articles", "which reports the store holds",
                "`dateline show ARTICLE` shows one; the first four digits of its id will do.",
                {{"--place", "NAME", "only reports that name this place", ""}}, RunArticles);
}

}  // namespace dateline::cli
