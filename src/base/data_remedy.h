// What can a person do about a data file that is missing, damaged or of another version?  One
// sentence for the gazetteer and the model, right in a checkout and for an installed binary;
// docs/errors.md (DL-1301 to DL-1303) says the same at more length.
#pragma once

namespace dateline {

inline constexpr char kDataRemedy[] =
    "in a checkout run `git checkout data models` and `./dev build`, else install dateline again; "
    "--data or DATELINE_DATA names another folder";

}  // namespace dateline
