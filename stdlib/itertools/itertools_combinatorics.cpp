// SPDX-License-Identifier: MIT
//
// itertools.product, permutations, combinations and combinations_with_replacement: each walks over index vectors into
// pools of items, in lexicographic order.
#include "stdlib/itertools/itertools.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// What the four have in common. `indices` is a raw array of positions, as long as a result.
struct Selection : Object {
    static constexpr Kind KIND = Kind::Native;
    Tuple* pool; // product: of pools, one per place
    Storage* indices;
    Storage* cycles; // permutations only
    uint64_t places;
    enum : uint32_t { Fresh, Running, Done } state;

    int64_t* index() { return reinterpret_cast<int64_t*>(indices->bytes()); }
};
struct Product : Selection {
    static constexpr const NativeType& native_type = product_type;
};
struct Permutations : Selection {
    static constexpr const NativeType& native_type = permutations_type;
};
struct Combinations : Selection {
    static constexpr const NativeType& native_type = combinations_type;
};
struct CombinationsWithReplacement : Selection {
    static constexpr const NativeType& native_type = combinations_with_replacement_type;
};

static void visit_selection(Object* object, Visitor& visitor) {
    auto& self = *static_cast<Selection*>(object);
    visitor.visit(self.pool);
    visitor.visit(self.indices);
    visitor.visit(self.cycles);
}

static Result<Storage*> allocate_indices(VM& vm, size_t count) {
    if (count > UINT32_MAX)
        return vm.memory_error();
    TRY(vm.heap.reserve(count * sizeof(int64_t)));
    return vm.heap.allocate_storage(count * sizeof(int64_t));
}

static Tuple* selected_items(VM& vm, Selection& self) {
    Tuple* items = make_tuple(vm, self.places);
    for (size_t i = 0; i < self.places; i++)
        (*items)[i] = (*self.pool)[size_t(self.index()[i])];
    return items;
}

template <class T>
static Result<T*> new_selection(VM& vm, Type* type, Tuple* pool, size_t places, bool impossible) {
    T* self = new_instance<T>(vm, type);
    self->pool = pool;
    self->places = places;
    if (impossible) {
        self->state = Selection::Done;
        return self;
    }
    Heap::store(self, self->indices, TRY(allocate_indices(vm, places)));
    return self;
}

// --- product -----------------------------------------------------------------------------------------------------

static Result<Value> product_new(VM& vm, Type* type, Args iterables, int64_t repeat) {
    if (repeat < 0)
        return vm.value_error("repeat argument cannot be negative");
    if (!iterables.empty() && uint64_t(repeat) > UINT32_MAX / iterables.size())
        return vm.overflow_error("repeat argument too large");
    size_t given = repeat == 0 ? 0 : iterables.size();
    size_t places = given * size_t(repeat);
    TRY(vm.heap.reserve(places * 2 * sizeof(Value)));
    Tuple* pools = make_tuple(vm, places);
    bool impossible = false;
    for (size_t i = 0; i < given; i++) {
        Tuple* pool = TRY(pool_of(vm, iterables[i]));
        impossible |= pool->size() == 0;
        for (size_t k = i; k < places; k += given)
            Heap::store(pools, (*pools)[k], Value(pool));
    }
    return TRY(new_selection<Product>(vm, type, pools, places, impossible));
}

static Result<Value> product_next(VM& vm, Object* object) {
    auto& self = *static_cast<Product*>(object);
    if (self.state == Selection::Done)
        return Value();
    int64_t* index = self.index();
    auto pool = [&](size_t place) -> Tuple& { return *static_cast<Tuple*>((*self.pool)[place].object()); };
    if (self.state == Selection::Fresh) {
        self.state = Selection::Running;
    } else {
        size_t place = self.places;
        while (place > 0 && ++index[place - 1] == int64_t(pool(place - 1).size()))
            index[--place] = 0;
        if (place == 0) {
            self.state = Selection::Done;
            return Value();
        }
    }
    Tuple* items = make_tuple(vm, self.places);
    for (size_t i = 0; i < self.places; i++)
        (*items)[i] = pool(i)[size_t(index[i])];
    return items;
}

static constexpr NativeDef product_members[] = {
    fn<product_new>("__new__(cls, /, *iterables, repeat=1)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType product_type = iterator_class<Product>("itertools.product", product_members, visit_selection,
                                                        product_next, "Cartesian product of the iterables.");

// --- combinations ------------------------------------------------------------------------------------------------

static Result<Value> combinations_new(VM& vm, Type* type, Value iterable, int64_t r) {
    Tuple* pool = TRY(pool_of(vm, iterable));
    if (r < 0)
        return vm.value_error("r must be non-negative");
    auto* self = TRY(new_selection<Combinations>(vm, type, pool, size_t(r), size_t(r) > pool->size()));
    for (int64_t i = 0; i < r && self->indices; i++)
        self->index()[i] = i;
    return self;
}

static Result<Value> combinations_next(VM& vm, Object* object) {
    auto& self = *static_cast<Combinations*>(object);
    if (self.state == Selection::Done)
        return Value();
    if (self.state == Selection::Fresh) {
        self.state = Selection::Running;
        return selected_items(vm, self);
    }
    int64_t* index = self.index();
    int64_t places = int64_t(self.places), size = int64_t(self.pool->size());
    int64_t place = places - 1;
    while (place >= 0 && index[place] == place + size - places)
        place--;
    if (place < 0) {
        self.state = Selection::Done;
        return Value();
    }
    index[place]++;
    for (int64_t i = place + 1; i < places; i++)
        index[i] = index[i - 1] + 1;
    return selected_items(vm, self);
}

static constexpr NativeDef combinations_members[] = {
    fn<combinations_new>("__new__(cls, iterable, r)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType combinations_type = iterator_class<Combinations>(
    "itertools.combinations", combinations_members, visit_selection, combinations_next, "Subsequences of length r.");

// --- combinations_with_replacement -------------------------------------------------------------------------------

static Result<Value> combinations_with_replacement_new(VM& vm, Type* type, Value iterable, int64_t r) {
    Tuple* pool = TRY(pool_of(vm, iterable));
    if (r < 0)
        return vm.value_error("r must be non-negative");
    bool impossible = pool->size() == 0 && r > 0;
    return TRY(new_selection<CombinationsWithReplacement>(vm, type, pool, size_t(r), impossible));
}

static Result<Value> combinations_with_replacement_next(VM& vm, Object* object) {
    auto& self = *static_cast<CombinationsWithReplacement*>(object);
    if (self.state == Selection::Done)
        return Value();
    if (self.state == Selection::Fresh) {
        self.state = Selection::Running;
        return selected_items(vm, self);
    }
    int64_t* index = self.index();
    int64_t place = int64_t(self.places) - 1;
    while (place >= 0 && index[place] == int64_t(self.pool->size()) - 1)
        place--;
    if (place < 0) {
        self.state = Selection::Done;
        return Value();
    }
    std::fill(index + place, index + self.places, index[place] + 1);
    return selected_items(vm, self);
}

static constexpr NativeDef combinations_with_replacement_members[] = {
    fn<combinations_with_replacement_new>("__new__(cls, iterable, r)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType combinations_with_replacement_type = iterator_class<CombinationsWithReplacement>(
    "itertools.combinations_with_replacement", combinations_with_replacement_members, visit_selection,
    combinations_with_replacement_next, "Subsequences of length r in which items may be repeated.");

// --- permutations ------------------------------------------------------------------------------------------------

static Result<Value> permutations_new(VM& vm, Type* type, Value iterable, Value r) {
    Tuple* pool = TRY(pool_of(vm, iterable));
    int64_t size = int64_t(pool->size()), places = size;
    if (!r.is_none()) {
        if (!is_int(r))
            return vm.type_error("Expected int as r");
        places = TRY(index_int64(vm, r));
        if (places < 0)
            return vm.value_error("r must be non-negative");
    }
    auto* self = TRY(new_selection<Permutations>(vm, type, pool, size_t(places), true));
    if (places > size)
        return self;
    self->state = Selection::Fresh;
    Heap::store(self, self->indices, TRY(allocate_indices(vm, size_t(size))));
    Heap::store(self, self->cycles, TRY(allocate_indices(vm, size_t(places))));
    for (int64_t i = 0; i < size; i++)
        self->index()[i] = i;
    for (int64_t i = 0; i < places; i++)
        reinterpret_cast<int64_t*>(self->cycles->bytes())[i] = size - i;
    return self;
}

// cycles[i] counts how many choices place i has left; at 0 the indices behind are rotated back and the place before
// goes on.
static bool next_permutation(Permutations& self) {
    int64_t* index = self.index();
    auto* cycles = reinterpret_cast<int64_t*>(self.cycles->bytes());
    int64_t size = int64_t(self.pool->size());
    for (int64_t place = int64_t(self.places) - 1; place >= 0; place--) {
        if (--cycles[place] > 0) {
            std::swap(index[place], index[size - cycles[place]]);
            return true;
        }
        std::rotate(index + place, index + place + 1, index + size);
        cycles[place] = size - place;
    }
    return false;
}

static Result<Value> permutations_next(VM& vm, Object* object) {
    auto& self = *static_cast<Permutations*>(object);
    if (self.state == Selection::Done)
        return Value();
    if (self.state == Selection::Running && !next_permutation(self)) {
        self.state = Selection::Done;
        return Value();
    }
    self.state = Selection::Running;
    return selected_items(vm, self);
}

static constexpr NativeDef permutations_members[] = {
    fn<permutations_new>("__new__(cls, iterable, r=None)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType permutations_type = iterator_class<Permutations>("itertools.permutations", permutations_members,
                                                                  visit_selection, permutations_next,
                                                                  "Orderings of length r, all items by default.");

} // namespace ouro::stdlib
