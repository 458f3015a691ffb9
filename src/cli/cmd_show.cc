#include "cli/command.h"
#include "cli/data_dir.h"
#include "cli/terminal.h"
#include "store/reader.h"
#include "view/article_view.h"
#include "view/layers_view.h"

namespace dateline::cli {

namespace {

// The layers are not stored: the article is read again.
int ShowLayers(const Args& args, const Article& article) {
  const Result<std::unique_ptr<Stages>> stages = OpenStages(args);
  if (!stages) return Fail(stages.error());
  const Document doc = (*stages)->Annotate(std::make_shared<const Article>(article));
  return Print(LayersView(doc, IsTerminal(stdout))) ? kDone : kFailed;
}

int Run(const Args& args) {
  Result<StoreReader> store = StoreReader::Open(args.Get("--db"));
  if (!store) return Fail(store.error());
  const Result<std::string> id = store->FindArticle(args.positionals.front());
  if (!id) return Fail(id.error());
  const Result<StoredArticle> stored = store->Read(*id);
  if (!stored) return Fail(stored.error());
  if (args.Has("--layers")) return ShowLayers(args, stored->article);
  const ArticleViewOptions options = {IsTerminal(stdout), args.Has("--why"), TerminalWidth()};
  return Print(ArticleView(stored->article, stored->batch, options)) ? kDone : kFailed;
}

// Only the layers are read anew.
Option WithLayers(Option option) {
  option.needs = "--layers";
  return option;
}

}  // namespace

Command ShowCommand() {
  return {"show",
          "one report in the terminal, its records marked and explained",
          "ARTICLE is an id as `dateline articles` lists them (its first four digits will do), the "
          "report's URL, or the id that\n"
          "you gave it in JSON Lines.  Under each paragraph stand the records that begin in it:\n"
          "s statements, e events, p places, t times; the actors follow at the end.\n"
          "Example:  dateline show 3f2a --why | less -R",
          {{"ARTICLE", "id, beginning of an id, or URL", true}},
          {StoreOption(),
           {"--why", "", "say for each record what decided, and how sure it is"},
           {"--layers",
            "",
            "the words instead: each sentence as a tree, its names and statements",
            "",
            "",
            {"--why"}},
           WithLayers(DataOption()),
           WithLayers(ModelOption())},
          Run};
}

}  // namespace dateline::cli
