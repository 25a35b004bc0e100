// SPDX-License-Identifier: MIT
//
// Making classes as a class statement or type() does (Data model 3.3.3).
#pragma once

#include "vm/type.hpp"

#include <string>

namespace ouro::vm {

// type(name, bases, namespace, **keywords): MRO, layout, __slots__, __set_name__, __init_subclass__.
// Data model 3.3.3. Raises TypeError for inconsistent MROs, layout conflicts, final bases.
Result<Type*> make_class(VM& vm, Type* metaclass, Str* name, Tuple* bases, Dict* ns, Dict* keywords);

// The most derived metaclass of `metaclass` and the bases' types; TypeError on a conflict.
Result<Type*> calculate_metaclass(VM& vm, Type* metaclass, Tuple* bases);

// "module.Qualname" as reprs show a type; without the module for builtins.
std::string full_type_name(VM& vm, Type* type);
// The same without `__main__.`, as error messages that name modules show it.
std::string shown_type_name(VM& vm, Type* type);

// The name in most other errors: types of modules that are native, or stand for such, with their module
// ('collections.deque'), all others without.
std::string_view error_name(const Type* type);
// The class is one that is native in CPython: it shows its module in errors and cannot be changed.
void mark_as_native(VM& vm, Type& type);

// Do instances iterate by their __getitem__ when they have no __iter__? The natives that do not are mappings.
bool iterates_by_index(VM& vm, Type* type);

// To be called when existing objects become descriptors, or data descriptors: the class attributes that caches took for
// plain values may be among them.
void forget_plain_values(VM& vm);

// Gives instances a __dict__, unless a base does already.
void add_dict_attribute(VM& vm, Type* type);

} // namespace ouro::vm
