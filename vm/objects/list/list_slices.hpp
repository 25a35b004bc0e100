// SPDX-License-Identifier: MIT
//
// Work on parts of lists: slices, runs of items, repetition.
#pragma once

#include "vm/model/list.hpp"
#include "vm/model/range.hpp"

namespace ouro::vm {

// Appends `count` Values that stand outside of the list's own storage.
Result<void> list_extend_items(VM& vm, List& list, const Value* items, size_t count);
// Appends the items of `source` (which may be `list` itself) `times` times. MemoryError when there are too many.
Result<void> list_append_repeated(VM& vm, List& list, List& source, size_t times);
// Removes `count` items from `first` on; they must exist.
void list_remove_range(List& list, size_t first, size_t count);

Result<List*> list_get_slice(VM& vm, List& list, Slice& slice);
// list[slice] = iterable. Raises ValueError for extended slices of another size.
Result<void> list_set_slice(VM& vm, List& list, Slice& slice, Value iterable);
Result<void> list_delete_slice(VM& vm, List& list, Slice& slice);

} // namespace ouro::vm
