// SPDX-License-Identifier: MIT
//
// Conversions between C++ and script values: the primitives behind the templates of convert.hpp, and the texts of what
// does not fit, as CPython words them for its own functions.
#include "api/function.hpp"
#include "api/realm.hpp"

#include "vm/objects/codecs/codec.hpp"
#include "vm/values/float.hpp"
#include "vm/text/utf8.hpp"
#include "vm/model/numbers.hpp"

namespace ouro::detail {

// --- Values and Runtimes ---------------------------------------------------------------------------------------------

Bits from_value(Realm& realm, Slot* slot) {
    if (!slot)
        return none();
    if (&realm_of(slot) != &realm)
        throw std::invalid_argument("ouro: this Value belongs to another Runtime");
    return to_raw(slot->value);
}

Runtime& runtime_of(Realm& realm) { return realm.runtime(); }

// --- Errors ---------------------------------------------------------------------------------------------------------

// "f() argument 'x' item 3 " or nothing for as<T>().
static std::string place_of(const Origin& origin) {
    std::string text = origin.callee ? argument_place(origin.callee, origin.index) + " " : "";
    if (origin.item >= 0)
        text += fmt::format("item {} ", origin.item);
    return text;
}

static void throw_type_error(Realm& realm, const std::string& text) {
    throw_exception(realm, realm.machine().type_error("{}", text).exception);
}

void fail_type(const Origin& origin, const char* what, Bits value) {
    Entry entry(origin.realm);
    vm::Value found = from_raw(value);
    std::string_view type = found.is_none() ? "None" : origin.realm.machine().type_name(found);
    throw_type_error(origin.realm, fmt::format("{}must be {}, not {}", place_of(origin), what, type));
    __builtin_unreachable();
}

void fail_length(const Origin& origin, const char* what, size_t wanted, size_t found) {
    Entry entry(origin.realm);
    std::string text = fmt::format("{}must be {} of length {}, not {}", place_of(origin), what, wanted, found);
    throw_type_error(origin.realm, text);
    __builtin_unreachable();
}

// --- To C++ ---------------------------------------------------------------------------------------------------------

static vm::Value to_integer(const Origin& origin, Bits value) {
    vm::Value raw = from_raw(value);
    return vm::is_int(raw) ? raw : origin.realm.unwrap(vm::index(origin.realm.machine(), raw));
}

[[noreturn]] static void fail_range(const Origin& origin, std::string_view text) {
    throw_exception(origin.realm, origin.realm.machine().overflow_error("{}", text).exception);
}

int64_t to_signed(const Origin& origin, Bits value, int64_t least, int64_t most) {
    Entry entry(origin.realm);
    auto number = vm::to_int64(to_integer(origin, value));
    if (!number)
        fail_range(origin, fmt::format("Python int too large to convert to C {}", most == INT64_MAX ? "long" : "int"));
    if (*number > most)
        fail_range(origin, "signed integer is greater than maximum");
    if (*number < least)
        fail_range(origin, "signed integer is less than minimum");
    return *number;
}

static std::optional<uint64_t> to_uint64(vm::Value integer) {
    if (auto number = vm::to_int64(integer))
        return *number < 0 ? std::nullopt : std::optional<uint64_t>(*number);
    vm::BigInt* big = vm::as<vm::BigInt>(integer);
    return big->negative() || big->limb_count() != 1 ? std::nullopt : std::optional<uint64_t>(big->limbs()[0]);
}

uint64_t to_unsigned(const Origin& origin, Bits value, uint64_t most) {
    Entry entry(origin.realm);
    vm::Value integer = to_integer(origin, value);
    if (vm::int_compare(integer, vm::Value::small_int(0)) < 0)
        fail_range(origin, "can't convert negative int to unsigned");
    auto number = to_uint64(integer);
    if (!number || *number > most)
        fail_range(origin, most == UINT64_MAX ? "Python int too large to convert to C unsigned long"
                                              : "unsigned integer is greater than maximum");
    return *number;
}

double to_double(const Origin& origin, Bits value) {
    vm::Value raw = from_raw(value);
    if (raw.is_double())
        return raw.number();
    Entry entry(origin.realm);
    return origin.realm.unwrap(vm::to_double(origin.realm.machine(), raw));
}

bool to_bool(const Origin& origin, Bits value) {
    Entry entry(origin.realm);
    return origin.realm.unwrap(vm::truth(origin.realm.machine(), from_raw(value)));
}

std::string_view to_text(const Origin& origin, Bits value) {
    vm::Str* text = vm::as<vm::Str>(from_raw(value));
    if (!text)
        fail_type(origin, "str", value);
    if (!text->is_ascii() && vm::scan_utf8(text->view()).reason) { // lone surrogates
        Entry entry(origin.realm);
        origin.realm.unwrap(encode_text(origin.realm.machine(), *text, "utf-8", "strict"));
    }
    return text->view();
}

std::vector<std::byte> to_bytes(const Origin& origin, Bits value) {
    vm::Bytes* bytes = vm::as<vm::Bytes>(from_raw(value));
    if (!bytes)
        fail_type(origin, "bytes", value);
    auto view = std::as_bytes(std::span(bytes->view()));
    return {view.begin(), view.end()};
}

bool is_none(Bits value) { return from_raw(value).is_none(); }

ItemReader::ItemReader(const Origin& origin, Bits value) : m_realm(origin.realm), m_source(value), m_size_hint(0) {
    vm::Value raw = from_raw(value);
    if (vm::as_exact<vm::List>(raw) || vm::as_exact<vm::Tuple>(raw)) {
        m_size_hint = sequence_size(value);
        return;
    }
    if (vm::as<vm::Str>(raw) || vm::as<vm::Bytes>(raw) || vm::as<vm::Dict>(raw))
        fail_type(origin, "list", value);
    Entry entry(m_realm);
    vm::VM& vm = m_realm.machine();
    auto iterator = vm::get_iterator(vm, raw);
    if (iterator.is_error() && is_exception_of(iterator.exception(), vm, vm::ExceptionId::TypeError))
        fail_type(origin, "list", value);
    m_source = to_raw(m_realm.unwrap(iterator));
}

bool ItemReader::next(Bits& item) {
    vm::Value raw = from_raw(m_source);
    if (vm::as_exact<vm::List>(raw) || vm::as_exact<vm::Tuple>(raw)) {
        if (m_position >= sequence_size(m_source))
            return false;
        item = sequence_item(m_source, m_position++);
        return true;
    }
    Entry entry(m_realm);
    vm::Value next = m_realm.unwrap(vm::next(m_realm.machine(), raw));
    item = to_raw(next);
    return bool(next);
}

EntryReader::EntryReader(const Origin& origin, Bits value) : m_source(value) {
    if (!vm::as<vm::Dict>(from_raw(value)))
        fail_type(origin, "dict", value);
}

bool EntryReader::next(Bits& key, Bits& value) {
    vm::Dict* dict = vm::as<vm::Dict>(from_raw(m_source));
    while (m_position < dict->entry_count) {
        const vm::DictEntry& entry = dict->begin()[m_position++];
        if (entry.key) {
            key = to_raw(entry.key);
            value = to_raw(entry.value);
            return true;
        }
    }
    return false;
}

size_t sequence_size(Bits value) {
    if (vm::List* list = vm::as<vm::List>(from_raw(value)))
        return list->size();
    vm::Tuple* tuple = vm::as<vm::Tuple>(from_raw(value));
    return tuple ? tuple->size() : SIZE_MAX;
}

Bits sequence_item(Bits value, size_t index) {
    if (vm::List* list = vm::as<vm::List>(from_raw(value)))
        return to_raw((*list)[index]);
    return to_raw((*vm::as<vm::Tuple>(from_raw(value)))[index]);
}

// --- What it is -----------------------------------------------------------------------------------------------------

bool is_int(Bits value, int64_t least, uint64_t most) {
    vm::Value raw = from_raw(value);
    if (raw.is_bool() || !vm::is_int(raw))
        return false;
    if (auto number = vm::to_int64(raw))
        return *number >= least && (*number < 0 || uint64_t(*number) <= most);
    auto number = to_uint64(raw);
    return number && *number <= most;
}

bool is_float(Bits value) { return vm::is_float(from_raw(value)); }
bool is_bool(Bits value) { return from_raw(value).is_bool(); }
bool is_str(Bits value) { return vm::as<vm::Str>(from_raw(value)); }
bool is_bytes(Bits value) { return vm::as<vm::Bytes>(from_raw(value)); }
bool is_dict(Bits value) { return vm::as<vm::Dict>(from_raw(value)); }
bool is_callable(Realm& realm, Bits value) {
    Entry entry(realm);
    return vm::is_callable(realm.machine(), from_raw(value));
}

// --- From C++ -------------------------------------------------------------------------------------------------------

Bits from_signed(Realm& realm, int64_t number) {
    if (vm::Value::fits_small_int(number))
        return to_raw(vm::Value::small_int(number));
    Entry entry(realm);
    return to_raw(vm::make_int(realm.machine(), number));
}

Bits from_unsigned(Realm& realm, uint64_t number) {
    Entry entry(realm);
    return to_raw(vm::make_int_unsigned(realm.machine(), number));
}

Bits from_double(double number) { return to_raw(vm::any_double(number)); }
Bits from_bool(bool truth) { return to_raw(vm::Value::boolean(truth)); }
Bits none() { return to_raw(vm::Value::none()); }

Bits from_text(Realm& realm, std::string_view text) {
    Entry entry(realm);
    return to_raw(realm.unwrap(decode_octets(realm.machine(), text, "utf-8", "strict")));
}

Bits from_bytes(Realm& realm, std::span<const std::byte> bytes) {
    Entry entry(realm);
    std::string_view view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return to_raw(realm.unwrap(make_bytes(realm.machine(), view)));
}

Bits make_list(Realm& realm, size_t capacity) {
    Entry entry(realm);
    vm::List* list = vm::make_list(realm.machine());
    realm.unwrap(list_reserve(realm.machine(), *list, capacity));
    return to_raw(list);
}

void list_append(Realm& realm, Bits list, Bits item) {
    Entry entry(realm);
    realm.unwrap(vm::list_append(realm.machine(), *vm::as<vm::List>(from_raw(list)), from_raw(item)));
}

Bits make_tuple(Realm& realm, std::span<const Bits> items) {
    Entry entry(realm);
    vm::VM& vm = realm.machine();
    realm.unwrap(vm.heap.reserve(items.size() * sizeof(vm::Value)));
    vm::Tuple* tuple = vm::make_tuple(vm, items.size());
    for (size_t i = 0; i < items.size(); i++)
        (*tuple)[i] = from_raw(items[i]);
    return to_raw(tuple);
}

Bits make_dict(Realm& realm) {
    Entry entry(realm);
    return to_raw(vm::make_dict(realm.machine()));
}

void dict_set(Realm& realm, Bits dict, Bits key, Bits value) {
    Entry entry(realm);
    vm::VM& vm = realm.machine();
    realm.unwrap(vm::dict_set(vm, *vm::as<vm::Dict>(from_raw(dict)), from_raw(key), from_raw(value)));
}

} // namespace ouro::detail
