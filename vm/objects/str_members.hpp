// SPDX-License-Identifier: MIT
//
// The members of str, each written in the str_*.cpp file of its concept, gathered in one table by str_type.cpp.
#pragma once

#include "vm/heap.hpp"
#include "vm/native.hpp"
#include "vm/objects/str.hpp"

namespace ouro::vm {

void str_visit(Object* object, Visitor& visitor); // str.cpp

// --- str_repr.cpp ---
void append_escape(std::string& out, uint32_t code_point);
Result<Str*> str_dunder_repr(VM& vm, Str& self);

} // namespace ouro::vm
