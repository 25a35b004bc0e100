// SPDX-License-Identifier: MIT
//
// Arrays to and from octets, lists, text and files; repr; how they are pickled (PEP 307), in a layout that any machine
// reads.
#include "stdlib/array/array.hpp"

#include "vm/model/buffer.hpp"
#include "vm/objects/codecs/codec.hpp"

#include <iterator>

namespace ouro::stdlib {

using namespace ouro::vm;

// --- Octets and lists ----------------------------------------------------------------------------------------------

Result<Bytes*> array_tobytes(VM& vm, Array& self) { return make_bytes(vm, self.view()); }

Result<void> array_frombytes(VM& vm, Array& self, Value source) {
    Buffer buffer = TRY(Buffer::of(vm, source));
    if (buffer.view.itemsize != 1)
        return vm.type_error("a bytes-like object is required");
    if (buffer.view.length % self.item->size != 0)
        return vm.value_error("bytes length not a multiple of item size");
    return append_octets(vm, self, buffer.view.octets());
}

Result<List*> array_tolist(VM& vm, Array& self) {
    TRY(vm.heap.reserve(self.size() * sizeof(Value)));
    List* list = make_list(vm);
    TRY(list_reserve(vm, *list, self.size()));
    for (size_t i = 0; i < self.size(); i++)
        TRY(list_append(vm, *list, TRY(array_item(vm, self, i))));
    return list;
}

// All items, or none when one does not fit.
Result<void> array_fromlist(VM& vm, Array& self, Value value) {
    List* list = as<List>(value);
    if (!list)
        return vm.type_error("arg must be list");
    size_t count = list->size();
    if (count > 0)
        TRY(check_resizable(vm, self));
    Array* items = make_array(vm, vm.native(array_type), self.item);
    for (size_t i = 0; i < count; i++) {
        char octets[LARGEST_ITEM];
        TRY(self.item->store(vm, octets, (*list)[i]));
        if (list->size() != count)
            return vm.runtime_error("list changed size during iteration");
        TRY(append_octets(vm, *items, {octets, self.item->size}));
    }
    return append_octets(vm, self, items->view());
}

// --- Text ----------------------------------------------------------------------------------------------------------

Result<Str*> array_tounicode(VM& vm, Array& self) {
    if (!self.item->is_unicode())
        return vm.value_error("tounicode() may only be called on unicode type arrays ('u' or 'w')");
    return decode_octets(vm, self.view(), "utf-32-le", self.item->code == 'u' ? "surrogatepass" : "strict");
}

Result<void> array_fromunicode(VM& vm, Array& self, std::string_view text) {
    if (!self.item->is_unicode())
        return vm.value_error("fromunicode() may only be called on unicode type arrays ('u' or 'w')");
    return append_text(vm, self, text);
}

Result<Str*> array_repr(VM& vm, Array& self) {
    std::string text = fmt::format("{}('{}'", self.type()->name->view(), self.item->name);
    if (self.length > 0) {
        Value items = self.item->is_unicode() ? Value(TRY(array_tounicode(vm, self))) : TRY(array_tolist(vm, self));
        text += ", ";
        text += TRY(repr(vm, items))->view();
    }
    return make_str(vm, text + ")");
}

// --- Files ---------------------------------------------------------------------------------------------------------

Result<void> array_tofile(VM& vm, Array& self, Value file) {
    static constexpr size_t BLOCK = 64 * 1024;
    for (size_t at = 0; at < self.length; at += BLOCK) {
        Bytes* block = TRY(make_bytes(vm, self.view().substr(at, BLOCK)));
        TRY(call_method(vm, file, "write", {block}));
    }
    return {};
}

Result<void> array_fromfile(VM& vm, Array& self, Value file, int64_t count) {
    if (count < 0)
        return vm.value_error("negative count");
    if (count > INT64_MAX / self.item->size)
        return vm.memory_error();
    int64_t wanted = count * self.item->size;
    Value read = TRY(call_method(vm, file, "read", {make_int(vm, wanted)}));
    Bytes* octets = as<Bytes>(read);
    if (!octets)
        return vm.type_error("read() didn't return bytes");
    TRY(array_frombytes(vm, self, octets));
    if (int64_t(octets->length) != wanted)
        return vm.raise(ExceptionId::EOFError, "read() didn't return enough bytes");
    return {};
}

// --- Pickling ------------------------------------------------------------------------------------------------------

Result<Tuple*> array_reduce_ex(VM& vm, Array& self, Value value) {
    static constexpr int64_t FIRST_WITH_BYTES = 3;
    if (!is_int(value))
        return vm.type_error("__reduce_ex__ argument should be an integer");
    int64_t protocol = TRY(index_int64(vm, value));
    Value attributes = TRY(find_attribute(vm, &self, vm.names.dunder_dict));
    Value state = attributes ? attributes : Value::none();
    Value type = self.type();
    Value code = intern(vm, self.item->name);
    if (protocol < FIRST_WITH_BYTES) {
        Tuple* arguments = make_tuple(vm, {code, TRY(array_tolist(vm, self))});
        return make_tuple(vm, {type, arguments, state});
    }
    Value module = TRY(vm.hooks.import_absolute(vm, "array"));
    Value maker = TRY(get_attribute(vm, module, "_array_reconstructor"));
    Tuple* arguments =
        make_tuple(vm, {type, code, Value::small_int(self.item->format), TRY(array_tobytes(vm, self))});
    return make_tuple(vm, {maker, arguments, state});
}

namespace {

// A layout of pickled items, by its number.
struct Layout {
    enum Kind : uint8_t { Signed, Unsigned, Float, Text } kind;
    uint8_t size;    // octets of an item
    uint8_t divisor; // of the length, as CPython checks it
    bool is_big_endian;
};

constexpr Layout LAYOUTS[] = {
    {Layout::Unsigned, 1, 1, false}, {Layout::Signed, 1, 1, false},   {Layout::Unsigned, 2, 2, false},
    {Layout::Unsigned, 2, 2, true},  {Layout::Signed, 2, 2, false},   {Layout::Signed, 2, 2, true},
    {Layout::Unsigned, 4, 4, false}, {Layout::Unsigned, 4, 4, true},  {Layout::Signed, 4, 4, false},
    {Layout::Signed, 4, 4, true},    {Layout::Unsigned, 8, 8, false}, {Layout::Unsigned, 8, 8, true},
    {Layout::Signed, 8, 8, false},   {Layout::Signed, 8, 8, true},    {Layout::Float, 4, 4, false},
    {Layout::Float, 4, 4, true},     {Layout::Float, 8, 8, false},    {Layout::Float, 8, 8, true},
    {Layout::Text, 2, 4, false},     {Layout::Text, 2, 4, true},      {Layout::Text, 4, 8, false},
    {Layout::Text, 4, 8, true},
};

} // namespace

static Result<Array*> from_text_layout(VM& vm, Type* type, const ItemType* item, const Layout& layout,
                                       std::string_view octets) {
    const char* encoding = layout.size == 2 ? (layout.is_big_endian ? "utf-16-be" : "utf-16-le")
                                            : (layout.is_big_endian ? "utf-32-be" : "utf-32-le");
    return array_of(vm, type, item, TRY(decode_octets(vm, octets, encoding, "strict")));
}

// Numbers of another type than the array's, by way of one that has the layout.
static Result<Array*> from_number_layout(VM& vm, Type* type, const ItemType* item, const Layout& layout,
                                         std::string_view octets) {
    const ItemType* source = layout.kind == Layout::Float
                                 ? find_item_type(layout.size == 4 ? 'f' : 'd')
                                 : find_integer_type(layout.size, layout.kind == Layout::Signed);
    Array* numbers = make_array(vm, layout.kind == Layout::Float ? vm.native(array_type) : type, source);
    TRY(append_octets(vm, *numbers, octets));
    if (layout.is_big_endian)
        array_byteswap(*numbers);
    if (layout.kind != Layout::Float) // integers keep their size, whatever type was named
        return numbers;
    return array_of(vm, type, item, TRY(array_tolist(vm, *numbers)));
}

static Result<const ItemType*> reconstructed_type(VM& vm, Value code) {
    Str* text = as<Str>(code);
    if (!text)
        return vm.type_error("_array_reconstructor() argument 2 must be a unicode character, not {}",
                             vm.type_name(code));
    if (text->length != 1)
        return vm.type_error("_array_reconstructor() argument 2 must be a unicode character, not a string of length {}",
                             text->length);
    const ItemType* item = find_item_type(str_code_point_at(vm, text, 0));
    if (!item)
        return vm.value_error("second argument must be a valid type code");
    return item;
}

Result<Array*> array_reconstructor(VM& vm, Value cls, Value code, int64_t format, Value source) {
    Type* type = as<Type>(cls);
    Str* text = as<Str>(code);
    if (!text || text->length != 1)
        TRY(reconstructed_type(vm, code));
    if (!type)
        return vm.type_error("first argument must be a type object, not {}", vm.type_name(cls));
    if (!type->is_subtype_of(vm.native(array_type)))
        return vm.type_error("{} is not a subtype of array.array", type->name->view());
    const ItemType* item = TRY(reconstructed_type(vm, code));
    if (format < 0 || size_t(format) >= std::size(LAYOUTS))
        return vm.value_error("third argument must be a valid machine format code.");
    Bytes* octets = as<Bytes>(source);
    if (!octets)
        return vm.type_error("fourth argument should be bytes, not {}", vm.type_name(source));
    if (format == item->format)
        return array_of(vm, type, item, octets);
    const Layout& layout = LAYOUTS[format];
    if (octets->length % layout.divisor != 0)
        return vm.value_error("string length not a multiple of item size");
    return layout.kind == Layout::Text ? from_text_layout(vm, type, item, layout, octets->view())
                                       : from_number_layout(vm, type, item, layout, octets->view());
}

} // namespace ouro::stdlib
