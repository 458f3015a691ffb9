// Which characters does "&eacute;" stand for?  Looks in lexbor's table, whose header only C can
// read. Built into the library `lexbor` (cmake/Lexbor.cmake); html_tree.cc calls it.
#include <lexbor/core/sbst.h>
#include <lexbor/html/tokenizer/res.h>

// The longest name at the begin of `reference`, which starts with '&'.  -> its characters in UTF-8,
// or NULL; `length`: their bytes, `taken`: the bytes of `reference` that the name has.
const char* dl_lexbor_reference(const char* reference, size_t size, size_t* length, size_t* taken) {
  // A tree of search trees, one level a character; an entry with a value ends a name.
  const char* found = NULL;
  const lexbor_sbst_entry_static_t* entry = &lxb_html_tokenizer_res_entities_sbst[1];
  for (size_t i = 1; i < size; ++i) {
    entry = lexbor_sbst_entry_static_find(lxb_html_tokenizer_res_entities_sbst, entry,
                                          (lxb_char_t)reference[i]);
    if (entry == NULL) break;
    if (entry->value != NULL) {
      found = entry->value;
      *length = entry->value_len;
      *taken = i + 1;
    }
    entry = &lxb_html_tokenizer_res_entities_sbst[entry->next];
  }
  return found;
}
