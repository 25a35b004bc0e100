// SPDX-License-Identifier: MIT
//
// What the files that implement exceptions share: the families of exceptions whose constructors keep more than `args`,
// and the member tables of the types. Included by exception_*.cpp only; others use vm/model/exception.hpp.
#pragma once

#include "vm/model/native.hpp"
#include "vm/model/exception.hpp"

#include <span>

namespace ouro::vm {

template <unsigned I>
Value exception_get_field(Exception& self) {
    Value value = self.field(I);
    return value.is_empty() ? Value::none() : value;
}
template <unsigned I>
void exception_assign_field(VM& vm, Exception& self, Value value) {
    exception_set_field(vm, self, I, value);
}
template <unsigned I>
consteval NativeDef field_member(const char* name, const char* doc = nullptr) {
    return get<exception_get_field<I>, exception_assign_field<I>>(name, doc);
}

// The subclass of OSError for an errno: ENOENT gives FileNotFoundError; OSError when there is none.
ExceptionId os_error_id(int64_t error_number);

// BaseException.__reduce__ with these arguments and state (empty: the attributes, if there are some).
Value reduce_exception(VM& vm, Exception& self, Tuple* arguments, Dict* state);

// The visit function of every native exception type.
void visit_exception(Object* object, Visitor& visitor);

extern const NativeDef base_exception_members[14];
extern const NativeDef group_members[9];
extern const NativeDef os_error_members[9];
extern const NativeDef syntax_error_members[10];
extern const NativeDef unicode_decode_members[7], unicode_encode_members[7], unicode_translate_members[6];

} // namespace ouro::vm
