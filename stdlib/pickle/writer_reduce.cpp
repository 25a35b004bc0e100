// SPDX-License-Identifier: MIT
//
// Objects that say by __reduce_ex__ and its like how they are made again (Library Reference, "Pickling Class
// Instances"). Instances of classes that say nothing are written at once, as what object.__reduce_ex__ would return.
#include "stdlib/pickle/writer.hpp"

#include "vm/model/class.hpp"
#include "vm/run/import.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// --- Whom to ask ---------------------------------------------------------------------------------------------------

// What a dispatch table says of a type, or empty.
Result<Value> PickleWriter::registered_reducer(Type* type) {
    Value table = m_options.dispatch_table;
    if (!table)
        table = TRY(get_attribute(m_vm, TRY(import_absolute(m_vm, "copyreg")), "dispatch_table"));
    if (Dict* dict = as_exact<Dict>(table); dict && dict->type() == m_vm.types.dict)
        return dict->size() ? dict_get(m_vm, *dict, type) : Value();
    auto found = get_item(m_vm, table, type);
    if (found.is_error() && is_exception_of(found.exception(), m_vm, ExceptionId::KeyError))
        return Value();
    return found;
}

// What `value` is reduced to; empty when it has been saved already.
Result<Value> PickleWriter::reduced(Value value, bool& is_global) {
    if (m_options.reducer_override) {
        Value reduction = TRY(call(m_vm, m_options.reducer_override, {value}));
        if (!reduction.is_not_implemented())
            return reduction;
    }
    Type* type = m_vm.type_of(value);
    if (type == m_vm.types.type || type == m_vm.types.function) {
        is_global = true;
        return Value();
    }
    if (Value reducer = TRY(registered_reducer(type)))
        return call(m_vm, reducer, {value});
    if (as<Type>(value)) {
        is_global = true;
        return Value();
    }
    if (has(2) && value.is_object() && TRY(is_plain(value.object()))) {
        Result<void> done = save_plain(value.object());
        if (done.is_error())
            return noted(done.error(), value, "object");
        return Value();
    }
    if (Value method = TRY(find_attribute(m_vm, value, intern(m_vm, "__reduce_ex__"))))
        return call(m_vm, method, {Value::small_int(m_options.protocol)});
    Value method = TRY(find_attribute(m_vm, value, intern(m_vm, "__reduce__")));
    if (!method)
        return pickling_error(
            fmt::format("can't pickle '{}' object: {}", m_vm.type_name(value), repr_text(m_vm, value)));
    return call(m_vm, method, {});
}

// --- Plain instances -----------------------------------------------------------------------------------------------

// Would object.__reduce_ex__ be asked about the instance, and find nothing but attributes in its __dict__? Known by the
// shape, whose id changes with the class.
Result<bool> PickleWriter::is_plain(Object* object) {
    Type* type = object->type();
    if (object->kind != Kind::Instance || !type->has(Type::HEAP) || type->has(Type::NO_ATTRIBUTES))
        return false;
    uint32_t& known = m_plain_shapes[object->shape->id % KNOWN_SHAPES];
    if (known == object->shape->id)
        return true;
    static constexpr const char* METHODS[] = {"__reduce_ex__",       "__reduce__",     "__getstate__",
                                              "__getnewargs_ex__", "__getnewargs__", "__class__"};
    if (object->shape->is_dictionary || type->member_count ||
        type->special(m_vm, Special::GetAttribute) != m_vm.object_getattribute)
        return false;
    for (const char* method : METHODS) {
        Str* name = intern(m_vm, method);
        if (type->lookup(m_vm, name) != m_vm.types.object->lookup(m_vm, name) ||
            object->shape->find(m_vm, name) != Shape::NOT_FOUND)
            return false;
    }
    if (type->lookup(m_vm, m_vm.names.dunder_dict) && as<Property>(type->lookup(m_vm, m_vm.names.dunder_dict)))
        return false;
    known = object->shape->id;
    return true;
}

Result<void> PickleWriter::save_plain(Object* object) {
    TRY(save_part(object->type(), object, "class"));
    TRY(m_out.boundary());
    m_out.put(Op::EmptyTuple);
    m_out.put(Op::NewObj);
    TRY(memoize(object));
    if (object->shape->slot_count == 0)
        return {};
    Result<void> done = save_plain_state(object);
    if (done.is_error())
        return noted(done.error(), object, "state");
    m_out.put(Op::Build);
    return {};
}

// The attributes as the dict that __getstate__ would give.
Result<void> PickleWriter::save_plain_state(Object* object) {
    TRY(m_out.boundary());
    m_out.put(Op::EmptyDict);
    TRY(memoize({}));
    Shape* shape = object->shape;
    uint32_t count = shape->slot_count;
    Str* names[Shape::MAX_SLOTS];
    OURO_VERIFY(count <= Shape::MAX_SLOTS);
    Shape* at = shape;
    for (uint32_t i = count; i > 0; i--, at = at->parent)
        names[i - 1] = at->name;
    if (count > 1)
        m_out.put(Op::Mark);
    for (uint32_t i = 0; i < count; i++) {
        Value value = get_own_attribute(m_vm, object, names[i]);
        if (!value || object->shape != shape)
            return m_vm.runtime_error("dictionary changed size during iteration");
        TRY(save(names[i]));
        Result<void> done = save(value);
        if (done.is_error())
            return noted(done.error(), make_dict(m_vm), fmt::format("item {}", repr_text(m_vm, names[i])));
    }
    m_out.put(count > 1 ? Op::SetItems : Op::SetItem);
    return {};
}

// --- Reductions ----------------------------------------------------------------------------------------------------

Result<Reduction> PickleWriter::checked(Value reduction) {
    auto wrong = [&](const char* what, const char* expected, Value value) {
        return pickling_error(fmt::format("{} item of the tuple returned by __reduce__ must be {}, not {}", what,
                                          expected, shown_type_name(m_vm, m_vm.type_of(value))));
    };
    Tuple* tuple = as<Tuple>(reduction);
    if (!tuple)
        return pickling_error(fmt::format("__reduce__ must return a string or tuple, not {}",
                                          shown_type_name(m_vm, m_vm.type_of(reduction))));
    if (tuple->size() < 2 || tuple->size() > 6)
        return pickling_error("tuple returned by __reduce__ must contain 2 through 6 elements");
    auto item = [&](size_t i) {
        return i < tuple->size() && !(*tuple)[i].is_none() ? (*tuple)[i] : Value();
    };
    auto is_iterator = [&](Value value) { return bool(m_vm.type_of(value)->special(m_vm, Special::Next)); };
    Reduction parts{(*tuple)[0], item(2), item(3), item(4), item(5), as<Tuple>((*tuple)[1])};
    if (!is_callable(m_vm, parts.callable))
        return wrong("first", "callable", parts.callable);
    if (!parts.arguments)
        return wrong("second", "a tuple", (*tuple)[1]);
    if (parts.list_items && !is_iterator(parts.list_items))
        return wrong("fourth", "an iterator", parts.list_items);
    if (parts.dict_items && !is_iterator(parts.dict_items))
        return wrong("fifth", "an iterator", parts.dict_items);
    if (parts.state_setter && !is_callable(m_vm, parts.state_setter))
        return wrong("sixth", "callable", parts.state_setter);
    return parts;
}

Result<void> PickleWriter::save_reduced(Value reduction, Value value) {
    auto parts = checked(reduction);
    Result<void> done = parts.is_error() ? Result<void>(parts.error()) : save_reduction(parts.release(), value);
    return done.is_error() ? noted(done.error(), value, "object") : Result<void>();
}

// An object is made again as one of its own class.
Result<void> PickleWriter::check_class(Value cls, Value value, const char* function) {
    Value own_class = TRY(get_attribute(m_vm, value, m_vm.names.dunder_class));
    if (own_class != cls)
        return pickling_error(fmt::format("first argument to {}() must be {}, not {}", function,
                                          repr_text(m_vm, own_class), repr_text(m_vm, cls)));
    return {};
}

// copyreg.__newobj_ex__(cls, args, kwargs): an instruction since protocol 4, a call of a partial before.
Result<void> PickleWriter::save_new_with_keywords(const Reduction& reduction, Value value) {
    Tuple& parts = *reduction.arguments;
    if (parts.size() != 3)
        return pickling_error(fmt::format("__newobj_ex__ expected 3 arguments, got {}", parts.size()));
    auto wrong = [&](const char* what, const char* expected, Value part) {
        return pickling_error(fmt::format("{} argument to __newobj_ex__() must be {}, not {}", what, expected,
                                          shown_type_name(m_vm, m_vm.type_of(part))));
    };
    Value own_new = TRY(find_attribute(m_vm, parts[0], m_vm.special_name(Special::New)));
    if (!as<Type>(parts[0]) || !own_new)
        return wrong("first", "a class", parts[0]);
    TRY(check_class(parts[0], value, "__newobj_ex__"));
    Tuple* arguments = as<Tuple>(parts[1]);
    if (!arguments)
        return wrong("second", "a tuple", parts[1]);
    Dict* keywords = as<Dict>(parts[2]);
    if (!keywords)
        return wrong("third", "a dict", parts[2]);
    if (has(4)) {
        TRY(save_part(parts[0], value, "class"));
        TRY(save_part(arguments, value, "__new__ arguments"));
        TRY(save_part(keywords, value, "__new__ arguments"));
        m_out.put(Op::NewObjEx);
        return {};
    }
    RootVector all(m_vm.heap);
    all.items.assign({own_new, parts[0]});
    all.items.insert(all.items.end(), arguments->items(), arguments->items() + arguments->size());
    Value partial = TRY(get_attribute(m_vm, TRY(import_absolute(m_vm, "functools")), "partial"));
    Value bound = TRY(call_with_dict(m_vm, partial, all.items, keywords));
    TRY(save_part(bound, value, "reconstructor"));
    TRY(save_part(make_tuple(m_vm, 0), value, "reconstructor arguments"));
    m_out.put(Op::Reduce);
    return {};
}

// copyreg.__newobj__(cls, *args).
Result<void> PickleWriter::save_new(const Reduction& reduction, Value value) {
    Tuple& parts = *reduction.arguments;
    if (parts.size() < 1)
        return pickling_error("__newobj__ expected at least 1 argument, got 0");
    Value cls = parts[0];
    if (!as<Type>(cls))
        return pickling_error(fmt::format("first argument to __newobj__() must be a class, not {}",
                                          shown_type_name(m_vm, m_vm.type_of(cls))));
    TRY(check_class(cls, value, "__newobj__"));
    TRY(save_part(cls, value, "class"));
    Tuple* rest = make_tuple(m_vm, std::span<const Value>(parts.items() + 1, parts.size() - 1));
    TRY(save_part(rest, value, "__new__ arguments"));
    m_out.put(Op::NewObj);
    return {};
}

Result<void> PickleWriter::save_constructor(const Reduction& reduction, Value value) {
    if (has(2)) {
        Value name = TRY(find_attribute(m_vm, reduction.callable, m_vm.names.dunder_name));
        Str* text = name ? as<Str>(name) : nullptr;
        if (text && text->view() == "__newobj_ex__")
            return save_new_with_keywords(reduction, value);
        if (text && text->view() == "__newobj__")
            return save_new(reduction, value);
    }
    TRY(save_part(reduction.callable, value, "reconstructor"));
    TRY(save_part(reduction.arguments, value, "reconstructor arguments"));
    m_out.put(Op::Reduce);
    return {};
}

Result<void> PickleWriter::save_state(const Reduction& reduction, Value value) {
    if (!reduction.state_setter) {
        TRY(save_part(reduction.state, value, "state"));
        m_out.put(Op::Build);
        return {};
    }
    TRY(save_part(reduction.state_setter, value, "state setter"));
    TRY(save(value)); // from the memo
    TRY(save_part(reduction.state, value, "state"));
    m_out.put(Op::Tuple2); // in every protocol, as CPython has it
    m_out.put(Op::Reduce);
    m_out.put(Op::Pop);
    return {};
}

Result<void> PickleWriter::save_reduction(const Reduction& reduction, Value value) {
    TRY(save_constructor(reduction, value));
    if (value && m_memo.find(value) != WriteMemo::NOT_FOUND) { // one of the arguments led back to it
        m_out.put(Op::Pop);
        save_known(value);
        return {};
    }
    TRY(memoize(value));
    if (reduction.list_items)
        TRY(append_items(reduction.list_items, value));
    if (reduction.dict_items)
        TRY(set_items(reduction.dict_items, value));
    if (reduction.state)
        TRY(save_state(reduction, value));
    return {};
}

} // namespace ouro::stdlib
