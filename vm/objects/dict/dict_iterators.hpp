// SPDX-License-Identifier: MIT
//
// The iterators of dict and its views.
#pragma once

#include "vm/model/iterators.hpp"

namespace ouro::vm {

// Keys, values or items of a dict, forwards or backwards; the types differ in name only.
struct DictIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    Dict* dict;
    uint32_t position; // of the next entry; backwards: entries before it are to come
    uint32_t used;     // of the dict when the iterator was made
    uint32_t remaining;
};
enum class DictPart : uint8_t { Keys, Values, Items };
Object* make_dict_iterator(VM& vm, Dict& dict, DictPart part, bool backwards);

} // namespace ouro::vm
