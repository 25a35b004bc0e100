// SPDX-License-Identifier: MIT
//
// Calls: binding arguments to the parameters of script functions, and calling anything from native code.
#include "vm/model/calls.hpp"

#include "vm/model/class.hpp"
#include "vm/model/code.hpp"
#include "vm/text/closest_name.hpp"
#include "vm/model/core.hpp"
#include "vm/model/special_calls.hpp"

#include <algorithm>
#include <optional>

namespace ouro::vm {

// --- Binding to script functions ----------------------------------------------------------------------------------

namespace {

// "a", "a and b", "a, b, and c", each in quotes.
std::string quoted_list(const std::vector<std::string_view>& names) {
    std::string text;
    for (size_t i = 0; i < names.size(); i++) {
        if (i > 0)
            text += i + 1 == names.size() ? (names.size() == 2 ? " and " : ", and ") : ", ";
        text += fmt::format("'{}'", names[i]);
    }
    return text;
}

std::string_view parameter_name(const Code& code, size_t index) {
    return static_cast<Str*>(code.local_names->items()[index].object())->view();
}

Raised too_many_positional(VM& vm, Function& function, size_t given, const Value* registers) {
    const Code& code = *function.code;
    size_t defaults = function.defaults ? function.defaults->size() : 0;
    size_t least = code.positional_count - defaults;
    std::string takes = defaults ? fmt::format("from {} to {}", least, code.positional_count)
                                 : fmt::format("{}", code.positional_count);
    bool plural = defaults || code.positional_count != 1;
    size_t keyword_only = 0;
    for (size_t i = 0; i < code.keyword_only_count; i++)
        keyword_only += bool(registers[code.positional_count + i]);
    std::string also;
    if (keyword_only)
        also = fmt::format(" positional argument{} (and {} keyword-only argument{})", given == 1 ? "" : "s",
                           keyword_only, keyword_only == 1 ? "" : "s");
    return vm.type_error("{}() takes {} positional argument{} but {}{} {} given", function.qualname->view(), takes,
                         plural ? "s" : "", given, also, given == 1 && !keyword_only ? "was" : "were");
}

Raised missing_arguments(VM& vm, Function& function, const Value* registers, size_t first, size_t last,
                         const char* kind) {
    std::vector<std::string_view> names;
    for (size_t i = first; i < last; i++) {
        if (!registers[i])
            names.push_back(parameter_name(*function.code, i));
    }
    return vm.type_error("{}() missing {} required {} argument{}: {}", function.qualname->view(), names.size(), kind,
                         names.size() == 1 ? "" : "s", quoted_list(names));
}

// The named parameter's register, or SIZE_MAX.
size_t find_parameter(const Code& code, Str* name, size_t first, size_t last) {
    for (size_t i = first; i < last; i++) {
        auto* candidate = static_cast<Str*>(code.local_names->items()[i].object());
        if (candidate == name || str_equal(candidate, name))
            return i;
    }
    return SIZE_MAX;
}

// The positional-only parameters among the names of arguments, with commas.
std::string positional_only_names(Function& function, Tuple& names) {
    std::string list;
    for (size_t i = 0; i < function.code->positional_only_count; i++) {
        auto* parameter = static_cast<Str*>(function.code->local_names->items()[i].object());
        for (size_t k = 0; k < names.size(); k++) {
            if (Str* name = as<Str>(names[k]); name && str_equal(parameter, name))
                list += (list.empty() ? "" : ", ") + std::string(parameter->view());
        }
    }
    return list;
}

// `name` means no parameter. If any of the arguments' names is that of a positional-only one, that is told instead.
Raised unexpected_keyword(VM& vm, Function& function, Tuple& names, Str& name) {
    const Code& code = *function.code;
    if (std::string list = positional_only_names(function, names); !list.empty())
        return vm.type_error("{}() got some positional-only arguments passed as keyword arguments: '{}'",
                             function.qualname->view(), list);
    std::vector<std::string> candidates;
    for (size_t i = code.positional_only_count; i < code.positional_count + code.keyword_only_count; i++)
        candidates.emplace_back(parameter_name(code, i));
    std::string closest = closest_name(candidates, name.view(), true);
    return vm.type_error("{}() got an unexpected keyword argument '{}'{}", function.qualname->view(), name.view(),
                         closest.empty() ? "" : fmt::format(". Did you mean '{}'?", closest));
}

Result<void> bind_keywords(VM& vm, Function& function, const Value* values, Tuple& names, Value* registers,
                           Dict* extra) {
    const Code& code = *function.code;
    size_t named = code.positional_count + code.keyword_only_count;
    for (size_t k = 0; k < names.size(); k++) {
        Str* name = as<Str>(names[k]);
        if (!name)
            return vm.type_error("keywords must be strings");
        size_t i = find_parameter(code, name, code.positional_only_count, named);
        if (i != SIZE_MAX) {
            if (registers[i])
                return vm.type_error("{}() got multiple values for argument '{}'", function.qualname->view(),
                                     name->view());
            registers[i] = values[k];
        } else if (extra) {
            dict_set(vm, *extra, name, values[k]);
        } else {
            return unexpected_keyword(vm, function, names, *name);
        }
    }
    return {};
}

Result<void> fill_defaults(VM& vm, Function& function, Value* registers) {
    const Code& code = *function.code;
    size_t defaults = function.defaults ? function.defaults->size() : 0;
    size_t required = code.positional_count - std::min<size_t>(defaults, code.positional_count);
    for (size_t i = 0; i < required; i++) {
        if (!registers[i])
            return missing_arguments(vm, function, registers, 0, required, "positional");
    }
    for (size_t i = required; i < code.positional_count; i++) {
        if (!registers[i])
            registers[i] = (*function.defaults)[defaults - (code.positional_count - i)];
    }
    size_t end = code.positional_count + code.keyword_only_count;
    bool missing = false;
    for (size_t i = code.positional_count; i < end; i++) {
        if (registers[i])
            continue;
        auto* name = static_cast<Str*>(code.local_names->items()[i].object());
        DictEntry* entry = function.kwdefaults ? dict_find(*function.kwdefaults, name) : nullptr;
        if (entry)
            registers[i] = entry->value;
        else
            missing = true;
    }
    if (missing)
        return missing_arguments(vm, function, registers, code.positional_count, end, "keyword-only");
    return {};
}

} // namespace

Result<void> bind_script_arguments(VM& vm, Function& function, std::span<const Value> arguments, Tuple* keyword_names,
                                   Value* registers) {
    const Code& code = *function.code;
    LaidOutRegisters traced(*vm.thread, registers + code.register_count);
    size_t keyword_count = keyword_names ? keyword_names->size() : 0;
    size_t positional = arguments.size() - keyword_count;
    size_t named = code.positional_count + code.keyword_only_count;
    // The arguments may stand in the registers that are about to be laid out, so those that move are set aside.
    Value set_aside[16];
    std::optional<RootVector> many;
    const Value* values = arguments.data() + positional;
    if (keyword_count) {
        if (keyword_count <= std::size(set_aside)) {
            std::copy_n(values, keyword_count, set_aside);
            values = set_aside;
        } else {
            many.emplace(vm.heap);
            many->items.assign(values, values + keyword_count);
            values = many->items.data();
        }
    }
    Tuple* rest = nullptr;
    size_t direct = std::min<size_t>(positional, code.positional_count);
    if (code.has(Code::VARARGS))
        rest = make_tuple(vm, arguments.subspan(direct, positional - direct));
    if (registers != arguments.data())
        std::copy_n(arguments.begin(), direct, registers);
    for (size_t i = direct; i < named; i++)
        registers[i] = {};
    size_t next = named;
    if (rest)
        registers[next++] = rest;
    Dict* extra = nullptr;
    if (code.has(Code::VARKEYWORDS)) {
        registers[next] = {};
        registers[next] = extra = make_dict(vm);
    }
    if (keyword_count)
        TRY(bind_keywords(vm, function, values, *keyword_names, registers, extra));
    if (positional > code.positional_count && !rest)
        return too_many_positional(vm, function, positional, registers);
    return fill_defaults(vm, function, registers);
}

// --- Calls from native code ---------------------------------------------------------------------------------------

Result<Value> resolve_callable(VM& vm, Value callable, Value& self) {
    if (BoundMethod* method = as<BoundMethod>(callable)) {
        self = method->self;
        return method->function;
    }
    self = {};
    // `__call__` may be an object with a `__call__` of its own, and so on.
    for (uint32_t depth = 0; depth <= vm.recursion_limit; depth++) {
        Value hook = vm.type_of(callable)->special(vm, Special::Call);
        if (!hook)
            return vm.type_error("'{}' object is not callable", vm.type_name(callable));
        if (takes_self(hook)) {
            self = callable;
            return hook;
        }
        callable = TRY(bind_descriptor(vm, hook, callable, vm.type_of(callable)));
        if (as<Function>(callable) || as<NativeFunction>(callable) || as<BoundMethod>(callable) || as<Type>(callable))
            return callable;
    }
    return vm.recursion_error("maximum recursion depth exceeded");
}

Result<Value> call(VM& vm, Value callable, std::span<const Value> arguments, Tuple* keyword_names) {
    if (Function* function = as<Function>(callable))
        return vm.hooks.call_function(vm, *function, arguments, keyword_names);
    if (NativeFunction* native = as<NativeFunction>(callable)) {
        TRY(vm.check_native_stack());
        return call_native_function(vm, *native, arguments, keyword_names);
    }
    if (Type* type = as<Type>(callable); type && type->type() == vm.types.type)
        return call_type(vm, type, arguments, keyword_names);
    TRY(vm.check_native_stack());
    Value self;
    Value inner = TRY(resolve_callable(vm, callable, self));
    if (!self)
        return call(vm, inner, arguments, keyword_names);
    constexpr size_t SHORT = 8;
    if (arguments.size() < SHORT) {
        Value with_self[SHORT];
        with_self[0] = self;
        std::copy(arguments.begin(), arguments.end(), with_self + 1);
        return call(vm, inner, std::span<const Value>(with_self, arguments.size() + 1), keyword_names);
    }
    RootVector with_self(vm.heap);
    with_self.push(self);
    with_self.items.insert(with_self.items.end(), arguments.begin(), arguments.end());
    return call(vm, inner, with_self.items, keyword_names);
}

Result<Value> call(VM& vm, Value callable, std::span<const Value> arguments) {
    return call(vm, callable, arguments, nullptr);
}
Result<Value> call(VM& vm, Value callable, std::initializer_list<Value> arguments) {
    return call(vm, callable, std::span<const Value>(arguments.begin(), arguments.size()), nullptr);
}

Result<Value> call_with_dict(VM& vm, Value callable, std::span<const Value> arguments, Dict* keywords) {
    if (!keywords || keywords->size() == 0)
        return call(vm, callable, arguments, nullptr);
    RootVector all(vm.heap);
    all.items.assign(arguments.begin(), arguments.end());
    Tuple* names = make_tuple(vm, keywords->size());
    size_t i = 0;
    for (DictEntry& entry : *keywords) {
        if (!entry.key)
            continue;
        if (!as<Str>(entry.key))
            return vm.type_error("keywords must be strings");
        (*names)[i++] = entry.key;
        all.push(entry.value);
    }
    return call(vm, callable, all.items, names);
}

Result<Value> call_method(VM& vm, Value object, Str* name, std::initializer_list<Value> arguments) {
    return call(vm, TRY(get_attribute(vm, object, name)), arguments);
}
Result<Value> call_method(VM& vm, Value object, const char* name, std::initializer_list<Value> arguments) {
    return call_method(vm, object, intern(vm, name), arguments);
}

Result<Value> call_special(VM& vm, Value object, Special special, std::initializer_list<Value> arguments) {
    Value method = vm.type_of(object)->special(vm, special);
    if (!method)
        return Value();
    Value all[8] = {object};
    OURO_VERIFY(arguments.size() < std::size(all));
    std::copy(arguments.begin(), arguments.end(), all + 1);
    return call_found(vm, method, std::span<const Value>(all, arguments.size() + 1));
}

bool is_callable(VM& vm, Value value) {
    Value hook = vm.type_of(value)->special(vm, Special::Call);
    return bool(hook);
}

// --- Making instances ---------------------------------------------------------------------------------------------

// For types of the library with their module, as CPython's static types call themselves.
static Raised no_instances_error(VM& vm, Type* type) {
    return vm.type_error("cannot create '{}' instances", error_name(type));
}

Result<Value> call_type(VM& vm, Type* type, std::span<const Value> arguments, Tuple* keyword_names) {
    TRY(vm.check_native_stack());
    if (type == vm.types.type && arguments.size() == 1 && !keyword_names)
        return vm.type_of(arguments[0]);
    if (type == vm.types.str && arguments.size() == 1 && !keyword_names)
        return TRY(str(vm, arguments[0]));
    Value maker = type->special(vm, Special::New);
    Value init = type->special(vm, Special::Init);
    constexpr size_t SHORT = 8;
    Value few[SHORT];
    std::optional<RootVector> many;
    if (arguments.size() >= SHORT) {
        many.emplace(vm.heap);
        many->items.resize(arguments.size() + 1);
    }
    std::span<Value> with_self(many ? many->items.data() : few, arguments.size() + 1);
    with_self[0] = type;
    std::copy(arguments.begin(), arguments.end(), with_self.begin() + 1);
    Value instance;
    if (new_only_allocates(vm, type)) {
        instance = allocate_instance(vm, type);
    } else if (maker == vm.object_new) {
        instance = TRY(new_plain_instance(vm, type, !arguments.empty()));
    } else {
        if (type->has(Type::NO_NEW))
            return no_instances_error(vm, type);
        Value bound = TRY(bind_descriptor(vm, maker, {}, type));
        instance = TRY(call(vm, bound, std::span<const Value>(with_self), keyword_names));
    }
    if (init == vm.object_init || !vm.type_of(instance)->is_subtype_of(type))
        return instance;
    init = vm.type_of(instance)->special(vm, Special::Init);
    with_self[0] = instance;
    std::span<const Value> all(with_self);
    bool is_unbound = takes_self(init);
    if (!is_unbound)
        init = TRY(bind_descriptor(vm, init, instance, vm.type_of(instance)));
    Value result = TRY(call(vm, init, is_unbound ? all : all.subspan(1), keyword_names));
    if (!result.is_none())
        return vm.type_error("__init__() should return None, not '{}'", vm.type_name(result));
    return instance;
}

// object.__new__ for `type`, without its __init__.
Result<Value> new_plain_instance(VM& vm, Type* type, bool has_arguments) {
    if (type->has(Type::NO_NEW))
        return no_instances_error(vm, type);
    if (has_arguments && type->special(vm, Special::Init) == vm.object_init)
        return vm.type_error("{}() takes no arguments", type->name->view());
    if (type->has(Type::ABSTRACT))
        return abstract_instance_error(vm, type);
    return allocate_instance(vm, type);
}

Raised abstract_instance_error(VM& vm, Type* type) {
    auto names = list_from(vm, type->abstract_methods);
    if (names.is_error())
        return names.error();
    List& list = *names.release();
    std::vector<std::string_view> sorted; // of UTF-8, whose order is that of the code points
    for (size_t i = 0; i < list.size(); i++)
        sorted.push_back(as<Str>(list[i])->view());
    std::ranges::sort(sorted);
    std::string text;
    for (std::string_view name : sorted)
        text += fmt::format("{}'{}'", text.empty() ? "" : ", ", name);
    return vm.type_error("Can't instantiate abstract class {} without an implementation for abstract method{} {}",
                         type->name->view(), list.size() == 1 ? "" : "s", text);
}

} // namespace ouro::vm
