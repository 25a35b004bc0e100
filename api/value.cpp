// SPDX-License-Identifier: MIT
//
// What Values do, and the primitives behind the templates of value.hpp. Each enters its Realm first.
#include "api/realm.hpp"

#include <stdexcept>

namespace ouro {

using detail::Entry;
using detail::from_raw;
using detail::Realm;

namespace detail {

using vm::RootVector;

Slot* make_slot(Realm& realm, Bits bits) { return realm.make_slot(from_raw(bits)); }

Slot* share_slot(Slot* slot) noexcept {
    slot->references++;
    return slot;
}

void release_slot(Slot* slot) noexcept { slot->realm->release(slot); }

Realm& realm_of(Slot* slot) {
    if (!slot)
        throw std::logic_error("ouro: use of a null Value");
    if (!slot->realm->is_open())
        throw std::logic_error("ouro: the Runtime of this Value is gone");
    return *slot->realm;
}

Bits bits_of(Slot* slot) {
    realm_of(slot);
    return to_raw(slot->value);
}

Bits call(Realm& realm, Bits callable, std::span<const Bits> arguments, std::span<const NamedBits> keywords) {
    Entry entry(realm);
    vm::VM& vm = realm.machine();
    RootVector all(vm.heap);
    for (Bits argument : arguments)
        all.push(from_raw(argument));
    if (keywords.empty())
        return to_raw(realm.unwrap(vm::call(vm, from_raw(callable), all.items)));
    RootVector names(vm.heap);
    for (const NamedBits& keyword : keywords) {
        names.push(vm::intern(vm, realm.unwrap(make_str(vm, keyword.name))));
        all.push(from_raw(keyword.value));
    }
    vm::Tuple* name_tuple = vm::make_tuple(vm, names.items);
    return to_raw(realm.unwrap(vm::call(vm, from_raw(callable), all.items, name_tuple)));
}

static vm::Str* attribute_name(Realm& realm, std::string_view name) {
    return vm::intern(realm.machine(), realm.unwrap(make_str(realm.machine(), name)));
}

Bits get_attribute(Realm& realm, Bits object, std::string_view name) {
    Entry entry(realm);
    return to_raw(realm.unwrap(vm::get_attribute(realm.machine(), from_raw(object), attribute_name(realm, name))));
}

void set_attribute(Realm& realm, Bits object, std::string_view name, Bits value) {
    Entry entry(realm);
    realm.unwrap(vm::set_attribute(realm.machine(), from_raw(object), attribute_name(realm, name), from_raw(value)));
}

Bits get_item(Realm& realm, Bits object, Bits key) {
    Entry entry(realm);
    return to_raw(realm.unwrap(vm::get_item(realm.machine(), from_raw(object), from_raw(key))));
}

void set_item(Realm& realm, Bits object, Bits key, Bits value) {
    Entry entry(realm);
    realm.unwrap(vm::set_item(realm.machine(), from_raw(object), from_raw(key), from_raw(value)));
}

void delete_item(Realm& realm, Bits object, Bits key) {
    Entry entry(realm);
    realm.unwrap(vm::delete_item(realm.machine(), from_raw(object), from_raw(key)));
}

bool contains(Realm& realm, Bits object, Bits key) {
    Entry entry(realm);
    return realm.unwrap(vm::contains(realm.machine(), from_raw(object), from_raw(key)));
}

bool equal(Realm& realm, Bits a, Bits b) {
    Entry entry(realm);
    vm::VM& vm = realm.machine();
    return realm.unwrap(vm::compare_bool(vm, vm::Special::Eq, from_raw(a), from_raw(b)));
}

} // namespace detail

Runtime& Value::runtime() const { return realm().runtime(); }

bool Value::is_none() const { return from_raw(bits()).is_none(); }
bool Value::is_callable() const { return detail::is_callable(realm(), bits()); }
bool Value::is_same(const Value& other) const { return bits() == other.bits(); }

std::string Value::type_name() const { return std::string(realm().machine().type_name(from_raw(bits()))); }

std::string Value::str() const {
    Realm& inside = realm();
    Entry entry(inside);
    return std::string(inside.unwrap(vm::str(inside.machine(), from_raw(bits())))->view());
}

std::string Value::repr() const {
    Realm& inside = realm();
    Entry entry(inside);
    return std::string(inside.unwrap(vm::repr(inside.machine(), from_raw(bits())))->view());
}

bool Value::truth() const {
    Realm& inside = realm();
    Entry entry(inside);
    return inside.unwrap(vm::truth(inside.machine(), from_raw(bits())));
}

Value Value::apply(std::span<const Value> arguments, const std::map<std::string, Value>& keywords) const {
    Realm& inside = realm();
    Entry entry(inside);
    vm::VM& vm = inside.machine();
    vm::RootVector all(vm.heap), names(vm.heap);
    for (const Value& argument : arguments)
        all.push(from_raw(detail::from_value(inside, argument.m_slot)));
    for (const auto& [name, value] : keywords) {
        names.push(detail::attribute_name(inside, name));
        all.push(from_raw(detail::from_value(inside, value.m_slot)));
    }
    vm::Tuple* name_tuple = keywords.empty() ? nullptr : vm::make_tuple(vm, names.items);
    return inside.make_value(inside.unwrap(vm::call(vm, from_raw(bits()), all.items, name_tuple)));
}

Value Value::attr(std::string_view name) const { return make(realm(), detail::get_attribute(realm(), bits(), name)); }

Value Value::find_attr(std::string_view name) const {
    Realm& inside = realm();
    Entry entry(inside);
    vm::Str* text = detail::attribute_name(inside, name);
    vm::Value found = inside.unwrap(vm::find_attribute(inside.machine(), from_raw(bits()), text));
    return found ? inside.make_value(found) : Value();
}

void Value::delete_attr(std::string_view name) const {
    Realm& inside = realm();
    Entry entry(inside);
    vm::Str* text = detail::attribute_name(inside, name);
    inside.unwrap(vm::delete_attribute(inside.machine(), from_raw(bits()), text));
}

size_t Value::length() const {
    Realm& inside = realm();
    Entry entry(inside);
    return size_t(inside.unwrap(vm::length(inside.machine(), from_raw(bits()))));
}

Value::Iterator Value::begin() const {
    Realm& inside = realm();
    Entry entry(inside);
    vm::Value iterator = inside.unwrap(vm::get_iterator(inside.machine(), from_raw(bits())));
    return Iterator(inside.make_value(iterator));
}

Value::Iterator& Value::Iterator::operator++() {
    Realm& inside = m_iterator.realm();
    Entry entry(inside);
    vm::Value item = inside.unwrap(vm::next(inside.machine(), from_raw(m_iterator.bits())));
    m_item = item ? inside.make_value(item) : Value();
    return *this;
}

} // namespace ouro
