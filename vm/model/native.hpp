// SPDX-License-Identifier: MIT
//
// Native functions: C++ functions bound to Python signatures.
//
//     static Result<int64_t> list_index(VM& vm, List& self, Value value, int64_t start, int64_t stop);
//     constexpr NativeDef list_members[] = {
//         fn<list_index>("index(self, value, start=0, stop=9223372036854775807, /)", "The first index of value."),
//         get<list_get_x, list_set_x>("x", "doc"), // property-like; the setter may be left out
//         constant("ONE", 1), none_constant("__hash__"),
//     };
//
// class_fn and static_fn are fn for methods of the class and static ones, type_constant is for a module's table: a type
// by its name.
//
// The signature string is the only declaration: names, defaults, `/`, `*`, `*args` and `**kwargs` are parsed from it
// when the function is first called with anything but plain positional arguments; defaults are literals (numbers,
// strings, None, True, False, `...`; `<unset>` gives the empty Value, `<unset 0>` too, and scripts are shown 0). The
// count of its parameters is compared with the C++ function's at compile time.
//
// C++ parameter types, after an optional leading `VM&`:
//   Value                 anything (empty for `<unset>`)
//   T&                    an object of the native type T (its subclasses included); for `self` and others
//   T*                    the same; null for None or `<unset>`. `Type*` for the class that `__new__` gets
//   int64_t, double, bool an int (via __index__; OverflowError beyond), a real number, Python truth
//   std::string_view      a str's UTF-8
//   std::optional<U>      U, or nothing for None and `<unset>`
//   Args                  the rest of the positional arguments (for `*args`)
//   Kwargs                the rest of the keyword arguments (for `**kwargs`): a Dict&
// Return types: T, T* of objects, Value, bool, int64_t, double, void, std::string, or Result<> of these.
#pragma once

#include "vm/model/layouts.hpp"
#include "vm/result.hpp"
#include "vm/value.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

namespace ouro::vm {

struct NativeCallInfo;

// Called with every parameter of the signature in order; absent optional ones hold their defaults.
using NativeEntry = Value (*)(VM& vm, Value* arguments, NativeFunction& callee);

using Args = std::span<const Value>;
using Kwargs = Dict&;

struct NativeDef {
    enum class Type : uint8_t {
        Function, New, StaticMethod, ClassMethod, Getter, IntConstant, StrConstant, NoneConstant, TypeConstant
    };
    Type type = Type::Function;
    uint8_t parameter_count = 0; // of the signature, `self` and `*args`/`**kwargs` included
    bool simple = true;          // only plain positional-capable parameters without defaults: the fast path of calls
    const char* signature = nullptr; // "name(parameters)"; the bare name of getters and constants
    const char* doc = nullptr;
    NativeEntry entry = nullptr;
    NativeEntry setter = nullptr; // Getter: called with (self, value); value is empty for `del`
    int64_t integer = 0;
    const char* text = nullptr;
    const NativeType* native_type = nullptr; // TypeConstant

    constexpr std::string_view name() const {
        std::string_view all = signature;
        size_t end = all.find('(');
        return end == std::string_view::npos ? all : all.substr(0, end);
    }
};

namespace detail {

struct SignatureShape {
    unsigned count = 0; // parameters without the markers
    bool simple = true; // no default, no star, no keyword-only marker; and no __new__
};

// Counts parameters in "f(a, b=1, /, *, c)". Commas inside quotes or brackets of defaults do not count.
constexpr SignatureShape signature_shape(std::string_view text) {
    SignatureShape shape;
    size_t i = text.find('(');
    if (i == std::string_view::npos)
        return shape;
    if (text.starts_with("__new__("))
        shape.simple = false;
    bool in_parameter = false;
    char quote = 0;
    int depth = 0;
    for (i++; i < text.size(); i++) {
        char c = text[i];
        if (quote) {
            if (c == quote)
                quote = 0;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '(') {
            depth++;
        } else if (c == ')' && depth > 0) {
            depth--;
        } else if (c == ',' && depth == 0) {
            in_parameter = false;
        } else if (c == ')') {
            break;
        } else if (c == '=') {
            shape.simple = false;
        } else if (!in_parameter && c != ' ') {
            in_parameter = true;
            bool bare_star = c == '*' && (text[i + 1] == ',' || text[i + 1] == ')');
            if (c == '*')
                shape.simple = false;
            if (c != '/' && !bare_star)
                shape.count++;
        }
    }
    return shape;
}

// --- Arguments: Value to C++ ---------------------------------------------------------------------------------------

// Raise TypeError "NAME() argument 'x' must be T, not U" and friends; out of line to keep the thunks small.
Raised argument_type_error(VM& vm, NativeFunction& callee, unsigned index, Value value, const char* expected);
Result<int64_t> argument_to_int(VM& vm, Value value);
Result<double> argument_to_double(VM& vm, Value value);
Result<bool> argument_to_bool(VM& vm, Value value);
bool is_instance_of_native(Value value, const NativeType& native);
const char* native_type_name(const NativeType& native);

// Types of the engine's core have a KIND of their own; those of the library share KIND Native and have a NativeType
// `native_type`, which tells.
template <class T>
T* native_cast(Value value) {
    if constexpr (requires { T::KIND; } && !requires { T::native_type; }) {
        return as<T>(value);
    } else {
        return is_instance_of_native(value, T::native_type) ? static_cast<T*>(value.object()) : nullptr;
    }
}
const char* kind_name(Kind kind);
template <class T>
const char* native_name() {
    if constexpr (requires { T::native_type; })
        return native_type_name(T::native_type);
    else
        return kind_name(T::KIND);
}

template <class T>
struct Argument;

template <>
struct Argument<Value> {
    static Result<Value> convert(VM&, NativeFunction&, unsigned, Value value) { return value; }
};
template <>
struct Argument<int64_t> {
    static Result<int64_t> convert(VM& vm, NativeFunction&, unsigned, Value value) {
        return value.is_small_int() ? Result<int64_t>(value.small_int()) : argument_to_int(vm, value);
    }
};
template <>
struct Argument<double> {
    static Result<double> convert(VM& vm, NativeFunction&, unsigned, Value value) {
        return value.is_double() ? Result<double>(value.number()) : argument_to_double(vm, value);
    }
};
template <>
struct Argument<bool> {
    static Result<bool> convert(VM& vm, NativeFunction&, unsigned, Value value) { return argument_to_bool(vm, value); }
};
template <>
struct Argument<std::string_view> {
    static Result<std::string_view> convert(VM& vm, NativeFunction& callee, unsigned index, Value value) {
        Str* text = as<Str>(value);
        if (!text)
            return argument_type_error(vm, callee, index, value, "str");
        return text->view();
    }
};
template <>
struct Argument<Args> {
    static Result<Args> convert(VM&, NativeFunction&, unsigned, Value value) {
        auto* tuple = static_cast<Tuple*>(value.object());
        return Args(tuple->items(), tuple->size());
    }
};
template <class T>
struct Argument<T*> {
    static Result<T*> convert(VM& vm, NativeFunction& callee, unsigned index, Value value) {
        if (value.is_empty() || value.is_none())
            return static_cast<T*>(nullptr);
        T* object = native_cast<T>(value);
        if (!object)
            return argument_type_error(vm, callee, index, value, native_name<T>());
        return object;
    }
};
template <class T>
struct Argument<T&> {
    static Result<T*> convert(VM& vm, NativeFunction& callee, unsigned index, Value value) {
        T* object = native_cast<T>(value);
        if (!object)
            return argument_type_error(vm, callee, index, value, native_name<T>());
        return object;
    }
};
template <class T>
struct Argument<std::optional<T>> {
    static Result<std::optional<T>> convert(VM& vm, NativeFunction& callee, unsigned index, Value value) {
        if (value.is_empty() || value.is_none())
            return std::optional<T>();
        return std::optional<T>(TRY(Argument<T>::convert(vm, callee, index, value)));
    }
};

template <class T>
decltype(auto) unwrap(auto& converted) {
    if constexpr (std::is_lvalue_reference_v<T>)
        return *converted;
    else
        return std::move(converted);
}

// --- Results: C++ to Value -----------------------------------------------------------------------------------------

Value int_value(VM& vm, int64_t integer);
Result<Value> str_value(VM& vm, std::string_view text);

template <class T>
Value to_value(VM& vm, T&& result) {
    using U = std::remove_cvref_t<T>;
    if constexpr (std::is_same_v<U, Value>)
        return result;
    else if constexpr (std::is_same_v<U, bool>)
        return Value::boolean(result);
    else if constexpr (std::is_integral_v<U>)
        return int_value(vm, int64_t(result));
    else if constexpr (std::is_floating_point_v<U>)
        return Value::number(result);
    else if constexpr (std::is_convertible_v<U, std::string_view>)
        return Value::from_bits(str_value(vm, result).bits());
    else if constexpr (std::is_same_v<U, Raised>)
        return Value::from_bits(Result<Value>(result).bits());
    else
        return Value(result); // pointer to an object
}
template <class T>
Value to_value(VM& vm, Result<T>&& result) {
    if (result.is_error())
        return Value::from_bits(Result<Value>(result.error()).bits());
    if constexpr (std::is_void_v<T>)
        return Value::none();
    else
        return to_value(vm, result.release());
}

template <class F>
struct Callable;
template <class R, class... P>
struct Callable<R (*)(VM&, P...)> {
    using Result = R;
    using Parameters = std::tuple<P...>;
    static constexpr bool takes_vm = true;
    static constexpr unsigned count = sizeof...(P);
};
template <class R, class... P>
struct Callable<R (*)(P...)> {
    using Result = R;
    using Parameters = std::tuple<P...>;
    static constexpr bool takes_vm = false;
    static constexpr unsigned count = sizeof...(P);
};

template <auto F, class... P, class... Converted>
Value invoke_native(VM& vm, std::tuple<P...>*, Converted&... converted) {
    using Traits = Callable<decltype(F)>;
    auto invoke = [&]() -> typename Traits::Result {
        if constexpr (Traits::takes_vm)
            return F(vm, unwrap<P>(converted)...);
        else
            return F(unwrap<P>(converted)...);
    };
    if constexpr (std::is_void_v<typename Traits::Result>) {
        invoke();
        return Value::none();
    } else {
        return to_value(vm, invoke());
    }
}

// Converts the arguments from number I on, left to right; the first that fails is what is raised. Then calls F.
template <auto F, class Parameters, size_t I, class... Converted>
Value call_native(VM& vm, [[maybe_unused]] Value* arguments, [[maybe_unused]] NativeFunction& callee,
                  Converted&... converted) {
    using Traits = Callable<decltype(F)>;
    if constexpr (I < Traits::count) {
        auto result = Argument<std::tuple_element_t<I, Parameters>>::convert(vm, callee, unsigned(I), arguments[I]);
        if (result.is_error()) [[unlikely]]
            return Value::from_bits(Result<Value>(result.error()).bits());
        auto value = result.release();
        return call_native<F, Parameters, I + 1>(vm, arguments, callee, converted..., value);
    } else {
        return invoke_native<F>(vm, static_cast<Parameters*>(nullptr), converted...);
    }
}

template <auto F>
Value thunk(VM& vm, Value* arguments, NativeFunction& callee) {
    return call_native<F, typename Callable<decltype(F)>::Parameters, 0>(vm, arguments, callee);
}

} // namespace detail

// A function or method. `self`, where there is one, is the first parameter of the signature. `__new__` has the class
// instead, a `Type*`: before it is called, that is checked to be one whose instances it makes.
template <auto F>
consteval NativeDef fn(const char* signature, const char* doc = nullptr) {
    auto shape = detail::signature_shape(signature);
    if (shape.count != detail::Callable<decltype(F)>::count)
        throw "the signature and the C++ function have different parameters";
    bool is_new = std::string_view(signature).starts_with("__new__(");
    return {.type = is_new ? NativeDef::Type::New : NativeDef::Type::Function, .parameter_count = uint8_t(shape.count),
            .simple = shape.simple, .signature = signature, .doc = doc, .entry = detail::thunk<F>};
}
// A method of the class itself; the first parameter is the class (Type& or Value).
template <auto F>
consteval NativeDef class_fn(const char* signature, const char* doc = nullptr) {
    NativeDef def = fn<F>(signature, doc);
    def.type = NativeDef::Type::ClassMethod;
    return def;
}
template <auto F>
consteval NativeDef static_fn(const char* signature, const char* doc = nullptr) {
    NativeDef def = fn<F>(signature, doc);
    def.type = NativeDef::Type::StaticMethod;
    return def;
}
// A computed attribute: F(self) and, where given, S(self, value).
template <auto F, auto S = nullptr>
consteval NativeDef get(const char* name, const char* doc = nullptr) {
    NativeDef def{.type = NativeDef::Type::Getter, .parameter_count = 1, .signature = name, .doc = doc,
                  .entry = detail::thunk<F>};
    if constexpr (!std::is_same_v<decltype(S), std::nullptr_t>)
        def.setter = detail::thunk<S>;
    return def;
}
consteval NativeDef constant(const char* name, int64_t integer) {
    return {.type = NativeDef::Type::IntConstant, .signature = name, .integer = integer};
}
consteval NativeDef constant(const char* name, const char* text) {
    return {.type = NativeDef::Type::StrConstant, .signature = name, .text = text};
}
// An attribute that is None: `__hash__` of unhashable types.
consteval NativeDef none_constant(const char* name) {
    return {.type = NativeDef::Type::NoneConstant, .signature = name};
}

// --- Calling them ---

// Lays out `arguments` (the last keyword_names->size() of them named) as the native function's parameters in `bound`,
// which has room for def->parameter_count Values. TypeError for what does not fit.
Result<void> bind_native_arguments(VM& vm, NativeFunction& function, std::span<const Value> arguments,
                                   Tuple* keyword_names, Value* bound);
Result<Value> call_native_function(VM& vm, NativeFunction& function, std::span<const Value> arguments,
                                   Tuple* keyword_names = nullptr);
// The same for a row of positional arguments above which the registers are free: defaults are filled in where it
// stands. The bits of a Result<Value>.
Value call_native_row(VM& vm, NativeFunction& function, Value* row, size_t count);
// "(self, x=0, /)" for help() and inspect.
std::string native_signature_text(const NativeFunction& function);

// The class argument of a function that makes instances of it and is no `__new__`, whose class has been checked:
// TypeError, as from `base.__new__(cls)`, when it is no class or does not derive from `base`.
Result<Type*> class_argument(VM& vm, Value cls, Type* base);

// A type by its name in a module.
consteval NativeDef type_constant(const char* name, const NativeType& type) {
    return {.type = NativeDef::Type::TypeConstant, .signature = name, .native_type = &type};
}

// A NativeType made at run time, for VM::add_native_type: whoever makes it fills in what is constant and leaves names
// and tables to the fields here. `signature` and `doc` of the members must live as long.
struct OwnedNativeType {
    NativeType description;
    std::string name; // "module.Name"
    std::string doc;
    std::vector<NativeDef> members;
};

// A native module: made on first import from its table.
struct NativeModule {
    const char* name;
    const char* doc;
    const NativeDef* members;
    size_t member_count;
    // Adds what no constant says: floats, instances, exception classes.
    Result<void> (*initialize)(VM&, Module&) = nullptr;
};

} // namespace ouro::vm
