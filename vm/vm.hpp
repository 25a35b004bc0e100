// SPDX-License-Identifier: MIT
//
// VM: one interpreter with its heap, types, interned names, modules and threads. Everything hangs off it; there is no
// global mutable state, and two VMs never meet. What belongs to one thread of execution stands in vm/thread.hpp.
#pragma once

#include "vm/import_lock.hpp"
#include "vm/core_types.hpp"
#include "vm/exception_ids.hpp"
#include "vm/heap.hpp"
#include "vm/special.hpp"
#include "vm/thread.hpp"
#include "vm/thread_lock.hpp"
#include "vm/type.hpp"
#include "vm/wake_slot.hpp"

#include <array>
#include <atomic>
#include <fmt/format.h>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ouro::vm {

struct AttributeCache;
struct CompileOptions;
struct EmbeddedSource;
struct Code;
struct Dict;
struct Exception;
struct Function;
struct Generator;
struct Grants;
struct InternTable;
struct Module;
struct NativeModule;
struct OwnedNativeType;
struct Str;
struct Tuple;
class WeakReferences;

// Names that C++ code uses often, interned once: vm.names.dunder_dict is "__dict__".
#define OURO_NAMES(X)                                                                                                  \
    X(empty, "") X(dunder_name, "__name__") X(dunder_qualname, "__qualname__") X(dunder_module, "__module__")          \
    X(dunder_doc, "__doc__") X(dunder_dict, "__dict__") X(dunder_class, "__class__") X(dunder_bases, "__bases__")      \
    X(dunder_mro, "__mro__") X(dunder_slots, "__slots__") X(dunder_file, "__file__") X(dunder_path, "__path__")        \
    X(dunder_package, "__package__") X(dunder_all, "__all__") X(dunder_main, "__main__")                               \
    X(dunder_builtins, "__builtins__") X(dunder_annotations, "__annotations__") X(dunder_annotate, "__annotate__")     \
    X(dunder_annotate_func, "__annotate_func__") X(dunder_classcell, "__classcell__") X(dunder_spec, "__spec__")       \
    X(dunder_loader, "__loader__") X(dunder_import, "__import__") X(dunder_match_args, "__match_args__")               \
    X(dunder_abstractmethods, "__abstractmethods__") X(dunder_isabstractmethod, "__isabstractmethod__")                \
    X(dunder_weakref, "__weakref__") X(dunder_type_params, "__type_params__") X(dunder_notes, "__notes__")             \
    X(dunder_wrapped, "__wrapped__") X(dunder_func, "__func__") X(dunder_self, "__self__")                             \
    X(dunder_static_attributes, "__static_attributes__") X(dunder_firstlineno, "__firstlineno__")                      \
    X(metaclass, "metaclass") X(send, "send") X(throw_, "throw") X(close, "close") X(value, "value") X(keys, "keys")   \
    X(items, "items") X(write, "write") X(flush, "flush") X(stdout_, "stdout") X(stderr_, "stderr")                    \
    X(self, "self") X(key, "key") X(strict, "strict") X(mro, "mro") X(none, "None") X(true_, "True") X(false_, "False")

struct Names {
#define X(name, text) Str* name = nullptr;
    OURO_NAMES(X)
#undef X
};

// Reasons for which the interpreter leaves its fast path at a safepoint (VM::safepoint).
enum Safepoint : uint32_t {
    SAFEPOINT_INTERRUPT = 1,    // Ctrl-C, or a host's interrupt()
    SAFEPOINT_MEMORY = 2,       // the heap overdrew its limit
    SAFEPOINT_FINALIZERS = 4,   // objects wait for finalization
    SAFEPOINT_SWITCH = 8,       // another thread waits for the VM
    SAFEPOINT_ALL = ~0u,
};

// Where what stands below calls what stands above it: set once, by those who stand there.
struct Hooks {
    // --- vm/run, vm/async: set when a VM is made ---
    // Calls a script function in a nested interpreter loop.
    Result<Value> (*call_function)(VM& vm, Function& function, std::span<const Value> arguments, Tuple* keyword_names);
    // The next item of a generator, or empty at its end.
    Result<Value> (*generator_next)(VM& vm, Object* generator);
    // The module of that absolute dotted name.
    Result<Value> (*import_absolute)(VM& vm, std::string_view name);
    // Gives a native module its __spec__ and __loader__ (Module::UNDESCRIBED).
    void (*describe_native_module)(VM& vm, Module& module);

    // --- lang/: null in a VM without a compiler ---
    // Compiles source text to a module's code, or raises SyntaxError.
    Result<Code*> (*compile)(VM& vm, std::string_view source, const CompileOptions& options);

    // --- stdlib/: null without it ---
    // The text of a library module written in Python and embedded in the binary.
    EmbeddedSource (*embedded_source)(std::string_view module_name);
    // Line `line` of the file, for tracebacks, without the newline; empty when unknown.
    std::string (*source_line)(VM& vm, std::string_view filename, uint32_t line);
    // `await` of a future that is done: its result, or its exception raised.
    Result<Value> (*future_result)(VM& vm, Object* future);
    // What an interrupt does instead of raising KeyboardInterrupt (asyncio.run cancels its main task): true when it has
    // done it.
    bool (*on_interrupt)(VM& vm);
};

class VM {
public:
    VM();
    ~VM();
    VM(const VM&) = delete;
    VM& operator=(const VM&) = delete;

    Heap heap;
    CoreTypes types;
    Names names;
    Str* special_names[SPECIAL_COUNT] = {};
    std::unique_ptr<InternTable> interned;
    std::atomic<uint32_t> safepoint{0};
    std::shared_ptr<ThreadLock> shared_lock{std::make_shared<ThreadLock>(*this)};
    ThreadLock& lock{*shared_lock};
    Thread* thread = nullptr; // the one that holds the VM; null: it is free
    std::vector<Thread*> threads; // all that are attached, the main one first
    std::unique_ptr<Thread> main_thread;
    ImportLock import_lock;

    Dict* builtins = nullptr;       // the namespace of module builtins
    Dict* modules = nullptr;        // sys.modules
    Module* sys = nullptr;
    std::vector<const NativeModule*> native_modules; // what `import` may find; registered by hosts and stdlib
    Type* exception_types[256] = {}; // by ExceptionId
    uint32_t recursion_limit = 1000;
    Value object_getattribute, object_setattr, object_delattr, object_init, object_new,
        type_getattribute, type_setattr, type_delattr, module_getattribute, object_hash; // to see what is overridden
    size_t integer_digits_limit = 4300; // sys.set_int_max_str_digits
    std::unique_ptr<AttributeCache> attribute_cache; // made when an attribute instruction first sees a second shape
    uint32_t last_shape_id = 0;
    uint32_t last_keys_version = 0;
    uint64_t last_nan = 0;           // payload of the last NaN that got its own identity
    std::array<Object*, 4> library_state = {}; // of modules, each in its slot (stdlib/library_state.hpp), or null
    std::vector<Value> singletons;   // kept alive: objects that C++ tables refer to by pointer

    Hooks hooks = {};
    Grants* grants = nullptr; // null: everything is allowed

    // --- Types ---
    Type* native(const NativeType& type); // made on first use
    // Takes a description made at run time, for as long as the VM lives: what native() makes a type of.
    const NativeType& add_native_type(std::unique_ptr<OwnedNativeType> type);
    Type* exception_type(ExceptionId id) { return exception_types[unsigned(id)]; }
    Type* type_of(Value value) {
        if (value.is_object()) [[likely]]
            return value.object()->type();
        return type_of_immediate(value);
    }
    std::string_view type_name(Value value); // type(value).__name__, as error messages show it
    Str* special_name(Special special) { return special_names[unsigned(special)]; }

    // --- Raising --- `return vm.type_error("'{}' object is not iterable", vm.type_name(value));`
    Raised raise(ExceptionId id, std::string_view message);
    Raised raise(Exception* exception) { return Raised{exception}; }
    Raised raise(ExceptionId id, Value argument); // KeyError(key), StopIteration(value)
    Raised raise_with(ExceptionId id, Tuple* arguments); // the same with any number of them
#define OURO_RAISER(name, Id)                                                                                          \
    template <class... A>                                                                                              \
    Raised name(fmt::format_string<A...> format, A&&... arguments) {                                                   \
        return raise(ExceptionId::Id, fmt::vformat(fmt::string_view(format), fmt::make_format_args(arguments...)));    \
    }
    OURO_RAISER(type_error, TypeError)
    OURO_RAISER(value_error, ValueError)
    OURO_RAISER(index_error, IndexError)
    OURO_RAISER(runtime_error, RuntimeError)
    OURO_RAISER(overflow_error, OverflowError)
    OURO_RAISER(zero_division_error, ZeroDivisionError)
    OURO_RAISER(import_error, ImportError)
    OURO_RAISER(recursion_error, RecursionError)
    OURO_RAISER(not_implemented_error, NotImplementedError)
    OURO_RAISER(lookup_error, LookupError)
#undef OURO_RAISER
    Raised memory_error();
    Raised key_error(Value key);
    Raised stop_iteration(Value value = Value::none());
    // AttributeError "'T' object has no attribute 'x'" with name and obj set.
    Raised attribute_error(Value object, Str* name);
    Raised raise_attribute_error(Value object, Str* name, std::string_view message);
    Raised os_error(int error_number, std::string_view filename = {});

    // RecursionError when the native stack is nearly used up. To be called by natives that recurse over data.
    Result<void> check_native_stack() {
        if (reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) < thread->native_stack_limit) [[unlikely]]
            return native_stack_overflow();
        return {};
    }
    // Does what `safepoint` asks for, as far as `wanted`; raises KeyboardInterrupt, MemoryError, limits. Other
    // threads may run meanwhile, and finalizers.
    Result<void> handle_safepoint(uint32_t wanted = SAFEPOINT_ALL);
    // By the holder: from now on no other thread runs.
    void end_threads() { lock.close(*thread); }
    void request_safepoint(uint32_t reason) { safepoint.fetch_or(reason, std::memory_order_relaxed); }
    // Asks the running script to stop with KeyboardInterrupt, also when it waits in an event loop. For signal
    // handlers and other threads.
    void interrupt();
    WakeSlot wake_slot; // what an interrupt wakes
    // Time as the script sees it stands still and jumps ahead over every wait (clock.hpp).
    bool time_is_virtual = false;
    std::span<const char* const> command; // what main() was called with: sys.orig_argv
    uint8_t optimize_level = 0; // of CompileOptions that name none: sys.flags.optimize
    int64_t virtual_elapsed = 0; // nanoseconds
    // Runs finalizers (generator close, never-awaited reports, __del__) of objects found unreachable.
    void run_finalizers();
    std::vector<Object*> finalizer_queue;
    std::unique_ptr<WeakReferences> weak_references; // made with the first one

    // Reports an exception that cannot propagate, on stderr (sys.unraisablehook).
    void report_unraisable(Exception* exception, std::string_view where);
    // A warning at the instruction before `pc` of `code` (null: the current line), through module warnings when it is
    // loaded, else on stderr in its format.
    void warn_at(ExceptionId category, std::string_view message, const Code* code, const uint32_t* pc);
    // The first iteration of an async generator: sys.set_asyncgen_hooks' firstiter.
    Result<void> async_generator_started(Generator& generator);
    bool is_builtin_module(Str* name) const;
    // Writes text to sys.stdout / sys.stderr as the script has set them.
    Result<void> write_stdout(std::string_view text);
    void write_stderr(std::string_view text);

    void visit_roots(Visitor& visitor);
    // After the marking of a full collection: forgets the interned strings that are dead.
    void drop_dead_names();

private:
    void visit_lasting_roots(Visitor& visitor);
    size_t m_lasting_roots_seen = 0; // how many there were
    uint32_t leave_to_main_thread(uint32_t reasons);
    void make_core_types();
    void bootstrap_types();
    Type* type_of_immediate(Value value);
    Raised native_stack_overflow();
    std::unordered_map<const NativeType*, Type*> m_native_types;
    std::vector<std::unique_ptr<OwnedNativeType>> m_owned_native_types;
};

} // namespace ouro::vm
