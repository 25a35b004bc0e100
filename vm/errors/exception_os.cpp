// SPDX-License-Identifier: MIT
//
// OSError: which subclass stands for which errno (Library Reference, "OS exceptions"), its attributes and its text.
#include "vm/errors/exception_members.hpp"
#include "vm/model/core.hpp"

#include <cerrno>
#include <cstring>

namespace ouro::vm {

ExceptionId os_error_id(int64_t error_number) {
    using enum ExceptionId;
    switch (error_number) {
    case EAGAIN:
    case EALREADY:
    case EINPROGRESS:
#if EWOULDBLOCK != EAGAIN
    case EWOULDBLOCK:
#endif
        return BlockingIOError;
    case EPIPE:
    case ESHUTDOWN:
        return BrokenPipeError;
    case ECHILD: return ChildProcessError;
    case ECONNABORTED: return ConnectionAbortedError;
    case ECONNREFUSED: return ConnectionRefusedError;
    case ECONNRESET: return ConnectionResetError;
    case EEXIST: return FileExistsError;
    case ENOENT: return FileNotFoundError;
    case EINTR: return InterruptedError;
    case EISDIR: return IsADirectoryError;
    case ENOTDIR: return NotADirectoryError;
    case EACCES:
    case EPERM:
        return PermissionError;
    case ESRCH: return ProcessLookupError;
    case ETIMEDOUT: return TimeoutError;
    default: return OSError;
    }
}

// OSError(errno, text, ...) makes the subclass for the errno; subclasses make themselves.
static Result<Value> os_error_new(VM& vm, Type* type, Args args, Kwargs) {
    if (type == vm.exception_type(ExceptionId::OSError) && args.size() >= 2 && args.size() <= 5) {
        if (auto error_number = to_int64(args[0]))
            type = vm.exception_type(os_error_id(*error_number));
    }
    auto* exception = static_cast<Exception*>(allocate_instance(vm, type));
    Heap::store(exception, exception->args, make_tuple(vm, args));
    TRY(initialize_fields(vm, ExceptionId::OSError, *exception, args));
    return exception;
}

// `__new__` has done it all, so that subclasses may have an __init__ with other parameters.
static Result<void> os_error_init(VM& vm, Exception& self, Args args, Kwargs keywords) {
    if (keywords.size() > 0)
        return vm.type_error("{}() takes no keyword arguments", self.type()->name->view());
    if (self.type()->special(vm, Special::New) == vm.exception_type(ExceptionId::OSError)->special(vm, Special::New))
        return {};
    Heap::store(&self, self.args, make_tuple(vm, args));
    return initialize_fields(vm, ExceptionId::OSError, self, args);
}

static Result<Value> os_error_str(VM& vm, Exception& self) {
    auto text_of = [&](unsigned index) -> Result<std::string> {
        Value value = self.field(index);
        return std::string(TRY(str(vm, value.is_empty() ? Value::none() : value))->view());
    };
    if (Value filename = self.field(field::FILENAME)) {
        std::string text = fmt::format("[Errno {}] {}: {}", TRY(text_of(field::ERRNO)), TRY(text_of(field::STRERROR)),
                                       TRY(repr(vm, filename))->view());
        if (Value filename2 = self.field(field::FILENAME2))
            text += fmt::format(" -> {}", TRY(repr(vm, filename2))->view());
        return TRY(make_str(vm, text));
    }
    if (self.field(field::ERRNO) && self.field(field::STRERROR))
        return TRY(
            make_str(vm, fmt::format("[Errno {}] {}", TRY(text_of(field::ERRNO)), TRY(text_of(field::STRERROR)))));
    if (self.args->size() == 0)
        return vm.names.empty;
    return TRY(str(vm, self.args->size() == 1 ? (*self.args)[0] : Value(self.args)));
}

static Result<Value> get_characters_written(VM& vm, Exception& self) {
    if (Value written = self.field(field::CHARACTERS_WRITTEN))
        return written;
    return vm.raise(ExceptionId::AttributeError, "characters_written");
}

static void set_characters_written(VM& vm, Exception& self, Value value) {
    exception_set_field(vm, self, field::CHARACTERS_WRITTEN, value);
}

// With the names of files, which `args` does not have.
static Value os_error_reduce(VM& vm, Exception& self) {
    Value name = self.field(field::FILENAME), second = self.field(field::FILENAME2);
    if (self.args->size() != 2 || !name || name.is_none())
        return reduce_exception(vm, self, self.args, nullptr);
    Value number = (*self.args)[0], text = (*self.args)[1];
    Tuple* arguments = second && !second.is_none()
                           ? make_tuple(vm, {number, text, name, Value::none(), second})
                           : make_tuple(vm, {number, text, name});
    return reduce_exception(vm, self, arguments, nullptr);
}

constinit const NativeDef os_error_members[] = {
    fn<os_error_reduce>("__reduce__(self, /)"),
    fn<os_error_new>("__new__(cls, /, *args, **kwargs)"),
    fn<os_error_init>("__init__(self, /, *args, **kwargs)"),
    fn<os_error_str>("__str__(self, /)"),
    field_member<field::ERRNO>("errno", "POSIX exception code"),
    field_member<field::STRERROR>("strerror", "exception strerror"),
    field_member<field::FILENAME>("filename", "exception filename"),
    field_member<field::FILENAME2>("filename2", "second exception filename"),
    get<get_characters_written, set_characters_written>("characters_written"),
};

Raised VM::os_error(int error_number, std::string_view filename) {
    char buffer[128];
    Value text = make_short_str(*this, strerror_r(error_number, buffer, sizeof buffer));
    ExceptionId id = os_error_id(error_number);
    if (filename.empty())
        return raise(make_exception(*this, id, make_tuple(*this, {Value::small_int(error_number), text})));
    auto name = make_str_lossy(*this, filename);
    if (name.is_error())
        return name.error();
    return raise(
        make_exception(*this, id, make_tuple(*this, {Value::small_int(error_number), text, Value(name.release())})));
}

} // namespace ouro::vm
