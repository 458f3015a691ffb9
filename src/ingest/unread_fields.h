// Which fields of a file of JSON Lines did nobody read?  Gathered over its lines and told once, so
// that a "date" that should be "published" is not lost in silence, nor said on every line.
//
// The first eight names are kept, each with the line where it came first; of more it is only said
// that there are more.  Cost: linear in the fields.  Thread rule: one thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

class UnreadFields {
 public:
  // `where`: "reports.jsonl:17".
  void Add(std::string_view name, const std::string& where);
  // The names that the schema of the line has: "id, text, html, title".
  void SetKnown(std::string known) { known_ = std::move(known); }

  // One sentence for a person; "" if every field was read.
  std::string Sentence() const;

 private:
  struct Field {
    std::string name;
    std::string where;
  };
  std::vector<Field> fields_;
  bool more_ = false;
  std::string known_;
};

}  // namespace dateline
