// SPDX-License-Identifier: MIT
//
// What exceptions keep besides `args`, derived from the arguments of their constructors.
#include "vm/model/buffer.hpp"
#include "vm/model/core.hpp"
#include "vm/model/exception.hpp"

#include <array>

namespace ouro::vm {

// What the constructor keeps besides `args`, by the type that defines it.
static ExceptionId family_of(VM& vm, ExceptionId id) {
    using enum ExceptionId;
    for (ExceptionId family : {OSError, ImportError, SyntaxError}) {
        if (vm.exception_type(id)->is_subtype_of(vm.exception_type(family)))
            return family;
    }
    return id;
}

static void initialize_os_fields(VM& vm, Exception& exception, Args args) {
    if (args.size() < 2 || args.size() > 5)
        return;
    exception_set_field(vm, exception, field::ERRNO, args[0]);
    exception_set_field(vm, exception, field::STRERROR, args[1]);
    if (args.size() < 3)
        return;
    if (args[2].is_none())
        return;
    if (is_int(args[2]) && is_exception_of(&exception, vm, ExceptionId::BlockingIOError)) {
        exception_set_field(vm, exception, field::CHARACTERS_WRITTEN, args[2]);
        return;
    }
    exception_set_field(vm, exception, field::FILENAME, args[2]);
    if (args.size() == 5 && !args[4].is_none())
        exception_set_field(vm, exception, field::FILENAME2, args[4]);
    Heap::store(&exception, exception.args, make_tuple(vm, args.first(2)));
}

static Result<void> initialize_syntax_fields(VM& vm, Exception& exception, Args args) {
    if (!args.empty())
        exception_set_field(vm, exception, field::SYNTAX_MESSAGE, args[0]);
    if (args.size() != 2)
        return {};
    Tuple* details = TRY(tuple_from(vm, args[1]));
    if (details->size() < 4)
        return vm.type_error("function missing required argument '{}' (pos {})",
                             std::array{"filename", "lineno", "offset", "text"}[details->size()], details->size() + 1);
    if (details->size() > 7)
        return vm.type_error("function takes at most 7 arguments ({} given)", details->size());
    if (details->size() == 5)
        return vm.type_error("end_offset must be provided when end_lineno is provided");
    for (unsigned i = 0; i < details->size() && i < 6; i++)
        exception_set_field(vm, exception, field::SYNTAX_FILENAME + i, (*details)[i]);
    return {};
}

static Result<void> initialize_unicode_fields(VM& vm, Exception& exception, Args args, bool has_encoding) {
    size_t expected = has_encoding ? 5 : 4;
    if (args.size() != expected)
        return vm.type_error("function takes exactly {} arguments ({} given)", expected, args.size());
    auto check = [&](unsigned index, bool suits, const char* type) -> Result<void> {
        if (suits)
            return {};
        return vm.type_error("argument {} must be {}, not {}", index + 1, type, vm.type_name(args[index]));
    };
    unsigned at = 0;
    unsigned into = has_encoding ? unsigned(field::ENCODING) : unsigned(field::UNICODE_OBJECT);
    if (has_encoding) {
        TRY(check(at, as<Str>(args[at]), "str"));
        exception_set_field(vm, exception, into++, args[at++]);
    }
    if (is_exception_of(&exception, vm, ExceptionId::UnicodeDecodeError)) {
        Bytes* octets = TRY(bytes_or_null(vm, args[at]));
        if (!octets)
            return vm.type_error("a bytes-like object is required, not '{}'", vm.type_name(args[at]));
        exception_set_field(vm, exception, into++, octets);
        at++;
    } else {
        TRY(check(at, as<Str>(args[at]), "str"));
        exception_set_field(vm, exception, into++, args[at++]);
    }
    exception_set_field(vm, exception, into++, make_int(vm, TRY(index_int64(vm, args[at++]))));
    exception_set_field(vm, exception, into++, make_int(vm, TRY(index_int64(vm, args[at++]))));
    TRY(check(at, as<Str>(args[at]), "str"));
    exception_set_field(vm, exception, into, args[at]);
    return {};
}

Result<void> initialize_fields(VM& vm, ExceptionId id, Exception& exception, std::span<const Value> args) {
    switch (family_of(vm, id)) {
    case ExceptionId::SystemExit:
        if (args.size() == 1)
            exception_set_field(vm, exception, field::CODE, args[0]);
        else if (args.size() > 1)
            exception_set_field(vm, exception, field::CODE, make_tuple(vm, args));
        return {};
    case ExceptionId::StopIteration:
        if (!args.empty())
            exception_set_field(vm, exception, field::VALUE, args[0]);
        return {};
    case ExceptionId::ImportError:
        if (args.size() == 1)
            exception_set_field(vm, exception, field::IMPORT_MESSAGE, args[0]);
        return {};
    case ExceptionId::OSError:
        initialize_os_fields(vm, exception, args);
        return {};
    case ExceptionId::SyntaxError:
        return initialize_syntax_fields(vm, exception, args);
    case ExceptionId::UnicodeDecodeError:
    case ExceptionId::UnicodeEncodeError:
        return initialize_unicode_fields(vm, exception, args, true);
    case ExceptionId::UnicodeTranslateError:
        return initialize_unicode_fields(vm, exception, args, false);
    default:
        return {};
    }
}

} // namespace ouro::vm
