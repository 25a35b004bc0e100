// SPDX-License-Identifier: MIT
//
// What a script may do outside of its VM. A VM without Grants (the `ouro` command's) may do everything that its process
// may; the embedding API gives each runtime its own, which allow only what the host has named.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ouro::vm {

struct Grants {
    // Modules may be imported from these folders and what is below them, and tracebacks show lines of the files there.
    std::vector<std::string> source_folders;

    // May the file be read as Python source? A path that climbs (`..`) is in no folder.
    bool allows_source(std::string_view path) const;
};

} // namespace ouro::vm
