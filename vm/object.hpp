// SPDX-License-Identifier: MIT
//
// The header of every heap object, and the kinds of native layout.
//
//   +----------------+------+----------+-------+---------+-----------+
//   | Shape* shape   | kind | gc state | flags | length8 | aux       |   16 bytes, then what the kind says
//   +----------------+------+----------+-------+---------+-----------+
//
// `kind` names the C++ struct behind the header, also for instances of script subclasses (a `class Names(list)`
// instance has kind List and flag SUBCLASS); the type is the shape's. Objects whose type has attributes of its own keep
// them in a slot area at shape->type->attributes_offset: one word for overflow storage, then the type's inline slots.
#pragma once

#include "vm/result.hpp"
#include "vm/value.hpp"

#include <cstdint>

namespace ouro::vm {

class VM;
class Visitor;
struct Shape;
struct Type;
struct NativeType;

// The native layouts that the engine tests for by one byte. Types defined elsewhere (stdlib/) use Native and are told
// apart by their NativeType.
enum class Kind : uint8_t {
    Free, // a cell of the heap that holds no object
    Storage, // items of a list, table of a dict: raw words owned and traced by one object
    Instance, // object() and script classes without a native base
    BigInt,
    Float, // boxed: only instances of float's subclasses
    Str,
    Bytes,
    List,
    Tuple,
    Dict,
    Set, // set and frozenset
    Range,
    Slice,
    Function,
    NativeFunction,
    BoundMethod,
    Type,
    Module,
    Cell,
    Code,
    Generator, // generators, coroutines and async generators
    NativeCoroutine, // coroutines whose body is C++
    Future, // asyncio futures and tasks
    Exception,
    Traceback,
    Property,
    StaticMethod,
    ClassMethod,
    Super,
    Getter,
    Member,
    Shape,
    Native,
};

struct Object {
    // Bits of `flags`.
    static constexpr uint8_t SUBCLASS = 1;      // the type is a script-defined subclass of the kind's own type
    static constexpr uint8_t FINALIZABLE = 2;   // on the heap's list of objects with something to do at their end
    static constexpr uint8_t FLAG_A = 16, FLAG_B = 32, FLAG_C = 64, FLAG_D = 128; // what the kind makes of them
    // Bits of `gc`.
    static constexpr uint8_t OLD = 1; // survived a collection: stores into it must be remembered (heap.hpp, store)

    Shape* shape = nullptr;
    Kind kind = Kind::Free;
    uint8_t gc = 0;
    uint8_t flags = 0;
    uint8_t spare = 0;
    uint32_t aux = 0; // what the kind makes of it: length of a tuple, hash of a str

    inline Type* type() const;
    bool is_exact() const { return !(flags & SUBCLASS); }
};

static_assert(sizeof(Object) == 16);

// The object behind `value` as T when its kind is T's (subclasses included), else null.
template <class T>
T* as(Value value) {
    return value.is_object() && value.object()->kind == T::KIND ? static_cast<T*>(value.object()) : nullptr;
}
// The same, but not for instances of script subclasses, which may override anything.
template <class T>
T* as_exact(Value value) {
    return value.is_object() && value.object()->kind == T::KIND && value.object()->is_exact()
               ? static_cast<T*>(value.object())
               : nullptr;
}

} // namespace ouro::vm
