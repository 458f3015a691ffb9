// Which files are part of the binary?  The index that cmake/EmbedTables.cmake makes of data/*.tsv.
#pragma once

#include <span>

namespace dateline {

struct EmbeddedFile {
  const char* name;  // "countries.tsv"
  const char* begin;
  const char* end;
};

std::span<const EmbeddedFile> EmbeddedFiles();

}  // namespace dateline
