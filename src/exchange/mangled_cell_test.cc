// Cells that a spreadsheet has rewritten.
#include "exchange/mangled_cell.h"

#include <gtest/gtest.h>

namespace kres::exchange {
namespace {

TEST(MangledCell, DatesMadeOfGeneNamesAndNumbersAreCaught) {
  for (const auto* cell : {"1-Mar", "Mar-1", "OCT-1", "mar.26", "01.okt", "Sep-2026", "1/mai",
                           "1.03E+05", "2,5e-3", "1. mar", "01. mars", "1. mars 2026", "mars.26",
                           "March-26", "1 oktober", "Desember 2026", "1-Mar-26", "Mar 1, 2026"})
    EXPECT_NE(mangled_reason(cell), "") << cell;
}

TEST(MangledCell, FailedFormulasAreCaughtInAnyLanguage) {
  for (const auto* cell : {"#REF!", "#N/A", "#NUM!", "#DIV/0!", "#NAVN?", "#NAME?", "#VALUE!",
                           "#VERDI!", "#V\u00C6RDI!", "#NULL!", "#SPILL!", "#I/T", "#####"})
    EXPECT_NE(mangled_reason(cell), "") << cell;
}

TEST(MangledCell, OrdinaryCellsAreNot) {
  for (const auto* cell : {"",
                           "2026-03-01",
                           "CPO",
                           "OXA-48",
                           "mars",
                           "1-2",
                           "Mar Bella",
                           "E-12",
                           "L2026-0001",
                           "12E4",
                           "Okt",
                           "blaOCT-1",
                           "#12",
                           "#",
                           "#ok?",
                           "1.3.2026",
                           "mars april",
                           "Tyrkia mars 2026",
                           "1 2 mars 2026",
                           "2026-3-1",
                           "mars 123"})
    EXPECT_EQ(mangled_reason(cell), "") << cell;
}

}  // namespace
}  // namespace kres::exchange
