// SPDX-License-Identifier: MIT
//
// The core object layouts that nearly every file of the engine touches, in one include.
#pragma once

#include "vm/objects/bytes.hpp"
#include "vm/objects/dict.hpp"
#include "vm/objects/exception.hpp"
#include "vm/objects/function.hpp"
#include "vm/objects/int.hpp"
#include "vm/objects/list.hpp"
#include "vm/objects/module.hpp"
#include "vm/objects/set.hpp"
#include "vm/objects/str.hpp"
#include "vm/objects/tuple.hpp"
#include "vm/type.hpp"
