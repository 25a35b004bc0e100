// SPDX-License-Identifier: MIT
//
// Which methods of native types are slots in CPython: known by their names, with a few exceptions.
#include "vm/model/native_slots.hpp"

#include "vm/model/core.hpp"

#include <algorithm>
#include <iterator>

namespace ouro::vm {

// Specials that are methods also in CPython: their errors name them.
static constexpr Special METHOD_SPECIALS[] = {
    Special::New,           Special::Init,       Special::Del,          Special::Format,       Special::Bytes,
    Special::Dir,           Special::SetName,    Special::Prepare,      Special::Call,         Special::InitSubclass,
    Special::InstanceCheck, Special::Missing,    Special::Reversed,     Special::Round,        Special::Trunc,
    Special::SubclassCheck, Special::MroEntries, Special::ClassGetItem, Special::LengthHint,   Special::Floor,
    Special::Ceil,          Special::Enter,      Special::Exit,         Special::AEnter,       Special::AExit,
};

static constexpr auto NO_SPECIAL = Special(SPECIAL_COUNT);

// Which special method of its type it is: its name, which is interned, knows.
static Special special_of(const NativeFunction& function) {
    return function.owner && function.name->spare ? Special(function.name->spare - 1) : NO_SPECIAL;
}

bool is_slot(VM& vm, const NativeFunction& function) {
    Type* owner = function.owner;
    Special special = special_of(function);
    if (special == NO_SPECIAL)
        return false;
    // These are methods, for speed.
    if (special == Special::GetItem)
        return owner != vm.types.list && owner != vm.types.dict;
    if (special == Special::Contains)
        return owner != vm.types.dict && owner != vm.types.set && owner != vm.types.frozenset;
    return std::find(std::begin(METHOD_SPECIALS), std::end(METHOD_SPECIALS), special) == std::end(METHOD_SPECIALS);
}

bool is_slot_wrapper(VM& vm, const NativeFunction& function) {
    Special special = special_of(function);
    return special == Special::Init || special == Special::Call || special == Special::Del || is_slot(vm, function);
}

} // namespace ouro::vm
