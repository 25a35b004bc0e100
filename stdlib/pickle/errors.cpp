// SPDX-License-Identifier: MIT
//
// Raising PickleError and its like, which stand in module _pickle.
#include "stdlib/pickle/errors.hpp"

#include "vm/run/import.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

Raised raise_pickle_error(VM& vm, const char* class_name, std::string_view message) {
    auto raise = [&]() -> Result<Exception*> {
        Value type = TRY(get_attribute(vm, TRY(import_absolute(vm, "_pickle")), class_name));
        Str* text = TRY(make_str_lossy(vm, message));
        return exception_from_raise_operand(vm, TRY(call(vm, type, {text})));
    };
    auto raised = raise();
    return raised.is_error() ? raised.error() : vm.raise(raised.release());
}

} // namespace ouro::stdlib
