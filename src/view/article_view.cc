#include "view/article_view.h"

#include <algorithm>
#include <vector>

#include "text/paragraphs.h"
#include "text/unicode.h"
#include "text/visible.h"
#include "view/format.h"
#include "view/record_lines.h"

namespace dateline {

namespace {

// What a character belongs to; a later one paints over an earlier one.
enum Ink : unsigned char { kPlain, kContent, kPlaceInk, kTimeInk, kSource, kCueInk, kTrigger };
constexpr const char* kPaint[] = {"",           "\x1b[4m",    "\x1b[34m",  "\x1b[35m",
                                  "\x1b[36;1m", "\x1b[33;1m", "\x1b[31;1m"};
constexpr const char* kReset = "\x1b[0m";

class Painter {
 public:
  Painter(const Article& article, const RecordBatch& batch, const ArticleViewOptions& options)
      : article_(article), batch_(batch), options_(options), ink_(article.text.size(), kPlain) {}

  std::string Paint() {
    Ink();
    Head();
    const auto size = static_cast<std::uint32_t>(article_.text.size());
    Lines();
    std::size_t next = 0;
    for (Span paragraph : Paragraphs(article_.text, size)) {
      Paragraph(paragraph);
      for (; next < lines_.size() && lines_[next].at < paragraph.end; ++next) Put(lines_[next]);
      out_ += '\n';
    }
    if (!batch_.actors.empty()) out_ += Styled("Actors\n", "\x1b[1m");
    for (std::size_t i = 0; i < batch_.actors.size(); ++i) {
      const Actor& actor = batch_.actors[i];
      Put({0, ActorId{static_cast<std::uint32_t>(i)}.ToString(), ActorLine(actor),
           &actor.judgement});
    }
    for (const auto* list : {&article_.diagnostics, &batch_.diagnostics})
      for (const Diagnostic& diagnostic : *list)
        out_ += Format("note: {} [{}]\n", Visible(diagnostic.message), diagnostic.code);
    return std::move(out_);
  }

 private:
  struct Line {
    std::uint32_t at;  // where in the text the record begins
    std::string id;
    std::string words;
    const Judgement* judgement;
  };

  void Fill(const std::vector<Span>& spans, enum Ink ink) {
    for (Span span : spans) std::fill(ink_.begin() + span.begin, ink_.begin() + span.end, ink);
  }

  void Ink() {
    for (const Statement& s : batch_.statements) Fill(s.content.spans(), kContent);
    for (const Place& p : batch_.places) Fill(p.mentions.spans(), kPlaceInk);
    for (const Time& t : batch_.times) Fill(t.mention.spans(), kTimeInk);
    for (const Statement& s : batch_.statements) {
      if (s.source) Fill(s.source->spans(), kSource);
      if (s.cue) Fill(s.cue->evidence.spans(), kCueInk);
    }
    for (const Event& e : batch_.events) Fill(e.trigger.spans(), kTrigger);
  }

  void Head() {
    if (!article_.title.empty() && !article_.text.starts_with(article_.title))
      out_ += Styled(Visible(article_.title), "\x1b[1m") + "\n";
    std::string about;
    for (const std::string& part :
         {article_.publisher, article_.published, article_.url, article_.source})
      if (!part.empty()) about += (about.empty() ? "" : "  ") + part;
    if (!about.empty()) out_ += Styled(Visible(about), "\x1b[2m") + "\n";
    if (options_.colour) {
      out_ += Format("{}source{} {}cue{} {}content{} {}trigger{} {}place{} {}time{}\n",
                     kPaint[kSource], kReset, kPaint[kCueInk], kReset, kPaint[kContent], kReset,
                     kPaint[kTrigger], kReset, kPaint[kPlaceInk], kReset, kPaint[kTimeInk], kReset);
    }
    out_ += '\n';
  }

  void Lines() {
    const auto add = [&](std::uint32_t at, std::string id, std::string words,
                         const Judgement& judgement) {
      lines_.push_back({at, std::move(id), std::move(words), &judgement});
    };
    for (std::uint32_t i = 0; i < batch_.statements.size(); ++i) {
      const Statement& s = batch_.statements[i];
      add(s.content.first().begin, StatementId{i}.ToString(), StatementLine(article_, batch_, s),
          s.judgement);
    }
    for (std::uint32_t i = 0; i < batch_.events.size(); ++i) {
      const Event& e = batch_.events[i];
      add(e.trigger.first().begin, EventId{i}.ToString(), EventLine(article_, batch_, e),
          e.judgement);
    }
    for (std::uint32_t i = 0; i < batch_.places.size(); ++i) {
      const Place& p = batch_.places[i];
      add(p.mentions.first().begin, PlaceId{i}.ToString(), PlaceLine(article_, p), p.judgement);
    }
    for (std::uint32_t i = 0; i < batch_.times.size(); ++i) {
      const Time& t = batch_.times[i];
      add(t.mention.first().begin, TimeId{i}.ToString(), TimeLine(article_, t), t.judgement);
    }
    std::ranges::stable_sort(lines_, {}, &Line::at);
  }

  // The text of a paragraph, wrapped at blanks, with its inks.
  void Paragraph(Span paragraph) {
    std::size_t column = 0;
    unsigned char ink = kPlain;
    for (std::uint32_t i = paragraph.begin; i < paragraph.end;) {
      const std::uint32_t word_end = WordEnd(i, paragraph.end);
      const std::size_t width = CountCodePoints(article_.text.substr(i, word_end - i));
      if (column > 0 && column + 1 + width > options_.width) {
        out_ += '\n';
        column = 0;
      } else if (column > 0) {
        out_ += ' ';
        ++column;
      }
      while (i < word_end) {
        std::uint32_t run = i;
        while (run < word_end && ink_[run] == ink_[i]) ++run;
        Switch(ink, ink_[i]);
        out_ += Visible(Words(article_.text, {i, run}));
        i = run;
      }
      column += width;
      while (i < paragraph.end && static_cast<unsigned char>(article_.text[i]) <= ' ') ++i;
      if (i >= paragraph.end || ink_[i] != ink) Switch(ink, kPlain);
    }
    out_ += '\n';
  }

  std::uint32_t WordEnd(std::uint32_t i, std::uint32_t end) const {
    while (i < end && static_cast<unsigned char>(article_.text[i]) > ' ') ++i;
    return i;
  }

  void Switch(unsigned char& now, unsigned char next) {
    if (!options_.colour || now == next) return;
    if (now != kPlain) out_ += kReset;
    out_ += kPaint[next];
    now = next;
  }

  void Put(const Line& line) {
    out_ += Format("  {} {}\n", Styled(Format("{:>4}", line.id), "\x1b[2m"), Visible(line.words));
    if (options_.why) {
      out_ += Styled(Format("       why ({:.2f}): {}\n", line.judgement->confidence,
                            Visible(line.judgement->why)),
                     "\x1b[2m");
    }
  }

  std::string Styled(std::string_view text, const char* style) const {
    return options_.colour ? Format("{}{}{}", style, text, kReset) : std::string(text);
  }

  const Article& article_;
  const RecordBatch& batch_;
  const ArticleViewOptions& options_;
  std::vector<unsigned char> ink_;
  std::vector<Line> lines_;
  std::string out_;
};

}  // namespace

std::string ArticleView(const Article& article, const RecordBatch& batch,
                        const ArticleViewOptions& options) {
  return Painter(article, batch, options).Paint();
}

}  // namespace dateline
