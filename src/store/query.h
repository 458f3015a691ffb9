// Who asks what of the store?  Statements, events, places and articles by filters a person expects.
//
// An empty filter does not filter; several are joined by "and".  A filter that means nothing for
// what is asked, or a value that is no value of its kind, is an Error kUsage, never passed over.
// Values are bound, never part of SQL. Names match as whole words without regard to case and
// accents: "erdogan" finds "Recep Tayyip Erdoğan", "li" does not find "Blinken".  Rows come by
// publication date, article, and position; at most `limit` of them. Cost: reads articles in the
// order of the answer and stops at the limit; linear in the store where a filter is rare.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "dateline/result.h"
#include "store/reader.h"
#include "store/sqlite.h"

namespace dateline {

struct Query {
  std::string speaker;  // statements: name or role of the speaker, or the words of the source
  std::string actor;    // events: a side of it, by name, words or code ("RUS", "RUS MIL")
  std::string type;     // events: "ASSAULT"; places: "city"; case counts in no filter
  std::string country;  // a name or a code of ISO 3166.  events, places: where; articles: of any
                        // place; statements: of the speaker
  std::string
      since;  // "2024", "2024-05" or "2024-05-03", inclusive; of the event, else of the publication
  std::string until;    // likewise, inclusive: "2024" means to its last day
  std::string text;     // statements: words of the content; else: of the report or its title.  "a
                        // phrase" in marks
  std::string status;   // events: "actual"
  std::string stance;   // statements: "deny"
  std::string place;    // events, places, articles: name of the place
  std::string article;  // as StoreReader::FindArticle
  std::size_t limit = 100;
};

struct QueryResult {
  std::vector<std::string> columns;
  std::vector<SqlRow> rows;  // null, integer, real or text; as many as columns
  bool more = false;         // the limit cut the answer
};

// published, publisher, speaker, role, code, cue, stance, form, content, addressee, venue,
// source_words, anonymous, implicit, conditional, parent, confidence, why, title, url, article,
// statement ("s1")
Result<QueryResult> QueryStatements(StoreReader& store, const Query& query);

// date, published, publisher, actors, actor_codes, type, mode, quad, intensity, cameo, contexts,
// recipients, recipient_codes, status, trigger_words, place, admin1, country, latitude, longitude,
// time, event_date, claimed_by, dead, injured, arrested, same_as, sentence, confidence, why, title,
// url, article, event ("e1").  Several actors stand in one value, joined by "; ".
Result<QueryResult> QueryEvents(StoreReader& store, const Query& query);

// published, publisher, place, kind, admin1, country, latitude, longitude, geonames, words,
// mentions, confidence, why, title, url, article, place_id ("p1")
Result<QueryResult> QueryPlaces(StoreReader& store, const Query& query);

// published, publisher, title, language, section, credits, statements, events, places, diagnostics,
// url, source, given_id, article
Result<QueryResult> QueryArticles(StoreReader& store, const Query& query);

}  // namespace dateline
