#include "ingest/article_id.h"

#include "base/hash.h"

namespace dateline {

std::string ArticleId(const Article& article) {
  return Sha256()
      .Add(article.url)
      .Add(article.published)
      .Add(article.title)
      .Add(article.text)
      .Hex()
      .substr(0, 16);
}

}  // namespace dateline
