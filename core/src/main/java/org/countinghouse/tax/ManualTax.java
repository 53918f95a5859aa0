package org.countinghouse.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.errors.Finding;
import org.countinghouse.journals.ManualJournalPosted;
import org.countinghouse.journals.ManualLine;
import org.countinghouse.journals.spi.LineCompletion;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tax in journals that people write. A line with a tax code is net: the lines of its tax are added.
 * A line that itself stands on a tax account is tax, and must say of which code.
 */
@Component
class ManualTax implements LineCompletion {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final TaxCodes codes;
  private final TaxEntries entries;

  ManualTax(TaxCodes codes, TaxEntries entries) {
    this.codes = codes;
    this.entries = entries;
  }

  @Override
  public List<ManualLine> complete(
      UUID organizationId, LocalDate postingDate, List<ManualLine> lines, List<Finding> findings) {
    Map<String, TaxCode> known = codes.byCode(organizationId);
    Set<String> taxAccounts = codes.accounts(organizationId);
    List<ManualLine> completed = new ArrayList<>(lines);
    for (int i = 0; i < lines.size(); i++) {
      ManualLine line = lines.get(i);
      Finding finding = finding(line, "line " + (i + 1), known, taxAccounts);
      if (finding != null) {
        findings.add(finding);
      } else if (line.taxCode() != null && !taxAccounts.contains(line.account())) {
        completed.addAll(taxOf(line, code(line, known)));
      }
    }
    return completed;
  }

  /** Keeps the tax of what was posted: the same calculation over the same lines. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(ManualJournalPosted event) {
    if (event.lines().stream().allMatch(line -> line.taxCode() == null)) {
      return;
    }
    Map<String, TaxCode> known = codes.byCode(event.organizationId());
    Set<String> taxAccounts = codes.accounts(event.organizationId());
    entries.record(
        event.lines().stream()
            .filter(line -> line.taxCode() != null)
            .map(line -> entry(event, line, code(line, known), taxAccounts))
            .toList());
  }

  private static TaxCode code(ManualLine line, Map<String, TaxCode> known) {
    String written = Objects.requireNonNullElse(line.taxCode(), "");
    TaxCode code = known.get(written);
    if (code == null) {
      throw TaxError.CODE_UNKNOWN.with(written); // deleted since the lines were checked
    }
    return code;
  }

  private static @Nullable Finding finding(
      ManualLine line, String place, Map<String, TaxCode> known, Set<String> taxAccounts) {
    String written = line.taxCode();
    boolean isTax = taxAccounts.contains(line.account());
    if (written == null) {
      return isTax ? TaxError.CODE_MISSING.at(place, line.account()) : null;
    }
    TaxCode code = known.get(written);
    if (code == null) {
      return TaxError.CODE_UNKNOWN.at(place, written);
    }
    boolean moves = code.usage() == TaxCode.Usage.TRANSFER;
    if (isTax ? !moves && !code.accounts().contains(line.account()) : moves) {
      return TaxError.CODE_WRONG_ACCOUNT.at(place, written, line.account());
    }
    return null;
  }

  private static List<ManualLine> taxOf(ManualLine line, TaxCode code) {
    Money tax = tax(line.amount(), code);
    Money base = tax(line.inBase(), code);
    List<ManualLine> added = new ArrayList<>();
    switch (code.kind()) {
      case RECOVERABLE -> added.add(on(code.inputAccount(), tax, base, code));
      case CHARGED -> added.add(on(code.outputAccount(), tax, base, code));
      case REVERSE_CHARGE -> {
        added.add(on(code.inputAccount(), tax, base, code));
        added.add(on(code.outputAccount(), tax.negated(), base.negated(), code));
      }
      case COST -> added.add(cost(line, tax, base, code));
      case USE_TAX -> {
        added.add(cost(line, tax, base, code));
        added.add(on(code.outputAccount(), tax.negated(), base.negated(), code));
      }
      case NONE -> {
        // nothing follows
      }
    }
    added.removeIf(each -> each.amount().isZero() && each.inBase().isZero());
    return added;
  }

  private static Money tax(Money net, TaxCode code) {
    return net.times(code.rate().divide(HUNDRED), RoundingMode.HALF_UP);
  }

  private static ManualLine on(@Nullable String account, Money tax, Money base, TaxCode code) {
    if (account == null) {
      throw new IllegalStateException("tax code " + code.code() + " lacks an account its kind has");
    }
    return new ManualLine(account, tax, base, null, null, null, code.name());
  }

  private static ManualLine cost(ManualLine line, Money tax, Money base, TaxCode code) {
    return new ManualLine(
        line.account(), tax, base, line.costCentre(), line.project(), null, code.name());
  }

  private static TaxEntry entry(
      ManualJournalPosted event, ManualLine line, TaxCode code, Set<String> taxAccounts) {
    boolean isTax = taxAccounts.contains(line.account());
    return new TaxEntry(
        event.organizationId(),
        event.journalId(),
        event.postingDate(),
        isTax ? standingOn(line.account(), code) : code,
        isTax ? taxOnly(line.account(), line.amount(), code) : amounts(line.amount(), code),
        isTax ? taxOnly(line.account(), line.inBase(), code) : amounts(line.inBase(), code),
        event.number(),
        null);
  }

  /** A transfer stands on whatever tax account its line names. */
  private static TaxCode standingOn(String account, TaxCode code) {
    return code.usage() != TaxCode.Usage.TRANSFER
        ? code
        : new TaxCode(
            code.organizationId(),
            code.code(),
            code.name(),
            code.usage(),
            code.category(),
            code.documentRate(),
            code.kind(),
            code.ownRate(),
            account,
            null,
            null);
  }

  private static TaxEntry.Amounts taxOnly(String account, Money amount, TaxCode code) {
    Money zero = Money.zero(amount.currency());
    return account.equals(code.outputAccount())
        ? new TaxEntry.Amounts(zero, zero, amount.negated(), zero)
        : new TaxEntry.Amounts(zero, amount, zero, zero);
  }

  /** A sale is credited, so its signs turn. */
  private static TaxEntry.Amounts amounts(Money line, TaxCode code) {
    Money net = code.usage() == TaxCode.Usage.SALE ? line.negated() : line;
    Money tax = tax(net, code);
    Money zero = Money.zero(net.currency());
    boolean isCost = code.kind() == TaxCode.Kind.COST || code.kind() == TaxCode.Kind.USE_TAX;
    return new TaxEntry.Amounts(
        net,
        code.kind().hasInput() ? tax : zero,
        code.kind().hasOutput() ? tax : zero,
        isCost ? tax : zero);
  }
}
