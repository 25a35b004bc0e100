// SPDX-License-Identifier: MIT
//
// list.sort and sorted(): chooses how to compare, sorts, puts the items back.
//
// The keys are looked at once: if all are small ints, floats or strs, or tuples that begin with one of these, the sort
// is instantiated for that comparison and calls nothing. Exact builtin values cannot change their order, so nothing is
// checked again. Everything else is compared with `<`.
//
// While it is being sorted the list is empty (script code may look); its items stand in a list of their own, which
// keeps them traced. With a key function pairs (key, item) are sorted, laid side by side in another such list.
#include "vm/objects/list/sort.hpp"

#include <algorithm>

namespace ouro::vm {

namespace {

struct KeyOnly {
    Value key;
};
struct KeyAndItem {
    Value key, item;
};
static_assert(sizeof(KeyAndItem) == 2 * sizeof(Value));

// --- Comparisons of keys that call nothing ---

struct IntLess {
    static bool less(Value a, Value b) { return int64_t(a.bits() << 16) < int64_t(b.bits() << 16); }
    static bool same(Value a, Value b) { return a == b; }
};
struct FloatLess {
    static bool less(Value a, Value b) { return a.number() < b.number(); }
    static bool same(Value a, Value b) { return a == b || a.number() == b.number(); }
};
struct StrLess {
    static bool less(Value a, Value b) { return text(a) < text(b); } // UTF-8 keeps the order of code points
    static bool same(Value a, Value b) { return a == b || text(a) == text(b); }
    static std::string_view text(Value value) { return static_cast<Str*>(value.object())->view(); }
};

template <class Order>
struct QuickLess {
    static constexpr bool failed() { return false; }
    template <class Element>
    bool operator()(const Element& a, const Element& b) const {
        return Order::less(a.key, b.key);
    }
};

// --- Comparisons that may call script code ---

class AnyLess {
public:
    explicit AnyLess(VM& vm) : m_vm(vm) {}
    bool failed() const { return m_raised != nullptr; }
    Exception* raised() const { return m_raised; }
    template <class Element>
    bool operator()(const Element& a, const Element& b) {
        return !failed() && settle(less_than(m_vm, a.key, b.key));
    }

protected:
    bool settle(Result<bool> result) {
        if (result.is_error()) {
            m_raised = result.exception();
            return false;
        }
        return result.release();
    }
    VM& m_vm;
    Exception* m_raised = nullptr;
};

// Tuples whose first items are all of one quick kind; only ties look further.
template <class Order>
class TupleLess : public AnyLess {
public:
    using AnyLess::AnyLess;
    template <class Element>
    bool operator()(const Element& a, const Element& b) {
        Tuple& x = *static_cast<Tuple*>(a.key.object());
        Tuple& y = *static_cast<Tuple*>(b.key.object());
        if (!Order::same(x[0], y[0]))
            return Order::less(x[0], y[0]);
        return !failed() && compare_rest(x, y);
    }

private:
    bool compare_rest(Tuple& x, Tuple& y) {
        size_t shorter = std::min(x.size(), y.size());
        for (size_t i = 1; i < shorter; i++) {
            if (settle(equal(m_vm, x[i], y[i])))
                continue;
            return !failed() && settle(less_than(m_vm, x[i], y[i]));
        }
        return x.size() < y.size();
    }
};

enum class KeyKind : uint8_t { Any, SmallInt, Float, Str };

KeyKind kind_of(Value value) {
    if (value.is_small_int())
        return KeyKind::SmallInt;
    if (value.is_double())
        return KeyKind::Float;
    return as_exact<Str>(value) ? KeyKind::Str : KeyKind::Any;
}

// What all the keys have in common.
struct KeyScan {
    KeyKind kind = KeyKind::Any;
    bool in_tuples = false; // `kind` is that of the tuples' first items
};

template <class Element>
KeyScan scan_keys(const Element* elements, size_t count) {
    auto first_of = [](Value key) {
        Tuple* tuple = as_exact<Tuple>(key);
        return tuple && tuple->size() ? (*tuple)[0] : Value();
    };
    Value key = elements[0].key;
    KeyScan scan{kind_of(key), false};
    if (scan.kind == KeyKind::Any) {
        scan = {kind_of(first_of(key)), true};
        if (scan.kind == KeyKind::Any)
            return {};
    }
    for (size_t i = 1; i < count; i++) {
        Value other = scan.in_tuples ? first_of(elements[i].key) : elements[i].key;
        if (kind_of(other) != scan.kind)
            return {};
    }
    return scan;
}

template <class Element, class Less>
Result<void> sort_with(VM& vm, Element* elements, size_t count, Element* spare, Less less) {
    MergeSort<Element, Less>(elements, count, spare, less).run();
    if constexpr (requires { less.raised(); }) {
        if (less.failed())
            return vm.raise(less.raised());
    }
    return {};
}

template <class Element>
Result<void> sort_elements(VM& vm, Element* elements, size_t count, Element* spare) {
    KeyScan scan = scan_keys(elements, count);
    switch (scan.kind) {
    case KeyKind::SmallInt:
        return scan.in_tuples ? sort_with(vm, elements, count, spare, TupleLess<IntLess>(vm))
                              : sort_with(vm, elements, count, spare, QuickLess<IntLess>());
    case KeyKind::Float:
        return scan.in_tuples ? sort_with(vm, elements, count, spare, TupleLess<FloatLess>(vm))
                              : sort_with(vm, elements, count, spare, QuickLess<FloatLess>());
    case KeyKind::Str:
        return scan.in_tuples ? sort_with(vm, elements, count, spare, TupleLess<StrLess>(vm))
                              : sort_with(vm, elements, count, spare, QuickLess<StrLess>());
    case KeyKind::Any:
        break;
    }
    return sort_with(vm, elements, count, spare, AnyLess(vm));
}

// A list of `count` empty Values as traced memory.
Result<List*> make_scratch(VM& vm, size_t count) {
    List* scratch = make_list(vm);
    TRY(list_reserve(vm, *scratch, count));
    scratch->length = count;
    return scratch;
}

// Stable also in reverse: equal items keep their order because the list is reversed before and after.
template <class Element>
Result<void> sort_either_way(VM& vm, List& list, size_t count, bool reverse) {
    List* spare = TRY(make_scratch(vm, (count / 2) * (sizeof(Element) / sizeof(Value))));
    auto* elements = reinterpret_cast<Element*>(list.items());
    if (reverse)
        std::reverse(elements, elements + count);
    Result<void> result = sort_elements(vm, elements, count, reinterpret_cast<Element*>(spare->items()));
    if (reverse)
        std::reverse(elements, elements + count);
    Heap::barrier(spare); // also keeps it on the stack up to here
    Heap::barrier(&list);
    return result;
}

Result<void> sort_by_key(VM& vm, List& items, Value key, bool reverse) {
    size_t count = items.size();
    List* pairs = TRY(make_scratch(vm, count * 2));
    auto* elements = reinterpret_cast<KeyAndItem*>(pairs->items());
    for (size_t i = 0; i < count; i++) {
        elements[i] = {TRY(call(vm, key, {items[i]})), items[i]};
        Heap::barrier(pairs);
    }
    Result<void> result = sort_either_way<KeyAndItem>(vm, *pairs, count, reverse);
    for (size_t i = 0; i < count; i++)
        items[i] = elements[i].item;
    return result;
}

Result<void> sort_items(VM& vm, List& items, Value key, bool reverse) {
    if (items.size() > 0 && !key.is_empty() && !key.is_none())
        return sort_by_key(vm, items, key, reverse);
    if (items.size() > 1)
        return sort_either_way<KeyOnly>(vm, items, items.size(), reverse);
    return {};
}

void swap_items(List& a, List& b) {
    std::swap(a.storage, b.storage);
    std::swap(a.length, b.length);
    std::swap(a.capacity, b.capacity);
    Heap::barrier(&a);
    Heap::barrier(&b);
}

} // namespace

Result<void> list_sort(VM& vm, List& list, Value key, bool reverse) {
    List* items = make_list(vm);
    swap_items(list, *items);
    Result<void> result = sort_items(vm, *items, key, reverse);
    bool modified = list.storage != nullptr;
    swap_items(list, *items);
    if (modified && !result.is_error())
        return vm.value_error("list modified during sort");
    return result;
}

} // namespace ouro::vm
