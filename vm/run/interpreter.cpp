// SPDX-License-Identifier: MIT
//
// The dispatch loop. Each instruction's fast path stands here, at most about ten lines; what is rare or long is a
// function of instructions.hpp. frame.hpp explains frames, calls and suspension; opcodes.def defines the instructions.
//
// `pc`, `r` (registers) and `frame` live in locals. `frame->pc` is written before anything that can raise, allocate or
// look at frames; thread->frame always is the running frame.
#include "vm/run/enter.hpp"

#include "vm/model/attributes.hpp"
#include "vm/model/calls.hpp"
#include "vm/model/code.hpp"
#include "vm/run/instructions.hpp"
#include "vm/run/suspension.hpp"
#include "vm/values/float.hpp"
#include "vm/model/range.hpp"
#include "vm/run/interpreter.hpp"
#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::vm {

#define A instruction::a(word)
#define B instruction::b(word)
#define C instruction::c(word)
#define BX instruction::bx(word)
#define RA r[A]
#define RB r[B]
#define RC r[C]
#define K(index) current->constants[index]

#define NEXT                                                                                                           \
    do {                                                                                                               \
        word = *pc++;                                                                                                  \
        goto* labels[word & 0xFF];                                                                                     \
    } while (0)
#define SAVE_PC() (frame->pc = pc)
#define RELOAD()                                                                                                       \
    do {                                                                                                               \
        pc = frame->pc;                                                                                                \
        r = frame->registers;                                                                                          \
        current = frame->code;                                                                                         \
    } while (0)
// Runs an instruction's function; `words` is the length of the instruction.
#define SLOW(words, function)                                                                                          \
    do {                                                                                                               \
        const uint32_t* at = pc - 1;                                                                                   \
        pc += (words)-1;                                                                                               \
        SAVE_PC();                                                                                                     \
        frame = instructions::function(vm, frame, at);                                                                 \
        goto resume;                                                                                                   \
    } while (0)
#define SAFEPOINT()                                                                                                    \
    do {                                                                                                               \
        if (vm.safepoint.load(std::memory_order_relaxed)) [[unlikely]]                                                 \
            goto safepoint;                                                                                            \
    } while (0)
#define JUMP(distance)                                                                                                 \
    do {                                                                                                               \
        int32_t ouro_distance = (distance);                                                                            \
        pc += ouro_distance;                                                                                           \
        if (ouro_distance < 0)                                                                                         \
            SAFEPOINT();                                                                                               \
        NEXT;                                                                                                          \
    } while (0)

// Arithmetic: small ints by overflow-checked shifted addition, doubles, else the protocol.
#define ARITHMETIC(name, right, builtin, symbol)                                                                       \
    CASE(name) : {                                                                                                     \
        Value left = RB;                                                                                               \
        Value rhs = right;                                                                                             \
        int64_t result;                                                                                                \
        if (both_small_ints(left, rhs)) [[likely]] {                                                                   \
            if (!builtin(int64_t(left.bits() << 16), int64_t(rhs.bits() << 16), &result)) [[likely]] {                 \
                RA = Value::from_bits(uint64_t(result) >> 16 | Value::INT_TAG);                                        \
                NEXT;                                                                                                  \
            }                                                                                                          \
        } else if (is_number(left) && is_number(rhs)) {                                                                \
            RA = Value::number(as_double(left) symbol as_double(rhs));                                                 \
            NEXT;                                                                                                      \
        }                                                                                                              \
        SLOW(1, binary);                                                                                               \
    }
#define MULTIPLICATION(name, right)                                                                                    \
    CASE(name) : {                                                                                                     \
        Value left = RB;                                                                                               \
        Value rhs = right;                                                                                             \
        int64_t result;                                                                                                \
        if (both_small_ints(left, rhs)) [[likely]] {                                                                   \
            if (!__builtin_mul_overflow(left.small_int(), int64_t(rhs.bits() << 16), &result)) [[likely]] {            \
                RA = Value::from_bits(uint64_t(result) >> 16 | Value::INT_TAG);                                        \
                NEXT;                                                                                                  \
            }                                                                                                          \
        } else if (is_number(left) && is_number(rhs)) {                                                                \
            RA = Value::number(as_double(left) * as_double(rhs));                                                      \
            NEXT;                                                                                                      \
        }                                                                                                              \
        SLOW(1, binary);                                                                                               \
    }
#define TRUE_DIVISION(name, right)                                                                                     \
    CASE(name) : {                                                                                                     \
        Value left = RB;                                                                                               \
        Value rhs = right;                                                                                             \
        if (is_number(left) && is_number(rhs)) [[likely]] { /* small ints are exact as doubles */                      \
            double divisor = as_double(rhs);                                                                           \
            if (divisor != 0) [[likely]] {                                                                             \
                RA = Value::number(as_double(left) / divisor);                                                         \
                NEXT;                                                                                                  \
            }                                                                                                          \
        }                                                                                                              \
        SLOW(1, binary);                                                                                               \
    }
// Floor division and modulo of small ints: towards minus infinity, the sign of the divisor.
#define FLOOR_DIVISION(name, right)                                                                                    \
    CASE(name) : {                                                                                                     \
        Value left = RB;                                                                                               \
        Value rhs = right;                                                                                             \
        if (both_small_ints(left, rhs) && rhs.small_int() > 0) [[likely]] {                                            \
            int64_t a = left.small_int(), b = rhs.small_int();                                                         \
            RA = Value::small_int(a / b - (a % b < 0));                                                                \
            NEXT;                                                                                                      \
        }                                                                                                              \
        SLOW(1, binary);                                                                                               \
    }
#define MODULO(name, right)                                                                                            \
    CASE(name) : {                                                                                                     \
        Value left = RB;                                                                                               \
        Value rhs = right;                                                                                             \
        if (both_small_ints(left, rhs) && rhs.small_int() > 0) [[likely]] {                                            \
            int64_t b = rhs.small_int(), remainder = left.small_int() % b;                                             \
            RA = Value::small_int(remainder < 0 ? remainder + b : remainder);                                          \
            NEXT;                                                                                                      \
        }                                                                                                              \
        SLOW(1, binary);                                                                                               \
    }
#define BITWISE(name, right, symbol)                                                                                   \
    CASE(name) : {                                                                                                     \
        Value left = RB;                                                                                               \
        Value rhs = right;                                                                                             \
        if (both_small_ints(left, rhs)) [[likely]] {                                                                   \
            RA = Value::small_int(left.small_int() symbol rhs.small_int());                                            \
            NEXT;                                                                                                      \
        }                                                                                                              \
        SLOW(1, binary);                                                                                               \
    }
#define SHIFT_LEFT(name, right)                                                                                        \
    CASE(name) : {                                                                                                     \
        Value left = RB;                                                                                               \
        Value rhs = right;                                                                                             \
        if (both_small_ints(left, rhs) && uint64_t(rhs.small_int()) < 16 &&                                            \
            uint64_t(left.small_int() + (1ll << 31)) < 1ull << 32) [[likely]] {                                        \
            RA = Value::small_int(left.small_int() * (1ll << rhs.small_int()));                                        \
            NEXT;                                                                                                      \
        }                                                                                                              \
        SLOW(1, binary);                                                                                               \
    }
#define SHIFT_RIGHT(name, right)                                                                                       \
    CASE(name) : {                                                                                                     \
        Value left = RB;                                                                                               \
        Value rhs = right;                                                                                             \
        if (both_small_ints(left, rhs) && uint64_t(rhs.small_int()) < 48) [[likely]] {                                 \
            RA = Value::small_int(left.small_int() >> rhs.small_int());                                                \
            NEXT;                                                                                                      \
        }                                                                                                              \
        SLOW(1, binary);                                                                                               \
    }
#define GENERIC_BINARY(name) CASE(name) : SLOW(1, binary);

#define COMPARISON(name, symbol)                                                                                       \
    CASE(name) : {                                                                                                     \
        Value left = RB, rhs = RC;                                                                                     \
        if (both_small_ints(left, rhs)) [[likely]] {                                                                   \
            RA = Value::boolean(left.small_int() symbol rhs.small_int());                                              \
            NEXT;                                                                                                      \
        }                                                                                                              \
        if (is_number(left) && is_number(rhs)) {                                                                       \
            RA = Value::boolean(as_double(left) symbol as_double(rhs));                                                \
            NEXT;                                                                                                      \
        }                                                                                                              \
        SLOW(1, compare);                                                                                              \
    }
#define COMPARE_JUMP(name, right, symbol)                                                                              \
    CASE(name) : {                                                                                                     \
        Value left = RA;                                                                                               \
        Value rhs = right;                                                                                             \
        bool result;                                                                                                   \
        if (both_small_ints(left, rhs)) [[likely]]                                                                     \
            result = int64_t(left.bits() << 16) symbol int64_t(rhs.bits() << 16);                                      \
        else if (is_number(left) && is_number(rhs))                                                                    \
            result = as_double(left) symbol as_double(rhs);                                                            \
        else                                                                                                           \
            SLOW(2, compare);                                                                                          \
        int32_t distance = int32_t(*pc++);                                                                             \
        if (result == bool(C))                                                                                         \
            JUMP(distance);                                                                                            \
        NEXT;                                                                                                          \
    }

// The result of an attribute read in object `o` at the cached place.
#define CACHE() InlineCache& cache = current->caches[*pc]
#define SLOT_IN(object, cache) (*reinterpret_cast<Value*>(reinterpret_cast<char*>(object) + (cache).offset))

#define CASE(name) label_##name

// Ints of 48 bits are exact as doubles.
static inline bool is_number(Value value) { return value.is_small_int() || value.is_double(); }
static inline double as_double(Value value) { return value.is_double() ? value.number() : double(value.small_int()); }

Value run_loop(VM& vm, Frame* frame, Exception* pending) {
    static const void* const labels[256] = {
#define OP(name, a, b, c, x) &&label_##name,
#include "vm/model/opcodes.def"
    };
    Thread* const thread = vm.thread;
    const uint32_t* pc;
    Value* r;
    Code* current;
    uint32_t word;
    Value returned;
    Value* row; // of the call under way: its arguments
    uint32_t count;
    bool adds_entry = true; // to the traceback: not where an exception is raised again in the frame that it has passed

    thread->frame = frame;
    if (pending) {
        thread->raised = pending;
        goto unwind; // its context is settled
    }
    RELOAD();
    NEXT;

    // --- Where instructions' functions come back to ---
resume:
    if (!frame) [[unlikely]] {
        frame = thread->frame;
        if (!thread->raised)
            return thread->result;
        goto raise;
    }
    thread->frame = frame;
    RELOAD();
    NEXT;

safepoint: // before the instruction at `pc`, which is the one that an exception hits: it may begin a `try`
    frame->pc = pc + 1;
    if (auto handled = vm.handle_safepoint(); handled.is_error()) {
        thread->raised = handled.exception();
        goto raise;
    }
    NEXT;

raise: {
    Exception* exception = thread->raised;
    if (exception->flags & Exception::THROWN) [[unlikely]]
        exception->flags &= uint8_t(~Exception::THROWN);
    else if (!exception->context && !exception->traceback)
        exception_set_context(*exception, handled_exception(frame));
}
unwind:
    for (;; adds_entry = true) {
        Exception* exception = thread->raised;
        if (adds_entry)
            instructions::add_traceback(vm, *exception, frame);
        uint32_t offset = frame->pc_offset();
        const Code& code = *frame->code;
        for (uint32_t i = 0; i < code.handler_count; i++) {
            const Handler& handler = code.handlers[i];
            if (offset >= handler.start && offset < handler.end) {
                frame->registers[handler.exception] = exception;
                frame->pc = code.words + handler.target;
                thread->raised = nullptr;
                adds_entry = true;
                goto resume;
            }
        }
        Frame* callee = frame;
        if (!(callee->flags & Frame::IN_GENERATOR)) {
            thread->next_frame = callee;
        } else if (Frame* next = instructions::close_raised_generator(vm, *callee->generator());
                   next || callee->action == ReturnAction::DelegateNative) {
            frame = next;
            adds_entry = true;
            goto resume;
        }
        frame = callee->caller;
        thread->frame = frame;
        if (callee->action == ReturnAction::Exit) {
            thread->yielded = false;
            return Value::from_bits(Result<Value>(Raised{thread->raised}).bits());
        }
        if (callee->action != ReturnAction::Store) {
            if (callee->flags & Frame::IN_GENERATOR)
                frame->top = callee->top;
            if (Frame* next = instructions::finish_raise(vm, callee)) {
                frame = next;
                thread->raised = nullptr;
                goto resume;
            }
        }
    }

    // --- Moves and constants ---
    CASE(Move) : {
        RA = RB;
        NEXT;
    }
    CASE(LoadConst) : {
        RA = K(BX);
        NEXT;
    }
    CASE(LoadConstFar) : {
        RA = K(*pc++);
        NEXT;
    }
    CASE(LoadInt) : {
        RA = Value::small_int(instruction::sbx(word));
        NEXT;
    }
    CASE(LoadFar) : {
        Value value = r[*pc];
        if (!value)
            SLOW(2, unbound_local);
        RA = value;
        pc++;
        NEXT;
    }
    CASE(StoreFar) : {
        r[*pc++] = RA;
        NEXT;
    }
    CASE(SaveFar) : {
        std::copy_n(&RA, B, &r[*pc++]);
        NEXT;
    }
    CASE(RestoreFar) : {
        std::copy_n(&r[*pc++], B, &RA);
        NEXT;
    }
    CASE(CheckLocal) : {
        if (RA) [[likely]]
            NEXT;
        SLOW(1, unbound_local);
    }
    CASE(DeleteLocal) : {
        if (!RA)
            SLOW(1, unbound_local);
        RA = {};
        NEXT;
    }
    CASE(ClearLocal) : {
        RA = {};
        NEXT;
    }

    // --- Cells ---
    CASE(MakeCell) : {
        SAVE_PC();
        RA = make_cell(vm, RA);
        NEXT;
    }
    CASE(LoadCell) : {
        Value value = static_cast<Cell*>(RB.object())->value;
        if (!value) [[unlikely]]
            SLOW(1, unbound_cell);
        RA = value;
        NEXT;
    }
    CASE(StoreCell) : {
        auto* cell = static_cast<Cell*>(RA.object());
        Heap::store(cell, cell->value, RB);
        NEXT;
    }
    CASE(DeleteCell) : {
        auto* cell = static_cast<Cell*>(RA.object());
        if (!cell->value)
            SLOW(1, unbound_cell);
        cell->value = {};
        NEXT;
    }
    CASE(LoadFree) : {
        Value value = static_cast<Cell*>((*frame->function->closure)[B].object())->value;
        if (!value) [[unlikely]]
            SLOW(1, unbound_free);
        RA = value;
        NEXT;
    }
    CASE(StoreFree) : {
        auto* cell = static_cast<Cell*>((*frame->function->closure)[B].object());
        Heap::store(cell, cell->value, RA);
        NEXT;
    }
    CASE(DeleteFree) : {
        auto* cell = static_cast<Cell*>((*frame->function->closure)[B].object());
        if (!cell->value)
            SLOW(1, unbound_free);
        cell->value = {};
        NEXT;
    }
    CASE(LoadFreeCell) : {
        RA = (*frame->function->closure)[*pc++];
        NEXT;
    }
    CASE(LoadClassFree) : SLOW(2, load_class_free);
    CASE(LoadClassCell) : SLOW(2, load_class_cell);

    // --- Globals and namespaces ---
    CASE(LoadGlobal) : SLOW(2, load_global);
    CASE(LoadGlobalModule) : {
        CACHE();
        Dict* globals = frame->function->globals;
        if (globals->keys_version == cache.version) [[likely]] {
            if (Value value = globals->begin()[cache.offset].value) [[likely]] {
                RA = value;
                pc++;
                NEXT;
            }
        }
        SLOW(2, load_global);
    }
    CASE(LoadGlobalBuiltin) : {
        CACHE();
        if (frame->function->globals->keys_version == cache.version &&
            frame->function->builtins->keys_version == cache.offset2) [[likely]] {
            RA = frame->function->builtins->begin()[cache.offset].value;
            pc++;
            NEXT;
        }
        SLOW(2, load_global);
    }
    CASE(StoreGlobal) : {
        CACHE();
        Dict* globals = frame->function->globals;
        if (cache.version && globals->keys_version == cache.version) [[likely]] {
            Heap::store(globals, globals->begin()[cache.offset].value, RA);
            pc++;
            NEXT;
        }
        SLOW(2, store_global);
    }
    CASE(DeleteGlobal) : SLOW(2, delete_global);
    CASE(LoadName) : SLOW(2, load_name);
    CASE(StoreName) : SLOW(2, store_name);
    CASE(DeleteName) : SLOW(2, delete_name);
    CASE(LoadNamespace) : {
        RA = frame->ns;
        NEXT;
    }

    // --- Attributes ---
    CASE(GetAttr) : SLOW(2, get_attr);
    CASE(GetAttrSlot) : {
        CACHE();
        Value value = RB;
        if (value.is_object() && value.object()->shape->id == cache.shape_id) [[likely]] {
            RA = SLOT_IN(value.object(), cache);
            pc++;
            NEXT;
        }
        SLOW(2, get_attr);
    }
    CASE(GetAttrOverflow) : {
        CACHE();
        Value value = RB;
        if (value.is_object() && value.object()->shape->id == cache.shape_id) [[likely]] {
            auto* overflow = static_cast<Storage*>(SLOT_IN(value.object(), cache).object());
            RA = overflow->values()[cache.offset2];
            pc++;
            NEXT;
        }
        SLOW(2, get_attr);
    }
    CASE(GetAttrMember) : {
        CACHE();
        Value value = RB;
        if (value.is_object() && value.object()->shape->id == cache.shape_id) [[likely]] {
            if (Value found = SLOT_IN(value.object(), cache)) [[likely]] {
                RA = found;
                pc++;
                NEXT;
            }
        }
        SLOW(2, get_attr);
    }
    CASE(GetAttrValue) : {
        CACHE();
        Value value = RB;
        if (value.is_object() && value.object()->shape->id == cache.shape_id) [[likely]] {
            RA = cache.value;
            pc++;
            NEXT;
        }
        SLOW(2, get_attr);
    }
    CASE(GetAttrProperty) : {
        CACHE();
        Value value = RB;
        if (value.is_object() && value.object()->shape->id == cache.shape_id) [[likely]]
            SLOW(2, get_attr_property);
        SLOW(2, get_attr);
    }
    CASE(GetAttrModule) : {
        CACHE();
        Value value = RB;
        if (Module* module = as<Module>(value); module && module->dict->keys_version == cache.version) [[likely]] {
            RA = module->dict->begin()[cache.offset].value;
            pc++;
            NEXT;
        }
        SLOW(2, get_attr);
    }
    CASE(GetAttrType) : {
        CACHE();
        if (Type* type = as<Type>(RB);
            type && type->root_shape->id == cache.shape_id && type->shape->id == cache.version) [[likely]] {
            RA = cache.value;
            pc++;
            NEXT;
        }
        SLOW(2, get_attr);
    }
    CASE(SetAttr) : SLOW(2, set_attr);
    CASE(SetAttrSlot) : {
        CACHE();
        Value value = RA;
        if (value.is_object() && value.object()->shape->id == cache.shape_id) [[likely]] {
            Heap::store(value.object(), SLOT_IN(value.object(), cache), RB);
            pc++;
            NEXT;
        }
        SLOW(2, set_attr);
    }
    CASE(SetAttrAdd) : {
        CACHE();
        Value value = RA;
        if (value.is_object() && value.object()->shape->id == cache.shape_id) [[likely]] {
            Object* object = value.object();
            object->shape = static_cast<Shape*>(cache.value.object());
            Heap::store(object, SLOT_IN(object, cache), RB);
            pc++;
            NEXT;
        }
        SLOW(2, set_attr);
    }
    CASE(DeleteAttr) : SLOW(2, delete_attr);
    CASE(GetMethod) : SLOW(2, get_method);
    CASE(GetMethodCached) : {
        CACHE();
        Value value = RB;
        if (value.is_object() && value.object()->shape->id == cache.shape_id) [[likely]] {
            r[A + 1] = value;
            RA = cache.value;
            pc++;
            NEXT;
        }
        SLOW(2, get_method);
    }
    CASE(GetMethodSlot) : {
        CACHE();
        Value value = RB;
        if (value.is_object() && value.object()->shape->id == cache.shape_id) [[likely]] {
            r[A + 1] = {};
            RA = SLOT_IN(value.object(), cache);
            pc++;
            NEXT;
        }
        SLOW(2, get_method);
    }
    CASE(GetMethodModule) : {
        CACHE();
        if (Module* module = as<Module>(RB); module && module->dict->keys_version == cache.version) [[likely]] {
            r[A + 1] = {};
            RA = module->dict->begin()[cache.offset].value;
            pc++;
            NEXT;
        }
        SLOW(2, get_method);
    }
    CASE(GetMethodType) : {
        CACHE();
        if (Type* type = as<Type>(RB);
            type && type->root_shape->id == cache.shape_id && type->shape->id == cache.version) [[likely]] {
            r[A + 1] = cache.offset ? Value(type) : Value();
            RA = cache.value;
            pc++;
            NEXT;
        }
        SLOW(2, get_method);
    }
    CASE(GetSuperAttr) : SLOW(2, get_super_attr);
    CASE(GetSuperMethod) : SLOW(2, get_super_method);
    CASE(GetSpecial) : SLOW(1, get_special);

    // --- Subscripts ---
    CASE(GetItem) : {
        Value object = RB, key = RC;
        if (key.is_small_int()) {
            if (List* list = as_exact<List>(object)) [[likely]] {
                uint64_t index = uint64_t(key.small_int());
                if (index >= list->length)
                    index += list->length;
                if (index < list->length) [[likely]] {
                    RA = list->storage->values()[index];
                    NEXT;
                }
            } else if (Tuple* tuple = as_exact<Tuple>(object)) {
                uint64_t index = uint64_t(key.small_int());
                if (index < tuple->size()) {
                    RA = (*tuple)[index];
                    NEXT;
                }
            }
        }
        SLOW(1, get_item);
    }
    CASE(GetItemK) : {
        Value object = RB, key = K(C);
        if (key.is_small_int()) {
            if (List* list = as_exact<List>(object)) {
                uint64_t index = uint64_t(key.small_int());
                if (index >= list->length)
                    index += list->length;
                if (index < list->length) {
                    RA = list->storage->values()[index];
                    NEXT;
                }
            } else if (Tuple* tuple = as_exact<Tuple>(object)) {
                uint64_t index = uint64_t(key.small_int());
                if (index < tuple->size()) {
                    RA = (*tuple)[index];
                    NEXT;
                }
            }
        }
        SLOW(1, get_item);
    }
    CASE(GetSlice) : SLOW(1, get_slice);
    CASE(SetItem) : {
        Value key = RB;
        if (List* list = as_exact<List>(RA); list && key.is_small_int()) [[likely]] {
            uint64_t index = uint64_t(key.small_int());
            if (index >= list->length)
                index += list->length;
            if (index < list->length) [[likely]] {
                Heap::store(list, list->storage->values()[index], RC);
                NEXT;
            }
        }
        SLOW(1, set_item);
    }
    CASE(DeleteItem) : SLOW(1, delete_item);
    CASE(BuildSlice) : {
        SAVE_PC();
        RA = make_slice(vm, RB, r[B + 1], r[B + 2]);
        NEXT;
    }

    // --- Operators ---
    ARITHMETIC(Add, RC, __builtin_add_overflow, +)
    ARITHMETIC(AddK, K(C), __builtin_add_overflow, +)
    ARITHMETIC(InPlaceAdd, RC, __builtin_add_overflow, +)
    ARITHMETIC(InPlaceAddK, K(C), __builtin_add_overflow, +)
    ARITHMETIC(Sub, RC, __builtin_sub_overflow, -)
    ARITHMETIC(SubK, K(C), __builtin_sub_overflow, -)
    ARITHMETIC(InPlaceSub, RC, __builtin_sub_overflow, -)
    ARITHMETIC(InPlaceSubK, K(C), __builtin_sub_overflow, -)
    MULTIPLICATION(Mul, RC)
    MULTIPLICATION(MulK, K(C))
    MULTIPLICATION(InPlaceMul, RC)
    MULTIPLICATION(InPlaceMulK, K(C))
    GENERIC_BINARY(MatMul)
    GENERIC_BINARY(MatMulK)
    TRUE_DIVISION(TrueDiv, RC)
    TRUE_DIVISION(TrueDivK, K(C))
    FLOOR_DIVISION(FloorDiv, RC)
    FLOOR_DIVISION(FloorDivK, K(C))
    MODULO(Mod, RC)
    MODULO(ModK, K(C))
    GENERIC_BINARY(Pow)
    GENERIC_BINARY(PowK)
    SHIFT_LEFT(LShift, RC)
    SHIFT_LEFT(LShiftK, K(C))
    SHIFT_RIGHT(RShift, RC)
    SHIFT_RIGHT(RShiftK, K(C))
    BITWISE(And, RC, &)
    BITWISE(AndK, K(C), &)
    BITWISE(Or, RC, |)
    BITWISE(OrK, K(C), |)
    BITWISE(Xor, RC, ^)
    BITWISE(XorK, K(C), ^)
    CASE(InPlace) : SLOW(2, binary);
    CASE(Negative) : {
        Value value = RB;
        if (value.is_small_int() && value.small_int() != Value::INT_MIN_VALUE) {
            RA = Value::small_int(-value.small_int());
            NEXT;
        }
        if (value.is_double()) {
            RA = Value::number(-value.number());
            NEXT;
        }
        SLOW(1, unary);
    }
    CASE(Positive) : SLOW(1, unary);
    CASE(Invert) : SLOW(1, unary);
    CASE(Not) : {
        Value value = RB;
        if (value.is_bool()) [[likely]] {
            RA = Value::boolean(!value.is_true());
            NEXT;
        }
        SLOW(1, logical_not);
    }

    // --- Comparisons ---
    COMPARISON(Less, <)
    COMPARISON(LessEqual, <=)
    COMPARISON(Equal, ==)
    COMPARISON(NotEqual, !=)
    COMPARISON(Greater, >)
    COMPARISON(GreaterEqual, >=)
    CASE(Is) : {
        RA = Value::boolean(RB == RC);
        NEXT;
    }
    CASE(IsNot) : {
        RA = Value::boolean(!(RB == RC));
        NEXT;
    }
    CASE(Contains) : SLOW(1, contains);
    CASE(NotContains) : SLOW(1, contains);

    // --- Jumps ---
    CASE(Jump) : JUMP(instruction::sj(word));
    CASE(JumpFar) : {
        int32_t distance = int32_t(*pc++);
        JUMP(distance);
    }
    CASE(JumpIfTrue) : {
        Value value = RA;
        if (!value.is_bool() && !value.is_none() && !value.is_small_int()) [[unlikely]]
            SLOW(2, jump_truth);
        int32_t distance = int32_t(*pc++);
        if (value.is_true() || (value.is_small_int() && value != Value::small_int(0)))
            JUMP(distance);
        NEXT;
    }
    CASE(JumpIfFalse) : {
        Value value = RA;
        if (!value.is_bool() && !value.is_none() && !value.is_small_int()) [[unlikely]]
            SLOW(2, jump_truth);
        int32_t distance = int32_t(*pc++);
        if (!value.is_true() && (!value.is_small_int() || value == Value::small_int(0)))
            JUMP(distance);
        NEXT;
    }
    CASE(JumpIfNone) : {
        int32_t distance = int32_t(*pc++);
        if (RA.is_none())
            JUMP(distance);
        NEXT;
    }
    CASE(JumpIfNotNone) : {
        int32_t distance = int32_t(*pc++);
        if (!RA.is_none())
            JUMP(distance);
        NEXT;
    }
    COMPARE_JUMP(JumpIfLess, RB, <)
    COMPARE_JUMP(JumpIfLessEqual, RB, <=)
    COMPARE_JUMP(JumpIfEqual, RB, ==)
    COMPARE_JUMP(JumpIfNotEqual, RB, !=)
    COMPARE_JUMP(JumpIfGreater, RB, >)
    COMPARE_JUMP(JumpIfGreaterEqual, RB, >=)
    COMPARE_JUMP(JumpIfLessK, K(B), <)
    COMPARE_JUMP(JumpIfLessEqualK, K(B), <=)
    COMPARE_JUMP(JumpIfEqualK, K(B), ==)
    COMPARE_JUMP(JumpIfNotEqualK, K(B), !=)
    COMPARE_JUMP(JumpIfGreaterK, K(B), >)
    COMPARE_JUMP(JumpIfGreaterEqualK, K(B), >=)
    CASE(JumpIfIs) : {
        int32_t distance = int32_t(*pc++);
        if ((RA == RB) == bool(C))
            JUMP(distance);
        NEXT;
    }
    CASE(JumpIfContains) : SLOW(2, contains);

    // --- Iteration ---
    CASE(PrepareFor) : SLOW(1, prepare_for);
    CASE(ForNext) : {
        Value* cursor = &RB;
        if (cursor[0].is_small_int()) { // range: current, items left, step
            int64_t left = cursor[1].small_int();
            if (left == 0) {
                pc++;
                NEXT;
            }
            RA = cursor[0];
            cursor[1] = Value::small_int(left - 1);
            cursor[0] = Value::small_int(cursor[0].small_int() + cursor[2].small_int());
            JUMP(int32_t(*pc++));
        }
        if (cursor[1].is_small_int()) { // list or tuple: itself, index
            auto index = uint64_t(cursor[1].small_int());
            Object* object = cursor[0].object();
            if (object->kind == Kind::List) {
                auto* list = static_cast<List*>(object);
                if (index < list->length) [[likely]] {
                    RA = list->storage->values()[index];
                    cursor[1] = Value::small_int(int64_t(index + 1));
                    JUMP(int32_t(*pc++));
                }
                cursor[1] = Value::small_int(Value::INT_MAX_VALUE); // an exhausted iterator stays so
                pc++;
                NEXT;
            }
            if (object->kind == Kind::Tuple) {
                auto* tuple = static_cast<Tuple*>(object);
                if (index < tuple->size()) [[likely]] {
                    RA = (*tuple)[index];
                    cursor[1] = Value::small_int(int64_t(index + 1));
                    JUMP(int32_t(*pc++));
                }
                pc++;
                NEXT;
            }
        }
        SLOW(2, for_next);
    }
    CASE(EndFor) : SLOW(1, end_for);
    CASE(GetIter) : SLOW(1, get_iter);
    CASE(GetAIter) : SLOW(1, get_aiter);
    CASE(GetANext) : SLOW(1, get_anext);
    CASE(EndAsyncFor) : SLOW(2, end_async_for);

    // --- Calls ---
    CASE(Call) : {
        row = &RB + 1;
        count = C;
        goto do_call;
    }
    CASE(CallMethod) : {
        row = &RB + 1;
        count = C + 1;
        if (!*row) {
            row++;
            count--;
        }
        goto do_call;
    }
do_call: {
    Value callable = RB;
    if (Function* function = as<Function>(callable)) [[likely]] {
        Code* code = function->code;
        if (code->has(Code::SIMPLE_PARAMETERS) && code->positional_count == count) [[likely]] {
            if (!frame->in_place_calls()) [[unlikely]] {
                if (frame->top + code->register_count > thread->registers_end)
                    SLOW(1, call_row); // raises RecursionError
                row = std::copy_n(row, count, frame->top) - count;
            }
            SAVE_PC();
            if (Frame* callee = push_frame(vm, frame, *function, row, ReturnAction::Store, uint8_t(A))) [[likely]] {
                frame = callee;
                RELOAD();
                SAFEPOINT();
                NEXT;
            }
            goto raise;
        }
    } else if (NativeFunction* native = as<NativeFunction>(callable)) {
        SAVE_PC();
        Value result;
        if (native->def->simple && native->def->parameter_count == count)
            result = native->def->entry(vm, row, *native);
        else if (frame->in_place_calls())
            result = call_native_row(vm, *native, row, count);
        else
            SLOW(1, call_row);
        if (result.is_raised()) [[unlikely]] {
            thread->raised = Result<Value>::from_bits(result.bits()).exception();
            goto raise;
        }
        RA = result;
        NEXT;
    }
    SLOW(1, call_row);
}
    CASE(CallKw) : SLOW(2, call_kw);
    CASE(CallMethodKw) : SLOW(2, call_method_kw);
    CASE(CallEx) : SLOW(1, call_ex);
    CASE(ReturnNone) : {
        returned = Value::none();
        goto do_return;
    }
    CASE(Return) : {
        returned = RA;
        goto do_return;
    }
do_return: {
    Frame* callee = frame;
    if (callee->action == ReturnAction::Store) [[likely]] {
        thread->next_frame = callee;
        thread->frame = frame = callee->caller;
        RELOAD();
        r[callee->dst] = returned;
        NEXT;
    }
    if (callee->action == ReturnAction::Init && returned.is_none()) {
        thread->next_frame = callee;
        thread->frame = frame = callee->caller;
        RELOAD();
        r[callee->dst] = callee->instance;
        NEXT;
    }
    SAVE_PC();
    if (callee->flags & Frame::IN_GENERATOR) {
        frame = instructions::finish_generator(vm, callee, returned);
        goto resume;
    }
    thread->next_frame = callee;
    thread->frame = callee->caller;
    if (callee->action == ReturnAction::Exit) {
        thread->yielded = false;
        return returned;
    }
    frame = instructions::finish_return(vm, callee, returned);
    goto resume;
}
    CASE(ReturnGenerator) : SLOW(1, return_generator);

    // --- Generators and coroutines ---
    CASE(Yield) : SLOW(1, yield);
    CASE(YieldFrom) : SLOW(1, yield_from);
    CASE(GetYieldFromIter) : SLOW(1, get_yield_from_iter);
    CASE(GetAwaitable) : {
        if (Coroutine* coroutine = as_plain_coroutine(RB);
            coroutine && coroutine->state() != Coroutine::State::Suspended) {
            RA = RB;
            NEXT;
        }
        SLOW(1, get_awaitable);
    }
    CASE(Await) : SLOW(1, await);
    CASE(YieldAsync) : SLOW(1, yield_async);

    // --- Exceptions ---
    CASE(PushHandled) : {
        Value exception = RB;
        RA = frame->handled;
        frame->handled = exception;
        NEXT;
    }
    CASE(PopHandled) : {
        frame->handled = RA;
        NEXT;
    }
    CASE(MatchException) : {
        if (Type* type = as<Type>(RC); type && type->has(Type::EXCEPTION)) [[likely]] {
            RA = Value::boolean(RB.object()->type()->is_subtype_of(type));
            NEXT;
        }
        SLOW(1, match_exception);
    }
    CASE(MatchGroup) : SLOW(1, match_group);
    CASE(ReraiseGroup) : SLOW(1, reraise_group);
    CASE(Raise) : SLOW(1, raise);
    CASE(RaiseFrom) : SLOW(1, raise_from);
    CASE(RaiseAgain) : {
        SAVE_PC();
        Exception* handled = handled_exception(frame);
        if (!handled) [[unlikely]]
            SLOW(1, raise_again);
        thread->raised = handled;
        adds_entry = false;
        goto unwind;
    }
    CASE(Reraise) : {
        SAVE_PC();
        thread->raised = static_cast<Exception*>(RA.object());
        adds_entry = false;
        goto unwind;
    }
    CASE(WithExit) : SLOW(1, with_exit);
    CASE(LoadAssertionError) : {
        RA = vm.exception_type(ExceptionId::AssertionError);
        NEXT;
    }

    // --- Building ---
    CASE(BuildTuple) : {
        SAVE_PC();
        RA = make_tuple(vm, std::span<const Value>(&RB, C));
        NEXT;
    }
    CASE(BuildList) : {
        SAVE_PC();
        RA = make_list(vm, std::span<const Value>(&RB, C));
        NEXT;
    }
    CASE(BuildSet) : SLOW(1, build_set);
    CASE(BuildMap) : SLOW(1, build_map);
    CASE(BuildString) : SLOW(1, build_string);
    CASE(ListAppend) : {
        auto* list = static_cast<List*>(RA.object());
        if (list->length < list->capacity) [[likely]] {
            Heap::store(list, list->storage->values()[list->length++], RB);
            NEXT;
        }
        SLOW(1, list_append);
    }
    CASE(SetAdd) : SLOW(1, set_add);
    CASE(MapAdd) : SLOW(1, map_add);
    CASE(ListExtend) : SLOW(1, list_extend);
    CASE(SetUpdate) : SLOW(1, set_update);
    CASE(MapUpdate) : SLOW(1, map_update);
    CASE(MapMerge) : SLOW(1, map_merge);
    CASE(ListToTuple) : {
        SAVE_PC();
        auto* list = static_cast<List*>(RB.object());
        RA = make_tuple(vm, std::span<const Value>(list->items(), list->size()));
        NEXT;
    }
    CASE(Format) : SLOW(1, format);
    CASE(FormatSpec) : SLOW(1, format_spec);
    CASE(Convert) : SLOW(1, convert);
    CASE(MakeFunction) : SLOW(2, make_function);
    CASE(LoadBuildClass) : SLOW(1, load_build_class);

    // --- Unpacking and matching ---
    CASE(Unpack) : {
        if (Tuple* tuple = as_exact<Tuple>(RB); tuple && tuple->size() == C) [[likely]] {
            Value* to = &RA;
            for (unsigned i = 0; i < tuple->size(); i++)
                to[i] = (*tuple)[i];
            NEXT;
        }
        SLOW(1, unpack);
    }
    CASE(UnpackStar) : SLOW(2, unpack_star);
    CASE(UnpackFar) : SLOW(2, unpack_far);
    CASE(UnpackStarFar) : SLOW(2, unpack_star_far);
    CASE(MatchSequence) : SLOW(1, match_sequence);
    CASE(MatchMapping) : SLOW(1, match_mapping);
    CASE(MatchKeys) : SLOW(1, match_keys);
    CASE(MatchClass) : SLOW(2, match_class);
    CASE(Length) : SLOW(1, length);
    CASE(MappingRest) : SLOW(1, mapping_rest);

    // --- Modules and statements ---
    CASE(Import) : SLOW(2, import);
    CASE(ImportFrom) : SLOW(2, import_from);
    CASE(ImportStar) : SLOW(1, import_star);
    CASE(DropCoroutine) : {
        if (as_coroutine(RA) || (RA.is_object() && RA.object()->kind == Kind::Native)) [[unlikely]]
            SLOW(1, drop_coroutine);
        NEXT;
    }
    CASE(Display) : SLOW(1, display);
    CASE(Unsupported) : SLOW(2, unsupported);
}

} // namespace ouro::vm
