package org.countinghouse.consolidation;

/** What a consolidation itself needs accounts of the group's chart for; each is served by one. */
public enum GroupPurpose {
  /** Results of years before the one that is consolidated. */
  RETAINED_EARNINGS,
  /** What translating at different rates leaves (IAS 21.39 c). */
  TRANSLATION_RESERVE,
  /** What was paid for a member above or below its capital. */
  ACQUISITION_DIFFERENCE,
  /** What is left when a claim and the debt to it are taken out; members' valuations meet it. */
  BALANCE_DIFFERENCE,
  /** What is left when an income and the expense to it are taken out. */
  RESULT_DIFFERENCE
}
