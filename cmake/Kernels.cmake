# How the kernels of src/model are compiled: each unit for its machine (kernels.cc asks the processor before it uses
# one), and all float arithmetic of the folder without contraction of multiply and add, so that every machine
# gives the same bits.
target_compile_options(dl_model PRIVATE -ffp-contract=off)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  set_source_files_properties(model/kernels_avx2.cc PROPERTIES COMPILE_OPTIONS "-mavx2")
  set_source_files_properties(model/kernels_vnni.cc PROPERTIES COMPILE_OPTIONS
    "-mavx512f;-mavx512bw;-mavx512dq;-mavx512vl;-mavx512vnni;-mprefer-vector-width=512")
endif()
