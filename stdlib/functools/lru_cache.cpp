// SPDX-License-Identifier: MIT
//
// functools.lru_cache: the wrapper around the user's function. Part of module _functools.
//
// The results are kept in a dict whose order is that of use: a hit moves its entry to the end, and what is dropped when
// the cache is full stands at the beginning. Deleted entries before `first` are not walked over again.
#include "stdlib/functools/functools.hpp"

#include "vm/model/dict_table.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

struct LruCache : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = lru_cache_type;
    Value function;
    Value info_type;  // what cache_info() calls
    Value mark;       // stands between positional and keyword arguments in keys
    Dict* results;
    Storage* first_of; // the entries for which `first` is true
    uint64_t first;
    int64_t max_size; // -1: unbounded
    int64_t hits, misses;
    bool typed;
};

static Result<Value> lru_cache_new(VM& vm, Type* type, Value function, Value max_size, bool typed, Value info_type) {
    if (!is_callable(vm, function))
        return vm.type_error("the first argument must be callable");
    int64_t limit = max_size.is_none() ? -1 : std::max<int64_t>(TRY(index_int64(vm, max_size)), 0);
    Dict* results = make_dict(vm);
    Value mark = allocate_instance(vm, vm.types.object);
    auto* self = static_cast<LruCache*>(allocate_instance(vm, type));
    self->function = function;
    self->info_type = info_type;
    self->mark = mark;
    self->results = results;
    self->max_size = limit;
    self->typed = typed;
    return self;
}

// The key of a call: a single int or str itself; else the arguments, then the mark and the keywords, then all the
// types.
static Value make_key(VM& vm, LruCache& self, Args arguments, Dict& keywords) {
    if (!self.typed && keywords.size() == 0) {
        if (arguments.size() == 1 && (arguments[0].is_small_int() || as_exact<Str>(arguments[0])))
            return arguments[0];
        return make_tuple(vm, arguments);
    }
    size_t named = keywords.size();
    size_t size = arguments.size() + (named ? 1 + 2 * named : 0) + (self.typed ? arguments.size() + named : 0);
    Tuple* key = make_tuple(vm, size);
    Value* target = std::copy(arguments.begin(), arguments.end(), key->items());
    if (named)
        *target++ = self.mark;
    for (DictEntry& entry : keywords) {
        if (entry.key.is_empty())
            continue;
        *target++ = entry.key;
        *target++ = entry.value;
    }
    if (self.typed) {
        for (Value argument : arguments)
            *target++ = vm.type_of(argument);
        for (DictEntry& entry : keywords) {
            if (!entry.key.is_empty())
                *target++ = vm.type_of(entry.value);
        }
    }
    Heap::barrier(key);
    return key;
}

static Result<Value> call_through(VM& vm, LruCache& self, Args arguments, Dict& keywords) {
    return keywords.size() ? call_with_dict(vm, self.function, arguments, &keywords)
                           : call(vm, self.function, arguments);
}

static Result<void> mark_as_used(VM& vm, LruCache& self, DictEntry& entry) {
    if (&entry == dict_last_entry(*self.results))
        return {};
    DictEntry used = entry;
    dict_remove_entry(*self.results, entry);
    return dict_insert_new(vm, *self.results, used.key, used.hash, used.value);
}

static void drop_oldest(LruCache& self) {
    Dict& results = *self.results;
    uint64_t position = self.first_of == results.entries ? self.first : 0;
    while (results.begin()[position].key.is_empty())
        position++;
    dict_remove_entry(results, results.begin()[position]);
    self.first = position + 1;
    Heap::store(&self, self.first_of, results.entries);
}

static Result<Value> lru_cache_call(VM& vm, LruCache& self, Args arguments, Kwargs keywords) {
    if (self.max_size == 0) {
        self.misses++;
        return call_through(vm, self, arguments, keywords);
    }
    Value key = make_key(vm, self, arguments, keywords);
    uint64_t hash = TRY(key_hash(vm, key));
    if (DictEntry* entry = TRY(dict_find(vm, *self.results, key, hash))) {
        self.hits++;
        Value result = entry->value;
        if (self.max_size > 0)
            TRY(mark_as_used(vm, self, *entry));
        return result;
    }
    self.misses++;
    Value result = TRY(call_through(vm, self, arguments, keywords));
    // The call may have used this very cache: what it stored for the key is as good.
    if (TRY(dict_find(vm, *self.results, key, hash)))
        return result;
    if (self.max_size > 0 && int64_t(self.results->size()) >= self.max_size)
        drop_oldest(self);
    TRY(dict_insert_new(vm, *self.results, key, hash, result));
    return result;
}

static Result<Value> lru_cache_get(VM& vm, LruCache& self, Value object, Value) {
    if (object.is_none())
        return &self;
    return make_bound_method(vm, &self, object);
}

static Result<Value> lru_cache_info(VM& vm, LruCache& self) {
    Value limit = self.max_size < 0 ? Value::none() : make_int(vm, self.max_size);
    return call(vm, self.info_type, {make_int(vm, self.hits), make_int(vm, self.misses), limit,
                                     make_int(vm, int64_t(self.results->size()))});
}

static void lru_cache_clear(VM& vm, LruCache& self) {
    self.hits = self.misses = 0;
    dict_clear(vm, *self.results);
}

static Value lru_cache_copy(Value self) { return self; }
static Result<Value> lru_cache_reduce(VM& vm, Value self) {
    return get_attribute(vm, self, vm.names.dunder_qualname);
}
static Value lru_cache_deepcopy(Value self, Value) { return self; }

static void visit_lru_cache(Object* object, Visitor& visitor) {
    auto& self = *static_cast<LruCache*>(object);
    visitor.visit(self.function);
    visitor.visit(self.info_type);
    visitor.visit(self.mark);
    visitor.visit(self.results);
    visitor.visit(self.first_of);
}

static constexpr NativeDef lru_cache_members[] = {
    fn<lru_cache_new>("__new__(cls, user_function, maxsize, typed, cache_info_type)"),
    fn<lru_cache_call>("__call__(self, /, *args, **kwargs)"),
    fn<lru_cache_get>("__get__(self, instance, owner=None, /)"),
    fn<lru_cache_info>("cache_info(self, /)", "Report cache statistics"),
    fn<lru_cache_clear>("cache_clear(self, /)", "Clear the cache and cache statistics"),
    fn<lru_cache_copy>("__copy__(self, /)"),
    fn<lru_cache_reduce>("__reduce__(self, /)"),
    fn<lru_cache_deepcopy>("__deepcopy__(self, memo, /)"),
};

const NativeType lru_cache_type = {
    .name = "functools._lru_cache_wrapper",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(LruCache),
    .flags = Type::FINAL | Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_lru_cache,
    .members = lru_cache_members,
    .member_count = std::size(lru_cache_members),
    .doc = "Create a cached callable that wraps another function.",
};

} // namespace ouro::stdlib
