# SPDX-License-Identifier: MIT
#
# Which files make which part. Folders that are still empty are fine.

# ouro_glob(RESULT pattern...): files by pattern below the source folder, looked up again at each build. With
# ouro_glob_below the last part of each pattern may match in any folder below.
macro(ouro_glob_below result)
    set(${result})
    foreach(pattern ${ARGN})
        file(GLOB_RECURSE found CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${pattern}")
        list(APPEND ${result} ${found})
    endforeach()
endmacro()
macro(ouro_glob result)
    set(${result})
    foreach(pattern ${ARGN})
        file(GLOB found CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${pattern}")
        list(APPEND ${result} ${found})
    endforeach()
endmacro()

macro(ouro_collect_sources)
    ouro_glob_below(OURO_VM_SOURCES vm/*.cpp)
    ouro_interpreter_flags("${PROJECT_SOURCE_DIR}/vm/run/interpreter.cpp")
    set(hot_files vm/model/calls.cpp vm/model/native.cpp vm/heap.cpp vm/type.cpp vm/model/shape.cpp
        vm/async/generator.cpp vm/async/chain.cpp vm/async/coroutine.cpp
        vm/run/instruction_calls.cpp vm/model/function.cpp vm/values/int.cpp vm/objects/list/list_slices.cpp
        vm/objects/iterator_types.cpp vm/model/list.cpp vm/values/tuple.cpp vm/values/str.cpp)
    list(TRANSFORM hot_files PREPEND "${PROJECT_SOURCE_DIR}/")
    ouro_small_memory_flags(${hot_files})

    ouro_generate_unicode(OURO_VM_SOURCES)

    ouro_glob(OURO_LANG_SOURCES lang/*.cpp)
    ouro_glob(lexers lang/*.re.cc)
    foreach(lexer ${lexers})
        ouro_generate_lexer("${lexer}" OURO_LANG_SOURCES)
    endforeach()
    ouro_glob(grammars lang/*.yy)
    foreach(grammar ${grammars})
        ouro_generate_parser("${grammar}" OURO_LANG_SOURCES)
    endforeach()

    ouro_glob_below(OURO_STDLIB_SOURCES stdlib/*.cpp)
    ouro_glob_below(modules stdlib/*.py)
    ouro_generate_modules("${modules}" OURO_STDLIB_SOURCES)

    ouro_glob(OURO_API_SOURCES api/*.cpp)

    ouro_glob(OURO_REPL_SOURCES repl/*.cpp)
    set(OURO_REPL_MAIN ${OURO_REPL_SOURCES})
    list(FILTER OURO_REPL_MAIN INCLUDE REGEX "/repl/main\\.cpp$")
    list(FILTER OURO_REPL_SOURCES EXCLUDE REGEX "/repl/main\\.cpp$")
    if(NOT OURO_REPL_MAIN)
        set(OURO_REPL_SOURCES)
    endif()
endmacro()

# ouro_add_part(NAME sources...): compiles one folder as the object library ouro_NAME_objects.
function(ouro_add_part name)
    set(sources ${ARGN})
    if(NOT sources)
        set(empty "${PROJECT_BINARY_DIR}/generated/${name}_empty.cpp")
        file(CONFIGURE OUTPUT "${empty}" CONTENT "// No sources in this part yet.\n")
        set(sources "${empty}")
    endif()
    add_library(ouro_${name}_objects OBJECT ${sources})
    target_link_libraries(ouro_${name}_objects PRIVATE ouro_engine_headers ouro_warnings ${OURO_DEPENDENCIES})
    ouro_precompile(${name})
endfunction()

# Precompiled headers halve the time of a build from nothing. ccache does better than that, but not with them.
function(ouro_precompile name)
    if(OURO_CCACHE OR name STREQUAL "repl")
        return()
    endif()
    set(headers <algorithm> <charconv> <cmath> <cstring> <functional> <optional> <span> <string> <string_view> <vector>)
    if(NOT name STREQUAL "lang")
        list(APPEND headers vm/model/core.hpp)
    endif()
    target_precompile_headers(ouro_${name}_objects PRIVATE ${headers})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # g++ 12 sees overruns in std::string's own code (GCC bug 105651), which it hides where the header is not
        # precompiled.
        target_compile_options(ouro_${name}_objects PRIVATE -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow)
    endif()
endfunction()
