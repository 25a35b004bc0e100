# SPDX-License-Identifier: MIT
#
# Finds the libraries Ouro stands on and wraps each as an imported target. Used by the build itself and, installed
# beside ouroConfig.cmake, by find_package(ouro). Static archives are preferred: a dynamically linked library costs the
# command 50 to 150 microseconds at every start.
#
# An installed Ouro (OURO_IS_INSTALLED, set by ouroConfig.cmake) is only linked: its headers include none of these.

if(OURO_IS_INSTALLED)
    set(ouro_hint "On Debian: apt install libuv1-dev libgmp-dev libpcre2-dev libutf8proc-dev")
else()
    set(ouro_hint "'./dev setup' installs what is missing")
endif()

function(ouro_find_library target header)
    if(TARGET ${target})
        return()
    endif()
    string(MAKE_C_IDENTIFIER "OURO_${target}" prefix)
    find_library(${prefix}_LIBRARY NAMES ${ARGN})
    mark_as_advanced(${prefix}_LIBRARY)
    if(NOT ${prefix}_LIBRARY)
        message(FATAL_ERROR "Ouro needs one of: ${ARGN}. ${ouro_hint}.")
    endif()
    add_library(${target} UNKNOWN IMPORTED GLOBAL)
    set_target_properties(${target} PROPERTIES IMPORTED_LOCATION "${${prefix}_LIBRARY}")
    if(OURO_IS_INSTALLED)
        return()
    endif()
    find_path(${prefix}_INCLUDE NAMES ${header})
    mark_as_advanced(${prefix}_INCLUDE)
    if(NOT ${prefix}_INCLUDE)
        message(FATAL_ERROR "Ouro needs ${header}. ${ouro_hint}.")
    endif()
    set_target_properties(${target} PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${${prefix}_INCLUDE}")
endfunction()

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
ouro_find_library(ouro::uv uv.h libuv_a.a uv)
ouro_find_library(ouro::gmp gmp.h libgmp.a gmp)
ouro_find_library(ouro::utf8proc utf8proc.h libutf8proc.a utf8proc)
ouro_find_library(ouro::pcre2 pcre2.h libpcre2-8.a pcre2-8)

# Of {fmt} only the headers: vm/fmt_library.cpp compiles the rest, so an installed Ouro has it.
if(NOT OURO_IS_INSTALLED AND NOT TARGET ouro::fmt)
    find_path(OURO_FMT_INCLUDE NAMES fmt/format-inl.h)
    mark_as_advanced(OURO_FMT_INCLUDE)
    if(NOT OURO_FMT_INCLUDE)
        message(FATAL_ERROR "Ouro needs fmt/format-inl.h. ${ouro_hint}.")
    endif()
    add_library(ouro::fmt INTERFACE IMPORTED GLOBAL)
    set_target_properties(ouro::fmt PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${OURO_FMT_INCLUDE}")
endif()

set(OURO_VM_DEPENDENCIES ouro::uv ouro::gmp ouro::utf8proc $<BUILD_INTERFACE:ouro::fmt>
    Threads::Threads ${CMAKE_DL_LIBS})
set(OURO_DEPENDENCIES ouro::pcre2 ${OURO_VM_DEPENDENCIES})
