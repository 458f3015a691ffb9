// Is it the same report?  The id of an article is a hash of what it says, not of where it lies.
//
// Two files with the same url, date, headline and text are one article; read twice, it is stored
// once.
#pragma once

#include <string>

#include "dateline/article.h"

namespace dateline {

// 16 hex digits of the SHA-256 over url, published, title, text, each with its length.
std::string ArticleId(const Article& article);

}  // namespace dateline
