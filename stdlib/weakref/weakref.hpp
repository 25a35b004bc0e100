// SPDX-License-Identifier: MIT
//
// The types of weak references: weakref.ref and the two proxies. What the collector does with them is in
// vm/weak_references.hpp; the containers are Python, in weakref.py.
#pragma once

#include "vm/model/core.hpp"
#include "vm/weak_references.hpp"

namespace ouro::stdlib {

extern const vm::NativeType reference_type, proxy_type, callable_proxy_type;

// A weak reference of class `type` to `target`, an existing one where it can be shared: of the type itself, without
// callback. TypeError "cannot create weak reference to 'int' object".
vm::Result<vm::WeakReference*> make_weak_reference(vm::VM& vm, vm::Type* type, vm::Value target, vm::Value callback);

// weakref.proxy(). The same TypeError.
vm::Result<vm::WeakReference*> make_proxy(vm::VM& vm, vm::Value target, vm::Value callback);

// "<weakref at 0x7f10; to 'A' at 0x7f20 (name)>" and the like.
std::string weak_repr(vm::VM& vm, const char* kind, vm::WeakReference& reference, bool with_name);

} // namespace ouro::stdlib
