// Start here.  The engine: a report in, its records out.
//
//   Result<Engine> engine = Engine::Open({.data_dir = "share"});
//   auto article = std::make_shared<Article>();
//   article->text = "Kenya will reopen the border, Foreign Minister Ann Otieno said on Friday.";
//   article->published = "2024-03-01";
//   RecordBatch records = engine->Read(article);   // records.statements[0].content ...
//
// Open loads the tables and maps the gazetteer and the model (tens of milliseconds); Read runs all
// stages over one article. Any text is fine: it never fails, odd input shows in
// RecordBatch::diagnostics (what ingest found odd stays in Article::diagnostics).
// Linear in the text. Thread rule: one Engine may serve many threads; Read changes nothing in it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "dateline/article.h"
#include "dateline/limits.h"
#include "dateline/record.h"
#include "dateline/result.h"

namespace dateline {

struct EngineOptions {
  std::string data_dir;        // the folder with gazetteer.bin and the models
  std::string model = "core";  // NAME: data_dir/NAME.dlm; or the path of a file .dlm
  Limits limits;
};

class Stages;

class Engine {
 public:
  // Errors: kDataMissing, kDataDamaged, kDataVersion, kModelUnfit, with the file.
  static Result<Engine> Open(const EngineOptions& options);
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  // REQUIRES: article is not null and its text is valid UTF-8.
  RecordBatch Read(std::shared_ptr<const Article> article) const;

  // Which engine made a record: the release, and digests of the tables in the binary and of the
  // model, so that an article read with others is read again.  A change of the rules alone needs a
  // new release.
  std::string Version() const;

 private:
  explicit Engine(std::unique_ptr<const Stages> stages);
  std::unique_ptr<const Stages> stages_;
};

}  // namespace dateline
