package org.countinghouse.consolidation;

import java.math.BigDecimal;
import org.countinghouse.ledger.AccountType;

/**
 * One account of the consolidated trial balance, in the group's currency, debit positive.
 *
 * @param members the members' figures, translated
 * @param eliminations business among them, taken out
 * @param balance what is left
 */
public record ConsolidatedRow(
    String account,
    String name,
    AccountType type,
    BigDecimal members,
    BigDecimal eliminations,
    BigDecimal balance) {}
