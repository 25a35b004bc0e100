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
    static constexpr uint8_t UNDESCRIBED = FLAG_B;  // native: __spec__ and __loader__ are made when they are asked for
    static constexpr uint8_t FILLED = FLAG_C;       // native: has its contents, which loading it again leaves alone
    Dict* dict; // __name__, __file__, ...: str keys
};

Module* make_module(VM& vm, Str* name);
// One that is UNDESCRIBED, with `dict` as its namespace.
Module* make_native_module(VM& vm, Str* name, Dict* dict);
// The namespace of a module as scripts see it: described.
Dict* module_dict(VM& vm, Module& module);
void module_set(VM& vm, Module& module, const char* name, Value value);

} // namespace ouro::vm
