// SPDX-License-Identifier: MIT
//
// Function objects of host functions: ordinary native functions of the engine, so that calls of them cost what calls
// of builtins cost. What the engine's own natives have as constant tables is made here at run time: the NativeDef
// stands in a HostClosure object on the heap, which the function holds as its __self__; when the closure becomes
// unreachable, the C++ callable is destroyed.
//
// A signature is parsed by the compiler itself: it is compiled as a def statement, and the names, defaults and counts
// are taken from the script function that comes out.
#include "api/function.hpp"

#include "api/realm.hpp"
#include "vm/model/code.hpp"
#include "vm/compile_options.hpp"
#include "vm/run/enter.hpp"

#include <algorithm>

namespace ouro::detail {

// --- The closure ----------------------------------------------------------------------------------------------------

struct HostClosure : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static const vm::NativeType& native_type;
    vm::NativeDef def;
    HostFunction* function; // null once destroyed
    Realm* realm;
    vm::Storage* text; // what def's pointers point to

    static void finalize(vm::VM&, vm::Object* object) {
        auto* closure = static_cast<HostClosure*>(object);
        if (HostFunction* function = std::exchange(closure->function, nullptr)) {
            closure->realm->functions.remove(*function);
            delete function;
        }
    }
    void own(std::unique_ptr<HostFunction> bound) {
        function = bound.release();
        function->m_owner = &function;
        realm->functions.add(*function);
    }
};

static void visit_closure(vm::Object* object, vm::Visitor& visitor) {
    visitor.visit(static_cast<HostClosure*>(object)->text);
}

static constexpr vm::NativeType HOST_CLOSURE_TYPE = {
    .name = "ouro.host_closure",
    .base = nullptr,
    .kind = vm::Kind::Native,
    .size = sizeof(HostClosure),
    .flags = vm::Type::FINAL | vm::Type::NO_NEW,
    .visit = visit_closure,
    .members = nullptr,
    .member_count = 0,
    .finalize = HostClosure::finalize,
};
const vm::NativeType& HostClosure::native_type = HOST_CLOSURE_TYPE;

// The engine calls this for every host function.
static vm::Value call_host(vm::VM& vm, vm::Value* arguments, vm::NativeFunction& callee) {
    auto raised = [](vm::Raised error) { return vm::Value::from_bits(vm::Result<vm::Value>(error).bits()); };
    if (auto fits = vm.check_native_stack(); fits.is_error())
        return raised(fits.error());
    auto* closure = static_cast<HostClosure*>(callee.self.object());
    if (!closure->function)
        return raised(vm.runtime_error("{}(): the host has destroyed this function", callee.name->view()));
    static_assert(sizeof(vm::Value) == sizeof(Bits));
    try {
        Entry entry(*closure->realm);
        return from_raw(closure->function->call(*closure->realm, reinterpret_cast<const Bits*>(arguments), &callee));
    } catch (...) {
        return raised(raise_current(*closure->realm));
    }
}

// --- Signatures -----------------------------------------------------------------------------------------------------

// One parameter in the order in which a native function receives them: positional, *args, keyword-only, **kwargs.
struct Parameter {
    vm::Str* name;
    vm::Value default_value; // NotImplemented: none
};

struct Signature {
    std::string text; // "name(a, b=2, *, c)": as inspect wants it
    std::vector<Parameter> parameters;
    unsigned positional = 0, positional_only = 0, required = 0;
    bool has_varargs = false, has_varkw = false, simple = true;
};

// Is "def SIGNATURE:" one statement? Another one begins on a line of its own, and so ends the block here too early.
static bool is_one_statement(vm::VM& vm, std::string_view signature) {
    if (signature.find_first_of("\r\n") == std::string_view::npos)
        return true;
    std::string source = fmt::format("try:\n \t def {}:\n \t  pass\nfinally: pass\n", signature);
    return !vm.hooks.compile(vm, source, {.filename = "<signature>"}).is_error();
}

// The function that "def SIGNATURE: pass" makes.
static vm::Function* compile_signature(Realm& realm, std::string_view text) {
    vm::VM& vm = realm.machine();
    std::string source = fmt::format("def {}: pass\n", text);
    vm::Code* code = realm.unwrap(vm.hooks.compile(vm, source, {.filename = "<signature>"}));
    vm::Dict* names = vm::make_dict(vm);
    if (!is_one_statement(vm, text))
        throw Error::type_error("the signature of a host function must define one function");
    realm.unwrap(run_code(vm, *code, names, names));
    vm::Function* function = nullptr;
    for (vm::DictEntry& entry : *names) { // defaults may assign names, before
        if (vm::Function* value = vm::as<vm::Function>(entry.value); value && entry.key)
            function = value;
    }
    if (!function)
        throw Error::type_error("the signature of a host function must define one function");
    return function;
}

static vm::Value default_of(vm::Function& function, unsigned index) {
    const vm::Code& code = *function.code;
    vm::Str* name = vm::as<vm::Str>((*code.local_names)[index]);
    if (index < code.positional_count) {
        size_t count = function.defaults ? function.defaults->size() : 0;
        size_t without = code.positional_count - count;
        return index < without ? vm::Value::not_implemented() : (*function.defaults)[index - without];
    }
    vm::DictEntry* entry = function.kwdefaults ? dict_find(*function.kwdefaults, name) : nullptr;
    return entry ? entry->value : vm::Value::not_implemented();
}

// Reorders the parameters from a Code's order (*args behind the keyword-only ones) to a native function's.
static Signature read_signature(Realm& realm, vm::Function& function) {
    vm::VM& vm = realm.machine();
    const vm::Code& code = *function.code;
    Signature signature;
    signature.positional = code.positional_count;
    signature.positional_only = code.positional_only_count;
    signature.has_varargs = code.has(vm::Code::VARARGS);
    signature.has_varkw = code.has(vm::Code::VARKEYWORDS);
    signature.text = fmt::format("{}(", function.name->view());
    unsigned keyword_end = code.positional_count + code.keyword_only_count;
    const char* separator = "";
    auto add_text = [&](std::string_view text) {
        signature.text += fmt::format("{}{}", separator, text);
        separator = ", ";
    };
    auto add = [&](unsigned index, const char* star) {
        vm::Str* name = vm::as<vm::Str>((*code.local_names)[index]);
        vm::Value value = *star ? vm::Value::not_implemented() : default_of(function, index);
        signature.parameters.push_back({name, value});
        bool has_default = !value.is_not_implemented();
        std::string default_text = has_default ? "=" + repr_text(vm, value) : "";
        add_text(fmt::format("{}{}{}", star, name->view(), default_text));
        signature.simple &= !has_default;
        signature.required += index < code.positional_count && !has_default;
    };
    for (unsigned i = 0; i < code.positional_count; i++) {
        add(i, "");
        if (i + 1 == code.positional_only_count)
            add_text("/");
    }
    if (signature.has_varargs)
        add(keyword_end, "*");
    else if (code.keyword_only_count)
        add_text("*");
    for (unsigned i = code.positional_count; i < keyword_end; i++)
        add(i, "");
    if (signature.has_varkw)
        add(keyword_end + (signature.has_varargs ? 1 : 0), "**");
    signature.simple &= code.keyword_only_count == 0 && !signature.has_varargs && !signature.has_varkw;
    signature.text += ")";
    return signature;
}

// --- Making functions -----------------------------------------------------------------------------------------------

static HostClosure* make_closure(Realm& realm, const Signature& signature, std::string_view doc) {
    vm::VM& vm = realm.machine();
    size_t size = signature.text.size() + doc.size() + 2;
    realm.unwrap(vm.heap.reserve(size));
    vm::Storage* storage = vm.heap.allocate_storage(size);
    char* text = reinterpret_cast<char*>(storage->bytes());
    char* doc_text = text + signature.text.size() + 1;
    std::copy_n(signature.text.data(), signature.text.size(), text); // the storage is zeroed: both end in a NUL
    std::copy_n(doc.data(), doc.size(), doc_text);
    auto* closure = static_cast<HostClosure*>(allocate_instance(vm, vm.native(HOST_CLOSURE_TYPE)));
    closure->realm = &realm;
    closure->text = storage;
    closure->def = {.type = vm::NativeDef::Type::Function,
                    .parameter_count = uint8_t(signature.parameters.size()),
                    .simple = signature.simple,
                    .signature = text,
                    .doc = doc.empty() ? nullptr : doc_text,
                    .entry = call_host};
    return closure;
}

// As the engine's own parse_signature leaves it (vm/model/native.cpp).
static void set_parameters(vm::VM& vm, vm::NativeFunction& function, const Signature& signature) {
    size_t count = signature.parameters.size();
    vm::Storage* names = vm.heap.allocate_storage(count * sizeof(vm::Str*));
    vm::Heap::store(&function, function.names, names);
    vm::Storage* defaults = vm.heap.allocate_storage(count * sizeof(vm::Value));
    for (size_t i = 0; i < count; i++) {
        reinterpret_cast<vm::Str**>(names->values())[i] = vm::intern(vm, signature.parameters[i].name);
        defaults->values()[i] = signature.parameters[i].default_value;
    }
    vm::Heap::store(&function, function.defaults, defaults);
    function.required = uint16_t(signature.required);
    function.positional = uint16_t(signature.positional);
    function.positional_only = uint16_t(signature.positional_only);
    function.has_varargs = signature.has_varargs;
    function.has_varkw = signature.has_varkw;
    function.parsed = true;
}

static Bits make_from_signature(Realm& realm, std::unique_ptr<HostFunction> function, const Signature& signature,
                                std::string_view doc) {
    vm::VM& vm = realm.machine();
    HostClosure* closure = make_closure(realm, signature, doc);
    vm::NativeFunction* made = make_native_function(vm, closure->def, nullptr, closure);
    set_parameters(vm, *made, signature);
    closure->own(std::move(function));
    return to_raw(made);
}

Bits make_function(Realm& realm, std::unique_ptr<HostFunction> function, std::string_view signature, size_t parameters,
                   std::string_view doc) {
    Entry entry(realm);
    vm::Function* script = compile_signature(realm, signature);
    vm::Root keep(realm.machine().heap, script); // its defaults are in the vector below
    Signature parsed = read_signature(realm, *script);
    size_t count = parsed.parameters.size();
    if (count != parameters)
        throw Error::type_error(fmt::format("the signature '{}' has {} parameter{}, the C++ function {}", signature,
                                            count, count == 1 ? "" : "s", parameters));
    if (parameters > UINT8_MAX)
        throw Error::type_error("a host function has at most 255 parameters");
    return make_from_signature(realm, std::move(function), parsed, doc);
}

Bits make_function(Realm& realm, std::unique_ptr<HostFunction> function, size_t parameters) {
    Entry entry(realm);
    Signature signature;
    signature.text = "function(";
    for (size_t i = 0; i < parameters; i++) {
        std::string name = fmt::format("argument{}", i + 1);
        signature.text += name + ", ";
        signature.parameters.push_back({vm::intern(realm.machine(), name), vm::Value::not_implemented()});
    }
    signature.text += parameters ? "/)" : ")";
    signature.positional = signature.positional_only = signature.required = unsigned(parameters);
    return make_from_signature(realm, std::move(function), signature, {});
}

std::string argument_place(const void* callee, unsigned index) {
    auto& function = *static_cast<const vm::NativeFunction*>(callee);
    if (index < function.positional_only)
        return fmt::format("{}() argument {}", function.name->view(), index + 1);
    auto* names = reinterpret_cast<vm::Str**>(function.names->values());
    return fmt::format("{}() argument '{}'", function.name->view(), names[index]->view());
}

} // namespace ouro::detail
