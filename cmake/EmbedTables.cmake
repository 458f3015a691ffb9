# dateline_embed_tables(target): compiles every data/*.tsv into `target` as bytes of the binary, with an index
# (name, begin, end) that base/table.cc reads.
function(dateline_embed_tables target)
  file(GLOB tables CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/*.tsv)
  set(assembly ".section .note.GNU-stack,\"\",%progbits\n.section .rodata\n")
  set(declarations "")
  set(entries "")
  set(i 0)
  foreach(table ${tables})
    get_filename_component(name ${table} NAME)
    string(APPEND assembly ".global dl_table_${i}_begin, dl_table_${i}_end\ndl_table_${i}_begin: .incbin \"${table}\"\ndl_table_${i}_end: .byte 0\n")
    string(APPEND declarations "extern const char dl_table_${i}_begin[], dl_table_${i}_end[];\n")
    string(APPEND entries "    {\"${name}\", dl_table_${i}_begin, dl_table_${i}_end},\n")
    math(EXPR i "${i} + 1")
  endforeach()
  set(out ${CMAKE_BINARY_DIR}/embedded)
  file(CONFIGURE OUTPUT ${out}/tables.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${out}/tables.cc CONTENT
"// Made by cmake/EmbedTables.cmake.
#include \"base/embedded.h\"
extern \"C\" {
${declarations}}
namespace dateline {
std::span<const EmbeddedFile> EmbeddedFiles() {
  static const EmbeddedFile kFiles[] = {
${entries}    {nullptr, nullptr, nullptr}};
  return {kFiles, ${i}};
}
}  // namespace dateline
" @ONLY)
  set_source_files_properties(${out}/tables.S PROPERTIES OBJECT_DEPENDS "${tables}")
  target_sources(${target} PRIVATE ${out}/tables.S ${out}/tables.cc)
endfunction()
