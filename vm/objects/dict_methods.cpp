// SPDX-License-Identifier: MIT
//
// dict: the type and its methods. Views stand in dict_views.cpp.
#include "vm/objects/dict_table.hpp"
#include "vm/vm.hpp"

namespace ouro::vm {

static void visit_dict(Object* object, Visitor& visitor) {
    auto* dict = static_cast<Dict*>(object);
    visitor.visit(dict->entries);
    visitor.visit(dict->indices);
    if (!dict->entries)
        return;
    for (DictEntry& entry : *dict) {
        visitor.visit(entry.key);
        visitor.visit(entry.value);
    }
}

// --- update ------------------------------------------------------------------------------------------------------

static Result<void> update_from_dict(VM& vm, Dict& dict, Dict& other) {
    if (&dict == &other)
        return {};
    if (dict.size() == 0)
        TRY(dict_reserve(vm, dict, other.size()));
    uint32_t count = other.used;
    for (uint32_t i = 0; i < other.entry_count; i++) {
        DictEntry entry = other.begin()[i];
        if (entry.key.is_empty())
            continue;
        TRY(dict_set(vm, dict, entry.key, entry.hash, entry.value));
        if (other.used != count)
            return vm.runtime_error("dict mutated during update");
    }
    return {};
}

static Result<void> update_from_mapping(VM& vm, Dict& dict, Value mapping) {
    Value keys = TRY(call_method(vm, mapping, vm.names.keys, {}));
    return for_each(vm, keys, [&](Value key) -> Result<void> {
        return dict_set(vm, dict, key, TRY(get_item(vm, mapping, key)));
    });
}

Result<void> dict_update_from_pairs(VM& vm, Dict& dict, Value iterable) {
    size_t position = 0;
    return for_each(vm, iterable, [&](Value item) -> Result<void> {
        auto pair = list_from(vm, item);
        if (pair.is_error()) {
            if (!is_exception_of(pair.exception(), vm, ExceptionId::TypeError))
                return pair.error();
            return vm.type_error("cannot convert dictionary update sequence element #{} to a sequence", position);
        }
        List& items = *pair.release();
        if (items.size() != 2)
            return vm.value_error("dictionary update sequence element #{} has length {}; 2 is required", position,
                                  items.size());
        position++;
        return dict_set(vm, dict, items[0], items[1]);
    });
}

// A dict whose class walks its keys in its own way (an `__iter__` of its own) is asked as any mapping is.
Result<void> dict_update(VM& vm, Dict& dict, Value other) {
    if (Dict* source = as<Dict>(other)) {
        if (source->is_exact() || source->type()->special(vm, Special::Iter) == vm.types.dict->special(vm, Special::Iter))
            return update_from_dict(vm, dict, *source);
    }
    if (!TRY(find_attribute(vm, other, vm.names.keys)).is_empty())
        return update_from_mapping(vm, dict, other);
    return dict_update_from_pairs(vm, dict, other);
}

const NativeType dict_type = {
    .name = "dict",
    .base = nullptr,
    .kind = Kind::Dict,
    .size = sizeof(Dict),
    .flags = Type::IMMUTABLE | Type::MAPPING,
    .visit = visit_dict,
    .members = nullptr,
    .member_count = 0,
};

} // namespace ouro::vm
