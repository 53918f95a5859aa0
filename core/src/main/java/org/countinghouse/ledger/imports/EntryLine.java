package org.countinghouse.ledger.imports;

import org.jspecify.annotations.Nullable;

/** The line being read; one instance is used for all lines, so copy what must be kept. */
final class EntryLine {

  int lineNo;
  References.@Nullable AccountRef account;
  References.@Nullable CurrencyRef currency;
  long units;
  long baseUnits;
  References.@Nullable CodeRef costCentre;
  References.@Nullable CodeRef project;
  byte[] textBytes = {};
  int textStart;

  /** 0: the entry's description says it. */
  int textLength;
}
