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
    if (error) {
      error->message += "; a report is no CoNLL-U: give its path (dateline annotate PATH)";
      return Fail(*error);
    }
    if (sentences.size() < kBatch) return kDone;
  }
}

// A treebank may be long: it is read whole, as no more than a limit allows.
int AnnotateStandardInput(const Stages& stages) {
  SayWhatIsRead("CoNLL-U");
  Result<ByteSource> input = ByteSource::Open("-");
  if (!input) return Fail(input.error());
  const Result<std::string> text = input->ReadAll(kLongestTreebank);
  return text ? AnnotateConllu(stages, *text) : Fail(text.error());
}

int RunAnnotate(const Args& args) {
  const bool names = args.Has("--names");
  const bool layers = args.Has("--layers");
  const Output output = names ? Output::kNames : layers ? Output::kLayers : Output::kConllu;
  const bool treebank = args.positionals.empty() && output == Output::kConllu;
  if (treebank && args.Get("--schema") != "auto")
    return Fail({ErrorCode::kUsage, "--schema is for reports, and standard input is CoNLL-U", ""});
  const Result<std::unique_ptr<Stages>> stages = OpenStages(args);
  if (!stages) return Fail(stages.error());
  if (treebank) return AnnotateStandardInput(**stages);
  return AnnotateReports(args, **stages, output);
}

}  // namespace

Command AnnotateCommand() {
  return {
      "annotate",
      "what the model sees in a text: words, sentence trees, names; no records",
      "For people who work on language, and for tests.  Writes one of:\n"
      "  --conllu  (the default) a line a word, ten columns parted by tabs, in the format CoNLL-U "
      "of\n"
      "            universaldependencies.org: number, word, base form, part of speech, ..., the "
      "number of the word\n"
      "            that it hangs on and in which role.  The last column says where a name is "
      "(Name=B-PER begins that\n"
      "            of a person) and which characters of the text the word is (Chars=0:5).\n"
      "  --names   a line of JSON a name\n"
      "  --layers  a line of JSON a report: sentences, words with their trees, names, who reports "
      "what\n"
      "Offsets are Unicode code points.\n"
      "Without PATH, --conllu reads sentences of CoNLL-U on standard input and keeps their "
      "words, so that its trees\n"
      "can be compared with those of a treebank; --names and --layers read a report or JSON "
      "Lines there.\n"
      "Examples:\n"
      "  dateline annotate report.txt\n"
      "  dateline annotate --names examples | jq -r 'select(.type == \"PER\").words'",
      {{"PATH", "files or folders of reports; none: standard input, see below", false, true}},
      {{"--conllu", "", "write CoNLL-U (the default)"},
       {"--names", "", "write names", "", "", {"--conllu"}},
       {"--layers", "", "write all layers", "", "", {"--conllu", "--names"}},
       SchemaOption(),
       DataOption(),
       ModelOption()},
      RunAnnotate};
}

}  // namespace dateline::cli
