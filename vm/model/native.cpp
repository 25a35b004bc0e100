// SPDX-License-Identifier: MIT
//
// Calling native functions: parsing signatures, binding arguments, converting them, and the error texts of all that.
#include "vm/model/native.hpp"

#include "vm/model/calls.hpp"
#include "vm/values/float.hpp"
#include "vm/text/closest_name.hpp"
#include "vm/model/class.hpp"
#include "vm/model/core.hpp"
#include "vm/model/frame.hpp"
#include "vm/model/native_slots.hpp"
#include "vm/model/numbers.hpp"
#include "vm/model/sequence.hpp"

#include <algorithm>
#include <charconv>

namespace ouro::vm {

// --- Signatures ---------------------------------------------------------------------------------------------------

namespace {

struct Parameter {
    std::string_view name;
    std::string_view default_text; // empty: required
    char star = 0;                 // '*' for *args, 'k' for **kwargs
};

// Splits "name(a, b=1, /, *, c='x')" into parameters; calls marker('/') and marker('*') where those stand.
template <class OnParameter, class OnMarker>
void split_signature(std::string_view text, OnParameter&& on_parameter, OnMarker&& on_marker) {
    size_t position = text.find('(');
    size_t end = text.rfind(')');
    if (position == std::string_view::npos)
        return;
    position++;
    while (position < end) {
        size_t stop = position;
        char quote = 0;
        int depth = 0;
        for (; stop < end; stop++) {
            char c = text[stop];
            if (quote)
                quote = c == quote ? 0 : quote;
            else if (c == '\'' || c == '"')
                quote = c;
            else if (c == '(' || c == '[')
                depth++;
            else if (c == ')' || c == ']')
                depth--;
            else if (c == ',' && depth == 0)
                break;
        }
        std::string_view part = text.substr(position, stop - position);
        while (!part.empty() && part.front() == ' ')
            part.remove_prefix(1);
        position = stop + 1;
        if (part == "/" || part == "*") {
            on_marker(part[0]);
            continue;
        }
        Parameter parameter;
        if (part.starts_with("**")) {
            parameter.star = 'k';
            part.remove_prefix(2);
        } else if (part.starts_with("*")) {
            parameter.star = '*';
            part.remove_prefix(1);
        }
        size_t equals = part.find('=');
        parameter.name = part.substr(0, equals);
        if (equals != std::string_view::npos)
            parameter.default_text = part.substr(equals + 1);
        on_parameter(parameter);
    }
}

Value default_value(VM& vm, std::string_view text) {
    if (text == "None")
        return Value::none();
    if (text == "True" || text == "False")
        return Value::boolean(text == "True");
    if (text.starts_with("<unset"))
        return {};
    if (text == "...")
        return Value::ellipsis();
    if (text == "()")
        return make_tuple(vm, 0);
    if (text.size() >= 2 && (text.front() == '\'' || text.front() == '"')) {
        text = text.substr(1, text.size() - 2);
        if (text == "\\n")
            text = "\n";
        return intern(vm, text);
    }
    int64_t integer = 0;
    auto result = std::from_chars(text.data(), text.data() + text.size(), integer);
    if (result.ec == std::errc() && result.ptr == text.data() + text.size())
        return make_int(vm, integer);
    double number = 0;
    auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    OURO_VERIFY(parsed.ptr == text.data() + text.size());
    return Value::number(number);
}

void parse_signature(VM& vm, NativeFunction& function) {
    size_t count = function.def->parameter_count;
    Storage* names = vm.heap.allocate_storage(count * sizeof(Str*));
    Heap::store(&function, function.names, names);
    Storage* defaults = vm.heap.allocate_storage(count * sizeof(Value));
    Heap::store(&function, function.defaults, defaults);
    bool keyword_only = false;
    size_t i = 0;
    function.positional_only = 0;
    auto on_parameter = [&](const Parameter& parameter) {
        reinterpret_cast<Str**>(names->values())[i] = intern(vm, parameter.name);
        // Required parameters are marked by NotImplemented, which is never a default.
        defaults->values()[i] =
            parameter.default_text.empty() ? Value::not_implemented() : default_value(vm, parameter.default_text);
        if (parameter.star == '*') {
            function.has_varargs = keyword_only = true;
        } else if (parameter.star == 'k') {
            function.has_varkw = true;
        } else if (!keyword_only) {
            function.positional++;
            function.required += parameter.default_text.empty();
        }
        i++;
    };
    auto on_marker = [&](char marker) {
        if (marker == '/')
            function.positional_only = uint16_t(i);
        else
            keyword_only = true;
    };
    split_signature(function.def->signature, on_parameter, on_marker);
    function.parsed = true;
    Heap::barrier(&function);
}

// --- Binding ------------------------------------------------------------------------------------------------------

// The name in messages of functions that take no argument by name: with the class, or a module but `builtins`.
std::string callee_name(const NativeFunction& function) {
    std::string_view name = function.name->view();
    if (!function.owner) {
        const Str* module = as<Str>(function.module);
        return !module || module->view() == "builtins" ? std::string(name) : fmt::format("{}.{}", module->view(), name);
    }
    if (function.def->name() != "__new__" && function.def->name() != "__init__")
        return fmt::format("{}.{}", function.owner->name->view(), name);
    return std::string(function.owner->name->view());
}

// How many of the leading parameters (self, cls) the user does not count.
unsigned hidden_parameters(const NativeFunction& function) {
    return function.owner && function.def->type != NativeDef::Type::StaticMethod ? 1 : 0;
}

// The name in messages about the arguments: the class's where the class is called.
std::string_view shown_name(const NativeFunction& function) {
    std::string_view name = function.name->view();
    bool is_class_call = function.owner && (name == "__new__" || name == "__init__" || name == "__call__");
    return is_class_call ? function.owner->name->view() : name;
}

Raised wrong_receiver(VM& vm, const NativeFunction& function, Value given) {
    std::string_view name = function.def->name(), owner = error_name(function.owner);
    if (is_slot(vm, function))
        return vm.type_error("descriptor '{}' requires a '{}' object but received a '{}'", name, owner,
                             vm.type_name(given));
    return vm.type_error("descriptor '{}' for '{}' objects doesn't apply to a '{}' object", name, owner,
                         vm.type_name(given));
}

// Is a method that was called through its class given an object of that class?
Result<void> check_receiver(VM& vm, NativeFunction& function, std::span<const Value> positional) {
    if (!function.owner || function.def->type != NativeDef::Type::Function)
        return {};
    std::string_view name = function.name->view(), owner = function.owner->name->view();
    if (positional.empty() && is_slot(vm, function))
        return vm.type_error("descriptor '{}' of '{}' object needs an argument", name, owner);
    if (positional.empty())
        return vm.type_error("unbound method {}.{}() needs an argument", owner, name);
    if (vm.type_of(positional[0])->is_subtype_of(function.owner))
        return {};
    return wrong_receiver(vm, function, positional[0]);
}

Raised arity_error(VM& vm, NativeFunction& function, size_t given) {
    unsigned hidden = hidden_parameters(function);
    size_t most = function.positional - hidden;
    size_t least = function.required - hidden;
    given = given >= hidden ? given - hidden : 0;
    if (is_slot(vm, function) && most <= 1 && least == most)
        return vm.type_error("expected {} argument{}, got {}", most, most == 1 ? "" : "s", given);
    if (is_slot(vm, function) && most == 2 && least == 1 && function.name->view().ends_with("pow__"))
        return vm.type_error("expected 1 or 2 arguments, got {}", given);
    std::string name = callee_name(function);
    size_t others = function.def->parameter_count - function.positional; // *args, **kwargs, keyword-only ones
    if (most == 0 && !function.has_varargs && others)
        return vm.type_error("{}() takes no positional arguments", shown_name(function));
    if (most == 0 && !function.has_varargs)
        return vm.type_error("{}() takes no arguments ({} given)", name, given);
    if (most == 1 && least == 1 && others == 0 && shown_name(function) == function.name->view())
        return vm.type_error("{}() takes exactly one argument ({} given)", name, given);
    bool too_few = given < least;
    size_t bound = too_few ? least : most;
    bool is_class_call = shown_name(function) != function.name->view();
    bool is_positional =
        function.positional_only >= (is_class_call ? hidden + 1 : function.positional) || function.has_varargs;
    const char* how = most != least                               ? (too_few ? "at least " : "at most ")
                      : is_positional || function.positional_only ? ""
                      : too_few                                   ? "exactly "
                                                                  : "at most ";
    const char* plural = bound == 1 ? "" : "s";
    if (is_positional)
        return vm.type_error("{} expected {}{} argument{}, got {}", shown_name(function), how, bound, plural, given);
    return vm.type_error("{}() takes {}{} argument{} ({} given)", shown_name(function), how, bound, plural, given);
}

Raised missing_error(VM& vm, NativeFunction& function, size_t index, size_t given) {
    if (index < function.positional_only || function.has_varargs)
        return arity_error(vm, function, given);
    unsigned hidden = hidden_parameters(function);
    Str* name = reinterpret_cast<Str**>(function.names->values())[index];
    return vm.type_error("{}() missing required argument '{}' (pos {})", shown_name(function), name->view(),
                         index - hidden + 1);
}

Raised unexpected_keyword(VM& vm, NativeFunction& function, Str& name) {
    std::vector<std::string> candidates;
    Str** names = reinterpret_cast<Str**>(function.names->values());
    for (size_t i = function.positional_only; i < function.def->parameter_count; i++) {
        if (!function.has_varargs || i != function.positional)
            candidates.emplace_back(names[i]->view());
    }
    std::string closest = closest_name(candidates, name.view(), true);
    return vm.type_error("{}() got an unexpected keyword argument '{}'{}", shown_name(function), name.view(),
                         closest.empty() ? "" : fmt::format(". Did you mean '{}'?", closest));
}

// Can any argument be given by name?
bool takes_keywords(const NativeFunction& function) {
    size_t stars = size_t(function.has_varargs) + size_t(function.has_varkw);
    return function.has_varkw || function.positional_only + stars < function.def->parameter_count;
}

// Functions that take arguments by name count all of them first, then those that have no name. Classes called without
// names count as others do, and so does `sorted`, which leaves the names to list.sort().
Result<void> check_counts_of_named(VM& vm, const NativeFunction& function, size_t positional, size_t by_name) {
    std::string_view name = shown_name(function);
    bool is_class_call = name != function.name->view();
    if (function.has_varargs || function.has_varkw || (is_class_call && by_name == 0) || name == "sorted")
        return {};
    unsigned hidden = hidden_parameters(function);
    if (positional < hidden)
        return {};
    positional -= hidden;
    size_t all = function.def->parameter_count - hidden, most = function.positional - hidden;
    size_t least = std::max<size_t>(std::min(function.required, function.positional_only), hidden) - hidden;
    auto plural = [](size_t count) { return count == 1 ? "" : "s"; };
    if (positional + by_name > all)
        return vm.type_error("{}() takes at most {} {}argument{} ({} given)", name, all,
                             positional == 0 ? "keyword " : "", plural(all), positional + by_name);
    if (positional > most && most == 0)
        return vm.type_error("{}() takes no positional arguments", name);
    if (positional > most)
        return vm.type_error("{}() takes {} {} positional argument{} ({} given)", name,
                             function.required == function.positional ? "exactly" : "at most", most, plural(most),
                             positional);
    if (positional < least)
        return vm.type_error("{}() takes {} {} positional argument{} ({} given)", name,
                             least == most ? "exactly" : "at least", least, plural(least), positional);
    return {};
}

Result<void> check_counts(VM& vm, NativeFunction& function, std::span<const Value> positional, size_t by_name) {
    if (takes_keywords(function)) {
        auto counted = check_counts_of_named(vm, function, positional.size(), by_name);
        if (counted.is_error()) {
            TRY(check_receiver(vm, function, positional));
            return counted;
        }
    }
    if (positional.size() <= function.positional || function.has_varargs)
        return {};
    TRY(check_receiver(vm, function, positional));
    return arity_error(vm, function, positional.size() + by_name);
}

// A __new__ that takes no keywords leaves them to the __init__ that a subclass has of its own.
bool leaves_keywords_to_init(VM& vm, const NativeFunction& function, std::span<const Value> positional) {
    Type* type = function.def->type == NativeDef::Type::New && !positional.empty() ? as<Type>(positional[0]) : nullptr;
    return type && !(type->special(vm, Special::Init) == function.owner->special(vm, Special::Init));
}

// Puts defaults where no argument went, from number `first` on.
Result<void> fill_missing(VM& vm, NativeFunction& function, std::span<const Value> positional, Value* bound,
                          size_t first) {
    const Value* defaults = function.defaults->values();
    for (size_t i = first; i < function.def->parameter_count; i++) {
        if (!bound[i].is_not_implemented())
            continue;
        if (defaults[i].is_not_implemented()) {
            TRY(check_receiver(vm, function, positional));
            return missing_error(vm, function, i, positional.size());
        }
        bound[i] = defaults[i];
    }
    return {};
}

} // namespace

Result<void> bind_native_arguments(VM& vm, NativeFunction& function, std::span<const Value> arguments,
                                   Tuple* keyword_names, Value* bound) {
    if (!function.parsed)
        parse_signature(vm, function);
    size_t count = function.def->parameter_count;
    size_t keyword_count = keyword_names ? keyword_names->size() : 0;
    size_t positional = arguments.size() - keyword_count;
    Str** names = reinterpret_cast<Str**>(function.names->values());
    const Value* defaults = function.defaults->values();
    if (keyword_count && !takes_keywords(function)) {
        if (leaves_keywords_to_init(vm, function, arguments.first(positional)))
            return bind_native_arguments(vm, function, arguments.first(positional), nullptr, bound);
        TRY(check_receiver(vm, function, arguments.first(positional)));
        return vm.type_error("{}() takes no keyword arguments", callee_name(function));
    }
    TRY(check_counts(vm, function, arguments.first(positional), keyword_count));
    size_t direct = std::min<size_t>(positional, function.positional);
    std::copy_n(arguments.begin(), direct, bound);
    bool only_positional = keyword_count == 0 && !function.has_varargs && !function.has_varkw;
    if (only_positional && direct >= function.required) { // the rest are defaults
        for (size_t i = direct; i < count; i++) {
            if (defaults[i].is_not_implemented()) // one that must be given by name
                return missing_error(vm, function, i, positional);
            bound[i] = defaults[i];
        }
        return {};
    }
    for (size_t i = direct; i < count; i++)
        bound[i] = Value::not_implemented();
    size_t next = function.positional;
    if (function.has_varargs)
        bound[next] = make_tuple(vm, arguments.subspan(direct, positional - direct));
    Dict* extra = nullptr;
    if (function.has_varkw)
        bound[count - 1] = extra = make_dict(vm);
    for (size_t k = 0; k < keyword_count; k++) {
        auto* name = static_cast<Str*>((*keyword_names)[k].object());
        size_t i = function.positional_only;
        for (; i < count; i++) {
            bool is_star = (function.has_varargs && i == next) || (function.has_varkw && i == count - 1);
            if (!is_star && str_equal(names[i], name))
                break;
        }
        if (i < count) {
            if (!bound[i].is_not_implemented())
                return vm.type_error("argument for {}() given by name ('{}') and position ({})", shown_name(function),
                                     name->view(), i + 1 - hidden_parameters(function));
            bound[i] = arguments[positional + k];
        } else if (extra) {
            dict_set(vm, *extra, name, arguments[positional + k]);
        } else {
            TRY(fill_missing(vm, function, arguments.first(positional), bound, direct));
            return unexpected_keyword(vm, function, *name);
        }
    }
    return fill_missing(vm, function, arguments.first(positional), bound, direct);
}

namespace {

struct StackArguments {
    static constexpr size_t FEW = 8;
    struct Rest {
        Tuple tuple;
        Value items[FEW]; // right behind their tuple
    };
    Value bound[FEW];
    Rest rest;
    Dict keywords;

    StackArguments() {} // NOLINT: nothing but what is used is filled in
};
static_assert(sizeof(StackArguments::Rest) == sizeof(Tuple) + StackArguments::FEW * sizeof(Value));

} // namespace

static Result<Value> call_with_many_parameters(VM& vm, NativeFunction& function, std::span<const Value> arguments,
                                               Tuple* keyword_names) {
    Value bound[UINT8_MAX + 1];
    TRY(bind_native_arguments(vm, function, arguments, keyword_names, bound));
    return Result<Value>::from_bits(function.def->entry(vm, bound, function).bits());
}

// A call of a function with *args or **kwargs that gives few arguments, none by name. Natives see *args as a span and
// copy what they keep of **kwargs, so both are made on the native stack, where the collector finds the arguments.
static bool bind_few(VM& vm, NativeFunction& function, std::span<const Value> arguments, StackArguments& stack) {
    size_t count = function.def->parameter_count;
    size_t direct = std::min<size_t>(arguments.size(), function.positional);
    size_t rest = arguments.size() - direct;
    if (!function.parsed || direct < function.required || rest > (function.has_varargs ? StackArguments::FEW : 0) ||
        count > StackArguments::FEW)
        return false;
    const Value* defaults = function.defaults->values();
    std::copy_n(arguments.begin(), direct, stack.bound);
    std::copy_n(defaults + direct, count - direct, stack.bound + direct);
    if (function.has_varargs) {
        stack.rest.tuple.shape = vm.types.tuple->root_shape;
        stack.rest.tuple.kind = Kind::Tuple;
        stack.rest.tuple.aux = uint32_t(rest);
        std::copy(arguments.begin() + ptrdiff_t(direct), arguments.end(), stack.rest.items);
        stack.bound[function.positional] = &stack.rest.tuple;
    }
    if (function.has_varkw) {
        stack.keywords = {};
        stack.keywords.shape = vm.types.dict->root_shape;
        stack.keywords.kind = Kind::Dict;
        stack.bound[count - 1] = &stack.keywords;
    }
    for (size_t i = direct; i < count; i++) { // a keyword-only parameter without default
        if (stack.bound[i].is_not_implemented())
            return false;
    }
    return true;
}

// The commonest case of `maker_of(vm, type) == &owner`, without looking into dictionaries.
static bool is_made_by(VM& vm, Type& type, Type& owner) {
    size_t i = 0; // the nearest native type: object is one
    while (static_cast<Type*>((*type.mro)[i].object())->has(Type::HEAP))
        i++;
    auto* native = static_cast<Type*>((*type.mro)[i].object());
    return !native->has(Type::NO_NEW) && native->special(vm, Special::New) == owner.special(vm, Special::New);
}

// The native type from which `type` has how its instances are made.
static Type* maker_of(VM& vm, Type* type) {
    for (Value base : Args(type->mro->items(), type->mro->size())) {
        auto* native = static_cast<Type*>(base.object());
        if (native->has(Type::HEAP))
            continue;
        if (native->has(Type::NO_NEW) || dict_find(*native->attributes(vm), vm.special_name(Special::New)))
            return native;
    }
    return vm.types.object;
}

Result<Type*> class_argument(VM& vm, Value cls, Type* base) {
    Type* type = as<Type>(cls);
    std::string_view name = error_name(base);
    if (!type)
        return vm.type_error("{}.__new__(X): X is not a type object ({})", name, vm.type_name(cls));
    if (!type->is_subtype_of(base))
        return vm.type_error("{}.__new__({}): {} is not a subtype of {}", name, error_name(type), error_name(type),
                             name);
    return type;
}

// May T.__new__, for the type T that owns `function`, be called for the class that is its first argument? A __new__ of
// another type would leave what it knows nothing of as it was before.
static Result<void> check_made_class(VM& vm, NativeFunction& function, std::span<const Value> arguments) {
    Type* owner = function.owner;
    if (arguments.empty())
        return vm.type_error("{}.__new__(): not enough arguments", owner->name->view());
    Type* type = as<Type>(arguments[0]);
    if (type == owner || (type && is_made_by(vm, *type, *owner)))
        return {};
    TRY(class_argument(vm, arguments[0], owner));
    if (Type* maker = maker_of(vm, type); maker != owner)
        return vm.type_error("{}.__new__({}) is not safe, use {}.__new__()", owner->name->view(), type->name->view(),
                             maker->name->view());
    return {};
}

Result<Value> call_native_function(VM& vm, NativeFunction& function, std::span<const Value> arguments,
                                   Tuple* keyword_names) {
    const NativeDef& def = *function.def;
    if (def.type == NativeDef::Type::New) {
        size_t named = keyword_names ? keyword_names->size() : 0;
        TRY(check_made_class(vm, function, arguments.first(arguments.size() - named)));
    }
    if (!keyword_names && (function.has_varargs || function.has_varkw)) {
        StackArguments stack;
        if (bind_few(vm, function, arguments, stack))
            return Result<Value>::from_bits(def.entry(vm, stack.bound, function).bits());
    }
    if (def.simple && !keyword_names && arguments.size() == def.parameter_count)
        return Result<Value>::from_bits(def.entry(vm, const_cast<Value*>(arguments.data()), function).bits());
    constexpr size_t FEW = 12; // clearing room for all that there may be would cost more than most calls
    if (def.parameter_count > FEW)
        return call_with_many_parameters(vm, function, arguments, keyword_names);
    Value bound[FEW];
    TRY(bind_native_arguments(vm, function, arguments, keyword_names, bound));
    return Result<Value>::from_bits(def.entry(vm, bound, function).bits());
}

Value call_native_row(VM& vm, NativeFunction& function, Value* row, size_t count) {
    const NativeDef& def = *function.def;
    if (def.simple && def.parameter_count == count)
        return def.entry(vm, row, function);
    if (def.type == NativeDef::Type::New) {
        if (auto checked = check_made_class(vm, function, {row, count}); checked.is_error())
            return Value::from_bits(Result<Value>(checked.error()).bits());
    }
    bool only_positional = function.parsed && function.positional == def.parameter_count;
    if (only_positional && count >= function.required && count <= function.positional &&
        row + function.positional <= vm.thread->registers_end) {
        std::copy_n(function.defaults->values() + count, function.positional - count, row + count);
        // The defaults may stand beyond the caller's window, where a script that the conversion of an argument runs
        // (its __index__) would take its own.
        Frame* frame = vm.thread->frame;
        Value* top = frame->top;
        frame->top = std::max(top, row + function.positional);
        Value result = def.entry(vm, row, function);
        frame->top = top;
        return result;
    }
    return Value::from_bits(call_native_function(vm, function, {row, count}, nullptr).bits());
}

std::string native_signature_text(const NativeFunction& function) {
    std::string_view text = function.def->signature;
    size_t open = text.find('(');
    if (open == std::string_view::npos)
        return "()";
    std::string shown(text.substr(open));
    static constexpr std::string_view BEGIN = "<unset ";
    for (size_t at = shown.find(BEGIN); at != std::string::npos; at = shown.find(BEGIN, at)) {
        shown.erase(shown.find('>', at), 1);
        shown.erase(at, BEGIN.size());
    }
    return shown;
}

// --- Conversion ---------------------------------------------------------------------------------------------------

namespace detail {

Raised argument_type_error(VM& vm, NativeFunction& callee, unsigned index, Value value, const char* expected) {
    if (index == 0 && callee.owner && callee.def->type == NativeDef::Type::Function)
        return wrong_receiver(vm, callee, value);
    std::string_view called = callee.def->name();
    bool names_attribute = called == "__getattribute__" || called == "__setattr__" || called == "__delattr__";
    if (index == 1 && names_attribute)
        return vm.type_error("attribute name must be string, not '{}'", vm.type_name(value));
    if (!callee.parsed)
        parse_signature(vm, callee);
    unsigned hidden = hidden_parameters(callee);
    unsigned shown = callee.positional - hidden;
    std::string_view got = value.is_none() ? "None" : vm.type_name(value);
    std::string_view shown_as = callee.def->name() == "__new__" ? shown_name(callee) : callee.def->name();
    if (index < callee.positional_only || index >= callee.positional) {
        if (shown == 1)
            return vm.type_error("{}() argument must be {}, not {}", shown_as, expected, got);
        return vm.type_error("{}() argument {} must be {}, not {}", shown_as, index + 1 - hidden, expected, got);
    }
    Str* name = reinterpret_cast<Str**>(callee.names->values())[index];
    return vm.type_error("{}() argument '{}' must be {}, not {}", shown_as, name->view(), expected, got);
}

Result<int64_t> argument_to_int(VM& vm, Value value) {
    Value integer = TRY(index(vm, value));
    if (auto fits = to_int64(integer))
        return *fits;
    return vm.overflow_error("Python int too large to convert to C ssize_t");
}

Result<double> argument_to_double(VM& vm, Value value) { return to_double(vm, value); }
Result<bool> argument_to_bool(VM& vm, Value value) { return truth(vm, value); }

bool is_instance_of_native(Value value, const NativeType& native) {
    if (!value.is_object())
        return false;
    for (const NativeType* type = value.object()->type()->native; type; type = type->base) {
        if (type == &native)
            return true;
    }
    return false;
}

const char* native_type_name(const NativeType& native) {
    std::string_view name = native.name;
    size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? native.name : native.name + dot + 1;
}

const char* kind_name(Kind kind) {
    switch (kind) {
    case Kind::BigInt: return "int";
    case Kind::Float: return "float";
    case Kind::Str: return "str";
    case Kind::Bytes: return "bytes";
    case Kind::List: return "list";
    case Kind::Tuple: return "tuple";
    case Kind::Dict: return "dict";
    case Kind::Set: return "set";
    case Kind::Range: return "range";
    case Kind::Slice: return "slice";
    case Kind::Function: return "function";
    case Kind::NativeFunction: return "builtin_function_or_method";
    case Kind::BoundMethod: return "method";
    case Kind::Type: return "type";
    case Kind::Module: return "module";
    case Kind::Cell: return "cell";
    case Kind::Code: return "code";
    case Kind::Generator: return "generator";
    case Kind::Future: return "Future";
    case Kind::Exception: return "BaseException";
    case Kind::Traceback: return "traceback";
    case Kind::Property: return "property";
    case Kind::StaticMethod: return "staticmethod";
    case Kind::ClassMethod: return "classmethod";
    case Kind::Super: return "super";
    default: return "object";
    }
}

Value int_value(VM& vm, int64_t integer) { return make_int(vm, integer); }

Result<Value> str_value(VM& vm, std::string_view text) { return TRY(make_str(vm, text)); }

} // namespace detail
bool VM::is_builtin_module(Str* name) const {
    if (!name)
        return false;
    for (const NativeModule* native : native_modules) {
        if (name->view() == native->name)
            return true;
    }
    return false;
}

} // namespace ouro::vm
