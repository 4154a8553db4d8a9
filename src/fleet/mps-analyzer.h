/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/*
 * Before a statement: clang’s analyzer, in clang-tidy or in scan-build, is wrong about it, as a
 * comment beside it explains.
 */
#ifdef __clang_analyzer__
#define MPS_ANALYZER_IS_WRONG __attribute__ ((suppress))
#else
#define MPS_ANALYZER_IS_WRONG
#endif
