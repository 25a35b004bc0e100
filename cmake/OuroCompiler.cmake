# SPDX-License-Identifier: MIT
#
# Compiler and linker settings: language level, warnings, sanitizers, ccache, the flags of the interpreter's loop, and
# how the command is linked.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(OURO_CCACHE ccache) # -DOURO_CCACHE= builds without it
mark_as_advanced(OURO_CCACHE)
if(OURO_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${OURO_CCACHE}")
endif()

# -O2, not -O3: the loop gains nothing from it, and code size costs start-up time.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG -fno-plt -ffunction-sections -fdata-sections")

add_library(ouro_warnings INTERFACE)
target_compile_options(ouro_warnings INTERFACE -Wall -Wextra $<$<BOOL:${OURO_WERROR}>:-Werror>)
if(OURO_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # The sanitizers' own code makes g++ see uninitialised values where there are none (its manual says so).
    target_compile_options(ouro_warnings INTERFACE -Wno-maybe-uninitialized)
endif()

if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    # libstdc++ 12's own std::stable_sort uses what it declares deprecated.
    target_compile_options(ouro_warnings INTERFACE -Wno-deprecated-declarations)
endif()

# Headers of the engine, for everything of ours that is not a plain host: "vm/value.hpp", "lang/ast.hpp".
add_library(ouro_engine_headers INTERFACE)
target_include_directories(ouro_engine_headers INTERFACE
    "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/include" "${PROJECT_BINARY_DIR}/generated")

if(OURO_SANITIZE)
    add_compile_options(-fsanitize=${OURO_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${OURO_SANITIZE})
    if(OURO_SANITIZE MATCHES "undefined")
        add_compile_options(-fno-sanitize-recover=undefined)
    endif()
    add_compile_definitions(OURO_SANITIZED)
endif()

# Both compilers merge the jumps of a computed goto back into a few by default; these flags keep one jump per opcode.
# No effect is wanted in debug and sanitizer builds, where the duplicated code only costs compile time.
function(ouro_interpreter_flags file)
    if(OURO_SANITIZE OR CMAKE_BUILD_TYPE STREQUAL "Debug" OR NOT EXISTS "${file}")
        return()
    endif()
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        set(flags -fno-gcse -fno-crossjumping)
    elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        # Else clang 19 merges all dispatch jumps into one.
        set(flags -mllvm=-tail-dup-pred-size=5000 -mllvm=-tail-dup-succ-size=5000 -mllvm=-tail-dup-indirect-size=200)
    endif()
    set_source_files_properties("${file}" PROPERTIES COMPILE_OPTIONS "${flags}" SKIP_PRECOMPILE_HEADERS ON)
endfunction()

# g++ at -O2 clears and copies small memory by string instructions, whose start takes longer than the work; in the files
# that make objects and lay out arguments at every call it shows.
function(ouro_small_memory_flags)
    if(OURO_SANITIZE OR CMAKE_BUILD_TYPE STREQUAL "Debug" OR NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU"
       OR NOT CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
        return()
    endif()
    set(strategy "unrolled_loop:256:noalign,libcall:-1:noalign")
    set_source_files_properties(${ARGN} PROPERTIES
        COMPILE_OPTIONS "-mmemset-strategy=${strategy};-mmemcpy-strategy=${strategy}" SKIP_PRECOMPILE_HEADERS ON)
endfunction()

# The command starts in about a millisecond or it has failed its purpose: our libraries and the C++ runtime are linked
# in, only libc is shared (DNS look-ups and dlopen need it), and no relocations are left for start-up (no PIE).
function(ouro_link_command target)
    if(OURO_SANITIZE)
        return()
    endif()
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
    target_link_options(${target} PRIVATE -no-pie -static-libstdc++ -static-libgcc
        -Wl,--gc-sections -Wl,--as-needed -Wl,-O1 -Wl,--hash-style=gnu)
endfunction()
