// SPDX-License-Identifier: MIT
//
// module: a namespace dictionary with a name.
#pragma once

#include "vm/object.hpp"

namespace ouro::vm {

struct Dict;
struct Str;

struct Module : Object {
    static constexpr Kind KIND = Kind::Module;
    static constexpr uint8_t INITIALIZING = FLAG_A; // its code is running for the first time
    Dict* dict; // __name__, __file__, ...: str keys
};

Module* make_module(VM& vm, Str* name);
void module_set(VM& vm, Module& module, const char* name, Value value);

} // namespace ouro::vm
