// SPDX-License-Identifier: MIT
//
// Grants are compared by the text of paths. Symbolic links inside of a granted folder lead where the host put them.
#include "vm/grants.hpp"

#include <algorithm>

namespace ouro::vm {

static bool climbs(std::string_view path) {
    while (!path.empty()) {
        size_t slash = path.find('/');
        if (path.substr(0, slash) == "..")
            return true;
        path = slash == std::string_view::npos ? "" : path.substr(slash + 1);
    }
    return false;
}

bool Grants::allows_source(std::string_view path) const {
    return std::any_of(source_folders.begin(), source_folders.end(), [&](std::string_view folder) {
        while (folder.size() > 1 && folder.ends_with('/'))
            folder.remove_suffix(1);
        if (!path.starts_with(folder))
            return false;
        std::string_view below = path.substr(folder.size());
        return (folder.ends_with('/') || below.starts_with('/')) && !climbs(below);
    });
}

} // namespace ouro::vm
