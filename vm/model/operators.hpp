// SPDX-License-Identifier: MIT
//
// What Python does to any value beyond calls and attributes: the object protocol that natives use. Script methods met
// here run in a nested interpreter loop, guarded against native recursion; the interpreter's own instructions enter
// them without nesting.
#pragma once

#include "vm/model/layouts.hpp"
#include "vm/result.hpp"
#include "vm/special.hpp"

#include <initializer_list>
#include <span>
#include <string>

namespace ouro::vm {

// --- Operators --- `special` from Add to Xor
Result<Value> binary_operation(VM& vm, Special special, Value a, Value b);
Result<Value> in_place_operation(VM& vm, Special special, Value a, Value b);
Result<Value> power(VM& vm, Value a, Value b, Value modulus); // modulus None: a ** b
Result<Value> unary_operation(VM& vm, Special special, Value a); // Neg, Pos, Invert, Abs
// Rich comparison, `special` from Lt to Ge.
Result<Value> compare(VM& vm, Special special, Value a, Value b);
Result<bool> compare_bool(VM& vm, Special special, Value a, Value b);
Result<bool> equal(VM& vm, Value a, Value b); // identity or ==, as containers compare
Result<bool> less_than(VM& vm, Value a, Value b);
Result<bool> truth(VM& vm, Value value);
Result<uint64_t> hash(VM& vm, Value value); // TypeError "unhashable type: 'list'"
Result<uint64_t> tuple_hash(VM& vm, Tuple& tuple); // tuple.__hash__ itself

// --- Containers ---
Result<Value> get_item(VM& vm, Value object, Value key);
Result<void> set_item(VM& vm, Value object, Value key, Value value);
Result<void> delete_item(VM& vm, Value object, Value key);
Result<int64_t> length(VM& vm, Value object); // TypeError "object of type 'int' has no len()"
Result<int64_t> length_hint(VM& vm, Value object, int64_t otherwise);
Result<bool> contains(VM& vm, Value container, Value item);
// An int from int or __index__: TypeError "'str' object cannot be interpreted as an integer".
Result<Value> index(VM& vm, Value value);
// The same as int64_t for sequence positions; beyond: IndexError "cannot fit 'int' into an index-sized integer".
Result<int64_t> index_int64(VM& vm, Value value);

// --- Iteration ---
Result<Value> get_iterator(VM& vm, Value iterable);
// The next item, or empty at the end.
Result<Value> next(VM& vm, Value iterator);
// Calls function(item) -> Result<void> for each item; builtin containers are walked without an iterator object.
template <class F>
Result<void> for_each(VM& vm, Value iterable, F&& function);
// The items of any iterable in a tuple or list; itself when it is one exactly.
Result<List*> list_from(VM& vm, Value iterable);
Result<Tuple*> tuple_from(VM& vm, Value iterable);

// --- Text ---
Result<Str*> repr(VM& vm, Value value);
// What type(value).__repr__ returns, which need not be a string.
Result<Value> call_repr(VM& vm, Value value);
Result<Str*> str(VM& vm, Value value);
Result<Str*> ascii(VM& vm, Value value);
Result<Str*> format(VM& vm, Value value, Str* specification);
std::string repr_text(VM& vm, Value value); // for messages; "<TYPE object>" when repr fails

// --- Classes ---
Result<bool> is_instance(VM& vm, Value object, Value class_or_tuple);
Result<bool> is_subclass(VM& vm, Value type, Value class_or_tuple);

// type.__instancecheck__ itself.
Result<bool> type_instance_check(VM& vm, Type* type, Value object);

// --- Error texts ---
const char* operator_symbol(Special special);   // Add..Xor: "+"
const char* comparison_symbol(Special special); // Lt..Ge: "<"
// TypeError "unsupported operand type(s) for +: 'int' and 'str'".
Raised unsupported_operands(VM& vm, Special special, Value a, Value b, bool in_place);

// The same, but in the words of sequences where `a` or `b` is one: 'can only concatenate str (not "int") to str'.
Raised operands_error(VM& vm, Special special, Value a, Value b, bool in_place);

// Marks containers whose repr is being made, so that cycles print as [...]; released when it goes out of scope.
class ReprGuard {
public:
    ReprGuard(VM& vm, Object* object);
    ~ReprGuard();
    bool is_recursive() const { return m_recursive; }

private:
    VM& m_vm;
    bool m_recursive;
};

template <class F>
Result<void> for_each(VM& vm, Value iterable, F&& function) {
    if (List* list = as_exact<List>(iterable)) {
        for (size_t i = 0; i < list->size(); i++)
            TRY(function((*list)[i]));
        return {};
    }
    if (Tuple* tuple = as_exact<Tuple>(iterable)) {
        for (size_t i = 0; i < tuple->size(); i++)
            TRY(function((*tuple)[i]));
        return {};
    }
    Value iterator = TRY(get_iterator(vm, iterable));
    for (;;) {
        Value item = TRY(next(vm, iterator));
        if (item.is_empty())
            return {};
        TRY(function(item));
    }
}

} // namespace ouro::vm
