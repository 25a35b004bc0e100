# SPDX-License-Identifier: MIT
#
# Sources that are generated into the build folder: the lexer (re2c), the parser (Bison), the modules of stdlib/ that
# are written in Python (a byte table), and the names of characters (Debian's package unicode-data).
# `build/.../generated` is on the include path, so that lang/grammar.yy gives "lang/grammar.hpp".

find_program(OURO_RE2C re2c REQUIRED)
find_program(OURO_BISON bison REQUIRED)
mark_as_advanced(OURO_RE2C OURO_BISON)

set(OURO_GENERATED "${PROJECT_BINARY_DIR}/generated")
file(MAKE_DIRECTORY "${OURO_GENERATED}/lang" "${OURO_GENERATED}/stdlib" "${OURO_GENERATED}/vm")

# lang/NAME.re.cc -> generated/lang/NAME.cpp
macro(ouro_generate_lexer source sources)
    get_filename_component(lexer_name "${source}" NAME_WE)
    set(lexer_output "${OURO_GENERATED}/lang/${lexer_name}.cpp")
    add_custom_command(OUTPUT "${lexer_output}"
        COMMAND "${OURO_RE2C}" -W --no-generation-date -o "${lexer_output}" "${source}"
        DEPENDS "${source}" COMMENT "re2c lang/${lexer_name}.re.cc" VERBATIM)
    list(APPEND ${sources} "${lexer_output}")
endmacro()

# lang/NAME.yy -> generated/lang/NAME.cpp and NAME.hpp
macro(ouro_generate_parser source sources)
    get_filename_component(parser_name "${source}" NAME_WE)
    set(parser_output "${OURO_GENERATED}/lang/${parser_name}.cpp")
    set(parser_header "${OURO_GENERATED}/lang/${parser_name}.hpp")
    add_custom_command(OUTPUT "${parser_output}" "${parser_header}"
        COMMAND "${OURO_BISON}" -Wall -Werror "--defines=${parser_header}" -o "${parser_output}" "${source}"
        # Bison includes <iostream> for its traces, which costs each start of the command a static constructor; and says
        # noexcept of the constructor that allocates its stack.
        COMMAND sed -i -e "s/include <iostream>/include <ostream>/"
            -e "s/if (false) std::cerr/if (false) *static_cast<std::ostream*>(nullptr)/"
            -e "s/stack (size_type n = 200) YY_NOEXCEPT/stack (size_type n = 200)/"
            "${parser_output}" "${parser_header}"
        WORKING_DIRECTORY "${OURO_GENERATED}/lang"
        DEPENDS "${source}" COMMENT "bison lang/${parser_name}.yy" VERBATIM)
    # Bison's skeleton counts errors in a variable that nothing reads.
    set_source_files_properties("${parser_output}" PROPERTIES COMPILE_OPTIONS -Wno-unused-but-set-variable)
    list(APPEND ${sources} "${parser_output}" "${parser_header}")
endmacro()

# stdlib/**/*.py -> generated/stdlib/embedded_modules.cpp (the table declared in stdlib/embedded.hpp)
add_executable(ouro_embed_modules EXCLUDE_FROM_ALL "${PROJECT_SOURCE_DIR}/tools/embed_modules.cpp")
target_link_libraries(ouro_embed_modules PRIVATE ouro_warnings)

macro(ouro_generate_modules modules sources)
    set(modules_output "${OURO_GENERATED}/stdlib/embedded_modules.cpp")
    set(modules_list "${OURO_GENERATED}/stdlib/embedded_modules.txt")
    string(REPLACE ";" "\n" modules_lines "${modules}")
    file(CONFIGURE OUTPUT "${modules_list}" CONTENT "${modules_lines}\n" @ONLY)
    add_custom_command(OUTPUT "${modules_output}"
        COMMAND ouro_embed_modules "${PROJECT_SOURCE_DIR}/stdlib" "${modules_list}" "${modules_output}"
        DEPENDS ouro_embed_modules "${modules_list}" ${modules} COMMENT "embedding the modules of stdlib/" VERBATIM)
    list(APPEND ${sources} "${modules_output}")
endmacro()

# The Unicode Character Database -> generated/vm/unicode_tables.cpp (the tables declared in vm/text/unicode_tables.hpp)
find_path(OURO_UNICODE_DATA UnicodeData.txt PATHS /usr/share/unicode /usr/share/unicode-data NO_DEFAULT_PATH)
if(NOT OURO_UNICODE_DATA)
    message(FATAL_ERROR "Ouro needs UnicodeData.txt, of Debian's package unicode-data or from unicode.org; "
        "-DOURO_UNICODE_DATA= names its folder. './dev setup' installs what is missing.")
endif()
mark_as_advanced(OURO_UNICODE_DATA)
add_executable(ouro_unicode_tables EXCLUDE_FROM_ALL "${PROJECT_SOURCE_DIR}/tools/unicode_tables.cpp")
target_link_libraries(ouro_unicode_tables PRIVATE ouro_engine_headers ouro_warnings)

macro(ouro_generate_unicode sources)
    set(unicode_output "${OURO_GENERATED}/vm/unicode_tables.cpp")
    set(unicode_inputs UnicodeData.txt NameAliases.txt NamedSequences.txt EastAsianWidth.txt
        extracted/DerivedNumericValues.txt)
    list(TRANSFORM unicode_inputs PREPEND "${OURO_UNICODE_DATA}/")
    add_custom_command(OUTPUT "${unicode_output}"
        COMMAND ouro_unicode_tables "${OURO_UNICODE_DATA}" "${unicode_output}"
        DEPENDS ouro_unicode_tables ${unicode_inputs} COMMENT "tables of the Unicode Character Database" VERBATIM)
    list(APPEND ${sources} "${unicode_output}")
endmacro()
