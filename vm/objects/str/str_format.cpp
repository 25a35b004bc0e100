// SPDX-License-Identifier: MIT
//
// str's doors to the formatting engines: %, format(), format_map(), __format__.
#include "vm/objects/format_spec.hpp"
#include "vm/objects/str/str_members.hpp"
#include "vm/objects/str/percent_format.hpp"
#include "vm/objects/str/string_format.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

Result<Str*> str_dunder_format(VM& vm, Str& self, Str& specification) {
    if (specification.byte_length == 0)
        return str(vm, &self);
    return format_str(vm, &self, specification.view());
}

Result<Str*> str_format(VM& vm, Str& self, Args arguments, Kwargs keywords) {
    return string_format(vm, &self, arguments, &keywords);
}

Result<Str*> str_format_map(VM& vm, Str& self, Value mapping) { return string_format_map(vm, &self, mapping); }

Result<Value> str_mod(VM& vm, Str& self, Value arguments) { return TRY(percent_format(vm, &self, arguments)); }

Result<Value> str_rmod(VM& vm, Str& self, Value format) {
    Str* text = as<Str>(format);
    if (!text)
        return Value::not_implemented();
    return TRY(percent_format(vm, text, &self));
}

} // namespace ouro::vm
