// SPDX-License-Identifier: MIT
//
// Reports as CPython's own command makes them.
#include "api/uncaught.hpp"

#include "vm/errors/exceptions.hpp"
#include "stdlib/io/standard_streams.hpp"
#include "vm/errors/traceback.hpp"

#include <optional>
#include <poll.h>

namespace ouro::detail {

using namespace vm;

int exit_status(Exception& system_exit) {
    Value code = system_exit.field(field::CODE);
    if (!code || code.is_none())
        return 0;
    if (!is_int(code))
        return 1;
    auto status = to_int64(code);
    return status ? int(*status) : -1;
}

// The status as the system sees it, of a SystemExit whose text, if it is one, goes to stderr.
static int leave(VM& vm, Exception& system_exit) {
    Value code = system_exit.field(field::CODE);
    if (code && !code.is_none() && !is_int(code)) {
        auto text = str(vm, code);
        if (!text.is_error())
            vm.write_stderr(std::string(text.release()->view()) + "\n");
    }
    return exit_status(system_exit) & 0xFF;
}

// Whoever read the standard output has gone (`ouro job.py | head`): there is nothing wrong with the script.
static bool lost_its_reader(VM& vm, Exception& exception, int descriptor) {
    pollfd output{descriptor, POLLOUT, 0};
    return is_exception_of(&exception, vm, ExceptionId::BrokenPipeError) && poll(&output, 1, 0) > 0 &&
           (output.revents & POLLERR);
}

// What the script has put in the place of sys.excepthook; empty while it is the one that Ouro began with.
static Value own_excepthook(VM& vm) {
    DictEntry* hook = vm.sys ? dict_find(*vm.sys->dict, intern(vm, "excepthook")) : nullptr;
    if (!hook)
        return {};
    NativeFunction* native = as<NativeFunction>(hook->value);
    return native && native->def->name() == "excepthook" ? Value() : hook->value;
}

// Lets the script's hook report the exception. An error in the hook is reported with it; a SystemExit in it says how to
// exit.
static std::optional<int> report_by_hook(VM& vm, Value hook, Exception& exception) {
    Value traceback = exception.traceback ? Value(exception.traceback) : Value::none();
    auto called = call(vm, hook, {Value(vm.type_of(&exception)), Value(&exception), traceback});
    stdlib::try_to_flush_standard_streams(vm);
    if (!called.is_error())
        return {};
    if (is_exception_of(called.exception(), vm, ExceptionId::SystemExit))
        return leave(vm, *called.exception());
    vm.write_stderr("Error in sys.excepthook:\n" + format_exception(vm, *called.exception()) +
                    "\nOriginal exception was:\n" + format_exception(vm, exception));
    return {};
}

int report_uncaught(VM& vm, Exception& exception, int output_descriptor) {
    Root rooted(vm.heap, &exception);
    stdlib::try_to_flush_standard_streams(vm);
    if (is_exception_of(&exception, vm, ExceptionId::SystemExit))
        return leave(vm, exception);
    if (lost_its_reader(vm, exception, output_descriptor))
        return 1;
    if (Value hook = own_excepthook(vm)) {
        if (auto status = report_by_hook(vm, hook, exception))
            return *status;
    } else {
        vm.write_stderr(format_exception(vm, exception));
    }
    return is_exception_of(&exception, vm, ExceptionId::KeyboardInterrupt) ? 130 : 1;
}

} // namespace ouro::detail
