// SPDX-License-Identifier: MIT
//
// What programs are started with: arguments and environments as C has them.
#pragma once

#include "vm/model/core.hpp"

#include <string>
#include <vector>

namespace ouro::stdlib {

// Strings with an array of pointers to them, which ends with null.
class CStrings {
public:
    void add(std::string_view text) { m_texts.emplace_back(text); }
    size_t size() const { return m_texts.size(); }
    // Good until something is added.
    char** pointers();

private:
    std::vector<std::string> m_texts;
    std::vector<char*> m_pointers;
};

// A sequence of bytes objects, as os.fsencode() makes them. ValueError "embedded null byte", TypeError.
vm::Result<CStrings> c_strings(vm::VM& vm, vm::Value sequence);
// PermissionError in a runtime with grants: nothing that starts or ends processes is granted.
vm::Result<void> check_processes(vm::VM& vm);

} // namespace ouro::stdlib
