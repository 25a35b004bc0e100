// SPDX-License-Identifier: MIT
//
// Errors that no code can catch, since none waits for what raised them: of finalizers, callbacks of weak references,
// generators closed by the collector, the end of the program. sys.unraisablehook gets them (Library Reference, sys).
#include "vm/errors/unraisable.hpp"

#include "vm/errors/traceback.hpp"
#include "vm/model/core.hpp"
#include "vm/model/native.hpp"

namespace ouro::vm {

// --- sys.UnraisableHookArgs -----------------------------------------------------------------------------------------

static constexpr const char* FIELDS[] = {"exc_type", "exc_value", "exc_traceback", "err_msg", "object"};

template <unsigned index>
static Value hook_field(Tuple& self) {
    return self[index];
}

static Result<std::string> hook_arguments_repr(VM& vm, Tuple& self) {
    std::string text = "UnraisableHookArgs(";
    for (size_t i = 0; i < self.size(); i++)
        text += fmt::format("{}{}={}", i ? ", " : "", FIELDS[i], TRY(repr(vm, self[i]))->view());
    return text + ")";
}

static constexpr NativeDef hook_arguments_members[] = {
    get<hook_field<0>>(FIELDS[0]), get<hook_field<1>>(FIELDS[1]), get<hook_field<2>>(FIELDS[2]),
    get<hook_field<3>>(FIELDS[3]), get<hook_field<4>>(FIELDS[4]), fn<hook_arguments_repr>("__repr__(self, /)"),
};

static void hook_arguments_visit(Object* object, Visitor& visitor) {
    auto* self = static_cast<Tuple*>(object);
    visitor.visit(self->items(), self->size());
}

static constexpr NativeType HOOK_ARGUMENTS_TYPE = {
    .name = "UnraisableHookArgs",
    .base = &tuple_type,
    .kind = Kind::Tuple,
    .size = sizeof(Tuple),
    .flags = Type::FINAL | Type::VARIABLE_SIZE | Type::SEQUENCE | Type::NO_NEW,
    .visit = hook_arguments_visit,
    .members = hook_arguments_members,
    .member_count = std::size(hook_arguments_members),
};

static Tuple* hook_arguments(VM& vm, Exception& exception, std::string_view message) {
    Value text = make_short_str(vm, message);
    Value traceback = exception.traceback ? Value(exception.traceback) : Value::none();
    Value items[] = {exception.type(), &exception, traceback, text, Value::none()};
    auto* arguments = vm.heap.make<Tuple>(vm.native(HOOK_ARGUMENTS_TYPE)->root_shape, sizeof(Tuple) + sizeof items);
    arguments->flags |= Object::SUBCLASS;
    arguments->aux = uint32_t(std::size(items));
    std::copy(std::begin(items), std::end(items), arguments->items());
    Heap::barrier(arguments);
    return arguments;
}

// --- Reports --------------------------------------------------------------------------------------------------------

// The hook that a script has set, or empty: the native one prints what this file prints.
static Value hook_of_script(VM& vm) {
    DictEntry* entry = vm.sys ? dict_find(*vm.sys->dict, intern(vm, "unraisablehook")) : nullptr;
    bool is_own = entry && !entry->value.is_none() && !as<NativeFunction>(entry->value);
    return is_own ? entry->value : Value();
}

static void print_ignored(VM& vm, Exception& exception, std::string_view heading) {
    vm.write_stderr(fmt::format("{}\n{}", heading, format_exception(vm, exception, false)));
}

static void report(VM& vm, Exception& exception, std::string_view message, std::string_view heading) {
    exception.flags |= Exception::REPORTED;
    Value hook = hook_of_script(vm);
    if (!hook)
        return print_ignored(vm, exception, heading);
    auto called = call(vm, hook, {hook_arguments(vm, exception, message)});
    if (called.is_error())
        print_ignored(vm, *called.exception(),
                      fmt::format("Exception ignored in sys.unraisablehook: {}", repr_text(vm, hook)));
}

void report_ignored(VM& vm, Exception& exception, std::string_view message) {
    report(vm, exception, message, fmt::format("{}:", message));
}

void VM::report_unraisable(Exception* exception, std::string_view where) {
    std::string heading = fmt::format("Exception ignored in: {}", where);
    report(*this, *exception, heading, heading);
}

} // namespace ouro::vm
