// SPDX-License-Identifier: MIT
//
// Functions, native functions, bound methods and cells. What calling them does stands in calls.cpp.
#include "vm/model/function.hpp"

#include "vm/model/calls.hpp"
#include "vm/model/code.hpp"
#include "vm/model/core.hpp"
#include "vm/model/native_slots.hpp"
#include "vm/model/reduction.hpp"

namespace ouro::vm {

// --- function -----------------------------------------------------------------------------------------------------

static Value or_none(const Object* object) { return object ? Value(object) : Value::none(); }

static Code* function_get_code(Function& self) { return self.code; }
static Dict* function_get_globals(Function& self) { return self.globals; }
static Dict* function_get_builtins(Function& self) { return self.builtins; }
static Value function_get_closure(Function& self) { return or_none(self.closure); }
static Value function_get_defaults(Function& self) { return or_none(self.defaults); }
static Value function_get_kwdefaults(Function& self) { return or_none(self.kwdefaults); }
static Str* function_get_name(Function& self) { return self.name; }
static Str* function_get_qualname(Function& self) { return self.qualname; }
static Value function_get_doc(Function& self) { return self.doc; }
static Value function_get_module(Function& self) { return self.module; }
static Value function_get_annotate(Function& self) { return self.annotate ? self.annotate : Value::none(); }

static Result<void> function_set_code(VM& vm, Function& self, Value value) {
    Code* code = as<Code>(value);
    if (!code)
        return vm.type_error("__code__ must be set to a code object");
    size_t cells = self.closure ? self.closure->size() : 0;
    if (code->free_count != cells)
        return vm.value_error("{}() requires a code object with {} free vars, not {}", self.name->view(), cells,
                              code->free_count);
    Heap::store(&self, self.code, code);
    return {};
}

static Result<void> function_set_defaults(VM& vm, Function& self, Value value) {
    if (value.is_none() || value.is_empty()) {
        self.defaults = nullptr;
        return {};
    }
    Tuple* tuple = as<Tuple>(value);
    if (!tuple)
        return vm.type_error("__defaults__ must be set to a tuple object");
    Heap::store(&self, self.defaults, tuple);
    return {};
}

static Result<void> function_set_kwdefaults(VM& vm, Function& self, Value value) {
    if (value.is_none() || value.is_empty()) {
        self.kwdefaults = nullptr;
        return {};
    }
    Dict* dict = as<Dict>(value);
    if (!dict)
        return vm.type_error("__kwdefaults__ must be set to a dict object");
    Heap::store(&self, self.kwdefaults, dict);
    return {};
}

static Result<void> function_set_name(VM& vm, Function& self, Value value) {
    Str* name = as<Str>(value);
    if (!name)
        return vm.type_error("__name__ must be set to a string object");
    Heap::store(&self, self.name, name);
    return {};
}

static Result<void> function_set_qualname(VM& vm, Function& self, Value value) {
    Str* name = as<Str>(value);
    if (!name)
        return vm.type_error("__qualname__ must be set to a string object");
    Heap::store(&self, self.qualname, name);
    return {};
}

static void function_set_doc(Function& self, Value value) {
    Heap::store(&self, self.doc, value ? value : Value::none());
}
static void function_set_module(Function& self, Value value) {
    Heap::store(&self, self.module, value ? value : Value::none());
}

static Result<void> function_set_annotate(VM& vm, Function& self, Value value) {
    if (!value.is_none() && !is_callable(vm, value))
        return vm.type_error("__annotate__ must be callable or None");
    Heap::store(&self, self.annotate, value.is_none() ? Value() : value);
    self.annotations = {};
    return {};
}

// __annotations__: computed by the __annotate__ function when first asked (PEP 649).
static Result<Value> function_get_annotations(VM& vm, Function& self) {
    if (!self.annotations) {
        Value computed = self.annotate ? TRY(call(vm, self.annotate, {Value::small_int(1)})) : Value(make_dict(vm));
        Heap::store(&self, self.annotations, computed);
    }
    return self.annotations;
}

static Result<void> function_set_annotations(VM& vm, Function& self, Value value) {
    if (value && !value.is_none() && !as<Dict>(value))
        return vm.type_error("__annotations__ must be set to a dict object");
    Heap::store(&self, self.annotations, value.is_none() ? Value() : value);
    self.annotate = {};
    return {};
}

static Result<Dict*> object_get_dict(VM& vm, Value self) { return instance_dict(vm, self.object()); }
static Result<void> object_set_dict(VM& vm, Value self, Value value) {
    if (!value)
        return vm.type_error("cannot delete __dict__");
    return set_instance_dict(vm, self.object(), value);
}

static std::string function_repr(Function& self) {
    return fmt::format("<function {} at {:#x}>", self.qualname->view(), reinterpret_cast<uintptr_t>(&self));
}

static Result<Value> function_call(VM& vm, Value self, Args args, Kwargs keywords) {
    return call_with_dict(vm, self, args, &keywords);
}

static Value function_get(VM& vm, Function& self, Value instance, Value) {
    return instance.is_none() ? Value(&self) : Value(make_bound_method(vm, &self, instance));
}

static Result<Function*> function_new(VM& vm, Type*, Code& code, Dict& globals, Value name, Value defaults,
                                      Value closure, Value kwdefaults) {
    Function* function = make_function(vm, code, &globals);
    if (!dict_find(globals, vm.names.dunder_builtins))
        function->builtins = current_builtins(vm);
    if (!name.is_none())
        TRY(function_set_name(vm, *function, name));
    TRY(function_set_defaults(vm, *function, defaults));
    Tuple* cells = as<Tuple>(closure);
    if (code.free_count && !cells)
        return vm.type_error("arg 5 (closure) must be tuple");
    if ((cells ? cells->size() : 0) != code.free_count)
        return vm.value_error("{} requires closure of length {}, not {}", code.name->view(), code.free_count,
                              cells ? cells->size() : 0);
    function->closure = cells;
    if (!kwdefaults.is_none() && !as<Dict>(kwdefaults))
        return vm.type_error("arg 6 (kwdefaults) must be None or dict");
    function->kwdefaults = as<Dict>(kwdefaults);
    return function;
}

static constexpr NativeDef function_members[] = {
    fn<function_new>("__new__(cls, code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)"),
    fn<function_repr>("__repr__(self, /)"),
    fn<function_call>("__call__(self, /, *args, **kwargs)"),
    fn<function_get>("__get__(self, instance, owner=None, /)"),
    get<function_get_code, function_set_code>("__code__"),
    get<function_get_globals>("__globals__"),
    get<function_get_builtins>("__builtins__"),
    get<function_get_closure>("__closure__"),
    get<function_get_defaults, function_set_defaults>("__defaults__"),
    get<function_get_kwdefaults, function_set_kwdefaults>("__kwdefaults__"),
    get<function_get_name, function_set_name>("__name__"),
    get<function_get_qualname, function_set_qualname>("__qualname__"),
    get<function_get_doc, function_set_doc>("__doc__"),
    get<function_get_module, function_set_module>("__module__"),
    get<function_get_annotate, function_set_annotate>("__annotate__"),
    get<function_get_annotations, function_set_annotations>("__annotations__"),
    get<object_get_dict, object_set_dict>("__dict__"),
};

static void function_visit(Object* object, Visitor& visitor) {
    auto* self = static_cast<Function*>(object);
    visitor.visit(self->code);
    visitor.visit(self->globals);
    visitor.visit(self->builtins);
    visitor.visit(self->closure);
    visitor.visit(self->defaults);
    visitor.visit(self->kwdefaults);
    visitor.visit(self->name);
    visitor.visit(self->qualname);
    for (Value value : {self->doc, self->module, self->annotate, self->annotations})
        visitor.visit(value);
}

const NativeType function_type = {
    .name = "function",
    .base = nullptr,
    .kind = Kind::Function,
    .size = sizeof(Function),
    .flags = Type::FINAL | Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = function_visit,
    .members = function_members,
    .member_count = std::size(function_members),
};

// --- builtin_function_or_method and its relatives -----------------------------------------------------------------

// Instances are NativeFunctions and BoundMethods of them: len and [].append are of one type, list.append is a
// method_descriptor; what CPython calls through a slot of the type has wrappers: list.__len__, [].__len__.
static Result<NativeFunction*> native_of(VM& vm, Value self) {
    if (BoundMethod* method = as<BoundMethod>(self))
        self = method->function;
    if (NativeFunction* native = as<NativeFunction>(self))
        return native;
    return vm.type_error("descriptor requires a 'builtin_function_or_method' object but received a '{}'",
                         vm.type_name(self));
}

static Result<Value> native_get_name(VM& vm, Value self) { return TRY(native_of(vm, self))->name; }
static Result<std::string> native_get_qualname(VM& vm, Value self) {
    NativeFunction* native = TRY(native_of(vm, self));
    if (native->owner)
        return fmt::format("{}.{}", native->owner->qualname->view(), native->name->view());
    return std::string(native->qualname->view());
}
static Result<Value> native_get_module(VM& vm, Value self) { return TRY(native_of(vm, self))->module; }
static Result<Value> native_get_self(VM& vm, Value self) {
    if (BoundMethod* method = as<BoundMethod>(self))
        return method->self;
    NativeFunction* native = TRY(native_of(vm, self));
    return native->self ? native->self : Value::none();
}

// Where a native takes other parameters than scripts are to see (*args for what has to be there), its doc begins with
// those that it shows: "(iterable, /)\n--\n\nThe doc."
static constexpr std::string_view SIGNATURE_END = "\n--\n\n";

static std::string_view shown_signature(std::string_view doc) {
    size_t end = doc.starts_with('(') ? doc.find(SIGNATURE_END) : std::string_view::npos;
    return end == std::string_view::npos ? std::string_view() : doc.substr(0, end);
}

static Result<Value> native_get_doc(VM& vm, Value self) {
    const char* whole = TRY(native_of(vm, self))->def->doc;
    std::string_view doc = whole ? whole : "";
    if (std::string_view signature = shown_signature(doc); !signature.empty())
        doc.remove_prefix(signature.size() + SIGNATURE_END.size());
    return doc.empty() ? Value::none() : Value(make_short_str(vm, doc));
}
static Result<std::string> native_get_text_signature(VM& vm, Value self) {
    NativeFunction* native = TRY(native_of(vm, self));
    std::string_view signature = shown_signature(native->def->doc ? native->def->doc : "");
    return signature.empty() ? native_signature_text(*native) : std::string(signature);
}

static Result<std::string> native_repr(VM& vm, Value self) {
    NativeFunction* native = TRY(native_of(vm, self));
    if (BoundMethod* method = as<BoundMethod>(self)) {
        bool is_wrapper = method->type()->native == &method_wrapper_type;
        const char* what = is_wrapper ? "method-wrapper" : "built-in method";
        const char* quote = is_wrapper ? "'" : "";
        return fmt::format("<{} {}{}{} of {} object at {:#x}>", what, quote, native->name->view(), quote,
                           vm.type_name(method->self), uintptr_t(method->self.bits()));
    }
    if (!native->owner)
        return fmt::format("<built-in function {}>", native->name->view());
    const char* what = native->type()->native == &wrapper_descriptor_type ? "slot wrapper" : "method";
    return fmt::format("<{} '{}' of '{}' objects>", what, native->name->view(), native->owner->name->view());
}

static Result<Value> native_call(VM& vm, Value self, Args args, Kwargs keywords) {
    return call_with_dict(vm, self, args, &keywords);
}

static Result<Value> native_get(VM& vm, Value self, Value instance, Value) {
    TRY(native_of(vm, self));
    return instance.is_none() ? self : Value(make_bound_method(vm, self, instance));
}

static Result<Value> native_equal(VM&, Value self, Value other) {
    BoundMethod *a = as<BoundMethod>(self), *b = as<BoundMethod>(other);
    if (a && b)
        return Value::boolean(a->self == b->self && a->function == b->function);
    return self == other ? Value::boolean(true) : Value::not_implemented();
}

static int64_t native_hash(Value self) {
    BoundMethod* method = as<BoundMethod>(self);
    return int64_t(method ? (method->function.bits() >> 4) ^ (method->self.bits() >> 3) : self.bits() >> 4);
}

static Result<Value> native_get_owner(VM& vm, Value self) {
    Type* owner = TRY(native_of(vm, self))->owner;
    return owner ? Value(owner) : Value::none();
}

// By its name where a module has it, else as an attribute of what it belongs to.
static Result<Value> native_reduce(VM& vm, Value self) {
    NativeFunction* native = TRY(native_of(vm, self));
    if (BoundMethod* method = as<BoundMethod>(self))
        return reduce_to_attribute(vm, method->self,
                                   method->type()->native == &method_wrapper_type
                                       ? native->name
                                       : make_short_str(vm, native->name->view())); // not the type's own, as in CPython
    if (native->owner && !native->self)
        return reduce_to_attribute(vm, native->owner, native->name);
    if (native->self && !as<Module>(native->self))
        return reduce_to_attribute(vm, native->self, make_short_str(vm, native->name->view()));
    return Value(native->name);
}

#define COMMON_MEMBERS                                                                                                 \
    fn<native_repr>("__repr__(self, /)"), fn<native_call>("__call__(self, /, *args, **kwargs)"),                       \
        get<native_get_name>("__name__"), get<native_get_qualname>("__qualname__"), get<native_get_doc>("__doc__"),    \
        get<native_get_text_signature>("__text_signature__"), fn<native_reduce>("__reduce__(self, /)")
#define BOUND_MEMBERS                                                                                                  \
    fn<native_equal>("__eq__(self, other, /)"), fn<native_hash>("__hash__(self, /)"), get<native_get_self>("__self__")

static constexpr NativeDef native_function_members[] = {COMMON_MEMBERS, BOUND_MEMBERS,
                                                        get<native_get_module>("__module__")};
static constexpr NativeDef descriptor_members[] = {
    COMMON_MEMBERS, fn<native_get>("__get__(self, instance, owner=None, /)"), get<native_get_owner>("__objclass__")};
static constexpr NativeDef method_wrapper_members[] = {COMMON_MEMBERS, BOUND_MEMBERS,
                                                       get<native_get_owner>("__objclass__")};

static void bound_method_visit(Object* object, Visitor& visitor) {
    auto* self = static_cast<BoundMethod*>(object);
    visitor.visit(self->function);
    visitor.visit(self->self);
}

static void native_function_visit(Object* object, Visitor& visitor) {
    if (object->kind == Kind::BoundMethod)
        return bound_method_visit(object, visitor);
    auto* self = static_cast<NativeFunction*>(object);
    visitor.visit(self->owner);
    visitor.visit(self->self);
    visitor.visit(self->name);
    visitor.visit(self->qualname);
    visitor.visit(self->module);
    visitor.visit(self->defaults);
    visitor.visit(self->names);
    for (size_t i = 0; self->names && i < self->def->parameter_count; i++)
        visitor.visit(reinterpret_cast<Str**>(self->names->values())[i]);
    if (self->defaults)
        visitor.visit(self->defaults->values(), self->def->parameter_count);
}

template <size_t N>
static constexpr NativeType native_callable(const char* name, const NativeDef (&members)[N], uint32_t flags = 0) {
    return {
        .name = name,
        .base = nullptr,
        .kind = Kind::NativeFunction,
        .size = sizeof(NativeFunction),
        .flags = Type::FINAL | Type::NO_NEW | flags,
        .visit = native_function_visit,
        .members = members,
        .member_count = N,
    };
}

constinit const NativeType native_function_type =
    native_callable("builtin_function_or_method", native_function_members, Type::WEAKLY_REFERENCEABLE);
constinit const NativeType method_descriptor_type = native_callable("method_descriptor", descriptor_members);
constinit const NativeType wrapper_descriptor_type = native_callable("wrapper_descriptor", descriptor_members);
constinit const NativeType method_wrapper_type = native_callable("method-wrapper", method_wrapper_members);

// --- method -------------------------------------------------------------------------------------------------------

// Its instances are the BoundMethods of script functions and other callables.
static Value method_get_function(BoundMethod& self) { return self.function; }
static Value method_get_self(BoundMethod& self) { return self.self; }

static Result<Value> method_reduce(VM& vm, BoundMethod& self) {
    return reduce_to_attribute(vm, self.self, TRY(get_attribute(vm, self.function, vm.names.dunder_name)));
}

static Result<std::string> method_repr(VM& vm, BoundMethod& self) {
    Value name = TRY(find_attribute(vm, self.function, vm.names.dunder_qualname));
    Str* text = as<Str>(name);
    return fmt::format("<bound method {} of {}>", text ? text->view() : "?", TRY(repr(vm, self.self))->view());
}

static Result<Value> method_get_attribute(VM& vm, BoundMethod& self, Str& name) {
    // Attributes of the function show through: m.__name__, m.__doc__, m.custom.
    Type* type = vm.types.bound_method;
    if (type->lookup(vm, &name) && !(name.view() == "__doc__"))
        return generic_get_attribute(vm, &self, &name);
    return get_attribute(vm, self.function, &name);
}

static Result<Value> method_call(VM& vm, Value self, Args args, Kwargs keywords) {
    return call_with_dict(vm, self, args, &keywords);
}

static Result<Value> method_equal(VM& vm, BoundMethod& self, Value other) {
    BoundMethod* method = as<BoundMethod>(other);
    if (!method)
        return Value::not_implemented();
    if (!(self.self == method->self))
        return Value::boolean(false);
    return Value::boolean(TRY(equal(vm, self.function, method->function)));
}

static Result<int64_t> method_hash(VM& vm, BoundMethod& self) {
    return int64_t(TRY(hash(vm, self.function)) ^ (self.self.bits() >> 4));
}

static Result<BoundMethod*> method_new(VM& vm, Type*, Value function, Value self) {
    if (!is_callable(vm, function))
        return vm.type_error("first argument must be callable");
    if (self.is_none())
        return vm.type_error("instance must not be None");
    return make_bound_method(vm, function, self);
}

static constexpr NativeDef bound_method_members[] = {
    fn<method_new>("__new__(cls, function, instance, /)"),
    fn<method_repr>("__repr__(self, /)"),
    fn<method_reduce>("__reduce__(self, /)"),
    fn<method_get_attribute>("__getattribute__(self, name, /)"),
    fn<method_call>("__call__(self, /, *args, **kwargs)"),
    fn<method_equal>("__eq__(self, other, /)"),
    fn<method_hash>("__hash__(self, /)"),
    get<method_get_function>("__func__"),
    get<method_get_self>("__self__"),
};

const NativeType bound_method_type = {
    .name = "method",
    .base = nullptr,
    .kind = Kind::BoundMethod,
    .size = sizeof(BoundMethod),
    .flags = Type::FINAL | Type::WEAKLY_REFERENCEABLE,
    .visit = bound_method_visit,
    .members = bound_method_members,
    .member_count = std::size(bound_method_members),
};

// --- cell ---------------------------------------------------------------------------------------------------------

static Result<Value> cell_get_contents(VM& vm, Cell& self) {
    if (!self.value)
        return vm.value_error("cell is empty");
    return self.value;
}

static void cell_set_contents(Cell& self, Value value) { Heap::store(&self, self.value, value); }

static Cell* cell_new(VM& vm, Type*, Value contents) { return make_cell(vm, contents); }

static std::string cell_repr(VM& vm, Cell& self) {
    if (!self.value)
        return fmt::format("<cell at {:#x}: empty>", reinterpret_cast<uintptr_t>(&self));
    return fmt::format("<cell at {:#x}: {} object at {:#x}>", reinterpret_cast<uintptr_t>(&self),
                       vm.type_name(self.value), uintptr_t(self.value.bits()));
}

static constexpr NativeDef cell_members[] = {
    fn<cell_new>("__new__(cls, contents=<unset>, /)"),
    fn<cell_repr>("__repr__(self, /)"),
    get<cell_get_contents, cell_set_contents>("cell_contents"),
};

static void cell_visit(Object* object, Visitor& visitor) { visitor.visit(static_cast<Cell*>(object)->value); }

const NativeType cell_type = {
    .name = "cell",
    .base = nullptr,
    .kind = Kind::Cell,
    .size = sizeof(Cell),
    .flags = Type::FINAL,
    .visit = cell_visit,
    .members = cell_members,
    .member_count = std::size(cell_members),
};

} // namespace ouro::vm
