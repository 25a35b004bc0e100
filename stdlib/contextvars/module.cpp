// SPDX-License-Identifier: MIT
//
// Module contextvars: ContextVar, Token and copy_context (PEP 567; Library Reference, contextvars). Token is a context
// manager as of Python 3.14.
#include "stdlib/contextvars/context.hpp"

#include "vm/model/generic_alias.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace vm;

struct Token : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = token_type;
    Context* context; // in which the variable was set
    ContextVar* variable;
    Value old_value;  // empty: Token.MISSING
    bool used;
};

// --- ContextVar --------------------------------------------------------------------------------------------------

static Result<Value> variable_new(VM& vm, Type* type, Args arguments, Kwargs keywords) {
    if (arguments.empty())
        return vm.type_error("ContextVar() takes exactly 1 positional argument (0 given)");
    if (arguments.size() > 1)
        return vm.type_error("ContextVar() takes at most 1 positional argument ({} given)", arguments.size());
    Value default_value;
    for (DictEntry& entry : keywords) {
        if (entry.key.is_empty())
            continue;
        if (as<Str>(entry.key)->view() != "default")
            return vm.type_error("ContextVar() got an unexpected keyword argument '{}'", as<Str>(entry.key)->view());
        default_value = entry.value;
    }
    Str* name = as<Str>(arguments[0]);
    if (!name)
        return vm.type_error("context variable name must be a str");
    auto* self = static_cast<ContextVar*>(allocate_instance(vm, type));
    self->name = name;
    self->default_value = default_value;
    return self;
}

static Value current_value(VM& vm, ContextVar& variable) {
    Value context = vm.thread->context;
    return context.is_empty() ? Value() : context_find(*static_cast<Context*>(context.object()), variable);
}

static Result<Value> variable_get(VM& vm, ContextVar& self, Value otherwise) {
    Value value = current_value(vm, self);
    if (!value.is_empty())
        return value;
    if (!otherwise.is_empty())
        return otherwise;
    if (!self.default_value.is_empty())
        return self.default_value;
    return vm.raise(ExceptionId::LookupError, Value(&self));
}

static Value variable_set(VM& vm, ContextVar& self, Value value) {
    auto* token = static_cast<Token*>(allocate_instance(vm, vm.native(token_type)));
    Context* context = current_context(vm);
    token->context = context;
    token->variable = &self;
    token->old_value = context_find(*context, self);
    context_set(vm, *context, self, value);
    return token;
}

static Result<void> reset(VM& vm, ContextVar& self, Token& token) {
    if (token.used)
        return vm.runtime_error("{} has already been used once", repr_text(vm, &token));
    if (token.variable != &self)
        return vm.value_error("{} was created by a different ContextVar", repr_text(vm, &token));
    if (vm.thread->context.bits() != Value(token.context).bits())
        return vm.value_error("{} was created in a different Context", repr_text(vm, &token));
    token.used = true;
    if (token.old_value.is_empty())
        context_remove(vm, *token.context, self);
    else
        context_set(vm, *token.context, self, token.old_value);
    return {};
}

static Result<void> variable_reset(VM& vm, ContextVar& self, Value value) {
    auto* token = detail::native_cast<Token>(value);
    if (!token)
        return vm.type_error("expected an instance of Token, got {}", TRY(repr(vm, value))->view());
    return reset(vm, self, *token);
}

static Value variable_name(ContextVar& self) { return self.name; }

static Result<std::string> variable_repr(VM& vm, ContextVar& self) {
    ReprGuard guard(vm, &self);
    std::string text = fmt::format("<ContextVar name={}", TRY(repr(vm, self.name))->view());
    if (!self.default_value.is_empty() && !guard.is_recursive())
        text += fmt::format(" default={}", TRY(repr(vm, self.default_value))->view());
    return text + fmt::format(" at {}>", fmt::ptr(&self));
}

static void visit_variable(Object* object, Visitor& visitor) {
    auto& self = *static_cast<ContextVar*>(object);
    visitor.visit(self.name);
    visitor.visit(self.default_value);
}

static constexpr NativeDef variable_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<variable_new>("__new__(cls, /, *args, **kwargs)"),
    fn<variable_get>("get(self, default=<unset>, /)",
                     "Return a value for the context variable for the current context."),
    fn<variable_set>("set(self, value, /)", "Set the variable in the current context; return a Token that undoes it."),
    fn<variable_reset>("reset(self, token, /)", "Reset the context variable to what it was before the token's set()."),
    fn<variable_repr>("__repr__(self, /)"),
    get<variable_name>("name"),
};

constinit const NativeType ContextVar::native_type = {
    .name = "_contextvars.ContextVar",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(ContextVar),
    .flags = Type::FINAL,
    .visit = visit_variable,
    .members = variable_members,
    .member_count = std::size(variable_members),
};

// --- Token -------------------------------------------------------------------------------------------------------

static Result<Value> token_new(VM& vm, Type*, Args, Kwargs) {
    return vm.runtime_error("Tokens can only be created by ContextVars");
}

static Value token_variable(Token& self) { return self.variable; }
static Value token_old_value(VM& vm, Token& self) {
    return self.old_value.is_empty() ? self.type()->lookup(vm, intern(vm, "MISSING")) : self.old_value;
}

static std::string token_repr(VM& vm, Token& self) {
    return fmt::format("<Token{} var={} at {}>", self.used ? " used" : "", repr_text(vm, self.variable),
                       fmt::ptr(&self));
}

static Value token_enter(Value self) { return self; }
static Result<void> token_exit(VM& vm, Token& self, Value, Value, Value) { return reset(vm, *self.variable, self); }

static void visit_token(Object* object, Visitor& visitor) {
    auto& self = *static_cast<Token*>(object);
    visitor.visit(self.context);
    visitor.visit(self.variable);
    visitor.visit(self.old_value);
}

static constexpr NativeDef token_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<token_new>("__new__(cls, /, *args, **kwargs)"),
    fn<token_repr>("__repr__(self, /)"),
    fn<token_enter>("__enter__(self, /)", "Enter into Token context manager."),
    fn<token_exit>("__exit__(self, type, value, traceback, /)", "Restore the variable."),
    get<token_variable>("var"),
    get<token_old_value>("old_value"),
    none_constant("__hash__"),
};

constinit const NativeType token_type = {
    .name = "_contextvars.Token",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Token),
    .flags = Type::FINAL,
    .visit = visit_token,
    .members = token_members,
    .member_count = std::size(token_members),
};

static std::string missing_repr(Value) { return "<Token.MISSING>"; }
static constexpr NativeDef missing_members[] = {fn<missing_repr>("__repr__(self, /)")};

constinit const NativeType token_missing_type = {
    .name = "Token.MISSING",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Object),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = nullptr,
    .members = missing_members,
    .member_count = std::size(missing_members),
};

// --- The module --------------------------------------------------------------------------------------------------

static Value copy_context_function(VM& vm) { return copy_current_context(vm); }

static constexpr NativeDef module_members[] = {
    fn<copy_context_function>("copy_context()", "Return a copy of the current context."),
};

static Result<void> initialize(VM& vm, Module& module) {
    Type* token = vm.native(token_type);
    Value missing = allocate_instance(vm, vm.native(token_missing_type));
    TRY(dict_set(vm, *token->attributes(vm), Value(intern(vm, "MISSING")), missing));
    token->modified(vm);
    module_set(vm, module, "Context", vm.native(Context::native_type));
    module_set(vm, module, "ContextVar", vm.native(ContextVar::native_type));
    module_set(vm, module, "Token", token);
    Tuple* names = make_tuple(vm, {intern(vm, "Context"), intern(vm, "ContextVar"), intern(vm, "Token"),
                                   intern(vm, "copy_context")});
    module_set(vm, module, "__all__", names);
    return {};
}

extern const NativeModule contextvars_module;
constinit const NativeModule contextvars_module = {
    .name = "contextvars",
    .doc = "Context variables (PEP 567).",
    .members = module_members,
    .member_count = std::size(module_members),
    .initialize = initialize,
};

} // namespace ouro::stdlib
