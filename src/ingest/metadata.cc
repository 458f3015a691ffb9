#include "ingest/metadata.h"

#include <algorithm>
#include <array>

#include "ingest/iso_date.h"
#include "ingest/json.h"
#include "ingest/page_text.h"

namespace dateline {

namespace {

// The first bytes of `text`, at most `size`, cut between two characters.
std::string_view Head(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

// Schema.org types whose headline and date are those of a report.
bool IsArticleType(std::string_view type) {
  static constexpr std::array<std::string_view, 10> kTypes = {
      "NewsArticle",           "Article",
      "ReportageNewsArticle",  "AnalysisNewsArticle",
      "OpinionNewsArticle",    "LiveBlogPosting",
      "BackgroundNewsArticle", "BlogPosting",
      "ReviewNewsArticle",     "AskPublicNewsArticle"};
  if (const std::size_t slash = type.rfind('/'); slash != type.npos) type.remove_prefix(slash + 1);
  return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

constexpr std::size_t kLongestField = 4096;  // bytes; no headline is longer

void TakeFirst(std::string_view value, std::string& field) {
  if (field.empty()) field = PlainWords(Head(value, kLongestField));
}

void TakeDate(std::string_view value, std::string& field) {
  if (!field.empty() || value.empty()) return;
  std::optional<std::string> date = IsoDate(value);
  if (!date) date = EnglishDate(value);
  if (date) field = *date;
}

class JsonLd {
 public:
  JsonLd(const JsonDocument& json, PageMetadata& found) : json_(json), found_(found) {}

  // Every object of the document, at any depth, that is an article.
  void Run() {
    for (std::uint32_t i = 0; i < json_.values().size(); ++i)
      if (json_[i].kind == JsonKind::kObject && IsArticle(i)) Article(i);
  }

 private:
  bool IsArticle(std::uint32_t object) const {
    const std::uint32_t type = json_.Member(object, "@type");
    if (type == 0) return false;
    if (json_[type].kind != JsonKind::kArray) return IsArticleType(json_[type].text);
    // Only its own elements: types inside types would be looked at once a level.
    for (std::uint32_t i = type + 1; i < json_[type].end; i = json_[i].end)
      if (IsArticleType(json_[i].text)) return true;
    return false;
  }

  // The text of a member: itself, or of its first element, or the name in it.
  std::string_view Name(std::uint32_t object, std::string_view key) const {
    std::uint32_t value = json_.Member(object, key);
    if (value == 0) return {};
    if (json_[value].kind == JsonKind::kArray && json_[value].end > value + 1) ++value;
    if (json_[value].kind == JsonKind::kObject) return json_.Text(value, "name");
    return json_[value].text;
  }

  void Article(std::uint32_t object) {
    TakeFirst(Name(object, "headline"), found_.title);
    TakeDate(Name(object, "datePublished"), found_.published);
    TakeFirst(Name(object, "publisher"), found_.publisher);
    TakeFirst(Name(object, "inLanguage"), found_.language);
    TakeFirst(Name(object, "articleSection"), found_.section);
    TakeFirst(Name(object, "url"), found_.url);
    if (found_.article_body.empty()) found_.article_body = Name(object, "articleBody");
  }

  const JsonDocument& json_;
  PageMetadata& found_;
};

// Pages put line ends into strings of JSON, which JSON does not have; between values a space does
// as well.
std::string WithoutControls(std::string_view json) {
  std::string out(json);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return out;
}

struct MetaName {
  std::string_view name;
  std::string PageMetadata::* field;
};
// Best first.
constexpr std::array<MetaName, 19> kMetas = {{
    {"og:title", &PageMetadata::title},
    {"article:published_time", &PageMetadata::published},
    {"og:site_name", &PageMetadata::publisher},
    {"og:url", &PageMetadata::url},
    {"article:section", &PageMetadata::section},
    {"twitter:title", &PageMetadata::title},
    {"datepublished", &PageMetadata::published},
    {"article.published", &PageMetadata::published},
    {"parsely-pub-date", &PageMetadata::published},
    {"sailthru.date", &PageMetadata::published},
    {"dc.date.issued", &PageMetadata::published},
    {"dc.date", &PageMetadata::published},
    {"pubdate", &PageMetadata::published},
    {"publish-date", &PageMetadata::published},
    {"cxenseparse:recs:publishtime", &PageMetadata::published},
    {"date", &PageMetadata::published},
    {"parsely-title", &PageMetadata::title},
    {"dc.title", &PageMetadata::title},
    {"application-name", &PageMetadata::publisher},
}};

std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

class PageReader {
 public:
  PageReader(std::string_view page, const HtmlScan& scan, const HtmlTree& tree, PageMetadata& found)
      : page_(page), scan_(scan), tree_(tree), found_(found) {}

  void Metas() {
    std::array<std::string_view, kMetas.size()> values{};
    for (const HtmlNode& node : tree_.nodes) {
      if (node.tag == Tag::kLink && tree_.Value(node, Attr::kRel) == "canonical")
        canonical_ = tree_.Value(node, Attr::kHref);
      if (node.tag != Tag::kMeta) continue;
      for (Attr attr : {Attr::kProperty, Attr::kName, Attr::kItemprop}) {
        const std::string name = Lower(tree_.Value(node, attr));
        for (std::size_t i = 0; i < kMetas.size(); ++i)
          if (name == kMetas[i].name && values[i].empty())
            values[i] = tree_.Value(node, Attr::kContent);
      }
    }
    for (std::size_t i = 0; i < kMetas.size(); ++i) {
      std::string& field = found_.*kMetas[i].field;
      kMetas[i].field == &PageMetadata::published ? TakeDate(values[i], field)
                                                  : TakeFirst(values[i], field);
    }
    TakeFirst(canonical_, found_.url);
  }

  // itemprop, <time>, <h1>, <title>, <html lang>
  void Elements() {
    std::string h1, title;
    for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (node.tag == Tag::kTime || tree_.Value(node, Attr::kItemprop) == "datePublished")
        TakeDate(tree_.Value(node, Attr::kDatetime), found_.published);
      if (node.tag == Tag::kH1 && h1.empty()) h1 = TextOf(i);
      if (node.tag == Tag::kTitle && title.empty()) title = TextOf(i);
    }
    TakeFirst(h1, found_.title);
    TakeFirst(title, found_.title);
    if (!tree_.nodes.empty()) TakeFirst(tree_.Value(tree_.nodes[0], Attr::kLang), found_.language);
  }

 private:
  std::string TextOf(std::uint32_t element) const {
    PageText text(page_);
    for (std::uint32_t i = element; i < tree_.nodes[element].end; ++i) {
      if (tree_.nodes[i].tag == Tag::kText) {
        const Span run = scan_.runs[tree_.nodes[i].run];
        text.Add({run.begin, run.begin + static_cast<std::uint32_t>(
                                             Head(Words(page_, run), kLongestField).size())});
      } else {
        text.Space();
      }
      if (text.size() > kLongestField) break;
    }
    return std::move(text).Finish().first;
  }

  std::string_view page_;
  const HtmlScan& scan_;
  const HtmlTree& tree_;
  PageMetadata& found_;
  std::string_view canonical_;
};

}  // namespace

PageMetadata ReadMetadata(std::string_view page, const HtmlScan& scan, const HtmlTree& tree) {
  PageMetadata found;
  for (Span script : scan.json_lds) {
    const Result<JsonDocument> json = JsonDocument::Parse(WithoutControls(Words(page, script)));
    if (json) JsonLd(*json, found).Run();
  }
  PageReader reader(page, scan, tree, found);
  reader.Metas();
  reader.Elements();
  // "en-GB" -> "en"
  found.language = Lower(found.language.substr(0, found.language.find_first_of("-_")));
  if (found.language.size() != 2) found.language.clear();
  return found;
}

}  // namespace dateline
