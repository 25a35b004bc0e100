// SPDX-License-Identifier: MIT
//
// Module array (Library Reference, array).
#include "stdlib/array/array.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

static constexpr NativeDef MEMBERS[] = {
    type_constant("array", array_type),
    type_constant("ArrayType", array_type),
    constant("typecodes", "bBuwhHiIlLqQfd"),
    fn<array_reconstructor>("_array_reconstructor(arraytype, typecode, mformat_code, items, /)",
                            "An array of pickled items."),
};

static Result<void> initialize_array(VM& vm, Module&) {
    Value abstract = TRY(vm.hooks.import_absolute(vm, "collections.abc"));
    for (const char* name : {"MutableSequence", "Buffer"})
        TRY(call_method(vm, TRY(get_attribute(vm, abstract, name)), "register", {vm.native(array_type)}));
    return {};
}

extern const NativeModule array_module;
constinit const NativeModule array_module = {
    .name = "array",
    .doc = "Arrays of numbers of C's types, and of characters.",
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
    .initialize = initialize_array,
};

} // namespace ouro::stdlib
