add_library(lexbor INTERFACE)  # filled in by cmake/Lexbor.cmake
