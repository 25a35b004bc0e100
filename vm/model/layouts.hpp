// SPDX-License-Identifier: MIT
//
// The layouts of the core objects, which the object model itself is made of, in one include.
#pragma once

#include "vm/model/dict.hpp"
#include "vm/model/exception.hpp"
#include "vm/model/function.hpp"
#include "vm/model/module.hpp"
#include "vm/model/set.hpp"
#include "vm/type.hpp"
#include "vm/values/bytes.hpp"
#include "vm/values/int.hpp"
#include "vm/model/list.hpp"
#include "vm/values/str.hpp"
#include "vm/values/tuple.hpp"
