# SPDX-License-Identifier: MIT
#
# `cmake --install`: the command, libouro with its headers, the CMake package (find_package(ouro), target ouro::ouro)
# and the pkg-config file.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/ouro")

install(TARGETS libouro EXPORT ouroTargets ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
if(TARGET ouro)
    install(TARGETS ouro RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()
install(DIRECTORY include/ouro DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" FILES_MATCHING PATTERN "*.hpp")

install(EXPORT ouroTargets NAMESPACE ouro:: DESTINATION "${package_folder}")
configure_package_config_file(cmake/ouroConfig.cmake.in "${PROJECT_BINARY_DIR}/ouroConfig.cmake"
    INSTALL_DESTINATION "${package_folder}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/ouroConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/ouroConfig.cmake" "${PROJECT_BINARY_DIR}/ouroConfigVersion.cmake"
    cmake/OuroDependencies.cmake DESTINATION "${package_folder}")

# Relative to the file itself, so that an installation may be moved and `cmake --install --prefix` works.
file(RELATIVE_PATH OURO_PC_TO_PREFIX "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
configure_file(cmake/ouro.pc.in "${PROJECT_BINARY_DIR}/ouro.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/ouro.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
