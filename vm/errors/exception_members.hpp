// SPDX-License-Identifier: MIT
//
// What the files that implement exceptions share: the families of exceptions whose constructors keep more than `args`, and
// the member tables of the types. Included by vm/exception*.cpp only; others use objects/exception.hpp.
#pragma once

#include "vm/native.hpp"
#include "vm/objects/exception.hpp"

#include <span>

namespace ouro::vm {

// Indices into Exception::fields, as exceptions.def names them.
namespace field {
enum SystemExit : unsigned { CODE };
enum StopIteration : unsigned { VALUE };
enum Group : unsigned { MESSAGE, EXCEPTIONS };
enum Attribute : unsigned { ATTRIBUTE_NAME, OBJECT };
enum Name : unsigned { NAME, RECEIVER }; // `self` of the frame that raised
enum Import : unsigned { IMPORT_MESSAGE, IMPORT_NAME, IMPORT_PATH, IMPORT_NAME_FROM };
enum OS : unsigned { ERRNO, STRERROR, FILENAME, FILENAME2, CHARACTERS_WRITTEN };
enum Syntax : unsigned {
    SYNTAX_MESSAGE, SYNTAX_FILENAME, LINENO, OFFSET, TEXT, END_LINENO, END_OFFSET, PRINT_FILE_AND_LINE
};
enum Unicode : unsigned { ENCODING, UNICODE_OBJECT, START, END, REASON };
} // namespace field

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

// Fills the fields that the constructor of `id`'s family derives from `args`. TypeError where it takes other arguments.
Result<void> initialize_fields(VM& vm, ExceptionId id, Exception& exception, Args args);

// The subclass of OSError for an errno: ENOENT gives FileNotFoundError; OSError when there is none.
ExceptionId os_error_id(int64_t error_number);

// The visit function of every native exception type.
void visit_exception(Object* object, Visitor& visitor);

extern const NativeDef base_exception_members[14];
extern const NativeDef group_members[8];
extern const NativeDef os_error_members[8];
extern const NativeDef syntax_error_members[10];
extern const NativeDef unicode_decode_members[7], unicode_encode_members[7], unicode_translate_members[6];

} // namespace ouro::vm
