// SPDX-License-Identifier: MIT
//
// What collections.namedtuple is made of: the descriptors of the fields, and the constructor, which is a script
// function compiled for the fields, so that it binds and refuses arguments as any function does. Part of module
// _collections.
#include "stdlib/collections/collections.hpp"

#include "stdlib/collections/namedtuple.hpp"
#include "vm/compile_options.hpp"
#include "vm/run/enter.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

struct TupleGetter : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = tuple_getter_type;
    uint64_t index;
    Value doc;
};

static Result<Value> tuple_getter_new(VM& vm, Type* type, int64_t index, Value doc) {
    auto* self = static_cast<TupleGetter*>(allocate_instance(vm, type));
    self->index = uint64_t(index);
    self->doc = doc;
    return self;
}

static Result<Value> tuple_getter_get(VM& vm, TupleGetter& self, Value object, Value) {
    if (object.is_none())
        return &self;
    Tuple* tuple = as<Tuple>(object);
    if (!tuple)
        return vm.type_error("descriptor for index '{}' for tuple subclasses doesn't apply to '{}' object", self.index,
                             vm.type_name(object));
    if (self.index >= tuple->size())
        return vm.index_error("tuple index out of range");
    return (*tuple)[self.index];
}

static Result<void> tuple_getter_set(VM& vm, TupleGetter&, Value, Value) {
    return vm.raise(ExceptionId::AttributeError, "can't set attribute");
}
static Result<void> tuple_getter_delete(VM& vm, TupleGetter&, Value) {
    return vm.raise(ExceptionId::AttributeError, "can't delete attribute");
}

static Result<std::string> tuple_getter_repr(VM& vm, TupleGetter& self) {
    return fmt::format("_tuplegetter({}, {})", self.index, TRY(repr(vm, self.doc))->view());
}

static Value tuple_getter_doc(TupleGetter& self) { return self.doc; }
static void tuple_getter_set_doc(TupleGetter& self, Value doc) {
    Heap::store(&self, self.doc, doc.is_empty() ? Value::none() : doc);
}

static void visit_tuple_getter(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<TupleGetter*>(object)->doc);
}

static constexpr NativeDef tuple_getter_members[] = {
    fn<tuple_getter_new>("__new__(cls, index, doc, /)"),
    fn<tuple_getter_get>("__get__(self, instance, owner=None, /)"),
    fn<tuple_getter_set>("__set__(self, instance, value, /)"),
    fn<tuple_getter_delete>("__delete__(self, instance, /)"),
    fn<tuple_getter_repr>("__repr__(self, /)"),
    get<tuple_getter_doc, tuple_getter_set_doc>("__doc__"),
};

const NativeType tuple_getter_type = {
    .name = "collections._tuplegetter",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(TupleGetter),
    .flags = Type::FINAL,
    .visit = visit_tuple_getter,
    .members = tuple_getter_members,
    .member_count = std::size(tuple_getter_members),
};

// --- Construction ------------------------------------------------------------------------------------------------

Result<Value> namedtuple_instance(VM& vm, Value cls, Value items) {
    Type* type = TRY(class_argument(vm, cls, vm.types.tuple));
    Tuple* source = as<Tuple>(items);
    if (!source || type == vm.types.tuple)
        return call(vm, vm.types.tuple, {items});
    size_t bytes = sizeof(Tuple) + source->size() * sizeof(Value);
    if (bytes > Heap::LARGEST_SMALL)
        TRY(vm.heap.reserve(bytes));
    auto* tuple = static_cast<Tuple*>(allocate_variable_instance(vm, type, bytes));
    tuple->aux = source->aux;
    std::copy_n(source->items(), source->size(), tuple->items());
    return tuple;
}

// "lambda _cls, x, y: _tuple_new(_cls, (x, y,))"
static Result<std::string> constructor_source(VM& vm, Tuple& fields) {
    std::string parameters = "_cls", items;
    for (size_t i = 0; i < fields.size(); i++) {
        Str* field = as<Str>(fields[i]);
        if (!field)
            return vm.type_error("field names must be strings");
        parameters += fmt::format(", {}", field->view());
        items += fmt::format("{},", field->view());
    }
    return fmt::format("lambda {}: _tuple_new(_cls, ({}))", parameters, items);
}

Result<Value> namedtuple_constructor(VM& vm, Value name, Value fields, Value defaults) {
    Tuple* names = TRY(tuple_from(vm, fields));
    Str* class_name = as<Str>(name);
    if (!class_name || !vm.hooks.compile)
        return vm.type_error("a named tuple needs a name and a compiler");
    std::string source = TRY(constructor_source(vm, *names));
    std::string filename = fmt::format("<namedtuple_{}>", class_name->view());
    Code* code = TRY(vm.hooks.compile(vm, source, {.mode = CompileOptions::Mode::Eval, .filename = filename}));
    Dict* globals = make_dict(vm);
    Value module = TRY(dict_get(vm, *vm.modules, intern(vm, "_collections")));
    dict_set(vm, *globals, intern(vm, "_tuple_new"), TRY(get_attribute(vm, module, "_tuple_new")));
    dict_set(vm, *globals, vm.names.dunder_builtins, make_dict(vm));
    dict_set(vm, *globals, vm.names.dunder_name, intern(vm, filename.substr(1, filename.size() - 2)));
    Value made = TRY(run_code(vm, *code, globals, globals));
    Function* function = as<Function>(made);
    OURO_VERIFY(function);
    if (Tuple* values = as<Tuple>(defaults); values && values->size())
        Heap::store(function, function->defaults, values);
    Heap::store(function, function->name, intern(vm, "__new__"));
    Heap::store(function, function->qualname, intern(vm, fmt::format("{}.__new__", class_name->view())));
    return function;
}

} // namespace ouro::stdlib
