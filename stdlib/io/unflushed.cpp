// SPDX-License-Identifier: MIT
//
// The list of files that hold what is not written yet, and the lock of a file.
#include "stdlib/io/files.hpp"

#include "stdlib/io/buffered.hpp"
#include "stdlib/io/text_file.hpp"
#include "stdlib/library_state.hpp"

#include "vm/run/import.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// --- The list ------------------------------------------------------------------------------------------------------

namespace {

struct FilesState : Object {
    UnflushedFile* first;
};

void visit_state(Object* object, Visitor& visitor) { visitor.visit(static_cast<FilesState*>(object)->first); }

constexpr NativeType STATE_TYPE = {
    .name = "_io._State",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(FilesState),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_state,
    .members = nullptr,
    .member_count = 0,
};

FilesState* find_state(VM& vm) { return static_cast<FilesState*>(library_state(vm, LibrarySlot::Files)); }

} // namespace

void visit_unflushed_links(UnflushedFile& file, Visitor& visitor) {
    visitor.visit(file.next_unflushed);
    visitor.visit(file.previous_unflushed);
}

void list_unflushed(VM& vm, UnflushedFile& file) {
    if (file.is_listed || file.is_never_listed)
        return;
    if (!find_state(vm)) {
        (void)import_absolute(vm, "_io"); // where the import statement asks for it
        library_state(vm, LibrarySlot::Files) = allocate_instance(vm, vm.native(STATE_TYPE));
    }
    FilesState* state = find_state(vm);
    file.is_listed = true;
    Heap::store(&file, file.next_unflushed, state->first);
    if (state->first)
        Heap::store(state->first, state->first->previous_unflushed, &file);
    Heap::store(state, state->first, &file);
}

void unlist_unflushed(VM& vm, UnflushedFile& file) {
    if (!file.is_listed)
        return;
    file.is_listed = false;
    FilesState* state = find_state(vm);
    if (file.previous_unflushed)
        Heap::store(file.previous_unflushed, file.previous_unflushed->next_unflushed, file.next_unflushed);
    else
        Heap::store(state, state->first, file.next_unflushed);
    if (file.next_unflushed)
        Heap::store(file.next_unflushed, file.next_unflushed->previous_unflushed, file.previous_unflushed);
    file.next_unflushed = file.previous_unflushed = nullptr;
}

// Files that another thread works on are passed over: it may be waiting for what this thread is about to do.
void write_out_files(VM& vm) {
    FilesState* state = find_state(vm);
    if (!state || !state->first)
        return;
    RootVector files(vm.heap);
    for (UnflushedFile* file = state->first; file; file = file->next_unflushed)
        files.push(file);
    for (Value file : files.items) {
        auto* unflushed = static_cast<UnflushedFile*>(file.object());
        if (unflushed->is_listed && !unflushed->lock.user)
            (void)call_method(vm, file, vm.names.flush, {}); // who owns the file hears of it when that is closed
    }
}

void release_lost_files(VM& vm) {
    vm.heap.for_each_object(
        [](void* context, Object* object) {
            if (object->kind != Kind::Native)
                return;
            UnflushedFile* file = detail::native_cast<TextFile>(object);
            if (!file)
                file = detail::native_cast<Buffered>(object);
            if (!file)
                return;
            file->lock.waiting.forget();
            if (file->lock.user != static_cast<VM*>(context)->thread)
                file->lock.user = nullptr;
        },
        &vm);
}

// --- The lock ------------------------------------------------------------------------------------------------------

FileUse::~FileUse() {
    if (!m_is_user)
        return;
    m_lock.user = nullptr;
    m_lock.waiting.unpark_all(); // all: one that is interrupted would not pass it on
}

Result<void> FileUse::wait(Object& file) {
    if (m_lock.user == m_vm.thread)
        return m_vm.runtime_error("reentrant call inside {}", repr_text(m_vm, &file));
    while (m_lock.user) {
        Parked parked(m_vm, m_lock.waiting);
        TRY(parked.wait());
    }
    return {};
}

} // namespace ouro::stdlib
