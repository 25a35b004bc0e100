// SPDX-License-Identifier: MIT
//
// The layouts of dict's views and of the mapping proxy.
#pragma once

#include "vm/model/dict.hpp"
#include "vm/type.hpp"

namespace ouro::vm {

struct DictView : Object {
    static constexpr Kind KIND = Kind::Native;
    Dict* dict;
};
struct DictKeys : DictView {
    static constexpr const NativeType& native_type = dict_keys_type;
};
struct DictValues : DictView {
    static constexpr const NativeType& native_type = dict_values_type;
};
struct DictItems : DictView {
    static constexpr const NativeType& native_type = dict_items_type;
};

struct MappingProxy : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = mapping_proxy_type;
    Value mapping;
};

Object* make_dict_view(VM& vm, Dict& dict, const NativeType& type);

} // namespace ouro::vm
