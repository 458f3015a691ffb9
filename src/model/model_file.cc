#include "model/model_file.h"

#include <bit>
#include <cstring>

#include "base/checksum.h"
#include "base/data_file.h"
#include "base/hash.h"
#include "model/model_directory.h"

namespace dateline {

namespace {

constexpr char kMagic[8] = {'D', 'L', 'M', 'O', 'D', 'E', 'L', '\0'};
constexpr std::uint32_t kVersion = 3;

// docs/formats/model.md
struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t zero;
  std::array<std::uint8_t, 16> checksum;  // of all bytes behind it
  std::uint64_t file_size;
  std::uint32_t directory_size;
  std::uint8_t reserved[20];
};
static_assert(sizeof(Header) == 64 && std::endian::native == std::endian::little);

std::unexpected<Error> Damaged(const std::string& what, const std::string& path) {
  return DataError(ErrorCode::kDataDamaged, what, path);
}

}  // namespace

// The mapping and what its directory lists.
struct ModelFile::File {
  explicit File(MappedFile mapped) : mapping(std::move(mapped)), bytes(mapping.bytes()) {}

  const char* At(std::uint64_t offset) const { return body.data() + offset; }
  const float* FloatsAt(std::uint64_t offset) const {
    return reinterpret_cast<const float*>(At(offset));
  }

  MappedFile mapping;
  std::string_view bytes;
  std::string_view body;
  ModelDirectory directory;
};

ModelFile::ModelFile(std::unique_ptr<File> file) : file_(std::move(file)) {}
ModelFile::ModelFile(ModelFile&&) noexcept = default;
ModelFile& ModelFile::operator=(ModelFile&&) noexcept = default;
ModelFile::~ModelFile() = default;

Result<ModelFile> ModelFile::Open(const std::string& path) {
  auto mapped = MappedFile::Open(path, "the model", true);  // the checksum reads every page
  if (!mapped) return std::unexpected(mapped.error());
  auto file = std::make_unique<File>(*std::move(mapped));
  if (file->bytes.size() < sizeof(Header))
    return Damaged("the model is shorter than its header", path);
  Header header;
  std::memcpy(&header, file->bytes.data(), sizeof header);
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0) {
    return Damaged("the file is no model", path);
  }
  if (header.version != kVersion) {
    return DataError(ErrorCode::kDataVersion,
                     "the model is of version " + std::to_string(header.version) +
                         ", this program reads " + std::to_string(kVersion),
                     path);
  }
  // Sizes before the checksum: a download that was cut off is told from one that was changed.
  if (header.file_size != file->bytes.size()) {
    return Damaged("the model has " + std::to_string(file->bytes.size()) + " bytes, not " +
                       std::to_string(header.file_size),
                   path);
  }
  if (header.zero != 0 ||
      header.checksum != Checksum(file->bytes.substr(offsetof(Header, file_size)))) {
    return Damaged("the bytes of the model do not match its checksum", path);
  }
  const std::string_view rest = file->bytes.substr(sizeof(Header));
  if (header.directory_size > rest.size() || header.directory_size % 64 != 0) {
    return Damaged("the directory of the model does not fit into it", path);
  }
  file->body = rest.substr(header.directory_size);
  auto directory = ModelDirectory::Parse(rest.substr(0, header.directory_size), file->body.size());
  if (!directory) return Damaged("the directory of the model: " + directory.error().message, path);
  file->directory = std::move(*directory);
  return ModelFile(std::move(file));
}

std::string ModelFile::Digest() const {
  Header header;
  std::memcpy(&header, file_->bytes.data(), sizeof header);
  return ToHex(header.checksum);
}

Error ModelFile::Unfit(const std::string& what) const {
  return {ErrorCode::kModelUnfit, what + ": take the model of this version of dateline",
          file_->mapping.path()};
}

Result<std::uint32_t> ModelFile::Number(std::string_view name) const {
  const auto found = file_->directory.numbers.find(name);
  if (found == file_->directory.numbers.end()) {
    return std::unexpected(Unfit("no number " + std::string(name)));
  }
  return found->second;
}

Result<std::span<const std::string_view>> ModelFile::List(std::string_view name) const {
  const auto found = file_->directory.lists.find(name);
  if (found == file_->directory.lists.end()) {
    return std::unexpected(Unfit("no list " + std::string(name)));
  }
  return found->second;
}

Result<std::string_view> ModelFile::Text(std::string_view name) const {
  const auto found = file_->directory.texts.find(name);
  if (found == file_->directory.texts.end()) {
    return std::unexpected(Unfit("no text " + std::string(name)));
  }
  return file_->body.substr(found->second.offset, found->second.size);
}

Result<const TensorEntry*> ModelFile::Find(std::string_view name, TensorKind kind,
                                           std::uint32_t rows, std::uint32_t columns) const {
  const auto found = file_->directory.tensors.find(name);
  if (found == file_->directory.tensors.end()) {
    return std::unexpected(Unfit("no tensor " + std::string(name)));
  }
  const TensorEntry& tensor = found->second;
  if (tensor.kind != kind || tensor.rows != rows || tensor.columns != columns) {
    return std::unexpected(Unfit("tensor " + std::string(name) + " is " +
                                 std::to_string(tensor.rows) + "x" +
                                 std::to_string(tensor.columns) + ", not " + std::to_string(rows) +
                                 "x" + std::to_string(columns) + ", or of another kind"));
  }
  return &tensor;
}

Result<const float*> ModelFile::Floats(std::string_view name, std::uint32_t rows,
                                       std::uint32_t columns) const {
  const auto tensor = Find(name, TensorKind::kFloats, rows, columns);
  if (!tensor) return std::unexpected(tensor.error());
  return file_->FloatsAt((*tensor)->values);
}

Result<RowTensor> ModelFile::Rows(std::string_view name, std::uint32_t rows,
                                  std::uint32_t columns) const {
  const auto tensor = Find(name, TensorKind::kRows, rows, columns);
  if (!tensor) return std::unexpected(tensor.error());
  return RowTensor{reinterpret_cast<const std::int8_t*>(file_->At((*tensor)->values)),
                   file_->FloatsAt((*tensor)->scales), rows, columns};
}

Result<PanelTensor> ModelFile::Panels(std::string_view name, std::uint32_t out,
                                      std::uint32_t in) const {
  const auto tensor = Find(name, TensorKind::kPanels, out, in);
  if (!tensor) return std::unexpected(tensor.error());
  return PanelTensor{reinterpret_cast<const std::uint8_t*>(file_->At((*tensor)->values)),
                     file_->FloatsAt((*tensor)->scales), out, in};
}

}  // namespace dateline
