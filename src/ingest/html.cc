#include "ingest/html.h"

#include <algorithm>

#include "ingest/charset.h"
#include "ingest/credits.h"
#include "ingest/html_blocks.h"
#include "ingest/html_scan.h"
#include "ingest/html_tree.h"
#include "ingest/main_content.h"
#include "ingest/metadata.h"
#include "ingest/page_text.h"
#include "ingest/plain.h"

namespace dateline {

namespace {

void AddBlock(const Block& block, const HtmlScan& scan, const HtmlTree& tree, PageText& text) {
  for (std::uint32_t part : block.parts) {
    const HtmlNode& node = tree.nodes[part];
    if (node.tag == Tag::kText) text.Add(scan.runs[node.run]);
    if (node.tag == Tag::kSpace) text.Space();
    if (node.tag == Tag::kBr) text.LineBreak();
  }
  text.Paragraph();
}

// The text of the page, with its map to the bytes of `page`.
std::pair<std::string, BuiltMap> BodyText(std::string_view page, const HtmlScan& scan,
                                          const HtmlTree& tree, const Limits& limits) {
  const std::vector<Block> blocks = Blocks(page, scan, tree);
  PageText text(page, limits);
  for (std::uint32_t index : MainContent(tree, blocks)) AddBlock(blocks[index], scan, tree, text);
  return std::move(text).Finish();
}

bool HasCode(const std::vector<Diagnostic>& diagnostics, std::string_view code) {
  return std::ranges::any_of(diagnostics, [&](const Diagnostic& d) { return d.code == code; });
}

}  // namespace

Result<Article> ReadHtml(std::string_view bytes, std::string_view charset, const Limits& limits) {
  DecodedText decoded = Decode(bytes, charset.empty() ? DeclaredCharset(bytes) : charset, limits);
  const std::string_view page = decoded.text;
  const HtmlScan scan = ScanHtml(page, limits);
  const HtmlTree tree = BuildHtmlTree(scan.skeleton, limits);
  PageMetadata metadata = ReadMetadata(page, scan, tree);

  Article article;
  auto [text, to_page] = BodyText(page, scan, tree, limits);
  // Some pages hold the body in scripts alone, but for a first paragraph; JSON-LD has it whole.
  if (metadata.article_body.size() > 2 * text.size()) {
    text = std::move(metadata.article_body);
    to_page = {};
  }
  if (text.empty())
    return std::unexpected(
        Error{ErrorCode::kHtmlNoContent, "it has no paragraph of running text", ""});
  article.text = std::move(text);
  BuiltMap to_file = Compose(to_page.map, decoded.source_map, limits);
  article.source_map = std::move(to_file.map);
  article.title = std::move(metadata.title);
  article.published =
      metadata.published.empty() ? DatelineDate(article.text) : std::move(metadata.published);
  article.publisher = std::move(metadata.publisher);
  article.url = std::move(metadata.url);
  article.language = std::move(metadata.language);
  article.section = std::move(metadata.section);
  article.credits = CreditsOf(article.text);
  for (const Diagnostic& odd : decoded.diagnostics)  // its places are of the page, not of the text
    article.diagnostics.push_back({odd.code, odd.message, {}});
  if ((to_page.coarse || to_file.coarse) && !HasCode(article.diagnostics, CoarseMap(limits).code))
    article.diagnostics.push_back(CoarseMap(limits));
  if (tree.depth_capped)
    article.diagnostics.push_back(
        {"html.depth_capped", "elements nested too deeply were flattened", {}});
  if (scan.tags_cut)
    article.diagnostics.push_back({"html.tags_capped", "tags beyond the limit were left out", {}});
  return article;
}

}  // namespace dateline
