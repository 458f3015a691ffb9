# lexbor, the HTML parser, as the static library `lexbor`: the modules that tree building needs, compiled from
# the sources that scripts/fetch_lexbor.sh (called by ./dev setup) unpacks.  Their headers are a system include
# and their warnings are off: it is not our code.
set(LEXBOR_DIR ${CMAKE_SOURCE_DIR}/build/third_party/lexbor CACHE PATH "where fetch_lexbor.sh put lexbor")
set(LEXBOR_MODULES core dom html ns tag)

if(NOT EXISTS ${LEXBOR_DIR}/.fetched)
  message(FATAL_ERROR "lexbor is not at ${LEXBOR_DIR}: run ./dev setup")
endif()

set(lexbor_sources "")
foreach(module ${LEXBOR_MODULES})
  file(GLOB_RECURSE module_sources ${LEXBOR_DIR}/source/lexbor/${module}/*.c)
  list(APPEND lexbor_sources ${module_sources})
endforeach()
file(GLOB port_sources ${LEXBOR_DIR}/source/lexbor/ports/posix/lexbor/core/*.c)
add_library(lexbor STATIC ${lexbor_sources} ${port_sources} ${CMAKE_SOURCE_DIR}/src/ingest/lexbor_references.c)
target_include_directories(lexbor SYSTEM PUBLIC ${LEXBOR_DIR}/source)
target_compile_definitions(lexbor PUBLIC LEXBOR_STATIC)
target_compile_options(lexbor PRIVATE -w)
target_link_libraries(lexbor PRIVATE m)
