// SPDX-License-Identifier: MIT
//
// The special methods that the engine looks up on types (Data model 3.3), each once. A type caches what it found for
// them in an array indexed by Special.
#pragma once

#include <cstdint>

namespace ouro::vm {

#define OURO_SPECIALS(X)                                                                                               \
    X(New, "__new__") X(Init, "__init__") X(Del, "__del__") X(Repr, "__repr__") X(Str, "__str__")                      \
    X(Format, "__format__") X(Bytes, "__bytes__") X(Hash, "__hash__") X(Bool, "__bool__")                              \
    X(GetAttribute, "__getattribute__") X(GetAttr, "__getattr__") X(SetAttr, "__setattr__") X(DelAttr, "__delattr__")  \
    X(Dir, "__dir__") X(Get, "__get__") X(Set, "__set__") X(Delete, "__delete__") X(SetName, "__set_name__")           \
    X(InitSubclass, "__init_subclass__") X(ClassGetItem, "__class_getitem__") X(Prepare, "__prepare__")                \
    X(MroEntries, "__mro_entries__") X(InstanceCheck, "__instancecheck__") X(SubclassCheck, "__subclasscheck__")       \
    X(Call, "__call__") X(Len, "__len__") X(LengthHint, "__length_hint__") X(GetItem, "__getitem__")                   \
    X(SetItem, "__setitem__") X(DelItem, "__delitem__") X(Missing, "__missing__") X(Iter, "__iter__")                  \
    X(Next, "__next__") X(Reversed, "__reversed__") X(Contains, "__contains__")                                        \
    X(Lt, "__lt__") X(Le, "__le__") X(Eq, "__eq__") X(Ne, "__ne__") X(Gt, "__gt__") X(Ge, "__ge__")                    \
    X(Add, "__add__") X(Sub, "__sub__") X(Mul, "__mul__") X(MatMul, "__matmul__") X(TrueDiv, "__truediv__")            \
    X(FloorDiv, "__floordiv__") X(Mod, "__mod__") X(Pow, "__pow__") X(LShift, "__lshift__") X(RShift, "__rshift__")    \
    X(And, "__and__") X(Or, "__or__") X(Xor, "__xor__")                                                                \
    X(RAdd, "__radd__") X(RSub, "__rsub__") X(RMul, "__rmul__") X(RMatMul, "__rmatmul__")                              \
    X(RTrueDiv, "__rtruediv__") X(RFloorDiv, "__rfloordiv__") X(RMod, "__rmod__") X(RPow, "__rpow__")                  \
    X(RLShift, "__rlshift__") X(RRShift, "__rrshift__") X(RAnd, "__rand__") X(ROr, "__ror__") X(RXor, "__rxor__")      \
    X(IAdd, "__iadd__") X(ISub, "__isub__") X(IMul, "__imul__") X(IMatMul, "__imatmul__")                              \
    X(ITrueDiv, "__itruediv__") X(IFloorDiv, "__ifloordiv__") X(IMod, "__imod__") X(IPow, "__ipow__")                  \
    X(ILShift, "__ilshift__") X(IRShift, "__irshift__") X(IAnd, "__iand__") X(IOr, "__ior__") X(IXor, "__ixor__")      \
    X(DivMod, "__divmod__") X(RDivMod, "__rdivmod__") X(Neg, "__neg__") X(Pos, "__pos__") X(Abs, "__abs__")            \
    X(Invert, "__invert__") X(Int, "__int__") X(Float, "__float__") X(Index, "__index__") X(Round, "__round__")        \
    X(Trunc, "__trunc__") X(Floor, "__floor__") X(Ceil, "__ceil__") X(Enter, "__enter__") X(Exit, "__exit__")          \
    X(Await, "__await__") X(AIter, "__aiter__") X(ANext, "__anext__") X(AEnter, "__aenter__") X(AExit, "__aexit__")

enum class Special : uint8_t {
#define X(name, text) name,
    OURO_SPECIALS(X)
#undef X
};

inline constexpr const char* SPECIAL_NAMES[] = {
#define X(name, text) text,
    OURO_SPECIALS(X)
#undef X
};
inline constexpr unsigned SPECIAL_COUNT = sizeof(SPECIAL_NAMES) / sizeof(SPECIAL_NAMES[0]);

// The reflected (__radd__) or in-place (__iadd__) form of a binary special from Add to Xor: the three rows stand in one
// order.
constexpr Special reflected(Special binary) {
    return Special(unsigned(binary) + unsigned(Special::RAdd) - unsigned(Special::Add));
}
constexpr Special in_place(Special binary) {
    return Special(unsigned(binary) + unsigned(Special::IAdd) - unsigned(Special::Add));
}

} // namespace ouro::vm
