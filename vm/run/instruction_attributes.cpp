// SPDX-License-Identifier: MIT
//
// Instructions that read and write names and attributes, and how they fill their inline caches.
#include "vm/model/attribute_cache.hpp"
#include "vm/model/attributes.hpp"
#include "vm/run/instructions.hpp"
#include "vm/model/class.hpp"
#include "vm/model/special_calls.hpp"

#include <algorithm>

namespace ouro::vm {

namespace {

Str* name_constant(Frame* frame, uint32_t index) { return static_cast<Str*>(frame->code->constants[index].object()); }
InlineCache& cache_of(Frame* frame, const uint32_t* at) { return frame->code->caches[at[1]]; }

Frame* deliver(VM& vm, Frame* frame, const uint32_t* at, const Result<Value>& result) {
    if (result.is_error())
        return raise_in(vm, result.error());
    frame->registers[instruction::a(*at)] = result.release();
    return frame;
}

void quicken(const uint32_t* at, Op op) {
    auto* word = const_cast<uint32_t*>(at);
    *word = (*word & ~0xFFu) | uint32_t(op);
}

// After a miss: what another visit of the same shape has found, or null.
AttributeCache::Entry* recall(VM& vm, Frame* frame, const uint32_t* at, Value object, AttributeCache::Use use) {
    InlineCache& cache = cache_of(frame, at);
    if (!cache.shape_id || !vm.attribute_cache || !object.is_object())
        return nullptr;
    return vm.attribute_cache->find(object.object()->shape->id, cache.name, use);
}

Value& slot_of(Value object, const AttributeCache::Entry& entry) {
    return *reinterpret_cast<Value*>(reinterpret_cast<char*>(object.object()) + entry.offset);
}

// Does the instruction miss this shape twice in a row? Then its inline cache takes it over; where shapes alternate, the
// table serves them all. The last missed shape is kept in the version, which caches of instances have no use for.
bool misses_again(InlineCache& cache, const uint32_t* at, const AttributeCache::Entry& entry) {
    switch (instruction::op(*at)) {
    case Op::GetAttrModule: case Op::GetAttrType: case Op::GetMethodModule: case Op::GetMethodType:
        return true;
    default:
        break;
    }
    bool again = cache.version == entry.shape_id;
    cache.version = entry.shape_id;
    return again;
}

// Fills the inline cache from the table; the instruction runs again.
Frame* take_over(Frame* frame, const uint32_t* at, const AttributeCache::Entry& entry) {
    InlineCache& cache = cache_of(frame, at);
    cache.shape_id = entry.shape_id;
    cache.offset = entry.offset;
    cache.offset2 = entry.offset2;
    Heap::store(frame->code, cache.value, entry.value);
    quicken(at, entry.op);
    frame->pc = at;
    return frame;
}

// Puts a freshly filled inline cache into the table as well, where the instruction has seen another shape before.
void learn(VM& vm, Frame* frame, const uint32_t* at, bool was_filled, AttributeCache::Use use) {
    if (!was_filled)
        return;
    if (!vm.attribute_cache)
        vm.attribute_cache = std::make_unique<AttributeCache>();
    InlineCache& cache = cache_of(frame, at);
    vm.attribute_cache->slot(cache.shape_id, cache.name, use) = {
        cache.shape_id, instruction::op(*at), use, cache.offset, cache.offset2, cache.name, cache.value};
}

Raised name_error(VM& vm, Frame* frame, Str* name) {
    Exception* exception =
        make_exception(vm, ExceptionId::NameError, fmt::format("name '{}' is not defined", name->view()));
    exception_set_field(vm, *exception, field::NAME, name);
    // The traceback says "Did you mean: 'self.name'?"; the frame will be gone by then.
    Tuple* locals = frame->code->local_names;
    if (locals && locals->size() && as<Str>((*locals)[0])->view() == "self")
        exception_set_field(vm, *exception, field::RECEIVER, frame->registers[0]);
    return vm.raise(exception);
}

Raised unbound_local_error(VM& vm, Str* name) {
    Exception* exception = make_exception(
        vm, ExceptionId::UnboundLocalError,
        fmt::format("cannot access local variable '{}' where it is not associated with a value", name->view()));
    exception_set_field(vm, *exception, field::NAME, name);
    return vm.raise(exception);
}

Raised unbound_free_error(VM& vm, Str* name) {
    Exception* exception = make_exception(
        vm, ExceptionId::NameError,
        fmt::format("cannot access free variable '{}' where it is not associated with a value in enclosing scope",
                    name->view()));
    exception_set_field(vm, *exception, field::NAME, name);
    return vm.raise(exception);
}

bool has_generic_getattribute(VM& vm, Type* type) {
    Value method = type->special(vm, Special::GetAttribute);
    return method == vm.object_getattribute && !type->special(vm, Special::GetAttr);
}

// What `descriptor` says of instances of `type`, when it is a name of __slots__ of this class or a base.
Member* member_of(Type* type, Value descriptor) {
    Member* member = as<Member>(descriptor);
    return member && type->is_subtype_of(member->owner) ? member : nullptr;
}

// Remembers in `cache` where an instance keeps its attribute number `slot`.
void cache_slot(const uint32_t* at, InlineCache& cache, Object* object, uint32_t slot, Op in_line, Op overflow) {
    Shape* shape = object->shape;
    uint32_t area = object->type()->attributes_offset;
    cache.shape_id = shape->id;
    if (slot < shape->inline_capacity) {
        cache.offset = area + (1 + slot) * uint32_t(sizeof(Value));
        quicken(at, in_line);
    } else {
        cache.offset = area;
        cache.offset2 = slot - shape->inline_capacity;
        quicken(at, overflow);
    }
}

// Fills the cache of a GetAttr for what the ordinary lookup of an instance attribute will find; false when it cannot be
// cached.
bool cache_instance_attribute(VM& vm, Frame* frame, const uint32_t* at, Object* object, Str* name) {
    Type* type = object->type();
    if (object->kind == Kind::Type || object->kind == Kind::Module || !has_generic_getattribute(vm, type))
        return false;
    InlineCache& cache = cache_of(frame, at);
    Value descriptor = type->lookup(vm, name);
    if (descriptor && descriptor.is_object() && is_data_descriptor(vm, descriptor)) {
        if (Property* property = as_exact<Property>(descriptor); property && as<Function>(property->getter)) {
            Function* getter = as<Function>(property->getter);
            if (!getter->code->has(Code::SIMPLE_PARAMETERS) || getter->code->positional_count != 1)
                return false;
            cache.shape_id = object->shape->id;
            Heap::store(frame->code, cache.value, Value(getter));
            quicken(at, Op::GetAttrProperty);
            return true;
        }
        Member* member = member_of(type, descriptor);
        if (!member || !member->value_in(object) || type->has(Type::VARIABLE_SIZE))
            return false;
        cache_slot(at, cache, object, member->index, Op::GetAttrMember, Op::GetAttrMember);
        return true;
    }
    if (object->shape->is_dictionary)
        return false;
    uint32_t slot = attribute_area(object) ? object->shape->find(vm, name) : Shape::NOT_FOUND;
    if (slot != Shape::NOT_FOUND) {
        cache_slot(at, cache, object, slot, Op::GetAttrSlot, Op::GetAttrOverflow);
        return true;
    }
    // A plain class attribute: not a descriptor at all.
    if (!descriptor || (descriptor.is_object() && vm.type_of(descriptor)->special(vm, Special::Get)))
        return false;
    cache.shape_id = object->shape->id;
    Heap::store(frame->code, cache.value, descriptor);
    quicken(at, Op::GetAttrValue);
    return true;
}

// Attributes of a class itself, for GetAttr and (as a function, self pair) GetMethod. The guard is the id of the root
// shape, which changes with the class, and that of the class object's own shape, which changes with the metaclass.
bool cache_type_attribute(VM& vm, Frame* frame, const uint32_t* at, Type* type, Str* name, bool is_method) {
    Type* meta = type->type();
    if (!(meta->special(vm, Special::GetAttribute) == vm.type_getattribute))
        return false;
    if (Value on_meta = meta->lookup(vm, name); on_meta && is_data_descriptor(vm, on_meta))
        return false;
    Value found = type->lookup(vm, name);
    if (!found)
        return false;
    bool takes_class = false;
    if (StaticMethod* method = as_exact<StaticMethod>(found)) {
        found = method->function;
    } else if (ClassMethod* method = as_exact<ClassMethod>(found);
               method && is_method && (as<Function>(method->function) || as<NativeFunction>(method->function))) {
        found = method->function;
        takes_class = true;
    } else if (found.is_object() && !as<Function>(found) && vm.type_of(found)->special(vm, Special::Get)) {
        return false;
    }
    InlineCache& cache = cache_of(frame, at);
    cache.shape_id = type->root_shape->id;
    cache.version = type->shape->id;
    cache.offset = takes_class;
    Heap::store(frame->code, cache.value, found);
    quicken(at, is_method ? Op::GetMethodType : Op::GetAttrType);
    return true;
}

bool cache_module_attribute(VM& vm, Frame* frame, const uint32_t* at, Module* module, Str* name, Op op) {
    if (!(vm.type_of(module) == vm.types.module) || vm.types.module->lookup(vm, name))
        return false;
    DictEntry* entry = dict_find(*module->dict, name);
    if (!entry)
        return false;
    InlineCache& cache = cache_of(frame, at);
    cache.version = dict_keys_version(vm, *module->dict);
    cache.offset = uint32_t(entry - module->dict->begin());
    quicken(at, op);
    return true;
}

bool cache_attribute(VM& vm, Frame* frame, const uint32_t* at, Object* object, Str* name) {
    if (Module* module = as<Module>(object))
        return cache_module_attribute(vm, frame, at, module, name, Op::GetAttrModule);
    if (Type* type = as<Type>(object))
        return cache_type_attribute(vm, frame, at, type, name, false);
    bool was_filled = cache_of(frame, at).shape_id != 0;
    if (!cache_instance_attribute(vm, frame, at, object, name))
        return false;
    learn(vm, frame, at, was_filled, AttributeCache::Use::Read);
    return true;
}

// Fills the cache of a GetMethod where it can.
bool cache_method(VM& vm, Frame* frame, const uint32_t* at, Object* object, Str* name) {
    if (Module* module = as<Module>(object))
        return cache_module_attribute(vm, frame, at, module, name, Op::GetMethodModule);
    if (Type* type = as<Type>(object))
        return cache_type_attribute(vm, frame, at, type, name, true);
    Type* type = object->type();
    if (!has_generic_getattribute(vm, type))
        return false;
    InlineCache& cache = cache_of(frame, at);
    bool was_filled = cache.shape_id != 0;
    bool has_area = attribute_area(object) != nullptr;
    if (has_area && object->shape->is_dictionary)
        return false;
    uint32_t slot = has_area ? object->shape->find(vm, name) : Shape::NOT_FOUND;
    Value found = type->lookup(vm, name);
    if (slot != Shape::NOT_FOUND) {
        if (slot >= object->shape->inline_capacity || (found && is_data_descriptor(vm, found)))
            return false;
        cache.shape_id = object->shape->id;
        cache.offset = type->attributes_offset + (1 + slot) * uint32_t(sizeof(Value));
        quicken(at, Op::GetMethodSlot);
    } else {
        NativeFunction* native = as<NativeFunction>(found);
        if (!as<Function>(found) && !(native && native->owner))
            return false;
        cache.shape_id = object->shape->id;
        Heap::store(frame->code, cache.value, found);
        quicken(at, Op::GetMethodCached);
    }
    learn(vm, frame, at, was_filled, AttributeCache::Use::Method);
    return true;
}

} // namespace

namespace instructions {

// --- Reading attributes -------------------------------------------------------------------------------------------

// Enters a script __getattribute__, __getattr__ or property getter without recursion where it can; else looks up
// natively.
Frame* get_attr(VM& vm, Frame* frame, const uint32_t* at) {
    Value object = frame->registers[instruction::b(*at)];
    Str* name = cache_of(frame, at).name;
    auto dst = uint8_t(instruction::a(*at));
    if (AttributeCache::Entry* entry = recall(vm, frame, at, object, AttributeCache::Use::Read)) {
        bool is_member = entry->op == Op::GetAttrMember;
        Value known = entry->op == Op::GetAttrValue ? entry->value : Value();
        if (is_member || entry->op == Op::GetAttrSlot)
            known = slot_of(object, *entry);
        if (known && !misses_again(cache_of(frame, at), at, *entry)) {
            frame->registers[dst] = known;
            return frame;
        }
        if (known || !is_member)
            return take_over(frame, at, *entry);
    }
    if (object.is_object() && cache_attribute(vm, frame, at, object.object(), name)) {
        frame->pc = at;
        return frame;
    }
    Type* type = vm.type_of(object);
    Value getattribute = type->special(vm, Special::GetAttribute);
    if (Function* function = as<Function>(getattribute)) {
        Value arguments[] = {object, name};
        return enter_function(vm, frame, *function, arguments, ReturnAction::GetAttrFallback, dst);
    }
    if (Property* property = as_exact<Property>(type->lookup(vm, name));
        property && getattribute == vm.object_getattribute && as<Function>(property->getter)) {
        ReturnAction action =
            type->special(vm, Special::GetAttr) ? ReturnAction::GetAttrFallback : ReturnAction::Store;
        return enter_function(vm, frame, *as<Function>(property->getter), {&object, 1}, action, dst);
    }
    Function* fallback = as<Function>(type->special(vm, Special::GetAttr));
    if (fallback && getattribute == vm.object_getattribute) {
        auto found = generic_lookup(vm, object, name);
        if (found.is_error() ? is_exception_of(found.exception(), vm, ExceptionId::AttributeError)
                             : found.release().is_empty()) {
            Value arguments[] = {object, name};
            return enter_function(vm, frame, *fallback, arguments, ReturnAction::Store, dst);
        }
        if (found.is_error())
            return raise_in(vm, found.error());
        frame->registers[dst] = found.release();
        return frame;
    }
    auto found = get_attribute(vm, object, name);
    if (found.is_error())
        return raise_in(vm, found.error());
    frame->registers[dst] = found.release();
    return frame;
}

Frame* get_attr_property(VM& vm, Frame* frame, const uint32_t* at) {
    auto* getter = static_cast<Function*>(cache_of(frame, at).value.object());
    frame->top[0] = frame->registers[instruction::b(*at)];
    return push_frame(vm, frame, *getter, frame->top, ReturnAction::Store, uint8_t(instruction::a(*at)));
}

Frame* get_method(VM& vm, Frame* frame, const uint32_t* at) {
    Value object = frame->registers[instruction::b(*at)];
    Value* pair = frame->registers + instruction::a(*at);
    Str* name = cache_of(frame, at).name;
    if (AttributeCache::Entry* entry = recall(vm, frame, at, object, AttributeCache::Use::Method)) {
        bool is_slot = entry->op == Op::GetMethodSlot;
        if (misses_again(cache_of(frame, at), at, *entry))
            return take_over(frame, at, *entry);
        pair[1] = is_slot ? Value() : object;
        pair[0] = is_slot ? slot_of(object, *entry) : entry->value;
        return frame;
    }
    if (object.is_object() && cache_method(vm, frame, at, object.object(), name)) {
        frame->pc = at; // runs again, quickened
        return frame;
    }
    Type* type = vm.type_of(object);
    bool is_plain =
        !object.is_object() || (object.object()->kind != Kind::Type && object.object()->kind != Kind::Module);
    if (is_plain && type->special(vm, Special::GetAttribute) == vm.object_getattribute) {
        Value found = type->lookup(vm, name);
        if (takes_self(found) && !(object.is_object() && get_own_attribute(vm, object.object(), name))) {
            pair[1] = object;
            pair[0] = found;
            return frame;
        }
    }
    auto found = get_attribute(vm, object, name);
    if (found.is_error())
        return raise_in(vm, found.error());
    pair[0] = found.release();
    pair[1] = {};
    return frame;
}

Frame* get_super_attr(VM& vm, Frame* frame, const uint32_t* at) {
    Value* r = frame->registers;
    Type* type = as<Type>(r[instruction::b(*at)]);
    if (!type)
        return raise_in(
            vm, vm.type_error("super() argument 1 must be a type, not {}", vm.type_name(r[instruction::b(*at)])));
    auto found = super_get_attribute(vm, type, r[instruction::c(*at)], name_constant(frame, at[1]));
    if (found.is_error())
        return raise_in(vm, found.error());
    r[instruction::a(*at)] = found.release();
    return frame;
}

Frame* get_super_method(VM& vm, Frame* frame, const uint32_t* at) {
    Value* r = frame->registers;
    Value* pair = r + instruction::a(*at);
    Value self = r[instruction::c(*at)];
    Type* type = as<Type>(r[instruction::b(*at)]);
    if (!type)
        return raise_in(
            vm, vm.type_error("super() argument 1 must be a type, not {}", vm.type_name(r[instruction::b(*at)])));
    InlineCache& cache = cache_of(frame, at);
    // One `class` statement may make many classes, so self's shape does not say behind which of them the search begins.
    if (self.is_object() && self.object()->shape->id == cache.shape_id && type->root_shape->id == cache.version) {
        pair[1] = self;
        pair[0] = cache.value;
        return frame;
    }
    auto self_type = super_check(vm, type, self);
    if (self_type.is_error())
        return raise_in(vm, self_type.error());
    Value found = super_lookup(vm, type, self_type.release(), cache.name);
    if (as<Function>(found) && vm.type_of(self) == self_type.release() && !as<Type>(self)) {
        cache.shape_id = self.is_object() ? self.object()->shape->id : 0;
        cache.version = type->root_shape->id;
        Heap::store(frame->code, cache.value, found);
        pair[1] = self;
        pair[0] = found;
        return frame;
    }
    auto value = super_get_attribute(vm, type, self, cache.name);
    if (value.is_error())
        return raise_in(vm, value.error());
    pair[0] = value.release();
    pair[1] = {};
    return frame;
}

// The special method of a `with` or similar statement, with the statement's own error text.
Frame* get_special(VM& vm, Frame* frame, const uint32_t* at) {
    Value object = frame->registers[instruction::b(*at)];
    Value* pair = frame->registers + instruction::a(*at);
    auto special = Special(instruction::c(*at));
    Type* type = vm.type_of(object);
    Value method = type->special(vm, special);
    if (!method) {
        bool is_async = special == Special::AEnter || special == Special::AExit;
        const char* missed = SPECIAL_NAMES[unsigned(special)];
        bool other = is_async ? type->special(vm, Special::Enter) && type->special(vm, Special::Exit)
                              : type->special(vm, Special::AEnter) && type->special(vm, Special::AExit);
        std::string text = fmt::format("'{}' object does not support the {}context manager protocol (missed {} method)",
                                       shown_type_name(vm, type), is_async ? "asynchronous " : "", missed);
        if (other)
            text +=
                is_async
                    ? " but it supports the context manager protocol. Did you mean to use 'with'?"
                    : " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?";
        return raise_in(vm, vm.raise(ExceptionId::TypeError, text));
    }
    if (takes_self(method)) {
        pair[1] = object;
        pair[0] = method;
        return frame;
    }
    auto bound = bind_descriptor(vm, method, object, type);
    if (bound.is_error())
        return raise_in(vm, bound.error());
    pair[0] = bound.release();
    pair[1] = {};
    return frame;
}

// --- Writing attributes -------------------------------------------------------------------------------------------

// Fills the cache of a SetAttr that overwrites or appends an inline slot.
static void cache_store(VM& vm, Frame* frame, const uint32_t* at, Object* object, Str* name) {
    Type* type = object->type();
    Shape* shape = object->shape;
    if (!type->attributes_offset || type->has(Type::VARIABLE_SIZE) || object->kind == Kind::Type ||
        object->kind == Kind::Module || !(type->special(vm, Special::SetAttr) == vm.object_setattr))
        return;
    Value descriptor = type->lookup(vm, name);
    Member* member = member_of(type, descriptor);
    if (!member && (shape->is_dictionary || type->has(Type::NO_ATTRIBUTES) || is_data_descriptor(vm, descriptor)))
        return;
    InlineCache& cache = cache_of(frame, at);
    bool was_filled = cache.shape_id != 0;
    uint32_t slot = member ? member->index : shape->find(vm, name);
    bool appends = slot == Shape::NOT_FOUND;
    Shape* next = nullptr;
    if (appends) {
        slot = shape->slot_count;
        if (slot >= shape->inline_capacity || !(next = shape->with(vm, name)))
            return;
    } else if (slot >= shape->inline_capacity) {
        return;
    }
    cache.shape_id = shape->id;
    cache.offset = type->attributes_offset + (1 + slot) * uint32_t(sizeof(Value));
    Heap::store(frame->code, cache.value, Value(next));
    quicken(at, appends ? Op::SetAttrAdd : Op::SetAttrSlot);
    learn(vm, frame, at, was_filled, AttributeCache::Use::Write);
}

Frame* set_attr(VM& vm, Frame* frame, const uint32_t* at) {
    Value object = frame->registers[instruction::a(*at)];
    Value value = frame->registers[instruction::b(*at)];
    Str* name = cache_of(frame, at).name;
    if (AttributeCache::Entry* entry = recall(vm, frame, at, object, AttributeCache::Use::Write)) {
        if (misses_again(cache_of(frame, at), at, *entry))
            return take_over(frame, at, *entry);
        if (entry->op == Op::SetAttrAdd)
            object.object()->shape = static_cast<Shape*>(entry->value.object());
        Heap::store(object.object(), slot_of(object, *entry), value);
        return frame;
    }
    if (object.is_object())
        cache_store(vm, frame, at, object.object(), name);
    Type* type = vm.type_of(object);
    Value setattr = type->special(vm, Special::SetAttr);
    if (Function* function = as<Function>(setattr)) {
        Value arguments[] = {object, name, value};
        return enter_function(vm, frame, *function, arguments, ReturnAction::Discard, 0);
    }
    if (setattr == vm.object_setattr) {
        Property* property = as_exact<Property>(type->lookup(vm, name));
        if (Function* setter = property ? as<Function>(property->setter) : nullptr) {
            Value arguments[] = {object, value};
            return enter_function(vm, frame, *setter, arguments, ReturnAction::Discard, 0);
        }
    }
    auto done = set_attribute(vm, object, name, value);
    return done.is_error() ? raise_in(vm, done.error()) : frame;
}

Frame* delete_attr(VM& vm, Frame* frame, const uint32_t* at) {
    auto done = delete_attribute(vm, frame->registers[instruction::a(*at)], name_constant(frame, at[1]));
    return done.is_error() ? raise_in(vm, done.error()) : frame;
}

// --- Globals and namespaces ---------------------------------------------------------------------------------------

// The variable in a namespace, or empty. One that is of a subclass of dict is asked as a mapping.
static Result<Value> find_in_namespace(VM& vm, Dict* ns, Str* name) {
    if (ns->is_exact()) {
        DictEntry* entry = dict_find(*ns, name);
        return entry ? entry->value : Value();
    }
    auto found = vm::get_item(vm, ns, name);
    if (found.is_error() && is_exception_of(found.exception(), vm, ExceptionId::KeyError))
        return Value();
    return found;
}

// A global variable where globals or builtins are of a subclass of dict, so that nothing can be remembered of them.
static Frame* load_mapped_global(VM& vm, Frame* frame, const uint32_t* at) {
    Str* name = cache_of(frame, at).name;
    Function& function = *frame->function;
    auto found = find_in_namespace(vm, function.globals, name);
    if (!found.is_error() && !found.release())
        found = find_in_namespace(vm, function.builtins, name);
    if (!found.is_error() && !found.release())
        return raise_in(vm, name_error(vm, frame, name));
    return deliver(vm, frame, at, found);
}

Frame* load_global(VM& vm, Frame* frame, const uint32_t* at) {
    InlineCache& cache = cache_of(frame, at);
    Dict* globals = frame->function->globals;
    Dict* builtins = frame->function->builtins;
    if (!globals->is_exact() || !builtins->is_exact())
        return load_mapped_global(vm, frame, at);
    if (DictEntry* entry = dict_find(*globals, cache.name)) {
        cache.version = dict_keys_version(vm, *globals);
        cache.offset = uint32_t(entry - globals->begin());
        quicken(at, Op::LoadGlobalModule);
        frame->registers[instruction::a(*at)] = entry->value;
        return frame;
    }
    if (DictEntry* entry = dict_find(*builtins, cache.name)) {
        cache.version = dict_keys_version(vm, *globals);
        cache.offset2 = dict_keys_version(vm, *builtins);
        cache.offset = uint32_t(entry - builtins->begin());
        quicken(at, Op::LoadGlobalBuiltin);
        frame->registers[instruction::a(*at)] = entry->value;
        return frame;
    }
    return raise_in(vm, name_error(vm, frame, cache.name));
}

Frame* store_global(VM& vm, Frame* frame, const uint32_t* at) {
    InlineCache& cache = cache_of(frame, at);
    Dict* globals = frame->function->globals;
    dict_set(vm, *globals, cache.name, frame->registers[instruction::a(*at)]);
    DictEntry* entry = dict_find(*globals, cache.name);
    cache.version = dict_keys_version(vm, *globals);
    cache.offset = uint32_t(entry - globals->begin());
    return frame;
}

Frame* delete_global(VM& vm, Frame* frame, const uint32_t* at) {
    Str* name = name_constant(frame, at[1]);
    return dict_remove(vm, *frame->function->globals, name) ? frame : raise_in(vm, name_error(vm, frame, name));
}

Frame* load_name(VM& vm, Frame* frame, const uint32_t* at) {
    InlineCache& cache = cache_of(frame, at);
    auto found = find_in_namespace(vm, frame->ns, cache.name);
    if (!found.is_error() && !found.release()) {
        DictEntry* entry = dict_find(*frame->function->globals, cache.name);
        found = entry ? Result<Value>(entry->value) : find_in_namespace(vm, frame->function->builtins, cache.name);
    }
    if (!found.is_error() && !found.release())
        return raise_in(vm, name_error(vm, frame, cache.name));
    return deliver(vm, frame, at, found);
}

Frame* store_name(VM& vm, Frame* frame, const uint32_t* at) {
    Str* name = name_constant(frame, at[1]);
    Value value = frame->registers[instruction::a(*at)];
    if (frame->ns->is_exact()) {
        dict_set(vm, *frame->ns, name, value);
        return frame;
    }
    auto done = vm::set_item(vm, frame->ns, name, value);
    return done.is_error() ? raise_in(vm, done.error()) : frame;
}

Frame* delete_name(VM& vm, Frame* frame, const uint32_t* at) {
    Str* name = name_constant(frame, at[1]);
    if (frame->ns->is_exact())
        return dict_remove(vm, *frame->ns, name) ? frame : raise_in(vm, name_error(vm, frame, name));
    auto done = vm::delete_item(vm, frame->ns, name);
    if (!done.is_error())
        return frame;
    bool is_missing = is_exception_of(done.exception(), vm, ExceptionId::KeyError);
    return raise_in(vm, is_missing ? name_error(vm, frame, name) : done.error());
}

static Frame* load_class_variable(VM& vm, Frame* frame, const uint32_t* at, Cell* cell, Str* free_name) {
    auto found = find_in_namespace(vm, frame->ns, name_constant(frame, at[1]));
    if (found.is_error())
        return raise_in(vm, found.error());
    Value value = found.release() ? found.release() : cell->value;
    if (!value)
        return raise_in(vm, unbound_free_error(vm, free_name));
    frame->registers[instruction::a(*at)] = value;
    return frame;
}

Frame* load_class_free(VM& vm, Frame* frame, const uint32_t* at) {
    uint32_t index = instruction::b(*at);
    auto* cell = static_cast<Cell*>((*frame->function->closure)[index].object());
    return load_class_variable(vm, frame, at, cell, name_constant(frame, at[1]));
}

Frame* load_class_cell(VM& vm, Frame* frame, const uint32_t* at) {
    auto* cell = static_cast<Cell*>(frame->registers[instruction::b(*at)].object());
    return load_class_variable(vm, frame, at, cell, name_constant(frame, at[1]));
}

// --- Unbound variables --------------------------------------------------------------------------------------------

static Str* register_name(VM& vm, Frame* frame, uint32_t reg) {
    Tuple* names = frame->code->local_names;
    for (size_t i = 0; i < names->size(); i++) {
        if (local_register(unsigned(i)) == reg)
            return as<Str>((*names)[i]);
    }
    return vm.names.empty;
}

Frame* unbound_local(VM& vm, Frame* frame, const uint32_t* at) {
    uint32_t reg = instruction::op(*at) == Op::LoadFar ? at[1] : instruction::a(*at);
    return raise_in(vm, unbound_local_error(vm, register_name(vm, frame, reg)));
}

// The cells of far locals and far free variables are in a temporary here: the variable is found by its cell.
Frame* unbound_cell(VM& vm, Frame* frame, const uint32_t* at) {
    uint32_t reg = instruction::op(*at) == Op::DeleteCell ? instruction::a(*at) : instruction::b(*at);
    Value cell = frame->registers[reg];
    Tuple* closure = frame->function->closure;
    for (size_t i = 0; closure && i < closure->size(); i++) {
        if ((*closure)[i] == cell)
            return raise_in(vm, unbound_free_error(vm, as<Str>((*frame->code->free_names)[i])));
    }
    for (size_t i = 0; i < frame->code->local_count; i++) {
        if (frame->registers[local_register(unsigned(i))] == cell)
            reg = local_register(unsigned(i));
    }
    return raise_in(vm, unbound_local_error(vm, register_name(vm, frame, reg)));
}

Frame* unbound_free(VM& vm, Frame* frame, const uint32_t* at) {
    return raise_in(vm, unbound_free_error(vm, as<Str>((*frame->code->free_names)[instruction::b(*at)])));
}

} // namespace instructions
} // namespace ouro::vm
