// SPDX-License-Identifier: MIT
//
// Builtin functions on iterables: aiter all any anext iter len max min next sorted.
#include "stdlib/builtins/builtins.hpp"

#include "vm/async/anext.hpp"
#include "vm/async/generator.hpp"
#include "vm/model/awaitable.hpp"
#include "vm/model/iterator_ends.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/core.hpp"
#include "vm/objects/list/sort.hpp"
#include "vm/model/special_calls.hpp"

namespace ouro::stdlib {

using namespace vm;

// Looks for the first item whose truth is `wanted`.
static Result<bool> any_truth_is(VM& vm, Value iterable, bool wanted) {
    Value iterator = TRY(get_iterator(vm, iterable));
    for (;;) {
        Value item = TRY(next(vm, iterator));
        if (item.is_empty())
            return false;
        if (TRY(truth(vm, item)) == wanted)
            return true;
    }
}
static Result<bool> builtin_all(VM& vm, Value iterable) { return !TRY(any_truth_is(vm, iterable, false)); }
static Result<bool> builtin_any(VM& vm, Value iterable) { return any_truth_is(vm, iterable, true); }

static Result<int64_t> builtin_len(VM& vm, Value object) { return length(vm, object); }

// --- iter, next -----------------------------------------------------------------------------------------------------

static Result<Value> builtin_iter(VM& vm, Value object, Value sentinel) {
    if (sentinel.is_empty())
        return get_iterator(vm, object);
    if (!is_callable(vm, object))
        return vm.type_error("iter(v, w): v must be callable");
    return make_callable_iterator(vm, object, sentinel);
}

static Result<Value> builtin_next(VM& vm, Value iterator, Value otherwise) {
    if (otherwise.is_empty()) {
        Value item = TRY(next_inside(vm, iterator));
        return item.is_empty() ? Result<Value>(vm.stop_iteration()) : item;
    }
    Value item = TRY(next(vm, iterator));
    return item.is_empty() ? otherwise : item;
}

static Result<Value> builtin_aiter(VM& vm, Value iterable) {
    Value method = vm.type_of(iterable)->special(vm, Special::AIter);
    if (!method)
        return vm.type_error("'{}' object is not an async iterable", vm.type_name(iterable));
    Value iterator = TRY(call_if_bound(vm, method, {iterable}));
    if (!iterator)
        return missing_async_method(vm, iterable, Special::AIter);
    if (!vm.type_of(iterator)->special(vm, Special::ANext))
        return vm.type_error("aiter() returned not an async iterator of type '{}'", vm.type_name(iterator));
    return iterator;
}

static Result<Value> builtin_anext(VM& vm, Value iterator, Value otherwise) {
    Value method = vm.type_of(iterator)->special(vm, Special::ANext);
    if (!method)
        return vm.type_error("'{}' object is not an async iterator", vm.type_name(iterator));
    Value awaitable = TRY(call_if_bound(vm, method, {iterator}));
    if (!awaitable)
        return missing_async_method(vm, iterator, Special::ANext);
    if (otherwise.is_empty())
        return awaitable;
    return make_anext_or_default(vm, awaitable, otherwise);
}

// --- max, min -------------------------------------------------------------------------------------------------------

namespace {

class Extreme {
public:
    Extreme(VM& vm, Value key, Special better) : m_vm(vm), m_key(key), m_better(better) {}

    Result<void> add(Value item) {
        Value rank = m_key.is_none() ? item : TRY(call(m_vm, m_key, {item}));
        if (m_best.is_empty() || TRY(compare_bool(m_vm, m_better, rank, m_rank))) {
            m_best = item;
            m_rank = rank;
        }
        return {};
    }
    Value best() const { return m_best; } // empty when there were no items

private:
    VM& m_vm;
    Value m_key;
    Special m_better;
    Value m_best, m_rank;
};

} // namespace

static Result<Value> extreme(VM& vm, const char* name, Special better, Args args, Value otherwise, Value key) {
    if (args.empty())
        return vm.type_error("{} expected at least 1 argument, got 0", name);
    Extreme extreme(vm, key, better);
    if (args.size() > 1) {
        if (!otherwise.is_empty())
            return vm.type_error("Cannot specify a default for {}() with multiple positional arguments", name);
        for (Value item : args)
            TRY(extreme.add(item));
        return extreme.best();
    }
    TRY(for_each(vm, args[0], [&](Value item) { return extreme.add(item); }));
    if (!extreme.best().is_empty())
        return extreme.best();
    if (otherwise.is_empty())
        return vm.value_error("{}() iterable argument is empty", name);
    return otherwise;
}
static Result<Value> builtin_max(VM& vm, Args args, Value otherwise, Value key) {
    return extreme(vm, "max", Special::Gt, args, otherwise, key);
}
static Result<Value> builtin_min(VM& vm, Args args, Value otherwise, Value key) {
    return extreme(vm, "min", Special::Lt, args, otherwise, key);
}

static Result<Value> builtin_sorted(VM& vm, Args args, Value key, bool reverse) {
    if (args.size() != 1)
        return vm.type_error("sorted expected 1 argument, got {}", args.size());
    List* items = make_list(vm);
    TRY(list_extend(vm, *items, args[0]));
    TRY(list_sort(vm, *items, key.is_none() ? Value() : key, reverse));
    return items;
}

static constexpr NativeDef FUNCTIONS[] = {
    fn<builtin_all>("all(iterable, /)", "Return True if bool(x) is True for all values x in the iterable."),
    fn<builtin_any>("any(iterable, /)", "Return True if bool(x) is True for any x in the iterable."),
    fn<builtin_len>("len(obj, /)", "Return the number of items in a container."),
    fn<builtin_iter>("iter(object, sentinel=<unset>, /)", "Get an iterator from an object."),
    fn<builtin_next>("next(iterator, default=<unset>, /)", "Return the next item from the iterator."),
    fn<builtin_aiter>("aiter(async_iterable, /)", "Return an AsyncIterator for an AsyncIterable object."),
    fn<builtin_anext>("anext(aiterator, default=<unset>, /)", "Return the next item from the async iterator."),
    fn<builtin_max>("max(*args, default=<unset>, key=None)", "Return the largest item."),
    fn<builtin_min>("min(*args, default=<unset>, key=None)", "Return the smallest item."),
    fn<builtin_sorted>("sorted(*args, key=None, reverse=False)",
                       "(iterable, /, *, key=None, reverse=False)\n--\n\n"
                       "Return a new sorted list of the items."),
};

std::span<const NativeDef> builtin_iteration_functions() { return FUNCTIONS; }

} // namespace ouro::stdlib
