#include "store/verify.h"

#include <set>
#include <utility>

#include "store/reader.h"
#include "store/rows.h"
#include "store/schema.h"
#include "store/verify_search.h"

namespace dateline {

namespace {

class Verifier {
 public:
  explicit Verifier(StoreReader& reader) : reader_(reader) {}

  VerifyReport Run() {
    CheckFile();
    CheckSchema();
    for (const std::string& id : AllIds()) CheckArticle(id);
    CheckOrphans();
    CheckSearchIndex();
    return std::move(report_);
  }

 private:
  void Problem(std::string article, std::string what) {
    report_.problems.push_back({std::move(article), std::move(what)});
  }
  std::vector<SqlRow> Ask(std::string_view sql, SqlRow values = {}) {
    Result<std::vector<SqlRow>> rows = reader_.connection().Query(sql, std::move(values));
    if (rows) return *std::move(rows);
    Problem("", rows.error().message);
    return {};
  }

  void CheckFile();
  void CheckSchema();
  void CheckOrphans();
  void CheckSearchIndex();
  std::set<std::string> AllIds();
  void CheckArticle(const std::string& id);

  StoreReader& reader_;
  VerifyReport report_;
};

void Verifier::CheckFile() {
  for (const SqlRow& row : Ask("PRAGMA integrity_check")) {
    const auto* text = std::get_if<std::string>(&row.front());
    if (text && *text != "ok") Problem("", "integrity_check: " + *text);
  }
}

// Every object of ours must be there as schema_sql.inc has it.  Others (a user's own views) do not
// matter.
void Verifier::CheckSchema() {
  static constexpr char kObjects[] =
      "SELECT name, type, tbl_name, sql FROM sqlite_schema ORDER BY name";
  Result<SqlConnection> model = SqlConnection::OpenMemory();
  if (!model || !CreateSchema(*model)) return Problem("", "the schema could not be checked");
  const Result<std::vector<SqlRow>> ours = model->Query(kObjects);
  if (!ours) return Problem("", "the schema could not be checked");
  const std::vector<SqlRow> list = Ask(kObjects);
  const std::set<SqlRow> there(list.begin(), list.end());
  for (const SqlRow& object : *ours) {
    if (there.contains(object)) continue;
    const auto* name = std::get_if<std::string>(&object.front());
    Problem("", "the schema differs at " + (name ? *name : std::string("an object")));
  }
}

// The table and its index should name the same articles; an article that only one of them has is
// damaged, not gone.
std::set<std::string> Verifier::AllIds() {
  std::set<std::string> ids;
  for (const char* sql :
       {"SELECT id FROM articles NOT INDEXED", "SELECT id FROM articles ORDER BY id"}) {
    Result<SqlStatement> select = reader_.connection().Prepare(sql);
    if (!select) {
      Problem("", select.error().message);
      continue;
    }
    for (;;) {
      const Result<bool> row = select->Step();
      if (!row) Problem("", "the list of articles breaks off: " + row.error().message);
      if (!row || !*row) break;
      ids.insert(select->Text(0));
    }
  }
  return ids;
}

void Verifier::CheckArticle(const std::string& id) {
  ++report_.articles;
  const std::size_t before = report_.problems.size();
  const Result<StoreReader::RawArticle> raw = reader_.ReadRaw(id);
  if (!raw) {
    Problem(id, raw.error().message);
  } else {
    report_.spans += raw->rows[StoreTable::kSpans].size();
    if (DigestRows(raw->rows) != raw->digest) Problem(id, "the digest differs");
    const Result<StoredArticle> stored = DecodeRows(raw->rows);
    if (!stored) {
      Problem(id, stored.error().message);
    } else {
      report_.statements += stored->batch.statements.size();
      report_.events += stored->batch.events.size();
      report_.actors += stored->batch.actors.size();
      report_.places += stored->batch.places.size();
      report_.times += stored->batch.times.size();
      const Result<ArticleRows> again =
          EncodeRows(stored->article, stored->batch, stored->pipeline);
      if (!again || *again != raw->rows)
        Problem(id, "a row repeats words that its evidence does not hold");
    }
  }
  if (report_.problems.size() > before) ++report_.damaged;
}

void Verifier::CheckOrphans() {
  for (const StoreTableInfo& table : kStoreTables) {
    if (table.name == "articles") continue;
    const std::string name(table.name);
    const std::vector<SqlRow> rows =
        Ask("SELECT count(*) FROM " + name + " WHERE article NOT IN (SELECT key FROM articles)");
    if (!rows.empty() && rows.front().front() != SqlValue(std::int64_t{0})) {
      Problem("", "rows of " + name + " belong to no article");
    }
  }
}

void Verifier::CheckSearchIndex() {
  const Result<std::vector<std::string>> problems = CheckSearch(reader_.connection());
  report_.search_checked = problems.has_value();
  if (!problems) return;
  for (const std::string& problem : *problems) Problem("", problem);
}

}  // namespace

Result<VerifyReport> VerifyStore(const std::string& path) {
  Result<StoreReader> reader = StoreReader::Open(path);
  if (!reader) return std::unexpected(reader.error());
  return Verifier(*reader).Run();
}

}  // namespace dateline
