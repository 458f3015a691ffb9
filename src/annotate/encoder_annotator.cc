#include "annotate/encoder_annotator.h"

#include <utility>
#include <vector>

#include "annotate/attributions_head.h"
#include "annotate/names_head.h"
#include "annotate/parse_head.h"
#include "annotate/windows.h"
#include "model/encoder.h"
#include "model/model_file.h"
#include "model/word_piece.h"

namespace dateline {

namespace {

constexpr std::uint32_t kShortestContent = 5;  // tokens; fewer hold no statement of another
constexpr int kDeepest = 4;                    // statements inside statements

}  // namespace

struct EncoderAnnotator::Model {
  ModelFile file;
  WordPiece pieces;
  Encoder encoder;
  ParseHead parse;
  NamesHead names;
  AttributionsHead attributions;
};

namespace {

// One pass over one document.
class Pass {
 public:
  Pass(const EncoderAnnotator::Model& model, Document& doc)
      : model_(model), doc_(doc), windows_(doc, model.pieces) {}

 private:
  const EncoderAnnotator::Model& model_;
  Document& doc_;
  DocumentWindows windows_;
  Encoder::Scratch scratch_;
  std::vector<float> vectors_;
};

}  // namespace
