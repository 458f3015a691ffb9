#include "ingest/reader.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/hash.h"
#include "ingest/article_id.h"
#include "ingest/byte_source.h"
#include "ingest/html.h"
#include "ingest/plain.h"
#include "ingest/sniff.h"
#include "text/unicode.h"

namespace dateline {

namespace {

namespace fs = std::filesystem;

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

bool BeginsObject(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t\r\n\f");
  return begin != std::string_view::npos && line[begin] == '{';
}

Result<Article> ReadKind(InputKind kind, std::string_view bytes, const Limits& limits) {
  return kind == InputKind::kHtml ? ReadHtml(bytes, "", limits) : ReadPlain(bytes, limits);
}

// `bytes` is text or a page.
Result<Article> ReadOne(InputKind kind, std::string_view bytes, const std::string& where,
                        const Limits& limits) {
  Result<Article> article = ReadKind(kind, bytes, limits);
  if (!article) {
    article.error().where = where;
    return article;
  }
  article->source = where;
  article->source_sha256 = Sha256Hex(bytes);
  article->id = ArticleId(*article);
  return article;
}

std::string RealPath(const std::string& path) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(path, error);
  return error ? path : real.string();
}

std::unexpected<Error> At(Error error, const std::string& where) {
  error.where = where;
  return std::unexpected(std::move(error));
}

}  // namespace

// A JSONL input and the number of the line that was read last.
class InputWalker::Source {
 public:
  explicit Source(ByteSource bytes) : bytes_(std::move(bytes)) {}

  std::optional<Result<std::string_view>> NextLine(std::size_t limit) {
    for (;;) {
      ++line_;
      std::optional<Result<std::string_view>> line = bytes_.NextLine(limit);
      if (!line || !*line) return line;
      if (line_ == 1 && (*line)->starts_with("\xEF\xBB\xBF")) (*line)->remove_prefix(3);
      if (IsBlank(**line)) continue;
      ++reports_;
      return line;
    }
  }
  bool at_first() const {
    return reports_ == 1;
  }  // the line read last is the first that is not blank
  const std::string& path() const { return bytes_.path(); }
  UnreadFields& unread() { return unread_; }
  std::string where() const { return bytes_.path() + ":" + std::to_string(line_); }

 private:
  ByteSource bytes_;
  std::size_t line_ = 0;
  std::size_t reports_ = 0;  // lines that are not blank
  UnreadFields unread_;
};

InputWalker::InputWalker(std::vector<std::string> paths, ReadOptions options)
    : options_(std::move(options)), pending_(std::move(paths)) {
  if (!options_.leave_out.empty()) options_.leave_out = RealPath(options_.leave_out);
  std::reverse(pending_.begin(), pending_.end());
}

InputWalker::~InputWalker() = default;

bool InputWalker::IsLeftOut(const std::string& real) const {
  const std::string& out = options_.leave_out;
  return !out.empty() && real.starts_with(out) &&
         (real.size() == out.size() || real[out.size()] == '-');
}

void InputWalker::PushFolder(const std::string& path) {
  std::error_code error;
  std::vector<std::string> entries;
  const std::string real = RealPath(path);
  fs::directory_iterator entry(path, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (entry->path().filename().string().starts_with('.')) continue;
    std::error_code ignored;
    if (entry->is_symlink(ignored) && entry->is_directory(ignored)) continue;
    if (IsLeftOut(real + "/" + entry->path().filename().string())) continue;
    const fs::file_type type = entry->status(ignored).type();
    if (type == fs::file_type::fifo || type == fs::file_type::character) {
      // Nobody may ever write to it: the walk would wait for ever.
      failed_.push_back({ErrorCode::kInputUnsupported, "it is no file", entry->path().string()});
    } else {
      entries.push_back(entry->path().string());
    }
  }
  if (error) failed_.push_back({ErrorCode::kInputMissing, error.message(), path});
  std::sort(entries.begin(), entries.end(), std::greater<>());
  pending_.insert(pending_.end(), entries.begin(), entries.end());
}

bool InputWalker::OnlyLines() const {
  return options_.lines || options_.schema != JsonSchema::kAuto;
}

void InputWalker::Note(const std::string& sentence) const {
  if (options_.note) options_.note(ToValidUtf8(lines_->path()) + ": " + sentence);
}

void InputWalker::CloseLines() {
  if (const std::string unread = lines_->unread().Sentence(); !unread.empty()) Note(unread);
  lines_.reset();
}

std::optional<Result<Article>> InputWalker::NextLine() {
  std::optional<Result<std::string_view>> line = lines_->NextLine(options_.limits.input_bytes);
  if (!line) {
    CloseLines();
    return std::nullopt;
  }
  if (!*line) {
    const bool goes_on = line->error().code == ErrorCode::kInputTooLarge;
    const std::string where = lines_->where();
    if (!goes_on) CloseLines();
    return At(line->error(), where);
  }
  Result<Article> article =
      ReadJsonLine(**line, options_.schema, lines_->where(), options_.limits, lines_->unread());
  if (OnlyLines() && !article && lines_->at_first() && !BeginsObject(**line)) {
    Note(
        "the first line is no JSON object, as each line of JSON Lines is; if this is a report as "
        "text or HTML, give the path of its file instead, without --schema");
  }
  last_given_id_ = article ? article->given_id : GivenIdOf(**line);
  return article;
}

// None if `path` is a folder or JSONL, whose parts come next.
std::optional<Result<Article>> InputWalker::Open(const std::string& path) {
  std::error_code ignored;
  if (path != "-" && fs::is_directory(path, ignored)) {
    PushFolder(path);
    return std::nullopt;
  }
  Result<ByteSource> source = ByteSource::Open(path);
  if (!source) return std::unexpected(source.error());
  if (OnlyLines()) {
    lines_ = std::make_unique<Source>(*std::move(source));
    return std::nullopt;
  }
  const Result<std::string_view> head = source->Peek(kSniffBytes);
  if (!head) return std::unexpected(head.error());
  const Result<InputKind> kind = Sniff(*head);
  if (!kind) return At(kind.error(), path);
  if (*kind == InputKind::kJsonLines) {
    lines_ = std::make_unique<Source>(*std::move(source));
    return std::nullopt;
  }
  const Result<std::string> bytes = source->ReadAll(options_.limits.input_bytes);
  if (!bytes) return std::unexpected(bytes.error());
  return ReadOne(*kind, *bytes, path, options_.limits);
}

std::optional<Result<Article>> InputWalker::Advance() {
  last_given_id_.clear();
  for (;;) {
    if (!failed_.empty()) {
      Error error = std::move(failed_.back());
      failed_.pop_back();
      return std::unexpected(std::move(error));
    }
    if (lines_ != nullptr) {
      if (std::optional<Result<Article>> article = NextLine()) return article;
      continue;
    }
    if (pending_.empty()) return std::nullopt;
    const std::string path = std::move(pending_.back());
    pending_.pop_back();
    if (std::optional<Result<Article>> article = Open(path)) return article;
  }
}

std::optional<Result<Article>> InputWalker::Next() {
  std::optional<Result<Article>> next = Advance();
  if (!next) return next;
  // The name of a file is any bytes; what is stored and printed is text.
  std::string& name = *next ? (*next)->source : next->error().where;
  name = ToValidUtf8(name);
  return next;
}

}  // namespace dateline
