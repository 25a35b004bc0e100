// SPDX-License-Identifier: MIT
//
// The core object layouts that nearly every file of the engine touches, in one include.
#pragma once

#include "vm/objects/bytes/bytes.hpp"
#include "vm/objects/dict/dict.hpp"
#include "vm/objects/exception.hpp"
#include "vm/objects/function.hpp"
#include "vm/objects/int/int.hpp"
#include "vm/objects/list/list.hpp"
#include "vm/objects/module.hpp"
#include "vm/objects/set/set.hpp"
#include "vm/objects/str/str.hpp"
#include "vm/objects/tuple/tuple.hpp"
#include "vm/type.hpp"
