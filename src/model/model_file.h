// What has dateline learned?  Weights, labels and vocabulary in one memory-mapped file.
//
// The file (models/core.dlm, layout in docs/formats/model.md) is read against its checksum, and
// every offset and shape is checked against its size, once, in Open: no view that it hands out
// points outside. Accessors answer with an Error (kModelUnfit) where the file holds no such part,
// or one of another shape; whoever needs the part passes that on from its own Open.  All views
// point into the mapping and live as long as the ModelFile.  Cost of Open: one pass over the bytes
// (a few milliseconds). Thread rule: immutable after Open, shared freely.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "dateline/result.h"
#include "model/model_directory.h"

namespace dateline {

// Rows of an embedding: value = q * scale of its row.
struct RowTensor {
  const std::int8_t* values = nullptr;  // [rows][columns]
  const float* scales = nullptr;        // [rows]
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
};

// A matrix in the order in which the kernels read it (kernels.h): panels of 16 rows, bytes q + 128.
struct PanelTensor {
  const std::uint8_t* panels = nullptr;  // [out / 16, rounded up][in / 4, rounded up][16][4]
  const float* scales = nullptr;         // [out], readable up to the next multiple of 16
  std::uint32_t out = 0;
  std::uint32_t in = 0;
};

class ModelFile {
 public:
  static Result<ModelFile> Open(const std::string& path);
  ModelFile(ModelFile&&) noexcept;
  ModelFile& operator=(ModelFile&&) noexcept;
  ~ModelFile();

  Result<std::uint32_t> Number(std::string_view name) const;                    // "layers"
  Result<std::span<const std::string_view>> List(std::string_view name) const;  // "upos"
  Result<std::string_view> Text(std::string_view name) const;                   // "card"

  // Plain floats, row-major, 64-byte aligned, readable up to the next multiple of 16.
  Result<const float*> Floats(std::string_view name, std::uint32_t rows,
                              std::uint32_t columns = 1) const;
  Result<RowTensor> Rows(std::string_view name, std::uint32_t rows, std::uint32_t columns) const;
  Result<PanelTensor> Panels(std::string_view name, std::uint32_t out, std::uint32_t in) const;

  // Its checksum: 32 lower-case hex digits.  Tells one model from another.
  std::string Digest() const;

  // An Error (kModelUnfit) that says what this file lacks and names it.
  Error Unfit(const std::string& what) const;

 private:
  struct File;
  Result<const TensorEntry*> Find(std::string_view name, TensorKind kind, std::uint32_t rows,
                                  std::uint32_t columns) const;
  explicit ModelFile(std::unique_ptr<File> file);
  std::unique_ptr<File> file_;
};

}  // namespace dateline
