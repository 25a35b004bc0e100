// SPDX-License-Identifier: MIT
//
// Functions and what binds them: script functions, native functions, bound methods, cells, and the descriptors
// property, staticmethod, classmethod and super.
#pragma once

#include "vm/model/shape.hpp"

namespace ouro::vm {

struct Code;
struct Dict;
struct NativeDef;
struct NativeSignature;
struct Str;
struct Storage;
struct Tuple;
struct Type;

struct Function : Object {
    static constexpr Kind KIND = Kind::Function;
    Code* code;
    Dict* globals;
    Dict* builtins;
    Tuple* closure;    // Cells, or null
    Tuple* defaults;   // of the last positional parameters, or null
    Dict* kwdefaults;  // or null
    Str* name;
    Str* qualname;
    Value doc;
    Value module;
    Value annotate;    // the __annotate__ function (PEP 649), or empty
    Value annotations; // computed or assigned __annotations__, or empty
};

struct NativeFunction : Object {
    static constexpr Kind KIND = Kind::NativeFunction;
    const NativeDef* def;
    Type* owner;       // the type of which this is a method, or null
    Value self;        // of a function bound to a module or class (`__self__`), or empty
    Str* name;
    Str* qualname;
    Value module;
    Storage* defaults; // one Value per parameter, empty where required; null until the signature was parsed
    Storage* names;    // Str* per parameter
    uint16_t required; // positional parameters that must be given
    uint16_t positional; // parameters that can be given by position (without *args)
    uint16_t positional_only;
    bool has_varargs, has_varkw, parsed;
};

struct BoundMethod : Object {
    static constexpr Kind KIND = Kind::BoundMethod;
    Value function;
    Value self;
};

struct Cell : Object {
    static constexpr Kind KIND = Kind::Cell;
    Value value; // empty: unbound
};

struct Property : Object {
    static constexpr Kind KIND = Kind::Property;
    Value getter, setter, deleter, doc, name; // None where there is none
};

// A computed attribute of a native type: a data descriptor over a NativeDef of type Getter.
struct Getter : Object {
    static constexpr Kind KIND = Kind::Getter;
    const NativeDef* def;
    Type* owner;
};

// A name of __slots__: a data descriptor for a value at a fixed place of the slot area.
struct Member : Object {
    static constexpr Kind KIND = Kind::Member;
    Str* name;
    Type* owner;
    uint32_t index;

    // Where `instance`, which is one of `owner`, keeps the value; empty while there is none.
    Value& value_in(Object* instance) const { return attribute_area(instance)[1 + index]; }
};

struct StaticMethod : Object {
    static constexpr Kind KIND = Kind::StaticMethod;
    Value function;
};

struct ClassMethod : Object {
    static constexpr Kind KIND = Kind::ClassMethod;
    Value function;
};

struct Super : Object {
    static constexpr Kind KIND = Kind::Super;
    Type* type;    // null: super() object not initialized
    Value self;    // empty: unbound
    Type* self_type;
};

NativeFunction* make_native_function(VM& vm, const NativeDef& def, Type* owner, Value self);
BoundMethod* make_bound_method(VM& vm, Value function, Value self);
Cell* make_cell(VM& vm, Value value);
// A function over `globals` whose builtins are those that builtins_of finds.
Function* make_function(VM& vm, Code& code, Dict* globals);

// Where code with these globals looks up what they lack: their `__builtins__`, a module or a dict, or the VM's.
// Anything else has no names. Language Reference 4.2.4.
Dict* builtins_of(VM& vm, Dict& globals);

// The builtins of the running code, which are the default of what it executes, or the VM's.
Dict* current_builtins(VM& vm);

} // namespace ouro::vm
