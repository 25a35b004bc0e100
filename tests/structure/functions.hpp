// SPDX-License-Identifier: MIT
//
// What the structure test must know of C++: which functions a file declares and defines, and how long they are.
//
// No compiler: a tokenizer and a walk over scopes, which knows namespaces, classes and function bodies. It reads the
// house's own style; what macros make it does not see.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace structure {

struct Function {
    std::string name;       // with its namespaces and, for members, classes: ouro::vm::make_list
    std::string parameters; // their types, without names and defaults: overloads differ in them
    unsigned line = 0;      // where it begins
    unsigned length = 0;    // in lines; 0 for a declaration
    bool is_defined = false;
    bool is_free = false;   // at namespace scope, with external linkage, no template
    bool is_member = false; // declared or defined in its class, no template
};

// The functions of a file's text, in order.
std::vector<Function> functions_of(std::string_view text);

} // namespace structure
