// SPDX-License-Identifier: MIT
//
// Making classes (Data model 3.3.3): metaclass, C3 linearisation, layout of instances, __slots__, __set_name__,
// __init_subclass__.
#include "vm/model/class.hpp"

#include "vm/model/attributes.hpp"
#include "vm/model/calls.hpp"
#include "vm/model/frame.hpp"
#include "vm/model/native_type.hpp"
#include "vm/model/core.hpp"
#include "vm/text/unicode.hpp"
#include "vm/weak_references.hpp"
#include "vm/model/special_calls.hpp"

#include <algorithm>
#include <unordered_map>

namespace ouro::vm {

namespace {

Type* type_at(Tuple* tuple, size_t index) { return static_cast<Type*>((*tuple)[index].object()); }

// Merges the bases' MROs and the bases' own order (C3, https://www.python.org/download/releases/2.3/mro/).
Result<Tuple*> linearize(VM& vm, Type* type) {
    std::vector<std::vector<Value>> sequences; // all are kept alive by the bases
    for (size_t i = 0; i < type->bases->size(); i++) {
        Tuple* mro = type_at(type->bases, i)->mro;
        sequences.emplace_back(mro->items(), mro->items() + mro->size());
    }
    sequences.emplace_back(type->bases->items(), type->bases->items() + type->bases->size());
    std::vector<Value> merged{type};
    if (sequences.size() == 2) {
        merged.insert(merged.end(), sequences[0].begin(), sequences[0].end());
        return make_tuple(vm, std::span<const Value>(merged));
    }
    std::vector<size_t> heads(sequences.size());
    std::unordered_map<Object*, size_t> in_tails; // how many sequences name it behind their head
    for (auto& sequence : sequences) {
        for (size_t i = 1; i < sequence.size(); i++)
            in_tails[sequence[i].object()]++;
    }
    for (;;) {
        Value chosen;
        bool unfinished = false;
        for (size_t s = 0; s < sequences.size() && !chosen; s++) {
            if (heads[s] >= sequences[s].size())
                continue;
            unfinished = true;
            Value candidate = sequences[s][heads[s]];
            if (in_tails[candidate.object()] == 0)
                chosen = candidate;
        }
        if (!unfinished)
            return make_tuple(vm, std::span<const Value>(merged));
        if (!chosen) {
            std::string names;
            for (size_t s = 0; s < sequences.size(); s++) {
                if (heads[s] < sequences[s].size()) {
                    auto name = static_cast<Type*>(sequences[s][heads[s]].object())->name->view();
                    if (names.find(name) == std::string::npos)
                        names += fmt::format("{}{}", names.empty() ? "" : ", ", name);
                }
            }
            return vm.type_error("Cannot create a consistent method resolution order (MRO) for bases {}", names);
        }
        merged.push_back(chosen);
        for (size_t s = 0; s < sequences.size(); s++) {
            auto& sequence = sequences[s];
            if (heads[s] < sequence.size() && sequence[heads[s]] == chosen && ++heads[s] < sequence.size())
                in_tails[sequence[heads[s]].object()]--;
        }
    }
}

// What instances are made of: the native part of the most specific native base, and the values of __slots__.
struct Layout {
    const NativeType* native;
    Type* solid_base;
};

// The layout that instances inherit: that of the most specific base; two unrelated ones conflict.
Result<Layout> inherited_layout(VM& vm, Tuple* bases) {
    const NativeType* root = vm.types.object->native;
    auto derives = [root](const NativeType* a, const NativeType* b) {
        for (; a; a = a->base) {
            if (a == b)
                return true;
        }
        return b == root;
    };
    Layout best{root, vm.types.object};
    for (size_t i = 0; i < bases->size(); i++) {
        Type* base = type_at(bases, i);
        bool more_specific = base->solid_base->is_subtype_of(best.solid_base);
        if (!more_specific && !best.solid_base->is_subtype_of(base->solid_base))
            return vm.type_error("multiple bases have instance lay-out conflict");
        if (derives(base->native, best.native) || (more_specific && base->solid_base != best.solid_base))
            best.native = base->native;
        if (more_specific)
            best.solid_base = base->solid_base;
    }
    return best;
}

Result<void> check_bases(VM& vm, Tuple* bases) {
    for (size_t i = 0; i < bases->size(); i++) {
        Type* base = as<Type>((*bases)[i]);
        if (!base)
            return vm.type_error("bases must be types");
        if (base->has(Type::FINAL))
            return vm.type_error("type '{}' is not an acceptable base type", error_name(base));
        for (size_t other = 0; other < i; other++) {
            if ((*bases)[i] == (*bases)[other])
                return vm.type_error("duplicate base class {}", base->name->view());
        }
    }
    return {};
}

Str* mangle(VM& vm, Str* class_name, Str* name) {
    std::string_view text = name->view();
    std::string_view owner = class_name->view();
    while (owner.starts_with("_"))
        owner.remove_prefix(1);
    if (!text.starts_with("__") || text.ends_with("__") || owner.empty())
        return name;
    return intern(vm, fmt::format("_{}{}", owner, text));
}

// `__weakref__`: the first of the weak references to the object, or None.
Value instance_get_weakref(VM& vm, Value self) {
    WeakReference* first = vm.weak_references ? vm.weak_references->first(self.object()) : nullptr;
    return first ? Value(first) : Value::none();
}

constexpr NativeDef WEAKREF_DEF = get<instance_get_weakref>("__weakref__", "list of weak references to the object");

// CPython has no room for the link where instances differ in size; str, whose instances do only here, is no such type
// there.
bool has_room_for_weak_references(Type* type) {
    return !type->has(Type::VARIABLE_SIZE) || type->native->kind == Kind::Str;
}

// The class begins to take weak references: none of its bases does.
void add_weak_references(VM& vm, Type* type) {
    type->type_flags |= Type::WEAKLY_REFERENCEABLE;
    auto* getter = vm.heap.make<Getter>(vm.types.getter->root_shape);
    getter->def = &WEAKREF_DEF;
    getter->owner = type;
    dict_set(vm, *type->dict, vm.names.dunder_weakref, getter);
}

// The names of __slots__ become member descriptors at the next places of the instances, in alphabetical order.
void add_members(VM& vm, Type* type, std::vector<Str*>& names) {
    std::sort(names.begin(), names.end(), [](Str* a, Str* b) { return a->view() < b->view(); });
    for (Str* name : names) {
        auto* member = vm.heap.make<Member>(vm.types.member->root_shape);
        member->name = name;
        member->owner = type;
        member->index = type->member_count++;
        dict_remove(vm, *type->dict, name); // it stands where its order puts it, not where it was found to be new
        dict_set(vm, *type->dict, name, member);
    }
    if (!names.empty()) {
        type->solid_base = type;
        type->slot_names = make_tuple(vm, names.size());
        std::copy(names.begin(), names.end(), type->slot_names->items());
    }
    type->inline_slots = std::max<uint32_t>(type->inline_slots + names.size(), type->member_count);
}

// Do the instances of a base have a __dict__?
bool base_has_dict(Type* type) {
    for (size_t i = 1; i < type->mro->size(); i++) {
        Type* base = type_at(type->mro, i);
        if (base->native->kind == Kind::Module || (base->attributes_offset && !base->has(Type::NO_ATTRIBUTES)))
            return true;
    }
    return false;
}

// What __slots__ asks for.
struct SlotNames {
    bool has_dict = false, has_weak_references = false;
    std::vector<Str*> members = {};
};

// Each name must be one, before any of them is compared with what the class has.
Result<SlotNames> checked_slots(VM& vm, Type* type, RootVector& names) {
    SlotNames wanted;
    for (Value& item : names.items) {
        Str* name = as<Str>(item);
        if (!name)
            return vm.type_error("__slots__ items must be strings, not '{}'", vm.type_name(item));
        if (!unicode::is_identifier(name->view()))
            return vm.type_error("__slots__ must be identifiers");
        name = intern(vm, name);
        item = name;
        if (name == vm.names.dunder_dict) {
            if (wanted.has_dict || base_has_dict(type))
                return vm.type_error("__dict__ slot disallowed: we already got one");
            wanted.has_dict = true;
        } else if (name == vm.names.dunder_weakref) {
            if (wanted.has_weak_references || type->has(Type::WEAKLY_REFERENCEABLE))
                return vm.type_error("__weakref__ slot disallowed: we already got one");
            wanted.has_weak_references = true;
        } else {
            wanted.members.push_back(name);
        }
    }
    return wanted;
}

// __slots__: member descriptors in the class, room in its instances, and whether they still get a __dict__.
Result<void> add_slots(VM& vm, Type* type, Value slots) {
    RootVector names(vm.heap);
    if (as<Str>(slots)) {
        names.push(slots);
    } else {
        TRY(for_each(vm, slots, [&](Value item) -> Result<void> {
            names.push(item);
            return {};
        }));
    }
    // CPython's instances of these end in their items, those of str do not.
    bool ends_in_items = type->has(Type::VARIABLE_SIZE) && type->native->kind != Kind::Str;
    if (names.items.size() > 0 && (ends_in_items || type->has(Type::METACLASS)))
        return vm.type_error("nonempty __slots__ not supported for subtype of '{}'",
                             type_at(type->bases, 0)->name->view());
    SlotNames wanted = TRY(checked_slots(vm, type, names));
    std::vector<Str*> added;
    for (Str* name : wanted.members) {
        name = mangle(vm, type->name, name);
        if (std::find(added.begin(), added.end(), name) != added.end())
            continue;
        if (dict_find(*type->dict, name))
            return vm.value_error("'{}' in __slots__ conflicts with class variable", name->view());
        dict_set(vm, *type->dict, name, Value::none()); // which keeps it
        added.push_back(name);
    }
    if (added.size() + type->member_count > Type::MAX_MEMBERS)
        return vm.value_error("more than {} names in __slots__ are not supported by Ouro", Type::MAX_MEMBERS);
    add_members(vm, type, added);
    if (!wanted.has_dict && !base_has_dict(type))
        type->type_flags |= Type::NO_ATTRIBUTES;
    if (wanted.has_weak_references)
        add_weak_references(vm, type);
    return {};
}

// Where instances keep attributes, and how many inline slots new ones get.
void lay_out_instances(Type* type, Tuple* bases) {
    type->type_flags |= Type::HAS_ATTRIBUTES;
    if (type->has(Type::METACLASS))
        type->attributes_offset = 0; // what classes have is in their dict
    else if (type->has(Type::VARIABLE_SIZE))
        type->attributes_offset = 1; // behind the payload: attribute_area finds it
    else if (type->native->kind == Kind::Module)
        type->attributes_offset = sizeof(Module); // all modules have room there, as their class may change
    else
        type->attributes_offset = (type->native->size + 7) / 8 * 8;
    for (size_t i = 0; i < bases->size(); i++) {
        Type* base = type_at(bases, i);
        if (base->has(Type::HEAP))
            type->inline_slots = std::max(type->inline_slots, base->inline_slots);
    }
}

// Room in new instances for the attributes that the methods of the class and its bases set (__static_attributes__).
void expect_attributes(VM& vm, Type* type) {
    Str* key = intern(vm, "__static_attributes__");
    std::vector<Object*> expected;
    for (size_t i = 0; i < type->mro->size(); i++) {
        Type* base = type_at(type->mro, i);
        DictEntry* entry = base->has(Type::HEAP) ? dict_find(*base->dict, key) : nullptr;
        Tuple* names = entry ? as<Tuple>(entry->value) : nullptr;
        for (size_t k = 0; names && k < names->size(); k++) {
            Str* name = as<Str>((*names)[k]);
            if (name && !as<Member>(type->lookup(vm, name)) &&
                std::find(expected.begin(), expected.end(), name) == expected.end())
                expected.push_back(name);
        }
    }
    size_t wanted = type->has(Type::NO_ATTRIBUTES) ? 0 : std::max(expected.size(), size_t(2));
    uint32_t most = std::max(type->member_count, Shape::MAX_LEARNED_CAPACITY);
    type->inline_slots = std::min(most, std::max(type->inline_slots, uint32_t(type->member_count + wanted)));
}

void inherit_flags(Type* type) {
    constexpr uint32_t INHERITED =
        Type::VARIABLE_SIZE | Type::EXCEPTION | Type::METACLASS | Type::SEQUENCE | Type::MAPPING |
        Type::WEAKLY_REFERENCEABLE | Type::NO_NEW;
    for (size_t i = 1; i < type->mro->size(); i++) {
        Type* base = type_at(type->mro, i);
        type->type_flags |= base->type_flags & INHERITED;
        type->has_finalizer |= base->has_finalizer;
    }
}

Result<Dict*> instance_get_dict(VM& vm, Value self) {
    Dict* dict = self.is_object() ? instance_dict(vm, self.object()) : nullptr;
    if (!dict)
        return vm.raise_attribute_error(self, vm.names.dunder_dict, "This object has no __dict__");
    return dict;
}

Result<void> instance_set_dict(VM& vm, Value self, Value value) {
    TRY(instance_get_dict(vm, self));
    return set_instance_dict(vm, self.object(), value ? value : Value(make_dict(vm)));
}

constexpr NativeDef DICT_DEF =
    get<instance_get_dict, instance_set_dict>("__dict__", "dictionary for instance variables");

// The order that the metaclass's `mro` method gives; all in it must fit the layout of the instances.
Result<void> take_custom_mro(VM& vm, Type* type) {
    Value method = type->type()->lookup(vm, vm.names.mro);
    Tuple* order = TRY(tuple_from(vm, TRY(call_found(vm, method, {Value(type)}))));
    for (size_t i = 0; i < order->size(); i++) {
        Type* base = as<Type>((*order)[i]);
        if (!base)
            return vm.type_error("mro() returned a non-class ('{}')", vm.type_name((*order)[i]));
        if (!type->solid_base->is_subtype_of(base->solid_base))
            return vm.type_error("mro() returned base with unsuitable layout ('{}')", base->name->view());
    }
    Heap::store(type, type->mro, order);
    type->modified(vm);
    return {};
}

Result<void> call_set_name(VM& vm, Type* type) {
    Dict* snapshot = dict_copy(vm, *type->dict);
    for (DictEntry& entry : *snapshot) {
        if (!entry.key || !entry.value.is_object())
            continue;
        Kind kind = entry.value.object()->kind;
        if (kind == Kind::Function || kind == Kind::Str)
            continue;
        Type* value_type = vm.type_of(entry.value);
        if (!value_type->special(vm, Special::SetName))
            continue;
        auto result = call_special(vm, entry.value, Special::SetName, {type, entry.key});
        if (result.is_error()) {
            Value note = TRY(make_str(vm, fmt::format("Error calling __set_name__ on '{}' instance {} in '{}'",
                                                      value_type->name->view(), repr_text(vm, entry.key),
                                                      type->name->view())));
            (void)call_method(vm, Value(reinterpret_cast<Object*>(result.exception())), "add_note", {note});
            return result.error();
        }
    }
    return {};
}

Result<void> call_init_subclass(VM& vm, Type* type, Dict* keywords) {
    Value hook = super_lookup(vm, type, type, vm.special_name(Special::InitSubclass));
    if (!hook)
        return {};
    Value bound = TRY(bind_descriptor(vm, hook, {}, type));
    TRY(call_with_dict(vm, bound, {}, keywords));
    return {};
}

void wrap_implicit_class_methods(VM& vm, Dict* dict) {
    for (Special special : {Special::InitSubclass, Special::ClassGetItem}) {
        DictEntry* entry = dict_find(*dict, vm.special_name(special));
        if (entry && as<Function>(entry->value)) {
            auto* wrapper = static_cast<ClassMethod*>(allocate_instance(vm, vm.types.class_method));
            wrapper->function = entry->value;
            dict_set(vm, *dict, vm.special_name(special), wrapper);
        }
    }
    DictEntry* maker = dict_find(*dict, vm.special_name(Special::New));
    if (maker && as<Function>(maker->value)) {
        auto* wrapper = static_cast<StaticMethod*>(allocate_instance(vm, vm.types.static_method));
        wrapper->function = maker->value;
        dict_set(vm, *dict, vm.special_name(Special::New), wrapper);
    }
}

Result<void> set_names(VM& vm, Type* type) {
    if (DictEntry* entry = dict_find(*type->dict, vm.names.dunder_qualname)) {
        Str* qualname = as<Str>(entry->value);
        if (!qualname)
            return vm.type_error("type __qualname__ must be a str, not {}", vm.type_name(entry->value));
        type->qualname = qualname;
        dict_remove(vm, *type->dict, vm.names.dunder_qualname);
    }
    if (!dict_find(*type->dict, vm.names.dunder_module)) {
        Frame* frame = current_frame(vm);
        DictEntry* name = frame ? dict_find(*frame->function->globals, vm.names.dunder_name) : nullptr;
        if (name)
            dict_set(vm, *type->dict, vm.names.dunder_module, name->value);
    }
    return {};
}

// What a class has though its statement does not say so.
void set_implied_attributes(VM& vm, Type* type) {
    if (!dict_find(*type->dict, vm.names.dunder_doc))
        dict_set(vm, *type->dict, vm.names.dunder_doc, Value::none());
    if (dict_find(*type->dict, vm.special_name(Special::Eq)) && !dict_find(*type->dict, vm.special_name(Special::Hash)))
        dict_set(vm, *type->dict, vm.special_name(Special::Hash), Value::none());
}

} // namespace

// The first class of a hierarchy whose instances have a __dict__ says so in its own.
void add_dict_attribute(VM& vm, Type* type) {
    if (type->has(Type::NO_ATTRIBUTES) || type->lookup(vm, vm.names.dunder_dict))
        return;
    auto* getter = vm.heap.make<Getter>(vm.types.getter->root_shape);
    getter->def = &DICT_DEF;
    getter->owner = type;
    dict_set(vm, *type->dict, vm.names.dunder_dict, getter);
}

Result<Type*> calculate_metaclass(VM& vm, Type* metaclass, Tuple* bases) {
    Type* winner = metaclass;
    for (size_t i = 0; i < bases->size(); i++) {
        Type* candidate = vm.type_of((*bases)[i]);
        if (winner->is_subtype_of(candidate))
            continue;
        if (!candidate->is_subtype_of(winner))
            return vm.type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of "
                "the metaclasses of all its bases");
        winner = candidate;
    }
    return winner;
}

Result<Type*> make_class(VM& vm, Type* metaclass, Str* name, Tuple* bases, Dict* ns, Dict* keywords) {
    if (bases->size() == 0)
        bases = make_tuple(vm, {vm.types.object});
    TRY(check_bases(vm, bases));
    Layout layout = TRY(inherited_layout(vm, bases));

    auto* type = static_cast<Type*>(vm.heap.allocate(sizeof(Type)));
    type->kind = Kind::Type;
    type->shape = metaclass->root_shape;
    type->flags = metaclass->has(Type::HEAP) ? Object::SUBCLASS : 0;
    type->name = type->qualname = name;
    type->bases = bases;
    type->native = layout.native;
    type->solid_base = layout.solid_base;
    type->member_count = layout.solid_base->member_count;
    type->type_flags = Type::HEAP;
    type->dict = dict_copy(vm, *ns);
    Value cell;
    if (DictEntry* entry = dict_find(*type->dict, vm.names.dunder_classcell)) {
        cell = entry->value;
        dict_remove(vm, *type->dict, vm.names.dunder_classcell);
    }
    type->mro = TRY(linearize(vm, type));
    inherit_flags(type);
    lay_out_instances(type, bases);
    TRY(set_names(vm, type));
    wrap_implicit_class_methods(vm, type->dict);
    DictEntry* slots = dict_find(*type->dict, vm.names.dunder_slots);
    if (slots)
        TRY(add_slots(vm, type, slots->value));
    expect_attributes(vm, type);
    add_dict_attribute(vm, type);
    if (!slots && !type->has(Type::WEAKLY_REFERENCEABLE) && has_room_for_weak_references(type))
        add_weak_references(vm, type);
    set_implied_attributes(vm, type);
    type->has_finalizer |= !type->lookup(vm, vm.special_name(Special::Del)).is_empty(); // also a native base's
    finish_type(vm, type);
    for (size_t i = 0; i < bases->size(); i++)
        add_subclass(vm, type_at(bases, i), type);
    if (Cell* class_cell = as<Cell>(cell))
        Heap::store(class_cell, class_cell->value, Value(type));
    if (metaclass->lookup(vm, vm.names.mro) && metaclass->has(Type::HEAP))
        TRY(take_custom_mro(vm, type));
    TRY(call_set_name(vm, type));
    TRY(call_init_subclass(vm, type, keywords));
    return type;
}

Result<Tuple*> default_mro(VM& vm, Type* type) {
    if (!type->has(Type::HEAP))
        return type->mro;
    return linearize(vm, type);
}

std::string full_type_name(VM& vm, Type* type) {
    Value module = type->lookup(vm, vm.names.dunder_module);
    Str* name = as<Str>(module);
    if (!name || name->view() == "builtins" ||
        (!type->has(Type::HEAP) && !dict_find(*type->attributes(vm), vm.names.dunder_module)))
        return std::string(type->qualname->view());
    return fmt::format("{}.{}", name->view(), type->qualname->view());
}

std::string shown_type_name(VM& vm, Type* type) {
    Str* module = as<Str>(type->lookup(vm, vm.names.dunder_module));
    return module && module->view() == "__main__" ? std::string(type->qualname->view()) : full_type_name(vm, type);
}

std::string_view error_name(const Type* type) {
    bool is_bare = type->type_flags & (Type::HEAP | Type::BARE_NAME);
    return is_bare ? type->name->view() : std::string_view(type->native->name);
}

void mark_as_native(VM& vm, Type& type) {
    Heap::store(&type, type.name, intern(vm, full_type_name(vm, &type))); // __name__ is what stands behind the dot
    type.type_flags |= Type::IMMUTABLE;
}

// Nobody knows in which classes they stand, and it is rare enough to renew them all.
void forget_plain_values(VM& vm) { vm.types.object->modified(vm); }

bool iterates_by_index(VM& vm, Type* type) {
    return type->special(vm, Special::GetItem) && type->type_flags & (Type::HEAP | Type::SEQUENCE) &&
           type->native->kind != Kind::Dict;
}

} // namespace ouro::vm
