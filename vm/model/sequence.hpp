// SPDX-License-Identifier: MIT
//
// What the builtin containers have in common: positions, repetition, comparison, repr, and the checks of __new__. Error
// texts are CPython's; `type` in them is the type's name.
#pragma once

#include "vm/model/core.hpp"

#include <algorithm>
#include <optional>

namespace ouro::vm {

// The position that the int or __index__ `index` means in a sequence of `length`, negative ones counted from the end.
// Raises TypeError for other types ("list indices must be integers or slices, not str") and IndexError(out_of_range).
Result<size_t> sequence_position(VM& vm, Value index, size_t length, const char* type, const char* out_of_range);

// Arguments `start` and `stop` of index(): negative ones count from the end, others are clamped at 0.
// TypeError "slice indices must be integers or have an __index__ method".
Result<int64_t> search_bound(VM& vm, Value bound, size_t length);

// The count of `sequence.__mul__(value)`, not below 0. TypeError "'float' object cannot be interpreted as an integer".
Result<int64_t> repeat_count(VM& vm, Value value);

// --- `+` and `*` of builtin sequences: in CPython they are slots of their own, looked at after those of numbers ---

// Does `left`, a builtin sequence, leave the operator to a script's reflected method of `right` first?
bool yields_to_right(VM& vm, Special special, Value left, Value right);
// Is `method` one by which a builtin sequence repeats itself, and `count` nothing that counts? Operators pass it by.
bool is_unfit_count(VM& vm, Value method, Value count);
// Has the type of `object` CPython's slots of a sequence, so that it alone says what `object *= sequence` repeats?
bool has_sequence_slots(VM& vm, Value object);
// Is `right` a builtin sequence that `left *= right` does not repeat, because only `left` is asked?
bool is_foreign_repeat(VM& vm, Value left, Value right);

// `sequence.__add__(other)` for another type: TypeError "can only concatenate list (not "int") to list".
Raised refuse_concatenation(VM& vm, const char* type, Value other);

// TypeError "list() takes no keyword arguments" when there are any and the class has not its own __init__.
Result<void> refuse_keywords(VM& vm, Type* cls, Type* base, Dict& keywords);

// TypeError "list expected at most 1 argument, got 2".
Result<void> at_most_one_argument(VM& vm, const char* type, size_t count);

// True when class `type` inherits `special` unchanged from `base`.
bool inherits_special(VM& vm, Type* type, Type* base, Special special);

// Appends repr(items[0]), ", ", ...; `items` is read anew after each call.
template <class Sequence>
Result<void> append_item_reprs(VM& vm, std::string& text, Sequence& items) {
    for (size_t i = 0; i < items.size(); i++) {
        if (i)
            text += ", ";
        text += TRY(repr(vm, items[i]))->view();
        if (text.size() > Heap::LARGEST_SMALL)
            TRY(vm.heap.reserve(text.size()));
    }
    return {};
}

inline bool order_holds(Special comparison, size_t a, size_t b) {
    switch (comparison) {
    case Special::Lt:
        return a < b;
    case Special::Le:
        return a <= b;
    case Special::Eq:
        return a == b;
    case Special::Ne:
        return a != b;
    case Special::Gt:
        return a > b;
    default:
        return a >= b;
    }
}

// Lexicographic comparison of two lists or two tuples, which script code may change meanwhile (Reference 6.10.1).
template <class A, class B>
Result<Value> compare_sequences(VM& vm, Special comparison, A& a, B& b) {
    bool by_equality = comparison == Special::Eq || comparison == Special::Ne;
    if (by_equality && a.size() != b.size())
        return Value::boolean(comparison == Special::Ne);
    TRY(vm.check_native_stack());
    size_t i = 0;
    while (i < a.size() && i < b.size()) {
        Value x = a[i], y = b[i];
        if (x != y && !TRY(equal(vm, x, y)))
            break;
        i++;
    }
    if (i >= a.size() || i >= b.size())
        return Value::boolean(order_holds(comparison, a.size(), b.size()));
    if (by_equality)
        return Value::boolean(comparison == Special::Ne);
    return compare(vm, comparison, a[i], b[i]);
}

// sequence.index: the first position in [start, stop) whose item equals `value`, or nothing.
template <class Sequence>
Result<std::optional<size_t>> find_item(VM& vm, Sequence& items, Value value, int64_t start, int64_t stop) {
    for (int64_t i = start; i < stop && size_t(i) < items.size(); i++) {
        if (items[size_t(i)] == value || TRY(equal(vm, items[size_t(i)], value)))
            return std::optional<size_t>(size_t(i));
    }
    return std::optional<size_t>();
}

template <class Sequence>
Result<int64_t> count_items(VM& vm, Sequence& items, Value value) {
    int64_t count = 0;
    for (size_t i = 0; i < items.size(); i++)
        count += TRY(equal(vm, items[i], value));
    return count;
}

} // namespace ouro::vm
