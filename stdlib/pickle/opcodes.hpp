// SPDX-License-Identifier: MIT
//
// The instructions of pickles, protocols 0 to 5: a program for a machine with a stack, marks on it, and a memo (Library
// Reference, pickle; PEP 307, 3154, 574). pickle.py names them for scripts.
#pragma once

#include <cstdint>

namespace ouro::stdlib {

inline constexpr int HIGHEST_PROTOCOL = 5, DEFAULT_PROTOCOL = 5;
inline constexpr unsigned BATCH_SIZE = 1000; // items that one instruction adds to a container

enum class Op : uint8_t {
    // Values
    None = 'N', Int = 'I', BinInt = 'J', BinInt1 = 'K', BinInt2 = 'M', Long = 'L', Float = 'F', BinFloat = 'G',
    String = 'S', BinString = 'T', ShortBinString = 'U', Unicode = 'V', BinUnicode = 'X', BinBytes = 'B',
    ShortBinBytes = 'C', NewTrue = 0x88, NewFalse = 0x89, Long1 = 0x8a, Long4 = 0x8b, ShortBinUnicode = 0x8c,
    BinUnicode8 = 0x8d, BinBytes8 = 0x8e, ByteArray8 = 0x96,
    // Containers
    EmptyTuple = ')', Tuple = 't', Tuple1 = 0x85, Tuple2 = 0x86, Tuple3 = 0x87, EmptyList = ']', List = 'l',
    Append = 'a', Appends = 'e', EmptyDict = '}', Dict = 'd', SetItem = 's', SetItems = 'u', EmptySet = 0x8f,
    AddItems = 0x90, FrozenSet = 0x91,
    // Objects
    Global = 'c', StackGlobal = 0x93, Reduce = 'R', Build = 'b', Inst = 'i', Obj = 'o', NewObj = 0x81, NewObjEx = 0x92,
    Ext1 = 0x82, Ext2 = 0x83, Ext4 = 0x84, PersId = 'P', BinPersId = 'Q', NextBuffer = 0x97, ReadonlyBuffer = 0x98,
    // The stack, the memo, the frame of a pickle
    Mark = '(', Pop = '0', PopMark = '1', Dup = '2', Stop = '.', Get = 'g', BinGet = 'h', LongBinGet = 'j', Put = 'p',
    BinPut = 'q', LongBinPut = 'r', Memoize = 0x94, Proto = 0x80, Frame = 0x95,
};

} // namespace ouro::stdlib
