// SPDX-License-Identifier: MIT
//
// The table of exception types, made of exceptions.def, and the small families of exceptions that keep more than
// `args`: SystemExit, StopIteration, KeyError, AttributeError, NameError, ImportError. OSError, SyntaxError and the
// Unicode errors are in exception_os.cpp and exception_syntax.cpp, groups in exception_groups.cpp.
#include "vm/errors/exception_types.hpp"

#include "vm/errors/exception_members.hpp"
#include "vm/errors/exceptions.hpp"
#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::vm {

// --- Constructors ---------------------------------------------------------------------------------------------------

static Result<void> refuse_keywords(VM& vm, Exception& self, Kwargs keywords) {
    if (keywords.size() > 0)
        return vm.type_error("{}() takes no keyword arguments", self.type()->name->view());
    return {};
}

// __init__ of a family without keyword arguments.
template <ExceptionId id>
static Result<void> family_init(VM& vm, Exception& self, Args args, Kwargs keywords) {
    TRY(refuse_keywords(vm, self, keywords));
    Heap::store(&self, self.args, make_tuple(vm, args));
    return initialize_fields(vm, id, self, args);
}

// Stores keyword arguments into the fields of those names, numbered from `first`; others are a TypeError.
static Result<void> fields_from_keywords(VM& vm, Exception& self, Kwargs keywords, std::string_view function,
                                         std::span<const std::string_view> names, unsigned first) {
    for (DictEntry& entry : keywords) {
        if (entry.key.is_empty())
            continue;
        std::string_view name = static_cast<Str*>(entry.key.object())->view();
        auto found = std::ranges::find(names, name);
        if (found == names.end())
            return vm.type_error("{}() got an unexpected keyword argument '{}'", function, name);
        exception_set_field(vm, self, first + unsigned(found - names.begin()), entry.value);
    }
    return {};
}

static Result<void> attribute_error_init(VM& vm, Exception& self, Args args, Kwargs keywords) {
    static constexpr std::string_view names[] = {"name", "obj"};
    Heap::store(&self, self.args, make_tuple(vm, args));
    return fields_from_keywords(vm, self, keywords, "AttributeError", names, field::ATTRIBUTE_NAME);
}

static Result<void> name_error_init(VM& vm, Exception& self, Args args, Kwargs keywords) {
    static constexpr std::string_view names[] = {"name"};
    Heap::store(&self, self.args, make_tuple(vm, args));
    return fields_from_keywords(vm, self, keywords, "NameError", names, field::NAME);
}

static Result<void> import_error_init(VM& vm, Exception& self, Args args, Kwargs keywords) {
    static constexpr std::string_view names[] = {"name", "path", "name_from"};
    Heap::store(&self, self.args, make_tuple(vm, args));
    TRY(fields_from_keywords(vm, self, keywords, "ImportError", names, field::IMPORT_NAME));
    return initialize_fields(vm, ExceptionId::ImportError, self, args);
}

// --- Texts ----------------------------------------------------------------------------------------------------------

static Result<Value> plain_str(VM& vm, Exception& self) {
    if (self.args->size() == 0)
        return vm.names.empty;
    if (self.args->size() == 1)
        return TRY(str(vm, (*self.args)[0]));
    return TRY(str(vm, self.args));
}

// A key is shown as repr, so that KeyError('') is not silent.
static Result<Value> key_error_str(VM& vm, Exception& self) {
    if (self.args->size() == 1)
        return TRY(repr(vm, (*self.args)[0]));
    return plain_str(vm, self);
}

static Result<Value> import_error_str(VM& vm, Exception& self) {
    if (Str* message = as_exact<Str>(self.field(field::IMPORT_MESSAGE)))
        return message;
    return plain_str(vm, self);
}

// --- Members --------------------------------------------------------------------------------------------------------

static constexpr NativeDef system_exit_members[] = {
    fn<family_init<ExceptionId::SystemExit>>("__init__(self, /, *args, **kwargs)"),
    field_member<field::CODE>("code", "exception code"),
};
static constexpr NativeDef stop_iteration_members[] = {
    fn<family_init<ExceptionId::StopIteration>>("__init__(self, /, *args, **kwargs)"),
    field_member<field::VALUE>("value", "generator return value"),
};
static constexpr NativeDef key_error_members[] = {
    fn<key_error_str>("__str__(self, /)"),
};
// The attributes and the named fields that have values: the state of pickles, where it is more than `args`.
static Dict* state_with(VM& vm, Exception& self, std::initializer_list<std::pair<const char*, unsigned>> fields) {
    Dict* attributes = instance_dict(vm, &self);
    Dict* state = attributes ? dict_copy(vm, *attributes) : make_dict(vm);
    for (auto [name, index] : fields) {
        Value value = self.field(index);
        if (value && !value.is_none())
            dict_set(vm, *state, intern(vm, name), value);
    }
    return state;
}

// `obj` stays behind: it may be anything.
static Dict* attribute_error_get_state(VM& vm, Exception& self) {
    Dict* state = state_with(vm, self, {{"name", field::ATTRIBUTE_NAME}});
    dict_set(vm, *state, intern(vm, "args"), self.args);
    return state;
}
static Value attribute_error_reduce(VM& vm, Exception& self) {
    return reduce_exception(vm, self, self.args, attribute_error_get_state(vm, self));
}

static Value import_error_reduce(VM& vm, Exception& self) {
    Dict* state = state_with(vm, self, {{"name", field::IMPORT_NAME},
                                        {"path", field::IMPORT_PATH},
                                        {"name_from", field::IMPORT_NAME_FROM}});
    return reduce_exception(vm, self, self.args, state);
}

static constexpr NativeDef attribute_error_members[] = {
    fn<attribute_error_get_state>("__getstate__(self, /)"),
    fn<attribute_error_reduce>("__reduce__(self, /)"),
    fn<attribute_error_init>("__init__(self, /, *args, **kwargs)"),
    field_member<field::ATTRIBUTE_NAME>("name", "attribute name"),
    field_member<field::OBJECT>("obj", "object"),
};
static constexpr NativeDef name_error_members[] = {
    fn<name_error_init>("__init__(self, /, *args, **kwargs)"),
    field_member<field::NAME>("name", "name"),
};
static constexpr NativeDef import_error_members[] = {
    fn<import_error_reduce>("__reduce__(self, /)"),
    fn<import_error_init>("__init__(self, /, *args, **kwargs)"),
    fn<import_error_str>("__str__(self, /)"),
    field_member<field::IMPORT_MESSAGE>("msg", "exception message"),
    field_member<field::IMPORT_NAME>("name", "module name"),
    field_member<field::IMPORT_PATH>("path", "module path"),
    field_member<field::IMPORT_NAME_FROM>("name_from", "name imported from module"),
};

static constexpr std::span<const NativeDef> members_of(ExceptionId id) {
    switch (id) {
    case ExceptionId::BaseException: return base_exception_members;
    case ExceptionId::BaseExceptionGroup: return group_members;
    case ExceptionId::SystemExit: return system_exit_members;
    case ExceptionId::StopIteration: return stop_iteration_members;
    case ExceptionId::KeyError: return key_error_members;
    case ExceptionId::AttributeError: return attribute_error_members;
    case ExceptionId::NameError: return name_error_members;
    case ExceptionId::ImportError: return import_error_members;
    case ExceptionId::OSError: return os_error_members;
    case ExceptionId::SyntaxError: return syntax_error_members;
    case ExceptionId::UnicodeDecodeError: return unicode_decode_members;
    case ExceptionId::UnicodeEncodeError: return unicode_encode_members;
    case ExceptionId::UnicodeTranslateError: return unicode_translate_members;
    default: return {};
    }
}

// --- The table ------------------------------------------------------------------------------------------------------

void visit_exception(Object* object, Visitor& visitor) {
    auto* exception = static_cast<Exception*>(object);
    visitor.visit(exception->args);
    visitor.visit(exception->cause);
    visitor.visit(exception->context);
    visitor.visit(exception->traceback);
    if (exception->fields) {
        visitor.visit(exception->fields);
        visitor.visit(exception->fields->values(), Exception::FIELD_COUNT);
    }
}

static constexpr const char* type_name_of(ExceptionId id, const char* name) {
    return id == ExceptionId::CancelledError ? "asyncio.exceptions.CancelledError" : name;
}

#define EXCEPTION(type_, base_, ...)                                                                                   \
    extern const NativeType type_##_type;                                                                              \
    constinit const NativeType type_##_type = {                                                                        \
        .name = type_name_of(ExceptionId::type_, #type_),                                                              \
        .base = ExceptionId::type_ == ExceptionId::base_ ? nullptr : &base_##_type,                                    \
        .kind = Kind::Exception,                                                                                       \
        .size = sizeof(Exception),                                                                                     \
                .flags = Type::HAS_ATTRIBUTES | Type::EXCEPTION,                                                       \
        .visit = visit_exception,                                                                                      \
        .members = members_of(ExceptionId::type_).data(),                                                              \
        .member_count = members_of(ExceptionId::type_).size(),                                                         \
    };
#include "vm/exceptions.def"

static constexpr const NativeType* NATIVE_EXCEPTIONS[] = {
#define EXCEPTION(type_, base_, ...) &type_##_type,
#include "vm/exceptions.def"
};

// ExceptionGroup(BaseExceptionGroup, Exception): the one builtin type with two bases.
static void add_second_base(VM& vm) {
    Type* type = vm.exception_type(ExceptionId::ExceptionGroup);
    Type* first = vm.exception_type(ExceptionId::BaseExceptionGroup);
    Type* second = vm.exception_type(ExceptionId::Exception);
    Type* root = vm.exception_type(ExceptionId::BaseException);
    Heap::store(type, type->bases, make_tuple(vm, {Value(first), Value(second)}));
    Heap::store(type, type->mro,
                make_tuple(vm, {Value(type), Value(first), Value(second), Value(root), Value(vm.types.object)}));
    type->modified(vm);
}

void make_exception_types(VM& vm) {
    for (unsigned i = 0; i < std::size(NATIVE_EXCEPTIONS); i++)
        vm.exception_types[i] = vm.native(*NATIVE_EXCEPTIONS[i]);
    add_second_base(vm);
}

} // namespace ouro::vm
