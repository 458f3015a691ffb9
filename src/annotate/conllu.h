// What does a treebank file say, and how is a report written as one?  CoNLL-U in and out.
//
// Read: words as the file gives them, so that a parser can be judged on gold tokens.  Ranges
// ("1-2") and empty nodes ("1.1") are passed over; comments are kept.  Written: ten columns; MISC
// has SpaceAfter=No, the name a word is part of ("Name=B-PER"), and for reports where the word
// stands ("Chars=12:15", code points). Source: universaldependencies.org/format.html. Cost: linear.
// Thread rule: pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/result.h"
#include "document/document.h"
#include "text/code_points.h"

namespace dateline {

struct ConlluSentence {
  std::vector<std::string_view> comments;  // lines that begin with '#'
  std::vector<std::string_view> words;
  std::vector<bool> space_after;  // of each word
};

// Takes the next sentence off `rest`; no words at the end of the file.  `line` counts the lines
// read so far. An Error (kConlluInvalid) says which line has not ten columns or no word.
Result<ConlluSentence> NextConlluSentence(std::string_view& rest, std::size_t& line);

// The words as a document with tokens; each sentence is a paragraph of its own.
Document DocumentOf(const std::vector<ConlluSentence>& sentences);

// Appends one sentence with the layers that it has, and a blank line.  `index`: of the document's
// text, where the file is to say at which characters a word stands, else null.
void AppendConllu(const Document& doc, const Sentence& sentence,
                  const std::vector<std::string_view>& comments, const CodePointIndex* index,
                  std::string& out);

// The label of a kind as the training data has it: "PER", "ORG", "LOC", "GPE", "NAT", "MISC".
std::string_view LabelOf(NameKind kind);

}  // namespace dateline
