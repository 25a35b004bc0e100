// SPDX-License-Identifier: MIT
//
// What a script may do outside of its VM. A VM without Grants (the `ouro` command's) may do everything that its process
// may; the embedding API gives each runtime its own, which allow only what the host has named. Whatever reaches outside
// asks them first: imports, source lines of tracebacks (both: sources), and _posix (everything else).
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ouro::vm {

struct Grants {
    // Modules may be imported from these folders and what is below them, and tracebacks show lines of the files there.
    std::vector<std::string> source_folders;
    // Files and folders in and below these may be read, and written (which includes reading, making and deleting).
    std::vector<std::string> readable_folders, writable_folders;
    // os.environ. Scripts change their own copy, not the process's.
    std::map<std::string, std::string> environment;
    // File descriptors that scripts have opened: the only ones that they may use. Closed with the VM.
    std::set<int> descriptors;

    // May the file be read as Python source? A path that climbs (`..`) is in no folder.
    bool allows_source(std::string_view path) const;
    // May what this path leads to be used? Symbolic links are followed first, the last one only with `follow`:
    // operations on names (unlink, rename, lstat) do not follow it.
    bool allows_path(const std::string& path, bool writing, bool follow) const;
    bool has_folders() const { return !readable_folders.empty() || !writable_folders.empty(); }
};

// A folder as it shows in __file__ and tracebacks. In a sandbox it stays as the host has named it.
std::string absolute_folder(const Grants* grants, std::string_view folder);

} // namespace ouro::vm
