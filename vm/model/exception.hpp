// SPDX-License-Identifier: MIT
//
// Exceptions and tracebacks.
//
// All exceptions share one layout; the attributes that some types add (StopIteration.value, OSError.errno, ...) stand
// in `fields`, numbered by the names in `field`. The standard hierarchy is the table exceptions.def.
#pragma once

#include "vm/exception_ids.hpp"
#include "vm/heap.hpp"
#include "vm/object.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ouro::vm {

struct Code;
struct Dict;
struct Function;
struct Str;
struct Tuple;

struct Traceback : Object {
    static constexpr Kind KIND = Kind::Traceback;
    Traceback* next;  // towards where the exception was raised
    Code* code;
    Function* function;
    Value frame;      // a frame object once somebody asked for tb_frame
    uint32_t pc;      // word offset of the instruction
    int32_t line_override; // 0: the line of pc
};

struct Exception : Object {
    static constexpr Kind KIND = Kind::Exception;
    static constexpr uint8_t SUPPRESS_CONTEXT = FLAG_A;
    static constexpr uint8_t REPORTED = FLAG_B; // already shown to the user
    static constexpr uint8_t THROWN = FLAG_C;   // about to be raised by a generator's throw(): its context is settled
    static constexpr unsigned FIELD_COUNT = 8;
    Tuple* args;
    Exception* cause;
    Exception* context;
    Traceback* traceback;
    Storage* fields; // Value[FIELD_COUNT] or null
    Value field(unsigned index) const { return fields ? fields->values()[index] : Value(); }
};

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

// A new instance of a builtin exception with one str argument (or none for the empty text).
Exception* make_exception(VM& vm, ExceptionId id, std::string_view message);
Exception* make_exception(VM& vm, ExceptionId id, Tuple* args);
void exception_set_field(VM& vm, Exception& exception, unsigned index, Value value);
bool is_exception_of(const Exception* exception, VM& vm, ExceptionId id);
// Does `exception` match the class or tuple of classes of an except clause? TypeError for anything else.
Result<bool> exception_matches(VM& vm, Exception* exception, Value type);
// `raise value`: a class is instantiated, anything but exceptions is a TypeError.
Result<Exception*> exception_from_raise_operand(VM& vm, Value value);
// Sets __context__ to `handled` unless that would make a loop (as PyErr_SetObject does).
void exception_set_context(Exception& exception, Exception* handled);
// Raises an exception that exists already (of a failed future): its context becomes what is being handled now, if
// anything is. Every native that does so calls this.
Raised raise_stored(VM& vm, Exception& exception);
// str(exception), falling back to "<exception str() failed>".
std::string exception_str(VM& vm, Exception& exception);

// Drops the references of `exception` to where it was raised: for exceptions made ahead and raised again.
void exception_forget_origin(Exception& exception);
// Fills the fields that the constructor of `id`'s family derives from `args`. TypeError where it takes other arguments.
Result<void> initialize_fields(VM& vm, ExceptionId id, Exception& exception, std::span<const Value> args);

} // namespace ouro::vm
