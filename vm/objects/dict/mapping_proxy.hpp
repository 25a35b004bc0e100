// SPDX-License-Identifier: MIT
//
// types.MappingProxyType: a view of a mapping that cannot be written to.
#pragma once

#include "vm/object.hpp"

namespace ouro::vm {

// types.MappingProxyType(mapping): a read-only view.
Object* make_mapping_proxy(VM& vm, Value mapping);

} // namespace ouro::vm
