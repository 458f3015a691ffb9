#include "model/model_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>

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

std::string WithChecksum(std::string bytes) {
  const auto digest = Checksum(std::string_view(bytes).substr(32));
  std::memcpy(bytes.data() + 16, digest.data(), digest.size());
  return bytes;
}

// The model with another directory, as long as the old one.
std::string Changed(std::string_view from, std::string_view to) {
  EXPECT_EQ(from.size(), to.size());
  std::string bytes = Whole();
  const std::size_t at = bytes.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  bytes.replace(at, from.size(), to);
  return WithChecksum(std::move(bytes));
}

// A file of 320 bytes of body and these lines of directory, right in all else.
std::string Small(std::string directory) {
  directory.resize((directory.size() + 64) / 64 * 64, '\n');
  std::string bytes(64, '\0');
  std::memcpy(bytes.data(), "DLMODEL\0\3", 9);
  const std::uint64_t size = bytes.size() + directory.size() + 320;
  const auto directory_size = static_cast<std::uint32_t>(directory.size());
  std::memcpy(bytes.data() + 32, &size, sizeof size);
  std::memcpy(bytes.data() + 40, &directory_size, sizeof directory_size);
  return WithChecksum(bytes + directory + std::string(320, '\1'));
}

const char kSmall[] = "layers\t6\ntext\tcard\t0\t70\ntensor\tbias\tf32\t16\t256\t-";

// Fewer layers are a property of the file: the same code reads the cut.
TEST(ModelFile, ACutOfFourLayersIsAModel) {
  const TemporaryFile cut(Changed("layers\t6\n", "layers\t4\n"));
  const auto model = ModelFile::Open(cut.path());
  ASSERT_TRUE(model.has_value()) << ToString(model.error());
  EXPECT_NE(model->Digest(), SharedModel().Digest());
  const auto encoder = Encoder::Open(*model);
  const auto whole = Encoder::Open(SharedModel());
  ASSERT_TRUE(encoder.has_value()) << ToString(encoder.error());
  const Window window = AsWindow(ReferenceWindows()[0]);
  std::vector<float> words, expected;
  Scratch scratch;
  encoder->Encode(window, scratch, words);
  whole->Encode(window, scratch, expected);
  ASSERT_EQ(words.size(), expected.size());
  EXPECT_NE(words, expected);
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

TEST(ModelFile, ReadsASmallFile) {
  const TemporaryFile file(Small(kSmall));
  const auto model = ModelFile::Open(file.path());
  ASSERT_TRUE(model.has_value()) << ToString(model.error());
  EXPECT_EQ(model->Number("layers").value(), 6U);
  EXPECT_EQ(model->Text("card").value(), std::string(70, '\1'));
  EXPECT_TRUE(model->Floats("bias", 16).has_value());
}

TEST(ModelFile, RefusesAFileThatWasCutOff) {
  const std::string bytes = Small(kSmall);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    ASSERT_EQ(CodeOf(bytes.substr(0, size)), ErrorCode::kDataDamaged) << size;
  }
  EXPECT_EQ(CodeOf(bytes + '\0'), ErrorCode::kDataDamaged);
}

TEST(ModelFile, RefusesAnotherVersion) {
  std::string bytes = Small(kSmall);
  bytes[8] = 1;
  EXPECT_EQ(CodeOf(bytes), ErrorCode::kDataVersion);
}

TEST(ModelFile, RefusesAnyFlippedBit) {
  const std::string bytes = Small(kSmall);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
      const bool version = at >= 8 && at < 12;
      ASSERT_EQ(CodeOf(damaged), version ? ErrorCode::kDataVersion : ErrorCode::kDataDamaged) << at;
    }
  }
}

// A directory that the checksum vouches for may still be wrong.
TEST(ModelFile, RefusesADirectoryThatDoesNotFit) {
  for (const char* line : {
           "layers\t6\nlayers\t6",                   // twice
           "layers",                                 // no number
           "layers\t-6",                             //
           "layers\t6x",                             //
           "layers\t4294967296",                     // more than 32 bits
           "text\tcard\t0\t321",                     // ends outside
           "text\tcard\t384\t1",                     // begins outside
           "text\tcard\t18446744073709551552\t128",  // wraps around
           "text\tcard\t64\t18446744073709551615",   //
           "text\tcard\t8\t8",                       // not aligned
           "text\tcard\t0",                          //
           "tensor\tx\tf32\t81\t0\t-",               // 324 bytes
           "tensor\tx\tf32\t9x9\t0\t-",              //
           "tensor\tx\tf32\t4x4x4\t0\t-",            // three dimensions
           "tensor\tx\tf32\t0\t0\t-",                //
           "tensor\tx\tf32\t4\t0\t64",               // scales of plain floats
           "tensor\tx\trows\t4x64\t0\t-",            // no scales
           "tensor\tx\trows\t4x64\t0\t320",          // scales outside
           "tensor\tx\trows\t16777216x65536\t0\t0",  //
           "tensor\tx\tpanels\t17x12\t0\t0",         // padded to 32 x 12
           "tensor\tx\tpanels\t16777217x1\t0\t0",    //
           "tensor\tx\tf16\t4\t0\t-",                // another kind
           "tensor\tx\tf32\t4\t0\t-\ntensor\tx\tf32\t4\t0\t-",
       }) {
    EXPECT_EQ(CodeOf(Small(line)), ErrorCode::kDataDamaged) << line;
  }
}

TEST(ModelFile, RefusesADirectoryLongerThanTheFile) {
  std::string bytes = Small(kSmall);
  bytes[41] = 1;  // 256 bytes more
  bytes[42] = 1;  // and 65536
  EXPECT_EQ(CodeOf(WithChecksum(bytes)), ErrorCode::kDataDamaged);
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
           {"intermediate_size\t1152", "intermediate_size\t9999"}}) {
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
