// SPDX-License-Identifier: MIT
//
// The functions and classes of module struct (Library Reference, struct). The language of formats is in format.hpp.
#include "stdlib/struct/format.hpp"

#include "vm/model/buffer.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/sequence.hpp"

#include <cstring>

namespace ouro::stdlib {

using namespace ouro::vm;

extern const NativeType struct_type, unpack_iterator_type;

struct Struct : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = struct_type;
    Str* format; // null before __init__
    FormatMeasure measure;

    std::string_view text() const { return format ? format->view() : std::string_view(); }
};

// --- Formats as arguments ------------------------------------------------------------------------------------------

// A format and its measure: a Struct's, or that of a call that names the format.
struct Record {
    std::string_view format;
    FormatMeasure measure;
};

// The module's functions look formats up in a cache in CPython: what is not hashable is refused as a key.
static Result<void> check_hashable(VM& vm, Value format) {
    auto hashed = hash(vm, format);
    if (!hashed.is_error())
        return {};
    if (!is_exception_of(hashed.exception(), vm, ExceptionId::TypeError))
        return hashed.error();
    return vm.type_error("cannot use '{}' as a dict key ({})", vm.type_name(format),
                         exception_str(vm, *hashed.exception()));
}

static Result<Record> record_of(VM& vm, Value format) {
    if (!as<Str>(format) && !as<Bytes>(format))
        TRY(check_hashable(vm, format));
    std::string_view text = TRY(format_text(vm, format));
    return Record{text, TRY(measure_format(vm, text))};
}

static Record record_of(Struct& self) {
    return {self.text(), self.measure};
}

static Result<void> check_initialized(VM& vm, const Record& record) {
    if (record.measure.size < 0)
        return vm.runtime_error("Struct object is not initialized");
    return {};
}

// --- Packing -------------------------------------------------------------------------------------------------------

static Result<void> check_count(VM& vm, const Record& record, const char* who, size_t given) {
    if (record.measure.values == int64_t(given))
        return {};
    return struct_error(vm,
                        fmt::format("{} expected {} items for packing (got {})", who, record.measure.values, given));
}

static Result<Bytes*> pack(VM& vm, const Record& record, Args values) {
    TRY(check_count(vm, record, "pack", values.size()));
    Bytes* octets = TRY(make_bytes_uninitialized(vm, size_t(record.measure.size)));
    std::memset(octets->data(), 0, octets->length);
    TRY(pack_values(vm, record.format, values, octets->data()));
    return octets;
}

// An offset into a buffer of `length` octets; from the end when negative. struct.error where the record has no room.
static Result<int64_t> check_offset(VM& vm, int64_t size, int64_t offset, int64_t length, bool packing) {
    if (offset < 0) {
        if (offset + size > 0)
            return struct_error(vm, packing
                                        ? fmt::format("no space to pack {} bytes at offset {}", size, offset)
                                        : fmt::format("not enough data to unpack {} bytes at offset {}", size, offset));
        if (offset + length < 0)
            return struct_error(vm, fmt::format("offset {} out of range for {}-byte buffer", offset, length));
        offset += length;
    }
    if (length - offset >= size)
        return offset;
    return struct_error(vm, fmt::format("{} requires a buffer of at least {} bytes for {} {} bytes at offset {} "
                                        "(actual buffer size is {})",
                                        packing ? "pack_into" : "unpack_from", uint64_t(size) + uint64_t(offset),
                                        packing ? "packing" : "unpacking", size, offset, length));
}

// `arguments`: buffer, offset, values.
static Result<void> pack_into(VM& vm, const Record& record, Args arguments) {
    if (arguments.size() < 2)
        return struct_error(vm, arguments.empty() ? "pack_into expected buffer argument"
                                                  : "pack_into expected offset argument");
    TRY(check_count(vm, record, "pack_into", arguments.size() - 2));
    Buffer buffer = TRY(Buffer::writable(vm, arguments[0], "argument"));
    int64_t offset = TRY(index_int64(vm, arguments[1]));
    offset = TRY(check_offset(vm, record.measure.size, offset, int64_t(buffer.view.length), true));
    std::memset(buffer.view.data + offset, 0, size_t(record.measure.size));
    return pack_values(vm, record.format, arguments.subspan(2), buffer.view.data + offset);
}

static Result<Record> first_format(VM& vm, Args arguments) {
    if (arguments.empty())
        return vm.type_error("missing format argument");
    return record_of(vm, arguments[0]);
}

static Result<int64_t> calcsize(VM& vm, Value format) {
    return TRY(record_of(vm, format)).measure.size;
}
static Result<Bytes*> module_pack(VM& vm, Args arguments) {
    return pack(vm, TRY(first_format(vm, arguments)), arguments.subspan(1));
}
static Result<void> module_pack_into(VM& vm, Args arguments) {
    return pack_into(vm, TRY(first_format(vm, arguments)), arguments.subspan(1));
}
static Result<Bytes*> struct_pack(VM& vm, Struct& self, Args values) {
    return pack(vm, record_of(self), values);
}
static Result<void> struct_pack_into(VM& vm, Struct& self, Args arguments) {
    return pack_into(vm, record_of(self), arguments);
}

// --- Unpacking -----------------------------------------------------------------------------------------------------

static Result<Tuple*> unpack(VM& vm, const Record& record, Value source) {
    Buffer buffer = TRY(Buffer::of(vm, source));
    if (int64_t(buffer.view.length) != record.measure.size)
        return struct_error(vm, fmt::format("unpack requires a buffer of {} bytes", record.measure.size));
    return unpack_values(vm, record.format, record.measure, buffer.view.data);
}

static Result<Tuple*> unpack_from(VM& vm, const Record& record, Value source, int64_t offset) {
    TRY(check_initialized(vm, record));
    Buffer buffer = TRY(Buffer::of(vm, source));
    offset = TRY(check_offset(vm, record.measure.size, offset, int64_t(buffer.view.length), false));
    return unpack_values(vm, record.format, record.measure, buffer.view.data + offset);
}

static Result<Tuple*> module_unpack(VM& vm, Value format, Value buffer) {
    return unpack(vm, TRY(record_of(vm, format)), buffer);
}
static Result<Tuple*> module_unpack_from(VM& vm, Value format, Value buffer, int64_t offset) {
    return unpack_from(vm, TRY(record_of(vm, format)), buffer, offset);
}
static Result<Tuple*> struct_unpack(VM& vm, Struct& self, Value buffer) {
    return unpack(vm, record_of(self), buffer);
}
static Result<Tuple*> struct_unpack_from(VM& vm, Struct& self, Value buffer, int64_t offset) {
    return unpack_from(vm, record_of(self), buffer, offset);
}

// --- iter_unpack ---------------------------------------------------------------------------------------------------

// Keeps its buffer exported until it is exhausted or dead.
struct UnpackIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = unpack_iterator_type;
    Str* format;
    FormatMeasure measure;
    Object* owner; // of the octets; null at the end
    BufferView view;
    size_t position;
};

static void visit_unpack_iterator(Object* object, Visitor& visitor) {
    auto* self = static_cast<UnpackIterator*>(object);
    visitor.visit(self->format);
    visitor.visit(self->owner);
}

static void release_unpack_iterator(VM&, Object* object) {
    Buffer::release_export(std::exchange(static_cast<UnpackIterator*>(object)->owner, nullptr));
}

static Result<Value> unpack_iterator_next(VM& vm, Object* object) {
    auto& self = *static_cast<UnpackIterator*>(object);
    if (!self.owner)
        return Value();
    auto size = size_t(self.measure.size);
    if (self.position + size > self.view.length) {
        release_unpack_iterator(vm, &self);
        return Value();
    }
    const char* from = self.view.data + self.position;
    self.position += size;
    return TRY(unpack_values(vm, self.format->view(), self.measure, from));
}

static int64_t unpack_iterator_length_hint(UnpackIterator& self) {
    return self.owner ? int64_t(self.view.length - self.position) / self.measure.size : 0;
}

static Result<Value> struct_iter_unpack(VM& vm, Struct& self, Value source) {
    TRY(check_initialized(vm, record_of(self)));
    int64_t size = self.measure.size;
    if (size == 0)
        return struct_error(vm, "cannot iteratively unpack with a struct of length 0");
    Buffer buffer = TRY(Buffer::of(vm, source));
    if (int64_t(buffer.view.length) % size != 0)
        return struct_error(vm, fmt::format("iterative unpacking requires a buffer of a multiple of {} bytes", size));
    auto* iterator = static_cast<UnpackIterator*>(allocate_instance(vm, vm.native(unpack_iterator_type)));
    iterator->format = self.format;
    iterator->measure = self.measure;
    iterator->view = buffer.view;
    iterator->owner = buffer.detach();
    return iterator;
}

static constexpr NativeDef UNPACK_ITERATOR_MEMBERS[] = {
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
    fn<unpack_iterator_length_hint>("__length_hint__(self, /)"),
};

constinit const NativeType unpack_iterator_type = {
    .name = "_struct.unpack_iterator",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(UnpackIterator),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_unpack_iterator,
    .members = UNPACK_ITERATOR_MEMBERS,
    .member_count = std::size(UNPACK_ITERATOR_MEMBERS),
    .finalize = release_unpack_iterator,
    .next = unpack_iterator_next,
};

// --- Struct --------------------------------------------------------------------------------------------------------

static void visit_struct(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<Struct*>(object)->format);
}

static Result<Value> struct_new(VM& vm, Type* type, Args, Kwargs) {
    auto* self = static_cast<Struct*>(allocate_instance(vm, type));
    self->measure = {};
    return self;
}

static Result<void> struct_init(VM& vm, Struct& self, Value format) {
    std::string_view given = TRY(format_text(vm, format));
    Str* text = TRY(make_str(vm, given));
    Heap::store(&self, self.format, text); // stays if it is a wrong one
    self.measure = TRY(measure_format(vm, given));
    return {};
}

static Result<std::string> struct_repr(VM& vm, Struct& self) {
    Str* format = TRY(make_str(vm, self.text()));
    return fmt::format("{}({})", self.type()->name->view(), repr_text(vm, format));
}

static Result<Value> struct_format(VM& vm, Struct& self) {
    return TRY(make_str(vm, self.text()));
}
static int64_t struct_size(Struct& self) {
    return self.measure.size;
}

static Result<Value> module_iter_unpack(VM& vm, Value format, Value buffer) {
    TRY(record_of(vm, format));
    auto* record = static_cast<Struct*>(TRY(struct_new(vm, vm.native(struct_type), {}, *make_dict(vm))).object());
    TRY(struct_init(vm, *record, format));
    return struct_iter_unpack(vm, *record, buffer);
}

static constexpr NativeDef STRUCT_MEMBERS[] = {
    fn<struct_new>("__new__(cls, /, *args, **kwargs)"),
    fn<struct_init>("__init__(self, format)"),
    fn<struct_repr>("__repr__(self, /)"),
    fn<struct_iter_unpack>("iter_unpack(self, buffer, /)",
                           "An iterator over the records in the buffer, one after another."),
    fn<struct_pack>("pack(self, /, *values)", "Bytes with the values packed by the format."),
    fn<struct_pack_into>("pack_into(self, /, *args)", "Pack values into a writable buffer: buffer, offset, values."),
    fn<struct_unpack>("unpack(self, buffer, /)", "A tuple of the values in a buffer of just the format's size."),
    fn<struct_unpack_from>("unpack_from(self, /, buffer, offset=0)",
                           "A tuple of the values in the buffer from an offset on."),
    get<struct_format>("format", "struct format string"),
    get<struct_size>("size", "struct size in bytes"),
};

constinit const NativeType struct_type = {
    .name = "_struct.Struct",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Struct),
    .flags = Type::WEAKLY_REFERENCEABLE,
    .visit = visit_struct,
    .members = STRUCT_MEMBERS,
    .member_count = std::size(STRUCT_MEMBERS),
    .doc = "A compiled format: packs values into octets, and unpacks them.",
};

static void clear_cache() {} // there is none

// --- Module --------------------------------------------------------------------------------------------------------

static constexpr NativeDef MEMBERS[] = {
    type_constant("Struct", struct_type),
    fn<clear_cache>("_clearcache()"),
    fn<calcsize>("calcsize(format, /)", "The size in octets of what the format describes."),
    fn<module_iter_unpack>("iter_unpack(format, buffer, /)", "An iterator over the records in the buffer."),
    fn<module_pack>("pack(*args)", "Bytes with values packed by a format: format, values."),
    fn<module_pack_into>("pack_into(*args)", "Pack values into a writable buffer: format, buffer, offset, values."),
    fn<module_unpack>("unpack(format, buffer, /)", "A tuple of the values in a buffer of just the format's size."),
    fn<module_unpack_from>("unpack_from(format, /, buffer, offset=0)", "A tuple of the values from an offset on."),
};

static Result<void> initialize_struct(VM& vm, Module& module) {
    Dict* ns = make_dict(vm);
    dict_set(vm, *ns, vm.names.dunder_module, intern(vm, "struct"));
    Tuple* bases = make_tuple(vm, {vm.exception_type(ExceptionId::Exception)});
    module_set(vm, module, "error", TRY(call(vm, vm.types.type, {intern(vm, "error"), bases, ns})));
    return {};
}

extern const NativeModule struct_module;
constinit const NativeModule struct_module = {
    .name = "_struct",
    .doc = "The native part of struct: all of it.",
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
    .initialize = initialize_struct,
};

} // namespace ouro::stdlib
