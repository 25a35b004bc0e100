// SPDX-License-Identifier: MIT
//
// The six iterators of dict: over keys, values or items, forwards or backwards. They differ in name and in what they
// make of an entry.
#include "vm/model/iterators.hpp"
#include "vm/model/core.hpp"
#include "vm/objects/dict/dict_iterators.hpp"
#include "vm/model/iterator_state.hpp"

namespace ouro::vm {

template <DictPart part, bool backwards>
struct DictIteratorOf : DictIterator {
    static const NativeType native_type;
};

static Raised dict_changed(VM& vm, DictIterator& self) {
    self.used = UINT32_MAX; // stays an error
    return vm.runtime_error("dictionary changed size during iteration");
}

// The next entry in the iterator's direction, or null at the end.
template <bool backwards>
static Result<DictEntry*> next_entry(VM& vm, DictIterator& self) {
    DictEntry* entry = nullptr;
    if (!self.dict)
        return entry;
    Dict& dict = *self.dict;
    if (self.used != dict.used)
        return dict_changed(vm, self);
    if constexpr (backwards) {
        self.position = std::min(self.position, dict.entry_count);
        while (self.position > 0 && !entry) {
            DictEntry& candidate = dict.begin()[--self.position];
            entry = candidate.key.is_empty() ? nullptr : &candidate;
        }
    } else {
        while (self.position < dict.entry_count && !entry) {
            DictEntry& candidate = dict.begin()[self.position++];
            entry = candidate.key.is_empty() ? nullptr : &candidate;
        }
    }
    if (!entry) {
        self.dict = nullptr;
        return entry;
    }
    if (self.remaining == 0)
        return vm.runtime_error("dictionary keys changed during iteration");
    self.remaining--;
    return entry;
}

template <DictPart part, bool backwards>
static Result<Value> dict_iterator_next(VM& vm, Object* object) {
    DictEntry* entry = TRY(next_entry<backwards>(vm, *static_cast<DictIterator*>(object)));
    if (!entry)
        return Value();
    if constexpr (part == DictPart::Keys)
        return entry->key;
    else if constexpr (part == DictPart::Values)
        return entry->value;
    else
        return make_tuple(vm, {entry->key, entry->value});
}

template <bool backwards>
static Result<Value> dict_items_next_row(VM& vm, Object* object, Value* row, size_t count) {
    if (count != 2)
        return Value::not_implemented();
    DictEntry* entry = TRY(next_entry<backwards>(vm, *static_cast<DictIterator*>(object)));
    if (!entry)
        return Value();
    row[0] = entry->key;
    row[1] = entry->value;
    return Value::none();
}

static void visit_dict_iterator(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<DictIterator*>(object)->dict);
}

static int64_t remaining_of(DictIterator& self) {
    return self.dict && self.used == self.dict->used ? self.remaining : 0;
}

template <class Iterator>
static int64_t dict_iterator_hint(Iterator& self) {
    return remaining_of(self);
}

template <class Iterator>
static Result<Value> dict_iterator_reduce(VM& vm, Iterator& self) {
    return reduce_iterator(vm, self);
}

template <class Iterator>
static constexpr NativeDef dict_iterator_members[] = {
    fn<dict_iterator_reduce<Iterator>>("__reduce__(self, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
    fn<dict_iterator_hint<Iterator>>("__length_hint__(self, /)"),
};

static constexpr const char* ITERATOR_NAMES[] = {
    "dict_keyiterator",  "dict_reversekeyiterator",  "dict_valueiterator", "dict_reversevalueiterator",
    "dict_itemiterator", "dict_reverseitemiterator",
};

template <DictPart part, bool backwards>
const NativeType DictIteratorOf<part, backwards>::native_type = {
    .name = ITERATOR_NAMES[2 * unsigned(part) + backwards],
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(DictIterator),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_dict_iterator,
    .members = dict_iterator_members<DictIteratorOf>,
    .member_count = std::size(dict_iterator_members<DictIteratorOf>),
    .next = dict_iterator_next<part, backwards>,
    .next_row = part == DictPart::Items ? dict_items_next_row<backwards> : nullptr,
};

template <DictPart part>
static const NativeType& iterator_type_of(bool backwards) {
    return backwards ? DictIteratorOf<part, true>::native_type : DictIteratorOf<part, false>::native_type;
}

static const NativeType& iterator_type_of(DictPart part, bool backwards) {
    switch (part) {
    case DictPart::Keys:
        return iterator_type_of<DictPart::Keys>(backwards);
    case DictPart::Values:
        return iterator_type_of<DictPart::Values>(backwards);
    case DictPart::Items:
        break;
    }
    return iterator_type_of<DictPart::Items>(backwards);
}

Object* make_dict_iterator(VM& vm, Dict& dict, DictPart part, bool backwards) {
    auto* iterator = vm.heap.make<DictIterator>(vm.native(iterator_type_of(part, backwards))->root_shape);
    iterator->dict = &dict;
    iterator->position = backwards ? dict.entry_count : 0;
    iterator->used = iterator->remaining = dict.used;
    return iterator;
}

} // namespace ouro::vm
