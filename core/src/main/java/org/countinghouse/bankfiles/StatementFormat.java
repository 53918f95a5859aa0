package org.countinghouse.bankfiles;

/** How a statement is written. */
public enum StatementFormat {
  /** ISO 20022 camt.052, camt.053 and camt.054 of any version. */
  CAMT,
  /** SWIFT MT940 and MT942, with or without their SWIFT blocks. */
  MT940,
  /** Cash management balance reporting, version 2, of the Bank Administration Institute. */
  BAI2,
  /** Open Financial Exchange 1 (SGML) and 2 (XML). */
  OFX,
  /** A bank's own table with a line of headings. */
  CSV
}
