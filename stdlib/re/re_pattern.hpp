// SPDX-License-Identifier: MIT
//
// The methods of re.Pattern, which the functions of the module call too.
#pragma once

#include "stdlib/re/re_objects.hpp"

namespace ouro::vm::re {

Result<Value> pattern_search(VM& vm, Pattern& self, Value string, int64_t position, int64_t end_position);
Result<Value> pattern_match(VM& vm, Pattern& self, Value string, int64_t position, int64_t end_position);
Result<Value> pattern_fullmatch(VM& vm, Pattern& self, Value string, int64_t position, int64_t end_position);
Result<List*> pattern_findall(VM& vm, Pattern& self, Value string, int64_t position, int64_t end_position);
Result<Value> pattern_finditer(VM& vm, Pattern& self, Value string, int64_t position, int64_t end_position);
Result<List*> pattern_split(VM& vm, Pattern& self, Value string, int64_t limit);
Result<Value> pattern_sub(VM& vm, Pattern& self, Value replacement, Value string, int64_t count);
Result<Tuple*> pattern_subn(VM& vm, Pattern& self, Value replacement, Value string, int64_t count);

} // namespace ouro::vm::re
