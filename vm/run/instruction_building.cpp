// SPDX-License-Identifier: MIT
//
// Instructions that build, unpack and match containers, format text, make functions and import modules.
#include "vm/model/bytearray.hpp"
#include "vm/model/calls.hpp"
#include "vm/model/class.hpp"
#include "vm/run/import.hpp"
#include "vm/run/instructions.hpp"
#include "vm/run/enter.hpp"
#include "vm/objects/dict/dict_methods.hpp"

#include <algorithm>

namespace ouro::vm::instructions {

namespace {

Value& ra(Frame* frame, const uint32_t* at) { return frame->registers[instruction::a(*at)]; }
Value& rb(Frame* frame, const uint32_t* at) { return frame->registers[instruction::b(*at)]; }
Value& rc(Frame* frame, const uint32_t* at) { return frame->registers[instruction::c(*at)]; }

// r[a] = the result, or the exception raised.
template <class T>
Frame* deliver(VM& vm, Frame* frame, const uint32_t* at, Result<T> result) {
    if (result.is_error())
        return raise_in(vm, result.error());
    ra(frame, at) = result.release();
    return frame;
}

Frame* finish(VM& vm, Frame* frame, const Result<void>& result) {
    return result.is_error() ? raise_in(vm, result.error()) : frame;
}

} // namespace

// --- Displays -----------------------------------------------------------------------------------------------------

Frame* build_set(VM& vm, Frame* frame, const uint32_t* at) {
    Set* set = make_set(vm);
    for (uint32_t i = 0; i < instruction::c(*at); i++) {
        if (auto added = vm::set_add(vm, *set, (&rb(frame, at))[i]); added.is_error())
            return raise_in(vm, added.error());
    }
    ra(frame, at) = set;
    return frame;
}

Frame* build_map(VM& vm, Frame* frame, const uint32_t* at) {
    Dict* dict = make_dict(vm);
    const Value* pairs = &rb(frame, at);
    for (uint32_t i = 0; i < instruction::c(*at); i++) {
        if (auto set = dict_set(vm, *dict, pairs[2 * i], pairs[2 * i + 1]); set.is_error())
            return raise_in(vm, set.error());
    }
    ra(frame, at) = dict;
    return frame;
}

// f-strings: the size is known before anything is written.
Frame* build_string(VM& vm, Frame* frame, const uint32_t* at) {
    const Value* parts = &rb(frame, at);
    uint32_t count = instruction::c(*at);
    size_t bytes = 0;
    bool is_ascii = true;
    for (uint32_t i = 0; i < count; i++) {
        auto* part = static_cast<Str*>(parts[i].object());
        bytes += part->byte_length;
        is_ascii &= part->is_ascii();
    }
    if (is_ascii) {
        char* cursor = nullptr;
        auto text = make_ascii_str(vm, bytes, cursor);
        if (text.is_error())
            return raise_in(vm, text.error());
        for (uint32_t i = 0; i < count; i++) {
            auto* part = static_cast<Str*>(parts[i].object());
            cursor = std::copy_n(part->data(), part->byte_length, cursor);
        }
        ra(frame, at) = text.release();
        return frame;
    }
    if (auto room = vm.heap.reserve(bytes); room.is_error())
        return raise_in(vm, room.error());
    std::string text;
    text.reserve(bytes);
    for (uint32_t i = 0; i < count; i++)
        text += static_cast<Str*>(parts[i].object())->view();
    return deliver(vm, frame, at, make_str(vm, text));
}

Frame* list_append(VM& vm, Frame* frame, const uint32_t* at) {
    return finish(vm, frame, vm::list_append(vm, *static_cast<List*>(ra(frame, at).object()), rb(frame, at)));
}
Frame* set_add(VM& vm, Frame* frame, const uint32_t* at) {
    return finish(vm, frame, vm::set_add(vm, *static_cast<Set*>(ra(frame, at).object()), rb(frame, at)));
}
Frame* map_add(VM& vm, Frame* frame, const uint32_t* at) {
    return finish(vm, frame, dict_set(vm, *static_cast<Dict*>(ra(frame, at).object()), rb(frame, at), rc(frame, at)));
}

Frame* list_extend(VM& vm, Frame* frame, const uint32_t* at) {
    Value iterable = rb(frame, at);
    auto done = vm::list_extend(vm, *static_cast<List*>(ra(frame, at).object()), iterable);
    Type* type = vm.type_of(iterable);
    if (done.is_error() && !type->special(vm, Special::Iter) && !iterates_by_index(vm, type))
        return raise_in(vm, vm.type_error("Value after * must be an iterable, not {}", error_name(type)));
    return finish(vm, frame, done);
}
Frame* set_update(VM& vm, Frame* frame, const uint32_t* at) {
    return finish(vm, frame, vm::set_update(vm, *static_cast<Set*>(ra(frame, at).object()), rb(frame, at)));
}

static Result<bool> is_mapping(VM& vm, Value value) {
    return as<Dict>(value) || bool(TRY(find_attribute(vm, value, vm.names.keys)));
}

Frame* map_update(VM& vm, Frame* frame, const uint32_t* at) {
    Value other = rb(frame, at);
    auto mapping = is_mapping(vm, other);
    if (mapping.is_error())
        return raise_in(vm, mapping.error());
    if (!mapping.release())
        return raise_in(vm, vm.type_error("'{}' object is not a mapping", vm.type_name(other)));
    return finish(vm, frame, dict_update(vm, *static_cast<Dict*>(ra(frame, at).object()), other));
}

std::string callable_text(VM& vm, Value callable) {
    auto name = find_attribute(vm, callable, vm.names.dunder_qualname);
    Str* qualname = name.is_error() ? nullptr : as<Str>(name.release());
    if (!qualname)
        return repr_text(vm, callable);
    auto module = find_attribute(vm, callable, vm.names.dunder_module);
    Str* module_name = module.is_error() ? nullptr : as<Str>(module.release());
    if (!module_name || module_name->view() == "builtins")
        return fmt::format("{}()", qualname->view());
    return fmt::format("{}.{}()", module_name->view(), qualname->view());
}

static Result<void> merge(VM& vm, Dict& dict, Value other, Value callable) {
    if (!TRY(is_mapping(vm, other)))
        return vm.type_error("{} argument after ** must be a mapping, not {}", callable_text(vm, callable),
                             vm.type_name(other));
    Dict* source = as_exact<Dict>(other);
    if (!source) {
        source = make_dict(vm);
        TRY(dict_update(vm, *source, other));
    }
    for (DictEntry& entry : *source) {
        if (!entry.key)
            continue;
        Value key = entry.key, value = entry.value;
        if (TRY(dict_get(vm, dict, key))) // that the keys are strings is checked by the call
            return vm.type_error("{} got multiple values for keyword argument '{}'", callable_text(vm, callable),
                                 TRY(str(vm, key))->view());
        TRY(dict_set(vm, dict, key, value));
    }
    return {};
}

Frame* map_merge(VM& vm, Frame* frame, const uint32_t* at) {
    return finish(vm, frame, merge(vm, *static_cast<Dict*>(ra(frame, at).object()), rb(frame, at), rc(frame, at)));
}

// --- Text ---------------------------------------------------------------------------------------------------------

static Result<Value> converted(VM& vm, Value value, uint32_t conversion) {
    switch (conversion) {
    case 's': return TRY(str(vm, value));
    case 'r': return TRY(repr(vm, value));
    case 'a': return TRY(ascii(vm, value));
    default: return value;
    }
}

Frame* format(VM& vm, Frame* frame, const uint32_t* at) {
    auto value = converted(vm, rb(frame, at), instruction::c(*at));
    if (value.is_error())
        return raise_in(vm, value.error());
    return deliver(vm, frame, at, vm::format(vm, value.release(), vm.names.empty));
}
Frame* format_spec(VM& vm, Frame* frame, const uint32_t* at) {
    return deliver(vm, frame, at, vm::format(vm, rb(frame, at), static_cast<Str*>(rc(frame, at).object())));
}
Frame* convert(VM& vm, Frame* frame, const uint32_t* at) {
    return deliver(vm, frame, at, converted(vm, rb(frame, at), instruction::c(*at)));
}

// --- Functions and classes ----------------------------------------------------------------------------------------

Frame* make_function(VM& vm, Frame* frame, const uint32_t* at) {
    auto* code = static_cast<Code*>(frame->code->constants[at[1]].object());
    Function* function = vm::make_function(vm, *code, frame->function->globals);
    function->builtins = frame->function->builtins;
    const Value* part = &rb(frame, at);
    uint32_t flags = instruction::c(*at);
    if (flags & 1)
        function->defaults = static_cast<Tuple*>((part++)->object());
    if (flags & 2)
        function->kwdefaults = static_cast<Dict*>((part++)->object());
    if (flags & 4)
        function->annotate = *part++;
    if (flags & 8)
        function->closure = static_cast<Tuple*>((part++)->object());
    Heap::barrier(function);
    ra(frame, at) = function;
    return frame;
}

Frame* load_build_class(VM& vm, Frame* frame, const uint32_t* at) {
    DictEntry* entry = dict_find(*frame->function->builtins, intern(vm, "__build_class__"));
    if (!entry)
        return raise_in(vm, vm.raise(ExceptionId::NameError, "__build_class__ not found"));
    ra(frame, at) = entry->value;
    return frame;
}

// --- Unpacking ----------------------------------------------------------------------------------------------------

static Result<List*> items_to_unpack(VM& vm, Value iterable, size_t at_most) {
    Type* type = vm.type_of(iterable);
    if (!type->special(vm, Special::Iter) && !iterates_by_index(vm, type))
        return vm.type_error("cannot unpack non-iterable {} object", error_name(type));
    List* items = make_list(vm);
    if (as_exact<List>(iterable) || as_exact<Tuple>(iterable)) {
        TRY(vm::list_extend(vm, *items, iterable));
        return items;
    }
    Value iterator = TRY(get_iterator(vm, iterable));
    while (items->size() < at_most) {
        Value item = TRY(next(vm, iterator));
        if (!item)
            break;
        TRY(vm::list_append(vm, *items, item));
    }
    return items;
}

static Result<void> unpack(VM& vm, Value iterable, size_t count, Value* to) {
    List& items = *TRY(items_to_unpack(vm, iterable, count + 1));
    if (items.size() < count)
        return vm.value_error("not enough values to unpack (expected {}, got {})", count, items.size());
    if (items.size() > count) {
        bool known = as_exact<List>(iterable) || as_exact<Tuple>(iterable) || as_exact<Dict>(iterable);
        if (known)
            return vm.value_error("too many values to unpack (expected {}, got {})", count,
                                  MUST(vm::length(vm, iterable))); // exact builtin containers
        return vm.value_error("too many values to unpack (expected {})", count);
    }
    std::copy_n(items.items(), count, to);
    return {};
}

static Result<void> unpack_star(VM& vm, Value iterable, size_t before, size_t after, Value* to) {
    List& items = *TRY(items_to_unpack(vm, iterable, SIZE_MAX));
    if (items.size() < before + after)
        return vm.value_error("not enough values to unpack (expected at least {}, got {})", before + after,
                              items.size());
    size_t middle = items.size() - before - after;
    List* rest = make_list(vm, std::span<const Value>(items.items() + before, middle));
    std::copy_n(items.items(), before, to);
    to[before] = rest;
    std::copy_n(items.items() + before + middle, after, to + before + 1);
    return {};
}

static Frame* unpacked(VM& vm, Frame* frame, Result<void> result) {
    return result.is_error() ? raise_in(vm, result.error()) : frame;
}

Frame* unpack(VM& vm, Frame* frame, const uint32_t* at) {
    return unpacked(vm, frame, unpack(vm, rb(frame, at), instruction::c(*at), &ra(frame, at)));
}
Frame* unpack_star(VM& vm, Frame* frame, const uint32_t* at) {
    return unpacked(vm, frame, unpack_star(vm, rb(frame, at), instruction::c(*at), at[1], &ra(frame, at)));
}
Frame* unpack_far(VM& vm, Frame* frame, const uint32_t* at) {
    return unpacked(vm, frame, unpack(vm, ra(frame, at), size_t(rb(frame, at).small_int()), frame->registers + at[1]));
}
Frame* unpack_star_far(VM& vm, Frame* frame, const uint32_t* at) {
    size_t behind = size_t(rb(frame, at).small_int());
    Value* to = frame->registers + at[1];
    return unpacked(vm, frame, unpack_star(vm, ra(frame, at), instruction::c(*at), behind, to));
}

// --- match --------------------------------------------------------------------------------------------------------

Frame* match_sequence(VM& vm, Frame* frame, const uint32_t* at) {
    ra(frame, at) = Value::boolean(vm.type_of(rb(frame, at))->has(Type::SEQUENCE));
    return frame;
}
Frame* match_mapping(VM& vm, Frame* frame, const uint32_t* at) {
    ra(frame, at) = Value::boolean(vm.type_of(rb(frame, at))->has(Type::MAPPING));
    return frame;
}

static Result<Value> match_key_values(VM& vm, Value subject, Tuple& keys) {
    Tuple* values = make_tuple(vm, keys.size());
    Object* missing = allocate_instance(vm, vm.types.object); // a default that no mapping holds
    Set* seen = keys.size() > 1 ? make_set(vm) : nullptr;
    for (size_t i = 0; i < keys.size(); i++) {
        if (seen && TRY(set_contains(vm, *seen, keys[i])))
            return vm.value_error("mapping pattern checks duplicate key ({})", repr_text(vm, keys[i]));
        if (seen)
            TRY(set_add(vm, *seen, keys[i]));
        Value found;
        if (Dict* dict = as_exact<Dict>(subject)) {
            found = TRY(dict_get(vm, *dict, keys[i]));
        } else {
            found = TRY(call_method(vm, subject, "get", {keys[i], missing}));
            if (found == Value(missing))
                found = {};
        }
        if (!found)
            return Value::none();
        Heap::store(values, (*values)[i], found);
    }
    return values;
}

Frame* match_keys(VM& vm, Frame* frame, const uint32_t* at) {
    return deliver(vm, frame, at, match_key_values(vm, rb(frame, at), *static_cast<Tuple*>(rc(frame, at).object())));
}

// Builtin types whose single positional sub-pattern matches the subject itself (Reference 8.6.4.9).
static bool matches_itself(VM& vm, Type* type) {
    const NativeType* native = type->native;
    for (Type* builtin : {vm.types.bool_, vm.types.bytes, vm.types.dict, vm.types.float_, vm.types.frozenset,
                          vm.types.int_, vm.types.list, vm.types.set, vm.types.str, vm.types.tuple}) {
        if (native == builtin->native)
            return true;
    }
    return native == &bytearray_type;
}

static Result<Value> match_class_attributes(VM& vm, Value subject, Value cls, size_t positional,
                                            std::span<const Value> names) {
    Type* type = as<Type>(cls);
    if (!type)
        return vm.type_error("called match pattern must be a class");
    if (!TRY(is_instance(vm, subject, cls)))
        return Value::none();
    RootVector attributes(vm.heap);
    RootVector seen(vm.heap);
    auto take = [&](Value name) -> Result<bool> {
        for (Value earlier : seen.items) {
            if (TRY(equal(vm, earlier, name)))
                return vm.type_error("{}() got multiple sub-patterns for attribute {}", type->name->view(),
                                     repr_text(vm, name));
        }
        seen.push(name);
        Value found = TRY(find_attribute(vm, subject, intern(vm, as<Str>(name))));
        attributes.push(found);
        return bool(found);
    };
    if (positional) {
        Value match_args = TRY(find_attribute(vm, cls, vm.names.dunder_match_args));
        Tuple* order = as<Tuple>(match_args);
        if (match_args && !order)
            return vm.type_error("{}.__match_args__ must be a tuple (got {})", type->name->view(),
                                 vm.type_name(match_args));
        bool itself = !match_args && matches_itself(vm, type);
        size_t allowed = order ? order->size() : itself ? 1 : 0;
        if (positional > allowed)
            return vm.type_error("{}() accepts {} positional sub-pattern{} ({} given)", type->name->view(), allowed,
                                 allowed == 1 ? "" : "s", positional);
        if (itself)
            attributes.push(subject);
        for (size_t i = 0; order && i < positional; i++) {
            if (!as<Str>((*order)[i]))
                return vm.type_error("__match_args__ elements must be strings (got {})", vm.type_name((*order)[i]));
            if (!TRY(take((*order)[i])))
                return Value::none();
        }
    }
    for (size_t i = 0; i < names.size(); i++) {
        if (!TRY(take(names[i])))
            return Value::none();
    }
    return make_tuple(vm, std::span<const Value>(attributes.items));
}

Frame* match_class(VM& vm, Frame* frame, const uint32_t* at) {
    const Value* operands = &rb(frame, at);
    auto* constant = static_cast<Tuple*>(frame->code->constants[at[1]].object());
    std::span<const Value> names(constant->items(), constant->size());
    size_t positional = instruction::c(*at);
    if (positional == 255) {
        positional = size_t(names[0].small_int());
        names = names.subspan(1);
    }
    return deliver(vm, frame, at, match_class_attributes(vm, operands[0], operands[1], positional, names));
}

Frame* length(VM& vm, Frame* frame, const uint32_t* at) {
    auto size = vm::length(vm, rb(frame, at));
    if (size.is_error())
        return raise_in(vm, size.error());
    ra(frame, at) = make_int(vm, size.release());
    return frame;
}

static Result<Value> rest_of_mapping(VM& vm, Value subject, Tuple& keys) {
    Dict* rest = make_dict(vm);
    TRY(dict_update(vm, *rest, subject));
    for (size_t i = 0; i < keys.size(); i++)
        TRY(dict_remove(vm, *rest, keys[i]));
    return rest;
}

Frame* mapping_rest(VM& vm, Frame* frame, const uint32_t* at) {
    return deliver(vm, frame, at, rest_of_mapping(vm, rb(frame, at), *static_cast<Tuple*>(rc(frame, at).object())));
}

// --- Imports ------------------------------------------------------------------------------------------------------

Frame* import(VM& vm, Frame* frame, const uint32_t* at) {
    auto* name = static_cast<Str*>(frame->code->constants[at[1]].object());
    Value locals = frame->ns ? Value(frame->ns) : Value::none();
    return deliver(vm, frame, at, import_statement(vm, name, *frame->function, locals, rb(frame, at),
                                                   instruction::c(*at)));
}
Frame* import_from(VM& vm, Frame* frame, const uint32_t* at) {
    auto* name = static_cast<Str*>(frame->code->constants[at[1]].object());
    return deliver(vm, frame, at, import_name_from(vm, rb(frame, at), name));
}
Frame* import_star(VM& vm, Frame* frame, const uint32_t* at) {
    Dict* into = frame->ns ? frame->ns : frame->function->globals;
    return finish(vm, frame, import_all_names(vm, ra(frame, at), *into));
}

// --- The rest -----------------------------------------------------------------------------------------------------

Frame* display(VM& vm, Frame* frame, const uint32_t* at) {
    Value value = ra(frame, at);
    auto hook = find_attribute(vm, vm.sys, "displayhook");
    if (hook.is_error() || !hook.release())
        return raise_in(vm, vm.runtime_error("lost sys.displayhook"));
    auto shown = vm::call(vm, hook.release(), {value});
    return shown.is_error() ? raise_in(vm, shown.error()) : frame;
}

Frame* unsupported(VM& vm, Frame* frame, const uint32_t* at) {
    auto* what = static_cast<Str*>(frame->code->constants[at[1]].object());
    return raise_in(vm, vm.not_implemented_error("{}", what->view()));
}

} // namespace ouro::vm::instructions
