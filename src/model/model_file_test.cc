#include "model/model_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>

#include "base/checksum.h"
#include "model/encoder.h"
#include "model/reference.h"
#include "model/word_piece.h"

namespace dateline {
namespace {

const std::string& Whole() {
  static const std::string kBytes = [] {
    std::ifstream in(SharedModelPath(), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }();
  return kBytes;
}

// A model file of these bytes, while it lives.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes)
      : path_(std::filesystem::temp_directory_path() /
              ("dateline-model-" + std::to_string(getpid()))) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

ErrorCode CodeOf(const std::string& bytes) {
  const TemporaryFile file(bytes);
  const auto model = ModelFile::Open(file.path());
  EXPECT_FALSE(model.has_value());
  if (model) return ErrorCode{};
  EXPECT_EQ(model.error().where, file.path());
  EXPECT_FALSE(model.error().message.empty());
  return model.error().code;
}

// The model with another directory, as long as the old one, and the checksum that belongs to it.
std::string Changed(std::string_view from, std::string_view to) {
  EXPECT_EQ(from.size(), to.size());
  std::string bytes = Whole();
  const std::size_t at = bytes.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  bytes.replace(at, from.size(), to);
  const auto digest = Checksum(std::string_view(bytes).substr(32));
  std::memcpy(bytes.data() + 16, digest.data(), digest.size());
  return bytes;
}

TEST(ModelFile, HandsOutNumbersListsTextsAndTensors) {
  const ModelFile& model = SharedModel();
  EXPECT_EQ(model.Number("hidden_size").value(), 384U);
  const auto upos = model.List("upos").value();
  ASSERT_EQ(upos.size(), 17U);
  EXPECT_EQ(upos[0], "ADJ");
  EXPECT_TRUE(model.Text("vocabulary").value().starts_with("[PAD]\n"));
  EXPECT_TRUE(model.Floats("encoder.norm.weight", 384).has_value());
  EXPECT_TRUE(model.Rows("encoder.features.weight", 20000, 64).has_value());
  EXPECT_TRUE(model.Panels("heads.parse.upos.weight", 17, 448).has_value());
}

TEST(ModelFile, APartThatIsNotThereIsAnErrorThatNamesIt) {
  const ModelFile& model = SharedModel();
  const auto missing = model.Floats("heads.weather.bias", 3);
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code, ErrorCode::kModelUnfit);
  EXPECT_NE(missing.error().message.find("heads.weather.bias"), std::string::npos);
  EXPECT_EQ(model.Number("legs").error().code, ErrorCode::kModelUnfit);
  EXPECT_EQ(model.List("moods").error().code, ErrorCode::kModelUnfit);
  EXPECT_EQ(model.Text("poem").error().code, ErrorCode::kModelUnfit);
}

TEST(ModelFile, APartOfAnotherShapeOrKindIsAnError) {
  const ModelFile& model = SharedModel();
  EXPECT_FALSE(model.Floats("encoder.norm.weight", 385).has_value());
  EXPECT_FALSE(model.Panels("heads.parse.upos.weight", 448, 17).has_value());
  EXPECT_FALSE(model.Rows("heads.parse.upos.weight", 17, 448).has_value());
}

TEST(ModelFile, RefusesWhatIsNotThere) {
  const auto model = ModelFile::Open("no/such/model.dlm");
  ASSERT_FALSE(model.has_value());
  EXPECT_EQ(model.error().code, ErrorCode::kDataMissing);
  EXPECT_EQ(model.error().where, "no/such/model.dlm");
  EXPECT_EQ(ModelFile::Open(std::filesystem::temp_directory_path().string()).error().code,
            ErrorCode::kDataMissing);
}

TEST(ModelFile, RefusesAFileThatWasCutOff) {
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{40}, std::size_t{64}, std::size_t{5000}, Whole().size() - 1}) {
    EXPECT_EQ(CodeOf(Whole().substr(0, size)), ErrorCode::kDataDamaged) << size;
  }
  EXPECT_EQ(CodeOf(Whole() + '\0'), ErrorCode::kDataDamaged);
}

TEST(ModelFile, RefusesAnotherVersion) {
  std::string bytes = Whole();
  bytes[8] = 1;
  EXPECT_EQ(CodeOf(bytes), ErrorCode::kDataVersion);
}

// Every bit of the header but the version's, and some of the rest.
TEST(ModelFile, RefusesAFlippedBit) {
  std::mt19937 random(1);
  std::vector<std::size_t> places = {64, 100, 9000, Whole().size() - 1};
  for (std::size_t at = 0; at < 64; ++at) {
    if (at < 8 || at >= 12) places.push_back(at);
  }
  for (int i = 0; i < 8; ++i) places.push_back(64 + random() % (Whole().size() - 64));
  std::string bytes = Whole();
  for (const std::size_t at : places) {
    const char kept = bytes[at];
    bytes[at] = static_cast<char>(kept ^ (1 << random() % 8));
    EXPECT_EQ(CodeOf(bytes), ErrorCode::kDataDamaged) << at;
    bytes[at] = kept;
  }
}

// A directory that the checksum vouches for may still be wrong.
TEST(ModelFile, RefusesADirectoryThatPointsOutsideOrRepeatsItself) {
  EXPECT_EQ(CodeOf(Changed("tensor\theads.parse.upos.bias\tf32\t17\t2",
                           "tensor\theads.parse.upos.bias\tf32\t17\t9")),
            ErrorCode::kDataDamaged);
  EXPECT_EQ(CodeOf(Changed("hidden_size\t384", "hidden_size\t3-4")), ErrorCode::kDataDamaged);
  EXPECT_EQ(CodeOf(Changed("text\tcard", "texx\tcard")), ErrorCode::kDataDamaged);
  EXPECT_EQ(CodeOf(Changed("encoder.norm.bias", "encoder.positions")), ErrorCode::kDataDamaged);
  EXPECT_EQ(CodeOf(Changed("\tpanels\t", "\tpanel5\t")), ErrorCode::kDataDamaged);
}

Error ErrorOfEncoder(const std::string& bytes) {
  const TemporaryFile file(bytes);
  const auto model = ModelFile::Open(file.path());
  EXPECT_TRUE(model.has_value());
  const auto encoder = Encoder::Open(*model);
  EXPECT_FALSE(encoder.has_value());
  return encoder ? Error{} : encoder.error();
}

TEST(ModelFile, AnEncoderWithoutATensorDoesNotOpen) {
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"encoder.norm.bias", "encoder.norm.bia5"},
           {"encoder.layers.5.down.weight", "encoder.layers.5.down.weighs"},
           {"layers\t6", "layers\t7"},
           {"hidden_size\t384", "hidden_size\t320"},
           {"num_attention_heads\t12", "num_attention_heads\t24"},
           {"window_pieces\t128", "window_pieces\t999"},
           {"intermediate_size\t1536", "intermediate_size\t9999"}}) {
    EXPECT_EQ(ErrorOfEncoder(Changed(from, to)).code, ErrorCode::kModelUnfit) << to;
  }
}

TEST(ModelFile, FewerLayersAreAModelToo) {
  const TemporaryFile file(Changed("layers\t6", "layers\t4"));
  const auto model = ModelFile::Open(file.path());
  ASSERT_TRUE(model.has_value());
  EXPECT_TRUE(Encoder::Open(*model).has_value());
}

TEST(ModelFile, AVocabularyOfAnotherSizeIsRefused) {
  const TemporaryFile file(Changed("vocab_size\t30522", "vocab_size\t30521"));
  const auto model = ModelFile::Open(file.path());
  ASSERT_TRUE(model.has_value());
  EXPECT_EQ(WordPiece::Open(*model).error().code, ErrorCode::kModelUnfit);
}

}  // namespace
}  // namespace dateline
