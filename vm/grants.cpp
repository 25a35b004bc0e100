// SPDX-License-Identifier: MIT
//
// Sources are granted by the text of paths, for the host has put there what is there. Other files are granted by where
// paths really lead, because scripts that may write can make symbolic links.
#include "vm/grants.hpp"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

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

static bool is_below(std::string_view path, std::string_view folder) {
    while (folder.size() > 1 && folder.ends_with('/'))
        folder.remove_suffix(1);
    if (!path.starts_with(folder))
        return false;
    std::string_view below = path.substr(folder.size());
    return folder.ends_with('/') || below.starts_with('/');
}

bool Grants::allows_source(std::string_view path) const {
    return std::any_of(source_folders.begin(), source_folders.end(), [&](const std::string& folder) {
        return is_below(path, folder) && !climbs(path.substr(folder.size()));
    });
}

static std::optional<std::string> resolve(const std::string& path) {
    char resolved[PATH_MAX];
    return realpath(path.c_str(), resolved) ? std::optional<std::string>(resolved) : std::nullopt;
}

// The folder of a path, without links, and its last part as it stands.
static std::optional<std::string> resolve_name(std::string path) {
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    size_t slash = path.rfind('/');
    std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    if (name.empty() || name == "." || name == "..")
        return resolve(path);
    auto folder = resolve(slash == std::string::npos ? "." : path.substr(0, slash + 1));
    if (!folder)
        return std::nullopt;
    return *folder == "/" ? *folder + name : *folder + "/" + name;
}

// Where the path leads. A file that is not there yet counts by its name, unless a link stands there.
static std::optional<std::string> resolve_target(const std::string& path) {
    if (auto resolved = resolve(path))
        return resolved;
    struct stat status;
    if (errno != ENOENT || lstat(path.c_str(), &status) == 0)
        return std::nullopt;
    return resolve_name(path);
}

bool Grants::allows_path(const std::string& path, bool writing, bool follow) const {
    auto real = follow ? resolve_target(path) : resolve_name(path);
    auto holds = [&](const std::string& folder) {
        auto real_folder = resolve(folder);
        return real_folder && (*real == *real_folder || is_below(*real, *real_folder));
    };
    if (!real)
        return false;
    return std::any_of(writable_folders.begin(), writable_folders.end(), holds) ||
           (!writing && std::any_of(readable_folders.begin(), readable_folders.end(), holds));
}

std::string absolute_folder(const Grants* grants, std::string_view folder) {
    char current[PATH_MAX];
    if (grants || folder.starts_with('/') || !getcwd(current, sizeof(current)))
        return std::string(folder);
    if (folder.empty() || folder == ".")
        return current;
    return std::string(current) + "/" + std::string(folder);
}

} // namespace ouro::vm
