#include "annotate/encoder_annotator.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "annotate/attributions_head.h"
#include "annotate/cue_lexicon.h"
#include "annotate/events_head.h"
#include "annotate/names_head.h"
#include "annotate/parse_head.h"
#include "annotate/stance_head.h"
#include "annotate/titles.h"
#include "annotate/windows.h"
#include "base/check.h"
#include "model/encoder.h"
#include "model/model_file.h"
#include "model/word_piece.h"

namespace dateline {

struct EncoderAnnotator::Model {
  ModelFile file;
  WordPiece pieces;
  Encoder encoder;
  ParseHead parse;
  NamesHead names;
  AttributionsHead attributions;
  StanceHead stance;
  EventsHead events;
};

namespace {

constexpr std::uint32_t kSlack = 8;            // pieces that windows stay below those of training
constexpr std::uint32_t kShortestContent = 5;  // tokens; fewer hold no statement of another
constexpr int kDeepest = 3;                    // statements inside statements inside statements

// The memory of a reading, which the next one of its thread takes over.
struct Workspace {
  Scratch scratch;
  std::vector<float> vectors;
  Quantized rounded;
};

Workspace& OfThisThread() {
  static thread_local Workspace workspace;
  return workspace;
}

}  // namespace

// The encoder at work on one document.
class EncoderAnnotator::Pass {
 public:
  Pass(const Model& model, Document& doc)
      : model_(model), doc_(doc), windows_(doc, model.pieces), work_(OfThisThread()) {}

  // `budget` as for DocumentWindows::Pack.
  void Read(std::uint32_t budget) {
    for (Range sentences : windows_.Pack(budget)) {
      const WordVectors words = Encode({doc_.sentences[sentences.first].tokens.first,
                                        doc_.sentences[sentences.last - 1].tokens.last});
      model_.parse.Read(words, doc_);
      const std::size_t known = doc_.names.size();
      model_.names.Read(words, doc_);
      HangTitlesFromNames(doc_, known);
      model_.events.Read(words, doc_);
      std::vector<Attribution> found = Attributions(words);
      ReadContents(found);  // its vectors take the place of `words`
      std::ranges::move(found, std::back_inserter(doc_.attributions));
    }
  }

 private:
  // Adds the attributions inside the contents of those found, level by level, and puts all in the
  // order of their cues.
  void ReadContents(std::vector<Attribution>& found) {
    std::size_t level = 0;
    for (int depth = 0; depth < kDeepest; ++depth) {
      const std::size_t end = found.size();
      for (; level < end; ++level) {
        const std::vector<Range> contents = found[level].content;
        for (Range content : contents) {
          if (content.size() < kShortestContent || !MayReport(content)) continue;
          for (Attribution& inner : Attributions(Encode(content))) {
            inner.inner = true;
            found.push_back(std::move(inner));
          }
        }
      }
    }
    std::ranges::stable_sort(found, {}, [](const Attribution& item) { return item.cue.first; });
  }

  // Has a word that reports a subject or a clause of its own in them?  Others hold no statement:
  // reading them costs and finds little.  [she had told him that it was late], [they want more];
  // not [they let the road be closed], [to deny it]
  bool MayReport(Range content) const {
    for (std::uint32_t i = content.first; i < content.last; ++i) {
      const Token& token = doc_.tokens[i];
      const bool part = token.deprel == Deprel::kCcomp || token.deprel == Deprel::kXcomp ||
                        token.deprel == Deprel::kParataxis || token.deprel == Deprel::kNsubj;
      if (part && content.first <= token.head && token.head < content.last &&
          !CueLexicon::Get().Match(doc_, token.head).empty())
        return true;
    }
    return false;
  }

  std::vector<Attribution> Attributions(const WordVectors& words) const {
    std::vector<Attribution> found = model_.attributions.Read(words);
    model_.stance.Read(words, found);
    return found;
  }

  WordVectors Encode(Range tokens) {
    const Window window = windows_.Make(tokens, model_.encoder.max_pieces());
    model_.encoder.Encode(window, work_.scratch, work_.vectors);
    work_.rounded.Assign(work_.vectors.data(), tokens.size(), model_.encoder.width());
    return {work_.vectors, work_.rounded, model_.encoder.width(), tokens};
  }

  const Model& model_;
  Document& doc_;
  DocumentWindows windows_;
  Workspace& work_;
};

EncoderAnnotator::EncoderAnnotator(std::unique_ptr<Model> model) : model_(std::move(model)) {}
EncoderAnnotator::~EncoderAnnotator() = default;

Result<std::unique_ptr<EncoderAnnotator>> EncoderAnnotator::Open(const std::string& path) {
  Result<ModelFile> file = ModelFile::Open(path);
  if (!file) return std::unexpected(file.error());
  // The parts hold views of the file, whose mapping does not move with it.
  Result<WordPiece> pieces = WordPiece::Open(*file);
  if (!pieces) return std::unexpected(pieces.error());
  Result<Encoder> encoder = Encoder::Open(*file);
  if (!encoder) return std::unexpected(encoder.error());
  Result<ParseHead> parse = ParseHead::Open(*file, encoder->width());
  if (!parse) return std::unexpected(parse.error());
  Result<NamesHead> names = NamesHead::Open(*file, encoder->width());
  if (!names) return std::unexpected(names.error());
  Result<AttributionsHead> attributions = AttributionsHead::Open(*file, encoder->width());
  if (!attributions) return std::unexpected(attributions.error());
  Result<StanceHead> stance = StanceHead::Open(*file, encoder->width());
  if (!stance) return std::unexpected(stance.error());
  Result<EventsHead> events = EventsHead::Open(*file, encoder->width());
  if (!events) return std::unexpected(events.error());
  return std::unique_ptr<EncoderAnnotator>(new EncoderAnnotator(std::make_unique<Model>(
      *std::move(file), *std::move(pieces), *std::move(encoder), *std::move(parse),
      *std::move(names), *std::move(attributions), *std::move(stance), *std::move(events))));
}

std::string EncoderAnnotator::model_digest() const { return model_->file.Digest(); }

StageInfo EncoderAnnotator::info() const {
  return {"encoder",
          {Layer::kSentences, Layer::kTokens},
          {Layer::kSyntax, Layer::kNames, Layer::kAttributions, Layer::kActs}};
}

void EncoderAnnotator::Annotate(Document& doc) const {
  Pass(*model_, doc).Read(model_->encoder.window_pieces() - kSlack);
}

void EncoderAnnotator::AnnotateSentences(Document& doc) const { Pass(*model_, doc).Read(0); }

}  // namespace dateline
