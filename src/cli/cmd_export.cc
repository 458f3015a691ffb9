#include "cli/command.h"
#include "cli/terminal.h"
#include "store/query.h"
#include "store/reader.h"
#include "view/geojson.h"
#include "view/record_json.h"
#include "view/rows.h"

namespace dateline::cli {

namespace {

using Ask = Result<QueryResult> (*)(StoreReader&, const Query&);

Ask AskFor(const std::string& what) {
  if (what == "statements") return QueryStatements;
  if (what == "events") return QueryEvents;
  if (what == "places") return QueryPlaces;
  if (what == "articles") return QueryArticles;
  return nullptr;
}

// Every export goes article by article, so that memory does not grow with the store.
class Exporter {
 public:
  Exporter(StoreReader& store, Ask ask, bool spreadsheet_safe)
      : store_(store), ask_(ask), spreadsheet_safe_(spreadsheet_safe) {}

  Result<std::string> CsvHeader() {
    Query query;
    query.limit = 1;
    Result<QueryResult> result = ask_(store_, query);
    if (!result) return std::unexpected(result.error());
    result->rows.clear();
    return AsCsv(*result, spreadsheet_safe_);
  }

  Result<std::string> Csv(const std::string& id) {
    if (const Result<void> whole = store_.Check(id); !whole) return std::unexpected(whole.error());
    Query query;
    query.article = id;
    query.limit = 1'000'000;
    const Result<QueryResult> result = ask_(store_, query);
    if (!result) return std::unexpected(result.error());
    std::string csv = AsCsv(*result, spreadsheet_safe_);
    csv.erase(0, csv.find("\r\n") + 2);  // CsvHeader has it
    return csv;
  }

  Result<std::string> Jsonl(const std::string& id) {
    const Result<StoredArticle> stored = store_.Read(id);
    if (!stored) return std::unexpected(stored.error());
    return RecordJson(stored->article, stored->batch) + "\n";
  }

  Result<std::string> GeoJson(const std::string& id) {
    const Result<StoredArticle> stored = store_.Read(id);
    if (!stored) return std::unexpected(stored.error());
    std::string features = GeoJsonFeatures(stored->article, stored->batch);
    if (features.empty()) return features;
    if (!first_) features.insert(0, ",\n");
    first_ = false;
    return features;
  }

 private:
  StoreReader& store_;
  Ask ask_;
  bool spreadsheet_safe_;
  bool first_ = true;
};

int Run(const Args& args) {
  const std::string& format = args.positionals.front();
  const bool csv = format == "csv", geojson = format == "geojson";
  if (!csv && !geojson && format != "jsonl") {
    return Fail({ErrorCode::kUsage, "no format '" + format + "': jsonl, csv or geojson", ""});
  }
  for (const char* option : {"--what", "--spreadsheet-safe"}) {
    if (!csv && args.Has(option))
      return Fail({ErrorCode::kUsage, std::string(option) + " is for csv, not " + format, ""});
  }
  const Ask ask = AskFor(args.Has("--what") ? args.Get("--what") : "statements");
  if (ask == nullptr) {
    return Fail(
        {ErrorCode::kUsage,
         "--what is statements, events, places or articles, not '" + args.Get("--what") + "'", ""});
  }
  Result<StoreReader> store = StoreReader::Open(args.Get("--db"));
  if (!store) return Fail(store.error());
  const Result<std::vector<std::string>> ids = store->ArticleIds();
  if (!ids) return Fail(ids.error());

  Exporter exporter(*store, ask, args.Has("--spreadsheet-safe"));
  int code = kDone;
  bool written = !geojson || Print(kGeoJsonBegin);
  if (csv) {
    const Result<std::string> header = exporter.CsvHeader();
    if (!header) return Fail(header.error());
    written = Print(*header);
  }
  for (const std::string& id : *ids) {
    const Result<std::string> part = csv       ? exporter.Csv(id)
                                     : geojson ? exporter.GeoJson(id)
                                               : exporter.Jsonl(id);
    if (!part) {  // a damaged article is named, the others are exported
      Fail(part.error());
      code = kSomeRejected;
      continue;
    }
    written = written && Print(*part);
    if (!written) return kFailed;
  }
  if (geojson) written = written && Print(kGeoJsonEnd);
  return written ? code : kFailed;
}

}  // namespace

Command ExportCommand() {
  return {"export",
          "the whole store as JSON Lines, CSV or GeoJSON",
          "FORMAT:\n"
          "  jsonl    all records, a line of JSON a report (docs/formats/record.schema.json)\n"
          "  csv      statements, events, places or articles (--what), with a header\n"
          "  geojson  events as features; geometry is null where the place is not known\n"
          "Examples:\n"
          "  dateline export geojson > events.geojson\n"
          "  dateline export csv --what events > events.csv",
          {{"FORMAT", "jsonl, csv or geojson", true}},
          {StoreOption(),
           {"--what", "RECORDS", "with csv: statements (the default), events, places or articles"},
           {"--spreadsheet-safe", "", "with csv: no cell can start a formula"}},
          Run};
}

}  // namespace dateline::cli
