// SPDX-License-Identifier: MIT
//
// Types and shapes: what an object is, and where its attributes are.
//
// A Shape (hidden class) belongs to one type and lists the names of the attributes that an instance has, in the order
// in which they were added; the values stand in the instance's slots in that order. Adding an attribute follows a
// transition to the next shape. An instance whose attributes were deleted, or reached through `__dict__`, or grew past
// MAX_SLOTS, is in dictionary mode: its shape is the type's dictionary_shape and its overflow word is a Dict.
//
// Values of `__slots__` are no attributes in this sense: they stand in front of them in the slot area, each at the
// place that its descriptor (Member) knows, in every shape and in dictionary mode alike, empty while they have no
// value.
//
// Inline caches compare shape ids. An id stands for the layout *and* for the state of the class: when a class or one of
// its bases changes, all of its shapes get new ids (Type::modified), so one compare guards both.
#pragma once

#include "vm/core_types.hpp"
#include "vm/object.hpp"
#include "vm/special.hpp"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace ouro::vm {

class Heap;
struct Dict;
struct Str;
struct Tuple;
struct Function;
struct BufferHooks;
struct NativeDef;
struct Storage;

struct Shape : Object {
    static constexpr Kind KIND = Kind::Shape;
    static constexpr uint32_t MAX_SLOTS = 128;
    static constexpr uint32_t FEW_SHAPES = 64; // of one class, kept for its next instances also while it has none
    static constexpr uint32_t MAX_LEARNED_CAPACITY = 120; // of inline slots for attributes seen so far
    static constexpr uint32_t NOT_FOUND = UINT32_MAX;

    uint32_t id;         // unique in the VM; 0 is never given, so a zeroed cache never hits
    uint32_t slot_count; // of an instance: the type's members, then attributes
    Type* of;            // the type of the instances
    Shape* parent;       // without the last attribute; null for a root
    Str* name;           // the last attribute, interned
    Storage* transitions; // pairs (Str*, Shape*), searched linearly: few but at the root; weak like Type::shapes
    uint32_t transition_count;
    bool is_dictionary;
    uint16_t inline_capacity; // slots in the instance itself; the others are in its overflow storage
    Storage* index; // open-addressed (Str*, slot) table, built when first asked

    // The slot of the interned `name`, or NOT_FOUND.
    uint32_t find(VM& vm, Str* name);
    // The shape with `name` appended; null when the instance should go into dictionary mode instead.
    Shape* with(VM& vm, Str* name);
    static void visit(Object* object, Visitor& visitor);
    void drop_dead_transitions(const Heap& heap);
};

inline Type* Object::type() const { return shape->of; }

// What C++ says of a builtin type. Constant data; a Type is made from it when first needed.
struct NativeType {
    const char* name;          // "list", or "module.Name" for types with a __module__ other than builtins
    const NativeType* base;    // null: object
    Kind kind;                 // layout of the instances
    uint32_t size;             // bytes of an instance's native part
    uint32_t flags = 0;        // Type::Flag; all are IMMUTABLE besides
    void (*visit)(Object*, Visitor&);  // traces the native part; null when it has no references
    const NativeDef* members;  // methods, getters, class constants
    size_t member_count;
    const char* doc = nullptr;
    void (*finalize)(VM&, Object*) = nullptr; // called once before an unreachable FINALIZABLE instance is freed
    // Iterators: the next item, or empty at the end. vm::next calls it for exact instances (no StopIteration is made);
    // the script-visible `__next__` is native_iterator_next (model/iterators.hpp) around it.
    Result<Value> (*next)(VM&, Object*) = nullptr;
    // Iterators whose items are tuples, for loops that unpack them at once: stores the next item's `count` parts in
    // `row`. None when it did, empty at the end, NotImplemented when items have another length (then nothing was
    // consumed).
    Result<Value> (*next_row)(VM&, Object*, Value* row, size_t count) = nullptr;
    // Bytes-like objects: how others reach their octets (buffer.hpp).
    const BufferHooks* buffer = nullptr;
};

struct Type : Object {
    static constexpr Kind KIND = Kind::Type;
    static constexpr uint32_t MAX_MEMBERS = 10000;
    enum Flag : uint32_t {
        FINAL = 1,        // script classes cannot inherit from it: "type 'X' is not an acceptable base type"
        HAS_ATTRIBUTES = 2, // instances have a slot area (and __dict__)
        NO_NEW = 4,       // "cannot create 'X' instances"
        HEAP = 8,         // made by a class statement or type()
        VARIABLE_SIZE = 16, // the native part differs per instance: attributes are always in a Dict behind it
        EXCEPTION = 32,   // derives from BaseException
        METACLASS = 64,   // derives from type
        ABSTRACT = 128,   // has abstract methods
        IMMUTABLE = 256,  // attributes cannot be set; every type made of a NativeType is
        SEQUENCE = 512, MAPPING = 1024, // what `match` takes for sequence and mapping patterns
        POPULATED = 2048, // the members of the NativeType are in dict already
        NO_ATTRIBUTES = 4096, // __slots__ without __dict__
        BARE_NAME = 8192, // a Python class in CPython: error messages show its name without the module
        WEAKLY_REFERENCEABLE = 16384, // weakref.ref() takes instances
    };

    Str* name;
    Str* qualname;
    Tuple* bases;
    Tuple* mro; // this type first
    Dict* dict; // use attributes(vm), which fills it on demand
    const NativeType* native; // of the nearest native base
    Shape* root_shape;
    Shape* dictionary_shape;
    uint32_t type_flags;
    uint32_t attributes_offset; // of the slot area in instances, 0 when there is none
    uint32_t inline_slots;      // inline capacity of new instances; learned from earlier ones (Shape::with)
    uint32_t shape_count;
    Storage* subclasses; // Type* array: a full collection takes the dead out
    uint32_t subclass_count;
    Storage* shapes; // every Shape of this type, to renew their ids; weak when there are more than FEW_SHAPES
    Storage* specials; // Value[Special count]: resolved special methods; null until used
    Value abstract_methods; // __abstractmethods__ or empty
    Type* solid_base; // the first in the MRO that adds a native part or __slots__ to the layout of instances
    Tuple* slot_names; // what the class itself adds by __slots__, sorted; null when nothing
    uint32_t member_count; // values of __slots__ in an instance, those of the bases first
    bool has_finalizer; // __del__, or the native finalize must run for each instance
    // The slot area of the Type object itself when a metaclass instance has attributes: they are in dict.

    bool has(Flag flag) const { return type_flags & flag; }
    // True when this type is `other` or derives from it.
    bool is_subtype_of(const Type* other) const;
    // The class's own attributes (its __dict__).
    Dict* attributes(VM& vm);
    // The attribute `name` (interned) along the MRO, or empty. No descriptor is called.
    Value lookup(VM& vm, Str* name);
    // The special method along the MRO, cached, or empty. `None` stays None (a blocked method).
    Value special(VM& vm, Special special) {
        if (specials) {
            Value found = cached_special(special);
            if (!found.is_ellipsis())
                return found;
        }
        return find_special(vm, special);
    }
    // Traces the slot area of an instance.
    static void visit_attributes(Object* object, Type* type, Visitor& visitor);
    // To be called after each change of the class dictionary or of the bases: drops what caches know.
    void modified(VM& vm);

    static void visit(Object* object, Visitor& visitor);
    // After the marking of a full collection: takes the dead out of what a Type or Shape knows weakly.
    static void drop_dead(const Heap& heap, Object* holder);

private:
    Value search(VM& vm, Str* name);
    Value cached_special(Special special) const;
    Value find_special(VM& vm, Special special);
};

// A new, empty instance of `type` (native part zeroed, slot area empty). Not for VARIABLE_SIZE types.
Object* allocate_instance(VM& vm, Type* type);
// The same for instances that need no finalizer yet: who gives them something to finalize calls Heap::add_finalizable.
Object* allocate_unwatched_instance(VM& vm, Type* type);

// An instance of a VARIABLE_SIZE type (int, str, bytes, tuple) whose native part takes `native_bytes`; instances of
// script subclasses get room for their attribute dictionary behind it. The caller sets the length before anything else
// is allocated. `native_bytes` beyond a small bound must have been reserved.
Object* allocate_variable_instance(VM& vm, Type* type, size_t native_bytes);

} // namespace ouro::vm
