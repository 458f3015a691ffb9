// pipe and extract: reports in, one line of JSON each out, nothing kept.
#include <cstdlib>

#include "base/in_order.h"
#include "cli/command.h"
#include "cli/data_dir.h"
#include "cli/input_options.h"
#include "cli/terminal.h"
#include "view/record_json.h"

namespace dateline::cli {

namespace {

// An article, or the line of what could not be read.
struct Piece {
  std::shared_ptr<const Article> article;
  std::string line;
};

// Every article or error as a line, in order.  `engine`: none for the text alone.
int Stream(const Args& args, const Engine* engine) {
  Result<ReadOptions> options = ReadOptionsOf(args);
  if (!options) return Fail(options.error());
  const Result<unsigned> jobs = JobsOf(args);
  if (!jobs) return Fail(jobs.error());
  options->lines = args.positionals.empty();  // standard input is a stream of lines
  const std::vector<std::string> paths =
      args.positionals.empty() ? std::vector<std::string>{"-"} : args.positionals;
  if (paths.front() == "-") SayWhatIsRead("JSON Lines");
  InputWalker walker(paths, *options);
  InOrder<Piece, std::string> lines(
      *jobs, kWaitingBytes,
      [engine](const Piece& piece) {
        if (piece.article == nullptr) return piece.line;
        return RecordJson(*piece.article,
                          engine != nullptr ? engine->Read(piece.article) : RecordBatch{});
      },
      // Each line at once: who feeds reports one by one waits for the answer.  Where it cannot be
      // written the run ends here: the thread that reads may wait for input.
      [](const std::string& line) {
        if (Print(line + "\n") && Flush()) return true;
        std::_Exit(Written(kFailed));
      });
  int code = kDone;
  while (std::optional<Result<Article>> next = walker.Next()) {
    Piece piece;
    if (next->has_value()) {
      piece.article = std::make_shared<const Article>(**std::move(next));
    } else {
      // A stream that breaks is not one bad line among others.
      if (paths.front() == "-" && next->error().code == ErrorCode::kIo) code = kFailed;
      piece.line = ErrorJson(walker.last_given_id(), next->error());
    }
    const std::size_t size = piece.article ? piece.article->text.size() : piece.line.size();
    if (!lines.Put(std::move(piece), size)) break;
  }
  lines.Finish();
  return code;
}

int RunPipe(const Args& args) {
  const Result<Engine> engine = OpenEngine(args);
  return engine ? Stream(args, &*engine) : Fail(engine.error());
}

int RunExtract(const Args& args) { return Stream(args, nullptr); }

}  // namespace

Command PipeCommand() {
  return {
      "pipe",
      "JSON Lines in, records out, one line a report, in order",
      "Reads JSON Lines on standard input, or the given files and folders (text, HTML pages, "
      "JSON Lines).  Writes a line\n"
      "of JSON a report (docs/formats/record.schema.json); offsets are Unicode code points.  An "
      "input that cannot be\n"
      "read gives the line {\"id\", \"error\"}; the exit code is not 0 only if the stream itself "
      "breaks.\n" +
          std::string(kJsonLinesHelp) +
          "Examples:\n"
          "  dateline pipe < reports.jsonl > records.jsonl\n"
          "  dateline pipe report.txt",
      {{"PATH", "files or folders; none: JSON Lines on standard input", false, true}},
      {SchemaOption(), JobsOption(), DataOption(), ModelOption()},
      RunPipe};
}

Command ExtractCommand() {
  return {"extract",
          "the article of each input: text, headline, date; no records",
          "The first stage alone, for people who want the main text of web pages: JSON Lines with "
          "\"html\" on standard\n"
          "input, or files and folders of pages.  Writes the same lines as `dateline pipe` with "
          "empty records.\n"
          "Example:  dateline extract page.html | jq -r .article.text",
          {{"PATH", "files or folders; none: JSON Lines on standard input", false, true}},
          {SchemaOption(), JobsOption()},
          RunExtract};
}

}  // namespace dateline::cli
