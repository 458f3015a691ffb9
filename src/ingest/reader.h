// Which reports are here?  The one entry of ingest: files, folders and standard input, one article
// at a time.
//
// What an input is, is told by its content (sniff.h), never by its name.  Folders are read
// recursively, entries sorted by name, hidden ones left out, links to folders not followed, pipes
// and devices refused (a named one may be read: "<(zcat a.gz)").  What fails is an Error of that
// file or line, with its place; the walk goes on.  Memory: one input of at most
// Limits::input_bytes; JSONL is streamed line by line, whatever the size of the file. Thread rule:
// one thread a walker.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dateline/article.h"
#include "dateline/limits.h"
#include "dateline/result.h"
#include "ingest/jsonl.h"

namespace dateline {

struct ReadOptions {
  // A schema other than kAuto says that every input is JSONL.
  JsonSchema schema = JsonSchema::kAuto;
  bool lines = false;  // every input is JSONL (for pipes), of any schema
  // A file that is not read where a folder holds it, nor what begins with its name and "-": the
  // store and its companions ("news.db", "news.db-wal").  "": none.
  std::string leave_out;
  // Told once an input what a person should know of it, though nothing failed; none: not told.
  std::function<void(const std::string&)> note;
  Limits limits;
};

class InputWalker {
 public:
  // `paths`: files, folders, "-" for standard input.
  InputWalker(std::vector<std::string> paths, ReadOptions options);
  ~InputWalker();
  InputWalker(const InputWalker&) = delete;
  InputWalker& operator=(const InputWalker&) = delete;

  // The next article, or the next Error (`where` is the path, with ":LINE" for JSONL); none at the
  // end.
  std::optional<Result<Article>> Next();

  // The id that the line given last had, for an answer to a line that failed; "" if none.
  const std::string& last_given_id() const { return last_given_id_; }

 private:
  class Source;

  std::optional<Result<Article>> Advance();
  std::optional<Result<Article>> Open(const std::string& path);
  bool IsLeftOut(const std::string& real) const;
  void PushFolder(const std::string& path);
  std::optional<Result<Article>> NextLine();
  bool OnlyLines() const;  // every input is JSONL, whatever it looks like
  void CloseLines();
  void Note(const std::string& sentence) const;

  ReadOptions options_;
  std::vector<std::string> pending_;  // last is next
  std::vector<Error> failed_;         // found while a folder was listed
  std::unique_ptr<Source> lines_;     // the JSONL that is being read
  std::string last_given_id_;
};

}  // namespace dateline
