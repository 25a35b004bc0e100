// SPDX-License-Identifier: MIT
//
// property, staticmethod, classmethod, super, and the descriptors of native attributes and of __slots__ (Data model
// 3.3.2.4). How they are bound on the fast path stands in attributes.cpp.
#include "vm/model/attributes.hpp"
#include "vm/model/calls.hpp"
#include "vm/model/code.hpp"
#include "vm/model/frame.hpp"
#include "vm/model/core.hpp"
#include "vm/model/native_slots.hpp"
#include "vm/model/reduction.hpp"

namespace ouro::vm {

// --- property -----------------------------------------------------------------------------------------------------

static Value or_none(Value value) { return value ? value : Value::none(); }

static Result<void> property_init(VM& vm, Property& self, Value getter, Value setter, Value deleter, Value doc) {
    Heap::store(&self, self.getter, getter);
    Heap::store(&self, self.setter, setter);
    Heap::store(&self, self.deleter, deleter);
    if (doc.is_none() && !getter.is_none()) {
        Value inherited = TRY(find_attribute(vm, getter, vm.names.dunder_doc));
        doc = or_none(inherited);
    }
    Heap::store(&self, self.doc, doc);
    if (self.is_exact())
        return {};
    // The class of a subclass has a __doc__ of its own, which hides the one here.
    auto stored = set_attribute(vm, &self, vm.names.dunder_doc, doc);
    if (stored.is_error() && doc.is_none() && is_exception_of(stored.exception(), vm, ExceptionId::AttributeError))
        return {};
    return stored;
}

static Result<Object*> property_new(VM& vm, Type& cls, Args, Kwargs) {
    auto* property = static_cast<Property*>(allocate_instance(vm, &cls));
    property->getter = property->setter = property->deleter = property->doc = Value::none();
    return static_cast<Object*>(property);
}

static Result<Value> property_copy(VM& vm, Property& self, Value getter, Value setter, Value deleter) {
    Value copy = TRY(call(vm, self.type(), {getter, setter, deleter, self.doc}));
    if (Property* property = as<Property>(copy))
        Heap::store(property, property->name, self.name);
    return copy;
}
static Result<Value> property_getter(VM& vm, Property& self, Value f) {
    return property_copy(vm, self, f, self.setter, self.deleter);
}
static Result<Value> property_setter(VM& vm, Property& self, Value f) {
    return property_copy(vm, self, self.getter, f, self.deleter);
}
static Result<Value> property_deleter(VM& vm, Property& self, Value f) {
    return property_copy(vm, self, self.getter, self.setter, f);
}

static Result<Value> property_get(VM& vm, Property& self, Value instance, Value) {
    if (instance.is_none())
        return &self;
    if (self.getter.is_none())
        return refuse_property(vm, self, instance, "getter");
    return call(vm, self.getter, {instance});
}
static Result<void> property_set(VM& vm, Property& self, Value instance, Value value) {
    if (self.setter.is_none())
        return refuse_property(vm, self, instance, "setter");
    TRY(call(vm, self.setter, {instance, value}));
    return {};
}
static Result<void> property_delete(VM& vm, Property& self, Value instance) {
    if (self.deleter.is_none())
        return refuse_property(vm, self, instance, "deleter");
    TRY(call(vm, self.deleter, {instance}));
    return {};
}
static void property_set_name(Property& self, Value, Value name) { Heap::store(&self, self.name, name); }
static Value property_get_fget(Property& self) { return self.getter; }
static Value property_get_fset(Property& self) { return self.setter; }
static Value property_get_fdel(Property& self) { return self.deleter; }
static Value property_get_doc(Property& self) { return self.doc; }
static void property_set_doc(Property& self, Value doc) { Heap::store(&self, self.doc, or_none(doc)); }
static Result<Value> property_get_name(VM& vm, Property& self) {
    Value name = TRY(name_of_property(vm, self));
    if (!name)
        return vm.attribute_error(&self, vm.names.dunder_name);
    return name;
}
static void property_write_name(Property& self, Value name) { Heap::store(&self, self.name, name); }
static Result<Value> property_get_abstract(VM& vm, Property& self) {
    for (Value accessor : {self.getter, self.setter, self.deleter}) {
        Value flag = TRY(find_attribute(vm, accessor, vm.names.dunder_isabstractmethod));
        if (flag && TRY(truth(vm, flag)))
            return Value::boolean(true);
    }
    return Value::boolean(false);
}

static constexpr NativeDef property_members[] = {
    fn<property_new>("__new__(cls, /, *args, **kwargs)"),
    fn<property_init>("__init__(self, fget=None, fset=None, fdel=None, doc=None)"),
    fn<property_getter>("getter(self, object, /)"),
    fn<property_setter>("setter(self, object, /)"),
    fn<property_deleter>("deleter(self, object, /)"),
    fn<property_get>("__get__(self, instance, owner=None, /)"),
    fn<property_set>("__set__(self, instance, value, /)"),
    fn<property_delete>("__delete__(self, instance, /)"),
    fn<property_set_name>("__set_name__(self, owner, name, /)"),
    get<property_get_fget>("fget"),
    get<property_get_fset>("fset"),
    get<property_get_fdel>("fdel"),
    get<property_get_name, property_write_name>("__name__"),
    get<property_get_doc, property_set_doc>("__doc__"),
    get<property_get_abstract>("__isabstractmethod__"),
};

static void property_visit(Object* object, Visitor& visitor) {
    auto* self = static_cast<Property*>(object);
    for (Value value : {self->getter, self->setter, self->deleter, self->doc, self->name})
        visitor.visit(value);
}

const NativeType property_type = {
    .name = "property", .base = nullptr, .kind = Kind::Property, .size = sizeof(Property), .flags = 0,
    .visit = property_visit, .members = property_members, .member_count = std::size(property_members),
};

// --- staticmethod and classmethod ---------------------------------------------------------------------------------

template <class T>
static Result<Object*> wrapper_new(VM& vm, Type& cls, Args, Kwargs) {
    auto* wrapper = static_cast<T*>(allocate_instance(vm, &cls));
    wrapper->function = Value::none();
    return static_cast<Object*>(wrapper);
}

template <class T>
static Result<void> wrapper_init(VM& vm, T& self, Value function) {
    Heap::store(&self, self.function, function);
    for (Str* name : {vm.names.dunder_module, vm.names.dunder_name, vm.names.dunder_qualname, vm.names.dunder_doc}) {
        if (Value value = TRY(find_attribute(vm, function, name)))
            set_own_attribute(vm, &self, name, value);
    }
    return {};
}

template <class T>
static Value wrapper_function(T& self) {
    return self.function;
}
template <class T>
static Result<Value> wrapper_abstract(VM& vm, T& self) {
    Value flag = TRY(find_attribute(vm, self.function, vm.names.dunder_isabstractmethod));
    return Value::boolean(flag && TRY(truth(vm, flag)));
}
template <class T>
static Result<std::string> wrapper_repr(VM& vm, T& self) {
    return fmt::format("<{}({})>", self.type()->name->view(), TRY(repr(vm, self.function))->view());
}
template <class T>
static Result<Dict*> wrapper_dict(VM& vm, T& self) {
    return instance_dict(vm, &self);
}

// __annotations__ and __annotate__: the function's, from the first look on the wrapper's own.
static Result<Value> wrapper_borrowed(VM& vm, Object& self, Value function, Str* name) {
    if (Value own = get_own_attribute(vm, &self, name))
        return own;
    Value value = TRY(get_attribute(vm, function, name));
    set_own_attribute(vm, &self, name, value);
    return value;
}
static Result<void> wrapper_replace(VM& vm, Object& self, Str* name, Value value) {
    if (!value)
        dict_remove(vm, *instance_dict(vm, &self), name);
    else
        set_own_attribute(vm, &self, name, value);
    return {};
}
template <class T>
static Result<Value> wrapper_annotations(VM& vm, T& self) {
    return wrapper_borrowed(vm, self, self.function, vm.names.dunder_annotations);
}
template <class T>
static Result<void> wrapper_set_annotations(VM& vm, T& self, Value value) {
    return wrapper_replace(vm, self, vm.names.dunder_annotations, value);
}
template <class T>
static Result<Value> wrapper_annotate(VM& vm, T& self) {
    return wrapper_borrowed(vm, self, self.function, vm.names.dunder_annotate);
}
template <class T>
static Result<void> wrapper_set_annotate(VM& vm, T& self, Value value) {
    return wrapper_replace(vm, self, vm.names.dunder_annotate, value);
}

static Value static_method_get(StaticMethod& self, Value, Value) { return self.function; }
static Result<Value> static_method_call(VM& vm, StaticMethod& self, Args args, Kwargs keywords) {
    return call_with_dict(vm, self.function, args, &keywords);
}
static Result<Value> class_method_get(VM& vm, ClassMethod& self, Value instance, Value owner) {
    return make_bound_method(vm, self.function, owner.is_none() ? Value(vm.type_of(instance)) : owner);
}

// Class methods of native types are of a type of their own, with what their function tells.
static Result<Value> class_method_call(VM& vm, ClassMethod& self, Args args, Kwargs keywords) {
    return call_with_dict(vm, self.function, args, &keywords);
}
static Result<std::string> class_method_descriptor_repr(VM&, ClassMethod& self) {
    auto* native = static_cast<NativeFunction*>(self.function.object());
    return fmt::format("<method '{}' of '{}' objects>", native->name->view(), native->owner->name->view());
}
static Value class_method_owner(ClassMethod& self) {
    return static_cast<NativeFunction*>(self.function.object())->owner;
}
static Result<Value> class_method_name(VM& vm, ClassMethod& self) {
    return get_attribute(vm, self.function, vm.names.dunder_name);
}
static Result<Value> class_method_qualname(VM& vm, ClassMethod& self) {
    return get_attribute(vm, self.function, vm.names.dunder_qualname);
}
static Result<Value> class_method_doc(VM& vm, ClassMethod& self) {
    return get_attribute(vm, self.function, vm.names.dunder_doc);
}
static Result<Value> class_method_signature(VM& vm, ClassMethod& self) {
    return get_attribute(vm, self.function, "__text_signature__");
}

static constexpr NativeDef class_method_descriptor_members[] = {
    fn<class_method_get>("__get__(self, instance, owner=None, /)"),
    fn<class_method_call>("__call__(self, /, *args, **kwargs)"),
    fn<class_method_descriptor_repr>("__repr__(self, /)"),
    get<class_method_owner>("__objclass__"),
    get<class_method_name>("__name__"),
    get<class_method_qualname>("__qualname__"),
    get<class_method_doc>("__doc__"),
    get<class_method_signature>("__text_signature__"),
};

static constexpr NativeDef static_method_members[] = {
    fn<wrapper_new<StaticMethod>>("__new__(cls, /, *args, **kwargs)"),
    fn<wrapper_init<StaticMethod>>("__init__(self, function, /)"),
    fn<static_method_get>("__get__(self, instance, owner=None, /)"),
    fn<static_method_call>("__call__(self, /, *args, **kwargs)"),
    fn<wrapper_repr<StaticMethod>>("__repr__(self, /)"),
    get<wrapper_function<StaticMethod>>("__func__"),
    get<wrapper_function<StaticMethod>>("__wrapped__"),
    get<wrapper_abstract<StaticMethod>>("__isabstractmethod__"),
    get<wrapper_dict<StaticMethod>>("__dict__"),
    get<wrapper_annotations<StaticMethod>, wrapper_set_annotations<StaticMethod>>("__annotations__"),
    get<wrapper_annotate<StaticMethod>, wrapper_set_annotate<StaticMethod>>("__annotate__"),
};
static constexpr NativeDef class_method_members[] = {
    fn<wrapper_new<ClassMethod>>("__new__(cls, /, *args, **kwargs)"),
    fn<wrapper_init<ClassMethod>>("__init__(self, function, /)"),
    fn<class_method_get>("__get__(self, instance, owner=None, /)"),
    fn<wrapper_repr<ClassMethod>>("__repr__(self, /)"),
    get<wrapper_function<ClassMethod>>("__func__"),
    get<wrapper_function<ClassMethod>>("__wrapped__"),
    get<wrapper_abstract<ClassMethod>>("__isabstractmethod__"),
    get<wrapper_dict<ClassMethod>>("__dict__"),
    get<wrapper_annotations<ClassMethod>, wrapper_set_annotations<ClassMethod>>("__annotations__"),
    get<wrapper_annotate<ClassMethod>, wrapper_set_annotate<ClassMethod>>("__annotate__"),
};

static void static_method_visit(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<StaticMethod*>(object)->function);
}
static void class_method_visit(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<ClassMethod*>(object)->function);
}

// Made by the engine without the slot area (wrapper_init copies names for those of scripts), so without attributes.
const NativeType static_method_type = {
    .name = "staticmethod", .base = nullptr, .kind = Kind::StaticMethod, .size = sizeof(StaticMethod),
    .flags = Type::HAS_ATTRIBUTES, .visit = static_method_visit, .members = static_method_members,
    .member_count = std::size(static_method_members),
};
const NativeType class_method_type = {
    .name = "classmethod", .base = nullptr, .kind = Kind::ClassMethod, .size = sizeof(ClassMethod),
    .flags = Type::HAS_ATTRIBUTES, .visit = class_method_visit, .members = class_method_members,
    .member_count = std::size(class_method_members),
};
const NativeType class_method_descriptor_type = {
    .name = "classmethod_descriptor", .base = nullptr, .kind = Kind::ClassMethod, .size = sizeof(ClassMethod),
    .flags = Type::FINAL | Type::NO_NEW, .visit = class_method_visit, .members = class_method_descriptor_members,
    .member_count = std::size(class_method_descriptor_members),
};

// --- super --------------------------------------------------------------------------------------------------------

static Result<Object*> super_new(VM& vm, Type& cls, Args, Kwargs) { return allocate_instance(vm, &cls); }

// super() without arguments, called other than by the instruction for it: finds __class__ and the first argument in the
// calling frame.
static Result<void> super_from_frame(VM& vm, Super& self) {
    Frame* frame = current_frame(vm);
    if (!frame)
        return vm.runtime_error("super(): no current frame");
    const Code& code = *frame->code;
    if (code.positional_count == 0)
        return vm.runtime_error("super(): no arguments");
    for (size_t i = 0; frame->function->closure && i < code.free_count; i++) {
        if (as<Str>((*code.free_names)[i])->view() != "__class__")
            continue;
        auto* cell = static_cast<Cell*>((*frame->function->closure)[i].object());
        Type* type = as<Type>(cell->value);
        if (!type)
            return vm.runtime_error("super(): empty __class__ cell");
        Value first = frame->registers[0];
        if (Cell* captured = as<Cell>(first))
            first = captured->value;
        Heap::store(&self, self.type, type);
        Heap::store(&self, self.self, first);
        Heap::store(&self, self.self_type, TRY(super_check(vm, type, first)));
        return {};
    }
    return vm.runtime_error("super(): __class__ cell not found");
}

static Result<void> super_init(VM& vm, Super& self, Type* type, Value object) {
    if (!type)
        return super_from_frame(vm, self);
    Heap::store(&self, self.type, type);
    if (object && !object.is_none()) {
        Heap::store(&self, self.self, object);
        Heap::store(&self, self.self_type, TRY(super_check(vm, type, object)));
    }
    return {};
}

static Result<Value> super_getattribute(VM& vm, Super& self, Str& name) {
    if (!self.self_type)
        return generic_get_attribute(vm, &self, intern(vm, &name));
    return super_get_attribute(vm, self.type, self.self, intern(vm, &name));
}

static std::string super_repr(Super& self) {
    std::string_view type = self.type ? self.type->name->view() : "NULL";
    if (!self.self_type)
        return fmt::format("<super: <class '{}'>, NULL>", type);
    return fmt::format("<super: <class '{}'>, <{} object>>", type, self.self_type->name->view());
}

// super(Class) in a class attribute: bound to the instance that the attribute is read from.
static Result<Value> super_get(VM& vm, Super& self, Value instance, Value) {
    if (instance.is_none() || self.self_type)
        return Value(&self);
    auto* bound = static_cast<Super*>(allocate_instance(vm, self.Object::type()));
    bound->type = self.type;
    bound->self = instance;
    bound->self_type = TRY(super_check(vm, self.type, instance));
    return Value(bound);
}

static Value super_get_thisclass(Super& self) { return self.type ? Value(self.type) : Value::none(); }
static Value super_get_self(Super& self) { return or_none(self.self); }
static Value super_get_self_class(Super& self) { return self.self_type ? Value(self.self_type) : Value::none(); }

static constexpr NativeDef super_members[] = {
    fn<super_new>("__new__(cls, /, *args, **kwargs)"),
    fn<super_init>("__init__(self, type=None, object=None, /)"),
    fn<super_getattribute>("__getattribute__(self, name, /)"),
    fn<super_repr>("__repr__(self, /)"),
    fn<super_get>("__get__(self, instance, owner=None, /)"),
    get<super_get_thisclass>("__thisclass__"),
    get<super_get_self>("__self__"),
    get<super_get_self_class>("__self_class__"),
};

static void super_visit(Object* object, Visitor& visitor) {
    auto* self = static_cast<Super*>(object);
    visitor.visit(self->type);
    visitor.visit(self->self);
    visitor.visit(self->self_type);
}

const NativeType super_type = {
    .name = "super", .base = nullptr, .kind = Kind::Super, .size = sizeof(Super), .flags = 0, .visit = super_visit,
    .members = super_members, .member_count = std::size(super_members),
};

// --- Native attributes and __slots__ members ----------------------------------------------------------------------

static std::string getter_repr(Getter& self) {
    return fmt::format("<attribute '{}' of '{}' objects>", self.def->name(), self.owner->name->view());
}
static std::string getter_get_name(Getter& self) { return std::string(self.def->name()); }
static Type* getter_get_owner(Getter& self) { return self.owner; }
static Value getter_get_doc(VM& vm, Getter& self) {
    return self.def->doc ? Value(make_short_str(vm, self.def->doc)) : Value::none();
}
static Result<Value> getter_get(VM& vm, Getter& self, Value instance, Value) {
    return instance.is_none() ? Result<Value>(&self) : call_getter(vm, self, instance);
}
static Result<void> getter_set(VM& vm, Getter& self, Value instance, Value value) {
    return write_descriptor(vm, &self, instance, intern(vm, self.def->name()), value);
}

static Result<Value> getter_reduce(VM& vm, Getter& self) {
    return reduce_to_attribute(vm, self.owner, intern(vm, self.def->name()));
}

static constexpr NativeDef getter_members[] = {
    fn<getter_reduce>("__reduce__(self, /)"),
    fn<getter_repr>("__repr__(self, /)"),
    fn<getter_get>("__get__(self, instance, owner=None, /)"),
    fn<getter_set>("__set__(self, instance, value, /)"),
    get<getter_get_name>("__name__"),
    get<getter_get_owner>("__objclass__"),
    get<getter_get_doc>("__doc__"),
};

static void getter_visit(Object* object, Visitor& visitor) { visitor.visit(static_cast<Getter*>(object)->owner); }

const NativeType getter_type = {
    .name = "getset_descriptor", .base = nullptr, .kind = Kind::Getter, .size = sizeof(Getter),
    .flags = Type::FINAL | Type::NO_NEW, .visit = getter_visit, .members = getter_members,
    .member_count = std::size(getter_members),
};

static std::string member_repr(Member& self) {
    return fmt::format("<member '{}' of '{}' objects>", self.name->view(), self.owner->name->view());
}
static Str* member_get_name(Member& self) { return self.name; }
static Type* member_get_owner(Member& self) { return self.owner; }
static Result<Value> member_get(VM& vm, Member& self, Value instance, Value) {
    return instance.is_none() ? Result<Value>(&self) : bind_descriptor(vm, &self, instance, vm.type_of(instance));
}
static Result<void> member_set(VM& vm, Member& self, Value instance, Value value) {
    return write_descriptor(vm, &self, instance, self.name, value);
}
static Result<void> member_delete(VM& vm, Member& self, Value instance) {
    return write_descriptor(vm, &self, instance, self.name, {});
}

static Result<Value> member_reduce(VM& vm, Member& self) { return reduce_to_attribute(vm, self.owner, self.name); }

static constexpr NativeDef member_members[] = {
    fn<member_reduce>("__reduce__(self, /)"),
    fn<member_repr>("__repr__(self, /)"),
    fn<member_get>("__get__(self, instance, owner=None, /)"),
    fn<member_set>("__set__(self, instance, value, /)"),
    fn<member_delete>("__delete__(self, instance, /)"),
    get<member_get_name>("__name__"),
    get<member_get_owner>("__objclass__"),
};

static void member_visit(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<Member*>(object)->name);
    visitor.visit(static_cast<Member*>(object)->owner);
}

const NativeType member_type = {
    .name = "member_descriptor", .base = nullptr, .kind = Kind::Member, .size = sizeof(Member),
    .flags = Type::FINAL | Type::NO_NEW, .visit = member_visit, .members = member_members,
    .member_count = std::size(member_members),
};

} // namespace ouro::vm
