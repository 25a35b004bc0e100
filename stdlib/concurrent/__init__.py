# SPDX-License-Identifier: MIT
#
# concurrent: the package around concurrent.futures.
