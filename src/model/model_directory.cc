#include "model/model_directory.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace dateline {

namespace {

constexpr std::uint64_t kAlign = 64;
// Of one dimension of a tensor.  An input of a matrix adds at most 255 * 127 to a sum of 32 bits,
// so 2^16 of them still fit.
constexpr std::uint32_t kMaxColumns = 1U << 16;
constexpr std::uint32_t kMaxRows = 1U << 24;

std::uint64_t RoundedUp(std::uint64_t n, std::uint64_t to) { return (n + to - 1) / to * to; }

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> cells;
  for (;;) {
    const std::size_t end = text.find(separator);
    cells.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return cells;
    text.remove_prefix(end + 1);
  }
}

template <class T>
std::optional<T> ToNumber(std::string_view cell) {
  T value{};
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

// Reads one line after the other into a directory; each function says whether the line was right.
struct Reader {
  ModelDirectory directory;
  std::uint64_t body_size;

  // A section lies inside with its padding, so that a vector read of its last values does as well.
  bool IsInside(std::uint64_t offset, std::uint64_t size) const {
    return offset % kAlign == 0 && offset <= body_size && size <= body_size &&
           RoundedUp(size, kAlign) <= body_size - offset;
  }

  bool AddNumber(const std::vector<std::string_view>& cells) {
    const auto value = cells.size() == 2 ? ToNumber<std::uint32_t>(cells[1]) : std::nullopt;
    return value && directory.numbers.emplace(cells[0], *value).second;
  }

  bool AddList(const std::vector<std::string_view>& cells) {
    if (cells.size() < 2) return false;
    return directory.lists.emplace(cells[1], std::vector(cells.begin() + 2, cells.end())).second;
  }

  bool AddText(const std::vector<std::string_view>& cells) {
    if (cells.size() != 4) return false;
    const auto offset = ToNumber<std::uint64_t>(cells[2]);
    const auto size = ToNumber<std::uint64_t>(cells[3]);
    if (!offset || !size || !IsInside(*offset, *size)) return false;
    return directory.texts.emplace(cells[1], TextEntry{*offset, *size}).second;
  }

  bool AddTensor(const std::vector<std::string_view>& cells) {
    if (cells.size() != 6) return false;
    TensorEntry tensor;
    if (cells[2] == "f32")
      tensor.kind = TensorKind::kFloats;
    else if (cells[2] == "rows")
      tensor.kind = TensorKind::kRows;
    else if (cells[2] == "panels")
      tensor.kind = TensorKind::kPanels;
    else
      return false;

    const std::vector<std::string_view> shape = Split(cells[3], 'x');
    if (shape.size() > 2) return false;
    const auto rows = ToNumber<std::uint32_t>(shape[0]);
    const auto columns = shape.size() == 2 ? ToNumber<std::uint32_t>(shape[1]) : 1;
    const auto values = ToNumber<std::uint64_t>(cells[4]);
    if (!rows || !columns || !values) return false;
    if (*rows == 0 || *rows > kMaxRows || *columns == 0 || *columns > kMaxColumns) return false;
    tensor.rows = *rows;
    tensor.columns = *columns;
    tensor.values = *values;
    if (!IsInside(tensor.values, BytesOf(tensor))) return false;

    if (tensor.kind == TensorKind::kFloats) {
      if (cells[5] != "-") return false;
    } else {
      const auto scales = ToNumber<std::uint64_t>(cells[5]);
      if (!scales || !IsInside(*scales, std::uint64_t{tensor.rows} * sizeof(float))) return false;
      tensor.scales = *scales;
    }
    return directory.tensors.emplace(cells[1], tensor).second;
  }

  static std::uint64_t BytesOf(const TensorEntry& tensor) {
    const std::uint64_t values = std::uint64_t{tensor.rows} * tensor.columns;
    switch (tensor.kind) {
      case TensorKind::kFloats:
        return values * sizeof(float);
      case TensorKind::kRows:
        return values;
      case TensorKind::kPanels:
        return RoundedUp(tensor.rows, 16) * RoundedUp(tensor.columns, 4);
    }
    return 0;
  }

  bool Add(std::string_view line) {
    const std::vector<std::string_view> cells = Split(line, '\t');
    if (cells[0] == "list") return AddList(cells);
    if (cells[0] == "text") return AddText(cells);
    if (cells[0] == "tensor") return AddTensor(cells);
    return AddNumber(cells);
  }
};

}  // namespace

Result<ModelDirectory> ModelDirectory::Parse(std::string_view text, std::uint64_t body_size) {
  Reader reader{{}, body_size};
  for (const std::string_view line : Split(text, '\n')) {
    if (line.empty()) continue;  // padding
    if (!reader.Add(line)) {
      return std::unexpected(Error{ErrorCode::kDataDamaged,
                                   "'" + std::string(line.substr(0, 80)) + "' does not fit", ""});
    }
  }
  return std::move(reader.directory);
}

}  // namespace dateline
