// SPDX-License-Identifier: MIT
//
// What pickles name, make and fill: classes, functions, instances.
#include "stdlib/pickle/reader.hpp"

#include "stdlib/pickle/names.hpp"
#include "stdlib/pickle/errors.hpp"
#include "vm/model/shape.hpp"
#include "vm/objects/codecs/codec.hpp"
#include "vm/run/import.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// --- By name -------------------------------------------------------------------------------------------------------

Result<Value> find_pickled_class(VM& vm, Str& module_name, Str& name, int protocol, bool fix_imports) {
    GlobalName global{&module_name, &name};
    if (protocol < 3 && fix_imports)
        TRY(from_old_name(vm, global));
    Value module = TRY(import_absolute(vm, global.module->view()));
    if (protocol < 4 || global.name->view().find('.') == std::string_view::npos)
        return get_attribute(vm, module, intern(vm, global.name));
    auto found = get_dotted(vm, module, global.name->view());
    if (!found.is_error() || !is_exception_of(found.exception(), vm, ExceptionId::AttributeError))
        return found;
    Raised error = vm.raise(ExceptionId::AttributeError,
                            fmt::format("Can't resolve path '{}' on module '{}'", global.name->view(),
                                        global.module->view()));
    exception_set_context(*error.exception, found.exception());
    return error;
}

Result<Value> PickleReader::find_class(Value module, Value name) {
    if (m_options.find_class)
        return call(m_vm, m_options.find_class, {module, name});
    return find_pickled_class(m_vm, *as<Str>(module), *as<Str>(name), int(m_protocol), m_options.fix_imports);
}

// The class that the next two lines name.
Result<Value> PickleReader::class_from_lines() {
    Str* module = TRY(decode_octets(m_vm, TRY(m_source.line(2)), "utf-8", "strict"));
    Str* name = TRY(decode_octets(m_vm, TRY(m_source.line(2)), "utf-8", "strict"));
    return find_class(module, name);
}

Result<void> PickleReader::load_global() {
    push(TRY(class_from_lines()));
    return {};
}

Result<void> PickleReader::load_stack_global() {
    Value name = TRY(pop());
    Value module = TRY(pop());
    if (!as<Str>(name) || !as<Str>(module))
        return error("STACK_GLOBAL requires str");
    push(TRY(find_class(module, name)));
    return {};
}

// A number of copyreg.add_extension.
Result<void> PickleReader::load_extension(unsigned octets) {
    auto code = int32_t(TRY(m_source.number(octets)));
    Value number = Value::small_int(code);
    Value copyreg = TRY(import_absolute(m_vm, "copyreg"));
    Dict* cache = as<Dict>(TRY(get_attribute(m_vm, copyreg, "_extension_cache")));
    Dict* registry = as<Dict>(TRY(get_attribute(m_vm, copyreg, "_inverted_registry")));
    if (Value known = cache ? TRY(dict_get(m_vm, *cache, number)) : Value()) {
        push(known);
        return {};
    }
    if (code <= 0)
        return error("EXT specifies code <= 0");
    Value pair = registry ? TRY(dict_get(m_vm, *registry, number)) : Value();
    if (!pair)
        return m_vm.value_error("unregistered extension code {}", code);
    Tuple* names = as<Tuple>(pair);
    if (!names || names->size() != 2 || !as<Str>((*names)[0]) || !as<Str>((*names)[1]))
        return m_vm.value_error("_inverted_registry[{}] isn't a 2-tuple of strings", code);
    Value found = TRY(find_class((*names)[0], (*names)[1]));
    if (cache)
        TRY(dict_set(m_vm, *cache, number, found));
    push(found);
    return {};
}

// --- Made by a call ------------------------------------------------------------------------------------------------

// Protocols 0 and 1: classes without arguments and __getinitargs__ are not called, only allocated.
Result<Value> PickleReader::instantiate(Value cls, std::span<const Value> arguments) {
    if (arguments.empty() && as<Type>(cls) && !TRY(find_attribute(m_vm, cls, "__getinitargs__")))
        return call_method(m_vm, cls, m_vm.special_name(Special::New), {cls});
    RootVector copy(m_vm.heap);
    copy.items.assign(arguments.begin(), arguments.end());
    return call(m_vm, cls, copy.items);
}

Result<void> PickleReader::load_inst() {
    size_t start = TRY(take_mark());
    Value cls = TRY(class_from_lines());
    Value made = TRY(instantiate(cls, items_from(start)));
    cut(start);
    push(made);
    return {};
}

Result<void> PickleReader::load_obj() {
    size_t start = TRY(take_mark());
    if (start == m_stack.size())
        return underflow();
    Value made = TRY(instantiate(m_stack[start], items_from(start + 1)));
    cut(start);
    push(made);
    return {};
}

Result<void> PickleReader::load_reduce() {
    Value arguments = TRY(pop());
    Value callable = TRY(pop());
    Tuple* tuple = as<Tuple>(arguments);
    if (!tuple)
        return m_vm.type_error("argument list must be a tuple");
    push(TRY(call(m_vm, callable, std::span<const Value>(tuple->items(), tuple->size()))));
    return {};
}

// cls.__new__(cls, *arguments, **keywords).
Result<Value> PickleReader::make_new(Value cls, Value arguments, Value keywords, const char* what) {
    auto wrong = [&](std::string_view part, std::string_view expected, Value value) {
        return error(fmt::format("{} {} argument must be a {}, not {}", what, part, expected, m_vm.type_name(value)));
    };
    Type* type = as<Type>(cls);
    if (!type)
        return wrong("class", "type", cls);
    Tuple* positional = as<Tuple>(arguments);
    if (!positional)
        return wrong("args", "tuple", arguments);
    Dict* named = keywords ? as<Dict>(keywords) : nullptr;
    if (keywords && !named)
        return wrong("kwargs", "dict", keywords);
    Value own_new = type->special(m_vm, Special::New);
    if (!named && positional->size() == 0 && own_new == m_vm.object_new)
        return new_plain_instance(m_vm, type, false);
    RootVector all(m_vm.heap);
    all.items.assign({cls});
    all.items.insert(all.items.end(), positional->items(), positional->items() + positional->size());
    Value bound = TRY(get_attribute(m_vm, cls, m_vm.special_name(Special::New)));
    return named ? call_with_dict(m_vm, bound, all.items, named) : call(m_vm, bound, all.items);
}

Result<void> PickleReader::load_newobj() {
    Value arguments = TRY(pop());
    Value cls = TRY(pop());
    push(TRY(make_new(cls, arguments, {}, "NEWOBJ")));
    return {};
}

Result<void> PickleReader::load_newobj_ex() {
    Value keywords = TRY(pop());
    Value arguments = TRY(pop());
    Value cls = TRY(pop());
    push(TRY(make_new(cls, arguments, keywords, "NEWOBJ_EX")));
    return {};
}

// --- Filled --------------------------------------------------------------------------------------------------------

// instance.__dict__ gets the items of `state`; keys that are strs are interned, as those of attributes are.
Result<void> PickleReader::set_attributes(Value instance, Value state) {
    Dict* given = as<Dict>(state);
    if (!given)
        return error("state is not a dictionary");
    Object* object = instance.is_object() ? instance.object() : nullptr;
    bool is_plain = object && object->kind == Kind::Instance && object->type()->has(Type::HEAP) &&
                    !object->type()->has(Type::NO_ATTRIBUTES) &&
                    object->type()->special(m_vm, Special::GetAttribute) == m_vm.object_getattribute &&
                    !as<Property>(object->type()->lookup(m_vm, m_vm.names.dunder_dict));
    Value target = is_plain ? Value() : TRY(get_attribute(m_vm, instance, m_vm.names.dunder_dict));
    for (uint32_t i = 0; i < given->entry_count; i++) {
        DictEntry entry = given->begin()[i];
        if (entry.key.is_empty())
            continue;
        Str* name = as_exact<Str>(entry.key);
        if (is_plain && name) {
            set_own_attribute(m_vm, object, intern(m_vm, name), entry.value);
            continue;
        }
        if (is_plain)
            target = TRY(get_attribute(m_vm, instance, m_vm.names.dunder_dict));
        TRY(set_item(m_vm, target, name ? Value(intern(m_vm, name)) : entry.key, entry.value));
    }
    return {};
}

Result<void> PickleReader::load_build() {
    if (!has(2))
        return underflow();
    Value state = TRY(pop());
    Value instance = top();
    if (Value setter = TRY(find_attribute(m_vm, instance, "__setstate__"))) {
        TRY(call(m_vm, setter, {state}));
        return {};
    }
    Value slots;
    if (Tuple* pair = as<Tuple>(state); pair && pair->size() == 2) {
        slots = (*pair)[1];
        state = (*pair)[0];
    }
    if (!state.is_none())
        TRY(set_attributes(instance, state));
    if (!slots || slots.is_none())
        return {};
    Dict* given = as<Dict>(slots);
    if (!given)
        return error("slot state is not a dictionary");
    for (uint32_t i = 0; i < given->entry_count; i++) {
        DictEntry entry = given->begin()[i];
        if (entry.key.is_empty())
            continue;
        Str* name = as<Str>(entry.key);
        if (!name)
            return m_vm.type_error("attribute name must be string, not '{}'", m_vm.type_name(entry.key));
        TRY(set_attribute(m_vm, instance, intern(m_vm, name), entry.value));
    }
    return {};
}

// --- Persistent objects --------------------------------------------------------------------------------------------

Result<void> PickleReader::push_persistent(Value id) {
    if (!m_options.persistent_load)
        return error("A load persistent id instruction was encountered, but no persistent_load function was "
                     "specified.");
    push(TRY(call(m_vm, m_options.persistent_load, {id})));
    return {};
}

Result<void> PickleReader::load_persid() {
    std::string_view line = TRY(m_source.line(0));
    auto id = decode_octets(m_vm, line, "ascii", "strict");
    if (id.is_error())
        return error("persistent IDs in protocol 0 must be ASCII strings");
    return push_persistent(id.release());
}

Result<void> PickleReader::load_binpersid() { return push_persistent(TRY(pop())); }

} // namespace ouro::stdlib
