// SPDX-License-Identifier: MIT
//
// `quit` and `exit`, which module site adds to the builtins: calling one raises SystemExit, and its repr says so to who
// has only typed the name.
#include "stdlib/builtins/builtins.hpp"

#include "vm/model/core.hpp"

namespace ouro::stdlib {

using namespace vm;

extern const NativeType quitter_type;

struct Quitter : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = quitter_type;
    Str* name;
};

static constexpr std::string_view END_OF_INPUT = "Ctrl-D (i.e. EOF)";

static void visit_quitter(Object* object, Visitor& visitor) { visitor.visit(static_cast<Quitter*>(object)->name); }

static Result<Value> quitter_call(VM& vm, Quitter&, Value code) { return vm.raise(ExceptionId::SystemExit, code); }
static std::string quitter_repr(Quitter& self) {
    return fmt::format("Use {}() or {} to exit", self.name->view(), END_OF_INPUT);
}
static Str* quitter_name(Quitter& self) { return self.name; }
static std::string_view quitter_end_of_input(Quitter&) { return END_OF_INPUT; }

static constexpr NativeDef MEMBERS[] = {
    fn<quitter_call>("__call__(self, code=None)", "Raise SystemExit."),
    fn<quitter_repr>("__repr__(self, /)"),
    get<quitter_name>("name"),
    get<quitter_end_of_input>("eof"),
};

constinit const NativeType quitter_type = {
    .name = "_sitebuiltins.Quitter",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Quitter),
    .flags = Type::NO_NEW | Type::BARE_NAME,
    .visit = visit_quitter,
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
};

void add_quitters(VM& vm) {
    for (const char* name : {"quit", "exit"}) {
        auto* quitter = static_cast<Quitter*>(allocate_instance(vm, vm.native(quitter_type)));
        quitter->name = intern(vm, name);
        dict_set(vm, *vm.builtins, quitter->name, quitter);
    }
}

} // namespace ouro::stdlib
