#include "ingest/html.h"

#include <gtest/gtest.h>

#include <ctime>

#include "ingest/charset.h"
#include "ingest/html_depth.h"
#include "ingest/html_scan.h"
#include "ingest/page_text.h"
#include "text/unicode.h"

namespace dateline {
namespace {

// A page of the usual build, in our own words.
constexpr std::string_view kPage = R"(<!DOCTYPE html>
<html lang="en-GB"><head><title>Bridge reopens | The Valley Post</title>
<meta property="og:title" content="Bridge reopens after floods"><meta property="og:site_name" content="The Valley Post">
<link rel="canonical" href="https://valley.example/bridge">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
{"@type":["NewsArticle"],"headline":"Bridge reopens after floods &amp; repairs","datePublished":"2024-03-05T08:00:00+01:00",
"articleSection":["Local"],"publisher":{"@type":"Organization","name":"Valley Post"}}]}</script>
<style>p { color: red }</style></head>
<body class="page has-sidebar"><header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav></header>
<div class="cookie-consent"><p>We and our partners use cookies to make this page better for you.</p></div>
<article><h1>Bridge reopens after floods</h1><p class="byline">By A Reporter of this paper</p>
<div class="article__body">
<p>The bridge over the Aller reopened on Tuesday, <b>the mayor</b> said, after <a href="x">weeks of repairs</a>.</p>
<figure><img src="b.jpg"><figcaption>The bridge on Tuesday morning, seen from the north.</figcaption></figure>
<h2>What comes next</h2>
<p>&ldquo;It is safe&rdquo;, Anna M&uuml;ller told reporters. Trucks over 7.5&nbsp;t must wait until May.</p>
<ul><li>Cars may cross from six in the morning</li><li>Trucks follow in May</li></ul>
<div class="newsletter-signup"><p>Sign up for our newsletter and never miss a story again.</p></div>
<blockquote>We have waited long enough.</blockquote>
<p>No.</p>
<p>The council meets again on Friday.</p>
<aside><p>Read more of our coverage of the floods in the valley.</p></aside>
</div></article>
<section id="comments"><p>First! I have crossed that bridge many times, said a reader.</p></section>
<footer><p>Copyright 2024 The Valley Post. All rights are reserved by us.</p></footer></body></html>)";

Result<Article> Read(std::string_view page) { return ReadHtml(page, "", {}); }

// Every piece of the map that is byte by byte re-reads from the source; every other one decodes to
// its text.
void ExpectMapHolds(std::string_view source, const Article& article) {
  for (const SourcePiece& piece : article.source_map.pieces()) {
    const std::string_view text =
        std::string_view(article.text).substr(piece.text_begin, piece.text_size);
    ASSERT_LE(piece.source_begin + piece.source_size, source.size());
    const std::string_view bytes = source.substr(piece.source_begin, piece.source_size);
    if (piece.text_size == piece.source_size) {
      ASSERT_EQ(text, bytes);
    } else {
      ASSERT_EQ(PlainWords(Decode(bytes, "windows-1252", {}).text), text);
    }
  }
}

TEST(HtmlTest, BodyIsTheTextAndTheSurroundingsAreOut) {
  const Result<Article> article = Read(kPage);
  ASSERT_TRUE(article);
  EXPECT_EQ(
      article->text,
      "The bridge over the Aller reopened on Tuesday, the mayor said, after weeks of repairs.\n\n"
      "What comes next\n\n"
      "“It is safe”, Anna Müller told reporters. Trucks over 7.5\u00A0t must wait until May.\n\n"
      "Cars may cross from six in the morning\n\n"
      "Trucks follow in May\n\n"
      "We have waited long enough.\n\n"
      "No.\n\n"
      "The council meets again on Friday.");
}

TEST(HtmlTest, MetadataComesFromJsonLdFirst) {
  const Result<Article> article = Read(kPage);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "Bridge reopens after floods & repairs");
  EXPECT_EQ(article->published, "2024-03-05T08:00:00+01:00");
  EXPECT_EQ(article->publisher, "Valley Post");
  EXPECT_EQ(article->url, "https://valley.example/bridge");
  EXPECT_EQ(article->language, "en");
  EXPECT_EQ(article->section, "Local");
}

TEST(HtmlTest, MetadataFallsBackToMetasTimeAndHeading) {
  const std::string body =
      "<p>The council met on Monday and agreed on the plan for the bridge.</p>";
  EXPECT_EQ(Read("<meta property='article:published_time' content='2024-01-02'>" + body)->published,
            "2024-01-02");
  EXPECT_EQ(
      Read("<time datetime='soon'></time><time datetime='2024-01-03T10:00Z'>" + body)->published,
      "2024-01-03T10:00:00Z");
  EXPECT_EQ(Read("<title>Site</title><h1>The <i>plan</i></h1>" + body)->title, "The plan");
  EXPECT_EQ(Read("<title>A &amp; B</title>" + body)->title, "A & B");
  EXPECT_EQ(Read("<script "
                 "type=application/"
                 "ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Two\nlines\"}</script>" +
                 body)
                ->title,
            "Two lines");
  EXPECT_EQ(Read("<script type=application/ld+json>{broken</script>" + body)->published, "");
  EXPECT_EQ(Read("<p>KISUMU, March 4, 2024 - Ferries sailed again.</p>" + body)->published,
            "2024-03-04");
}

TEST(HtmlTest, TypesNestedInTypesOfJsonLdAreLinear) {
  const auto seconds = [](int depth) {
    std::string json, zeros;
    for (int i = 0; i < depth; ++i) json += "{\"@type\":";
    for (int i = 0; i < 200'000; ++i) zeros += "0,";
    json += '[' + zeros + "0]" + std::string(static_cast<std::size_t>(depth), '}');
    const std::string page = "<script type='application/ld+json'>" + json +
                             "</script><p>The ferry will sail on Monday, the minister said.</p>";
    const std::clock_t begin = std::clock();
    EXPECT_TRUE(ReadHtml(page, "UTF-8", {}).has_value());
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  };
  EXPECT_LT(seconds(900), 3 * seconds(1) + 0.3);
}

TEST(HtmlTest, JsonLdBodyIsTakenWhereThePageHasNone) {
  const Result<Article> article = Read(
      "<script type=application/ld+json>[{\"@type\":\"NewsArticle\",\"articleBody\":\"The council "
      "met. It agreed.\"}]"
      "</script><div id=app></div>");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, "The council met. It agreed.");
  EXPECT_TRUE(article->source_map.pieces().empty());
}

TEST(HtmlTest, EveryCharacterLeadsBackToThePage) {
  const Result<Article> article = Read(kPage);
  ASSERT_TRUE(article);
  ExpectMapHolds(kPage, *article);
  const auto source_of = [&](std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(article->text.find(words));
    return Words(kPage, article->source_map.SourceOf(
                            {begin, begin + static_cast<std::uint32_t>(words.size())}));
  };
  EXPECT_EQ(source_of("reopened on Tuesday"), "reopened on Tuesday");
  EXPECT_EQ(source_of("Müller"), "M&uuml;ller");
  EXPECT_EQ(source_of("the mayor said"), "the mayor</b> said");
  EXPECT_EQ(source_of("“"), "&ldquo;");
}

TEST(HtmlTest, Latin1AndWindows1252PagesKeepTheirBytes) {
  for (std::string_view charset : {"iso-8859-1", "windows-1252"}) {
    const std::string page =
        "<meta charset=" + std::string(charset) +
        "><p>\x93S\xE3o Paulo is calm\x94, the mayor said on caf\xE9 terraces &amp; streets.</p>";
    const Result<Article> article = Read(page);
    ASSERT_TRUE(article);
    EXPECT_EQ(article->text, "“São Paulo is calm”, the mayor said on café terraces & streets.");
    ExpectMapHolds(page, *article);
    const auto at = static_cast<std::uint32_t>(article->text.find("café"));
    EXPECT_EQ(Words(page, article->source_map.SourceOf({at, at + 5})), "caf\xE9");
  }
}

TEST(HtmlTest, BrokenUtf8IsReplacedWithADiagnostic) {
  const Result<Article> article = Read(
      "<meta charset=utf-8><p>The mayor \xFF said that the bridge over the river was safe.</p>");
  ASSERT_TRUE(article);
  EXPECT_NE(article->text.find("mayor \uFFFD said"), std::string::npos);
  ASSERT_EQ(article->diagnostics.size(), 1u);
  EXPECT_EQ(article->diagnostics[0].code, "utf8.replaced");
}

TEST(HtmlTest, PageWithoutAnArticleIsAnError) {
  const Result<Article> article = Read("<html><body><nav><a href=a>Home</a></nav></body></html>");
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().code, ErrorCode::kHtmlNoContent);
}

TEST(HtmlTest, BreaksPartLinesAndTwoPartParagraphs) {
  const Result<Article> article = Read(
      "<div>The army said on Monday that it had left the town<br>and the hills around it.<br><br>"
      "Nobody was hurt in the last days, the army said on Tuesday evening, and it will not "
      "return.</div>");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text,
            "The army said on Monday that it had left the town\nand the hills around it.\n\n"
            "Nobody was hurt in the last days, the army said on Tuesday evening, and it will not "
            "return.");
}

TEST(HtmlTest, TextOutOfATableKeepsItsPlace) {
  const std::string page =
      "<table>The army said on Monday that it had left the town and the hills.<tr><td>Nobody was "
      "hurt, said the army on the next day.</td></tr></table>";
  const Result<Article> article = Read(page);
  ASSERT_TRUE(article);
  EXPECT_NE(article->text.find("the hills."), std::string::npos);
  ExpectMapHolds(page, *article);
}

TEST(HtmlTest, DeepNestingIsFlattenedAndItsTextKept) {
  const std::string tail = "<p>The text after the nest is kept, the army said on Monday.</p>";
  for (int depth : {500, 600}) {
    std::string page;
    for (int i = 0; i < depth; ++i) page += "<div>";
    page += "The text in the nest is kept as well, said the army that day.";
    for (int i = 0; i < depth; ++i) page += "</div>";
    const Result<Article> article = Read(page + tail);
    ASSERT_TRUE(article);
    EXPECT_NE(article->text.find("in the nest"), std::string::npos);
    EXPECT_NE(article->text.find("after the nest"), std::string::npos);
    EXPECT_EQ(article->diagnostics.size(), depth > 512 ? 1u : 0u);
    if (depth > 512) {
      EXPECT_EQ(article->diagnostics[0].code, "html.depth_capped");
    }
  }
}

TEST(HtmlTest, DepthLimitIsTheCallersToSet) {
  Limits limits;
  limits.html_depth = 8;
  const Result<Article> article = ReadHtml(
      "<div><div><div><div><div><div><div><div><p>The army said that it had left the "
      "town.</p><p>Nobody was hurt that day.",
      "", limits);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, "The army said that it had left the town.\nNobody was hurt that day.");
}

class HostileHtmlTest : public testing::TestWithParam<std::string_view> {};

// 100,000 of each, then a paragraph.  Where a browser would see the paragraph, it is kept.
TEST_P(HostileHtmlTest, ManyTagsTakeWellUnderASecond) {
  std::string page;
  for (int i = 0; i < 100'000; ++i) page += GetParam();
  page += "<p>The text after the nest is kept, the army said on Monday.</p>";
  const std::clock_t begin =
      std::clock();  // of this process, so that a busy machine does not count
  const Result<Article> article = Read(page);
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  EXPECT_LT(seconds, 2.0);  // 0.1 s in a release build; room for sanitizers
  ASSERT_TRUE(article);
  EXPECT_NE(article->text.find("after the nest"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Shapes, HostileHtmlTest,
                         testing::Values("<div>", "<b>", "<font color=red>", "<table>", "<svg>",
                                         "<div>x", "<p>x", "</p>", "<div><p></span></div></b>",
                                         "<table><tr><td>", "<a href=x>", "<ul><li>", "<x-y>",
                                         "<h1>", "<body a=b>", "<span><hr>", "<form>", "<dl><dd>"));

TEST(HostileHtmlTest, HundredThousandAttributesAreOneTag) {
  std::string page = "<p ";
  for (int i = 0; i < 100'000; ++i) page.append(1, 'a').append(std::to_string(i)).append("=b ");
  const Result<Article> article =
      Read(page + ">The army said on Monday that it had left the town.</p>");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, "The army said on Monday that it had left the town.");
}

// Cuts the page at every byte, and drops every byte: no crash, valid text, a map that holds.
TEST(HtmlPropertyTest, AnyCutOfThePageReadsAndMaps) {
  for (std::size_t i = 0; i < kPage.size(); i += 3) {
    const std::string cut(kPage.substr(0, i));
    const std::string holed = cut + std::string(kPage.substr(i + 1));
    for (const std::string& page : {cut, holed}) {
      const Result<Article> article = Read(page);
      if (!article) continue;
      ASSERT_TRUE(IsValidUtf8(article->text));
      if (IsValidUtf8(page)) ExpectMapHolds(page, *article);
    }
  }
}

// Pages of random pieces: the text that has a source is a subsequence of the page's decoded text.
TEST(HtmlPropertyTest, RandomPagesReadAndMap) {
  const std::vector<std::string> pieces = {"<p>",
                                           "</p>",
                                           "<div class='share'>",
                                           "</div>",
                                           "<table>",
                                           "<tr><td>",
                                           "</table>",
                                           "<!-- -->",
                                           "<b>",
                                           "</b>",
                                           "<a href='x>y'>",
                                           "</a>",
                                           "<script>if (a<b) {}</script>",
                                           "&amp;",
                                           "&lt",
                                           "&#8217;",
                                           "&#x1F600;",
                                           "&nosuch;",
                                           "&",
                                           "<",
                                           "The army said on Monday that it had left the town. ",
                                           "caf\xC3\xA9 ",
                                           "\xE2\x80\x9CNo,\xE2\x80\x9D ",
                                           "<br>",
                                           "\n",
                                           "\xC2\xAD",
                                           "<title>",
                                           "</title>",
                                           "<svg><title/>",
                                           "</svg>",
                                           "<li>",
                                           "<h2>",
                                           "</h2>",
                                           "<textarea>",
                                           "</textarea>"};
  std::uint32_t state = 12345;
  for (int round = 0; round < 3000; ++round) {
    std::string page;
    for (int i = 0; i < 30; ++i) {
      state = state * 1664525 + 1013904223;
      page += pieces[(state >> 16) % pieces.size()];
    }
    const Result<Article> article = ReadHtml(page, "UTF-8", {});
    if (!article) continue;
    ASSERT_TRUE(IsValidUtf8(article->text)) << page;
    ExpectMapHolds(page, *article);
    if (testing::Test::HasFatalFailure()) FAIL() << page;
  }
}

TEST(HtmlScanTest, SplitsTagsFromText) {
  const HtmlScan scan = ScanHtml(
      "<p class=a data-x=1>One <b>two</b> 3 < 4</p><!-- no --><script>x</script> <a "
      "href=u>five</a>",
      {});
  EXPECT_EQ(scan.skeleton, "<!DOCTYPE html><p class=a>0;1; 2;</p> <x-a>3;</x-a>");
  ASSERT_EQ(scan.runs.size(), 4u);
}

TEST(HtmlScanTest, QuotesHideTagsAndRawElementsEndWhereTheyShould) {
  EXPECT_EQ(ScanHtml("<p title='>' id=\"a>b\">x", {}).skeleton, "<!DOCTYPE html><p id=\"a>b\">0;");
  EXPECT_EQ(ScanHtml("<script>'</scripty>' </SCRIPT >x", {}).skeleton, "<!DOCTYPE html>0;");
  EXPECT_EQ(ScanHtml("<title>a <b> c</title>x", {}).skeleton, "<!DOCTYPE html><title>0;</title>1;");
  EXPECT_EQ(ScanHtml("<!-->x<!--a--!>y<!doctype z>w</ q>v", {}).skeleton,
            "<!DOCTYPE html>0;1;2;3;");
  EXPECT_EQ(ScanHtml("x<p id='never closed", {}).skeleton, "<!DOCTYPE html>0;");
}

TEST(HtmlScanTest, TagsAndAttributesAtTheLimitAreKeptAndBeyondItCut) {
  const std::string page = "<p class=abc>One</p><p>two</p>";
  const auto scan = [&](const Limits& limits) { return ScanHtml(page, limits); };
  EXPECT_FALSE(scan({.html_tags = 4, .html_tag_bytes = 12}).tags_cut);
  EXPECT_TRUE(scan({.html_tags = 3}).tags_cut);
  EXPECT_TRUE(scan({.html_tag_bytes = 11}).tags_cut);
  EXPECT_EQ(scan({.html_tags = 2}).skeleton, "<!DOCTYPE html><p class=abc>0;</p> 1; ");
}

TEST(HtmlTest, PageBeyondTheMapsLimitSaysSoOnce) {
  std::string page = "<article><p>";
  for (int i = 0; i < 200; ++i) page += "The army &amp; the caf\xE9 said on Monday that it left. ";
  const Limits limits{.source_pieces = 50};
  const Result<Article> article = ReadHtml(page, "windows-1252", limits);
  ASSERT_TRUE(article);
  ASSERT_EQ(article->diagnostics.size(), 1u);
  EXPECT_EQ(article->diagnostics[0].code, "source_map.coarse");
  EXPECT_TRUE(ReadHtml(page, "windows-1252", {})->diagnostics.empty());
}

TEST(HtmlDepthTest, EndTagOfAFlattenedElementIsDroppedWithIt) {
  using enum DepthCap::Verdict;
  DepthCap cap(2);
  EXPECT_EQ(cap.Open(1, false, 1), kKeep);
  EXPECT_EQ(cap.Open(1, false, 2), kDrop);
  cap.Text();
  EXPECT_EQ(cap.Open(2, false, 2), kBreak);
  EXPECT_EQ(cap.Open(3, true, 2), kKeep);
  EXPECT_EQ(cap.Close(1), kDrop);  // ends 2 as well
  EXPECT_EQ(cap.Close(2), kKeep);
  EXPECT_EQ(cap.Close(1), kKeep);
  EXPECT_TRUE(cap.depth_capped());
}

TEST(PageTextTest, ReferencesAreDecodedAsBrowsersDo) {
  EXPECT_EQ(PlainWords("&eacute;&notit;&amp &#65;&#x42;&#150;&#0;&#xD800;&bogus; & AT&T"),
            "é¬it;& AB–\uFFFD\uFFFD&bogus; & AT&T");
  EXPECT_EQ(PlainWords("  a \n\t b&#32;&#10;c\xC2\xAD"
                       "d&shy;e&#8203;f "),
            "a b cdef");
}

}  // namespace
}  // namespace dateline
