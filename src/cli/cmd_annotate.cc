// annotate: what the learned layers say, without records.  CoNLL-U in and out, names, all layers.
#include "annotate/conllu.h"
#include "cli/command.h"
#include "cli/data_dir.h"
#include "cli/input_options.h"
#include "cli/terminal.h"
#include "ingest/byte_source.h"
#include "view/layers_json.h"

namespace dateline::cli {

namespace {

constexpr std::size_t kBatch = 64;  // sentences of a treebank that are parsed at once
constexpr std::size_t kLongestTreebank = std::size_t{1} << 30;

enum class Output : std::uint8_t { kConllu, kNames, kLayers };

std::string LinesOf(const Document& doc, Output output) {
  if (output == Output::kNames) return NamesJson(doc);
  if (output == Output::kLayers) return LayersJson(doc);
  const CodePointIndex index(doc.text());
  std::string out;
  std::uint32_t paragraph = 0;
  for (const Sentence& sentence : doc.sentences) {
    const bool opens = &sentence == doc.sentences.data();
    if (opens) out += "# newdoc id = " + doc.article().id + "\n";
    if (opens || sentence.paragraph != paragraph) out += "# newpar\n";
    paragraph = sentence.paragraph;
    AppendConllu(doc, sentence, {}, &index, out);
  }
  return out;
}

int AnnotateReports(const Args& args, const Stages& stages, Output output) {
  const Result<ReadOptions> options = ReadOptionsOf(args);
  if (!options) return Fail(options.error());
  const std::vector<std::string> input =
      args.positionals.empty() ? std::vector<std::string>{"-"} : args.positionals;
  InputWalker walker(input, *options);
  int code = kDone;
  while (std::optional<Result<Article>> next = walker.Next()) {
    if (!next->has_value()) {
      Fail(next->error());
      code = kSomeRejected;
      continue;
    }
    const auto article = std::make_shared<const Article>(**std::move(next));
    if (!Print(LinesOf(stages.Annotate(article), output))) return kFailed;
  }
  return code;
}

// Sentence by sentence, with the words of the file.
int AnnotateConllu(const Stages& stages, std::string_view text) {
  std::size_t line = 0;
  std::string_view rest = text;
  while (true) {
    std::vector<ConlluSentence> sentences;
    std::optional<Error> error;
    while (sentences.size() < kBatch) {
      Result<ConlluSentence> next = NextConlluSentence(rest, line);
      if (!next) {
        error = std::move(next).error();
        break;
      }
      if (next->words.empty()) break;
      sentences.push_back(*std::move(next));
    }
    Document doc = DocumentOf(sentences);
    stages.encoder().AnnotateSentences(doc);
    std::string out;
    for (std::size_t i = 0; i < sentences.size(); ++i)
      AppendConllu(doc, doc.sentences[i], sentences[i].comments, nullptr, out);
    if (!Print(out)) return kFailed;
    if (error) return Fail(*error);
    if (sentences.size() < kBatch) return kDone;
  }
}

// A treebank may be long: it is read whole, as no more than a limit allows.
int AnnotateStandardInput(const Stages& stages) {
  Result<ByteSource> input = ByteSource::Open("-");
  if (!input) return Fail(input.error());
  const Result<std::string> text = input->ReadAll(kLongestTreebank);
  return text ? AnnotateConllu(stages, *text) : Fail(text.error());
}

int RunAnnotate(const Args& args) {
  const bool names = args.Has("--names");
  const bool layers = args.Has("--layers");
  if (names + layers + args.Has("--conllu") > 1)
    return Fail({ErrorCode::kUsage, "one of --conllu, --names and --layers", ""});
  const Result<std::unique_ptr<Stages>> stages = OpenStages(args);
  if (!stages) return Fail(stages.error());
  const Output output = names ? Output::kNames : layers ? Output::kLayers : Output::kConllu;
  if (args.positionals.empty() && output == Output::kConllu) return AnnotateStandardInput(**stages);
  return AnnotateReports(args, **stages, output);
}

}  // namespace

Command AnnotateCommand() {
  return {"annotate",
          "what the learned layers say: words, trees, names; no records",
          "The second stage alone, for linguists and for tests.  --conllu (the default) without "
          "PATH reads CoNLL-U on\n"
          "standard input and keeps its words: each sentence is parsed by itself, which is how "
          "parsers are compared.\n"
          "With PATH it reads reports and writes their own words, with Name=B-PER and "
          "Chars=BEGIN:END in the last column.\n"
          "--names writes a line of JSON a name, --layers a line a report: sentences, tokens, "
          "names, attributions;\n"
          "offsets are Unicode code points.\n"
          "Example:  dateline annotate --names examples | jq -r 'select(.type == \"PER\").words'",
          {{"PATH", "files or folders of reports; none: CoNLL-U, or JSON Lines, on standard input",
            false, true}},
          {{"--conllu", "", "write CoNLL-U"},
           {"--names", "", "write names"},
           {"--layers", "", "write all layers"},
           SchemaOption(),
           DataOption(),
           ModelOption()},
          RunAnnotate};
}

}  // namespace dateline::cli
