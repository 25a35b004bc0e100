# SPDX-License-Identifier: MIT
#
# The test install.find_package: installs Ouro below the build folder, builds examples/host against that installation
# the way a stranger would, and runs it. Where pkg-config is installed, once more through that.
#   cmake -DSOURCE=... -DBUILD=... -DGENERATOR=... -DCONFIG=... -DCOMPILER=... -DFLAGS=... -P find_package.cmake
set(prefix "${BUILD}/install-test/prefix")
set(host "${BUILD}/install-test/host")
file(REMOVE_RECURSE "${BUILD}/install-test")

function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "${ARGN}\nfailed with ${status}:\n${output}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

function(check_battle program)
    run("${program}" --fast "${SOURCE}/examples/host/captains.py")
    file(READ "${SOURCE}/examples/host/expected.txt" expected)
    if(NOT output STREQUAL expected)
        message(FATAL_ERROR "${program} printed\n${output}\nbut was expected to print\n${expected}")
    endif()
endfunction()

run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${prefix}")
run("${prefix}/bin/ouro" -c "print('installed')")
run("${CMAKE_COMMAND}" -S "${SOURCE}/examples/host" -B "${host}" -G "${GENERATOR}" "-DCMAKE_PREFIX_PATH=${prefix}"
    "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_FLAGS=${FLAGS}" "-DCMAKE_BUILD_TYPE=${CONFIG}")
run("${CMAKE_COMMAND}" --build "${host}")
check_battle("${host}/battle")

find_program(PKG_CONFIG pkg-config)
file(GLOB_RECURSE description "${prefix}/*/ouro.pc")
if(PKG_CONFIG AND description)
    get_filename_component(folder "${description}" DIRECTORY)
    set(ENV{PKG_CONFIG_PATH} "${folder}")
    run("${PKG_CONFIG}" --cflags --libs ouro)
    string(STRIP "${output}" flags)
    separate_arguments(flags UNIX_COMMAND "${FLAGS} ${flags}")
    run("${COMPILER}" -std=c++20 "${SOURCE}/examples/host/main.cpp" -o "${host}/battle-pkg-config" ${flags})
    check_battle("${host}/battle-pkg-config")
endif()
