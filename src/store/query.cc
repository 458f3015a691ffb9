#include "store/query.h"

#include <algorithm>
#include <chrono>
#include <span>
#include <string_view>
#include <utility>

#include "dateline/record.h"
#include "store/filter_words.h"
#include "text/unicode.h"

namespace dateline {

namespace {

std::unexpected<Error> Usage(std::string message) {
  return std::unexpected(Error{ErrorCode::kUsage, std::move(message), ""});
}

// What is asked for: its view, the columns that people see, and its filters as conditions on ?1.
// nullptr: does not apply.
struct Subject {
  std::string_view name;
  std::string_view columns;
  std::string_view view;
  std::string_view order;
  std::string_view speaker, actor, type, country, date, text, status, stance, place;
};

// Conditions on names wrap the words of both sides in spaces, so that only whole words match.
#define DL_NAMES(column) "instr(' ' || name_key(" column ") || ' ', ' ' || name_key(?1) || ' ') > 0"

// Words anywhere in the article.
constexpr std::string_view kInArticle =
    "article_key IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?1)";

constexpr Subject kStatements = {
    .name = "statements",
    .columns =
        "published, publisher, speaker, role, code, cue, stance, form, content, addressee, venue, "
        "source_words, "
        "anonymous, implicit, conditional, parent, confidence, why, title, url, article, statement",
    .view = "v_statements",
    .order = "published, article, n",
    .speaker = "(" DL_NAMES("speaker") " OR " DL_NAMES("role") " OR " DL_NAMES("source_words") ")",
    .country = "country = ?1",
    .date = "published",
    .text = "statement_key IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH ?1)",
    .stance = "stance = ?1"};

constexpr Subject kEvents = {
    .name = "events",
    .columns =
        "date, published, publisher, actors, actor_codes, type, mode, quad, intensity, cameo, "
        "contexts, recipients, "
        "recipient_codes, "
        "status, trigger_words, place, admin1, country, latitude, longitude, time, event_date, "
        "claimed_by, "
        "dead, "
        "injured, arrested, same_as, sentence, confidence, why, title, url, article, event",
    .view = "v_events",
    .order = "published, article, n",
    .actor =
        "EXISTS (SELECT 1 FROM v_participants AS t WHERE t.article_key = v.article_key AND t.event "
        "= v.n AND (" DL_NAMES("t.name") " OR " DL_NAMES("t.words") " OR " DL_NAMES("t.code") "))",
    .type = "type = ?1",
    .country = "country = ?1",
    .date = "date",
    .text = kInArticle,
    .status = "status = ?1",
    .place = DL_NAMES("place")};

constexpr Subject kPlaces = {
    .name = "places",
    .columns =
        "published, publisher, place, kind, admin1, country, latitude, longitude, geonames, words, "
        "mentions, "
        "confidence, why, title, url, article, place_id",
    .view = "v_places",
    .order = "published, article, n",
    .type = "kind = ?1",
    .country = "country = ?1",
    .date = "published",
    .text = kInArticle,
    .place = DL_NAMES("place")};

constexpr Subject kArticles = {
    .name = "articles",
    .columns =
        "published, publisher, title, language, section, credits, statements, events, places, "
        "diagnostics, "
        "url, source, given_id, article",
    .view = "v_articles",
    .order = "published, article",
    .country =
        "EXISTS (SELECT 1 FROM places AS p WHERE p.article = v.article_key AND p.country = "
        "?1)",
    .date = "published",
    .text = kInArticle,
    .place = "EXISTS (SELECT 1 FROM places AS p WHERE p.article = v.article_key AND " DL_NAMES(
        "p.name") ")"};
#undef DL_NAMES

// The words of a person as an FTS5 query: every word, and every "phrase", must occur.  Each is
// quoted, so that nothing in it is syntax.
std::string MatchExpression(std::string_view text) {
  std::string expression;
  const auto add = [&expression](std::string_view phrase) {
    if (NameKey(phrase).empty()) return;
    if (!expression.empty()) expression += ' ';
    expression += '"';
    expression += phrase;
    expression += '"';
  };
  bool quoted = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('"'), text.size());
    std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (quoted) {
      add(part);
    } else {
      while (!part.empty()) {
        const std::size_t space = std::min(part.find_first_of(" \t\r\n"), part.size());
        add(part.substr(0, space));
        part.remove_prefix(std::min(space + 1, part.size()));
      }
    }
    quoted = !quoted;
  }
  return expression;
}

// "2024", "2024-05", "2024-05-03": a day that the calendar has.
bool IsDate(std::string_view date) {
  static constexpr std::string_view kPattern = "dddd-dd-dd";
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  for (std::size_t i = 0; i < date.size(); ++i) {
    if (kPattern[i] == '-' ? date[i] != '-' : date[i] < '0' || date[i] > '9') return false;
  }
  const auto number = [&](std::size_t at) {
    return date.size() <= at ? 1u
                             : static_cast<unsigned>((date[at] - '0') * 10 + date[at + 1] - '0');
  };
  const int year = static_cast<int>(number(0) * 100 + number(2));
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(number(5)),
                                     std::chrono::day(number(8)))
      .ok();
}

// The SQL of one query, condition by condition.
class Builder {
 public:
  Builder(const Subject& subject, const Query& query) : subject_(subject) {
    Add("speaker", query.speaker, subject.speaker);
    Add("actor", query.actor, subject.actor);
    Add("type", query.type, subject.type);
    Add("country", query.country, subject.country);
    Add("status", query.status, subject.status);
    Add("stance", query.stance, subject.stance);
    Add("place", query.place, subject.place);
    AddDate("since", query.since, ">=");
    AddDate("until", query.until, "<=");
    if (!query.text.empty()) AddText(query.text);
  }

  void AddArticle(const std::string& id) { Condition("article = ?1", id); }

  Result<QueryResult> Run(StoreReader& store, std::size_t limit) {
    if (!fault_.empty()) return Usage(fault_);
    const auto rows = static_cast<std::int64_t>(std::min<std::size_t>(limit, kMaximum)) + 1;
    values_.emplace_back(rows);
    const std::string sql = "SELECT " + std::string(subject_.columns) + " FROM " +
                            std::string(subject_.view) + " AS v" + where_ + " ORDER BY " +
                            std::string(subject_.order) + " LIMIT ?" +
                            std::to_string(values_.size());
    Result<SqlStatement> select = store.connection().Prepare(sql);
    if (!select) return std::unexpected(select.error());
    if (Result<void> started = select->Start(std::move(values_)); !started) {
      return std::unexpected(started.error());
    }
    QueryResult result;
    for (int i = 0; i < select->columns(); ++i) result.columns.push_back(select->ColumnName(i));
    for (;;) {
      const Result<bool> row = select->Step();
      if (!row) return std::unexpected(row.error());
      if (!*row) return result;
      if (static_cast<std::int64_t>(result.rows.size()) + 1 == rows) {
        result.more = true;
        return result;
      }
      result.rows.push_back(select->Row());
    }
  }

 private:
  static constexpr std::size_t kMaximum = 1'000'000'000;

  void Add(std::string_view filter, const std::string& value, std::string_view condition) {
    if (value.empty()) return;
    if (condition.empty()) {
      fault_ = "--" + std::string(filter) + " does not apply to " + std::string(subject_.name);
      return;
    }
    Condition(condition, value);
  }

  // Dates compare as far as both go: an event of "2024" lies in --since 2024-05 as well as in
  // --until 2024-05.
  void AddDate(std::string_view filter, const std::string& value, std::string_view comparison) {
    if (value.empty()) return;
    if (!IsDate(value)) {
      fault_ = "--" + std::string(filter) +
               " wants a date of the calendar like 2024-05-03, 2024-05 or 2024, not \"" + value +
               "\"";
      return;
    }
    const std::string date = "substr(" + std::string(subject_.date) + ", 1, 10)";
    Condition("substr(" + date + ", 1, length(?1)) " + std::string(comparison) +
                  " substr(?1, 1, length(" + date + "))",
              value);
  }

  void AddText(const std::string& text) {
    const std::string match = MatchExpression(text);
    if (match.empty()) {
      fault_ = "--text has no word to look for";
      return;
    }
    Condition(subject_.text, match);
  }

  // Replaces ?1 by the number of this value.
  void Condition(std::string_view condition, const std::string& value) {
    values_.emplace_back(value);
    std::string number = "?";
    number += std::to_string(values_.size());
    where_ += where_.empty() ? " WHERE " : " AND ";
    for (std::size_t i = 0; i < condition.size(); ++i) {
      if (condition.substr(i, 2) == "?1") {
        where_ += number;
        ++i;
      } else {
        where_ += condition[i];
      }
    }
  }

  const Subject& subject_;
  std::string where_;
  SqlRow values_;
  std::string fault_;
};

using WordList = std::span<const std::string_view>;

// `types`, `statuses`, `stances`: the words that such a filter has; none where it does not apply.
Result<QueryResult> Ask(StoreReader& store, Query query, const Subject& subject,
                        WordList types = {}, WordList statuses = {}, WordList stances = {}) {
  if (query.limit == 0) return Usage("--limit must be at least 1");
  struct Choice {
    const char* filter;
    std::string& value;
    WordList words;
  };
  for (const Choice& choice :
       {Choice{"--type", query.type, types}, Choice{"--status", query.status, statuses},
        Choice{"--stance", query.stance, stances}}) {
    if (choice.words.empty()) continue;
    const Result<std::string> word = FilterWord(choice.filter, choice.value, choice.words);
    if (!word) return std::unexpected(word.error());
    choice.value = *word;
  }
  const Result<std::string> country = FilterCountry(query.country, store.connection());
  if (!country) return std::unexpected(country.error());
  query.country = *country;
  Builder builder(subject, query);
  if (!query.article.empty()) {
    const Result<std::string> id = store.FindArticle(query.article);
    if (!id) return std::unexpected(id.error());
    builder.AddArticle(*id);
  }
  Result<void> named = store.connection().AddFunction("name_key", NameKey);
  if (!named) return std::unexpected(named.error());
  return builder.Run(store, query.limit);
}

}  // namespace

Result<QueryResult> QueryStatements(StoreReader& store, const Query& query) {
  return Ask(store, query, kStatements, {}, {}, Words<Stance>());
}

Result<QueryResult> QueryEvents(StoreReader& store, const Query& query) {
  return Ask(store, query, kEvents, Words<EventType>(), Words<EventStatus>());
}

Result<QueryResult> QueryPlaces(StoreReader& store, const Query& query) {
  return Ask(store, query, kPlaces, Words<PlaceKind>());
}

Result<QueryResult> QueryArticles(StoreReader& store, const Query& query) {
  return Ask(store, query, kArticles);
}

}  // namespace dateline
