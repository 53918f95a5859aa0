package org.countinghouse.procurement;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.tax.TaxCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be ordered. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Categories {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");
  private static final int NAME_LENGTH_MAX = 200;

  private final ProcurementSetupMapper mapper;
  private final ChartOfAccounts chart;
  private final TaxCodes taxCodes;
  private final Audit audit;
  private final Clock clock;

  Categories(
      ProcurementSetupMapper mapper,
      ChartOfAccounts chart,
      TaxCodes taxCodes,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.chart = chart;
    this.taxCodes = taxCodes;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of them, by code; inactive ones too, for orders that have them. */
  @Transactional(readOnly = true)
  public List<Category> list(UUID organizationId) {
    return mapper.listCategories(organizationId);
  }

  Map<String, Category> byCode(UUID organizationId) {
    return list(organizationId).stream()
        .collect(Collectors.toMap(Category::code, Function.identity()));
  }

  /**
   * Adds a category, or replaces what the one of its code says. Orders keep what they were made
   * with. A new standard takes the place of the one before.
   *
   * @throws BusinessException {@code procurement.category-invalid}
   */
  public void keep(Category wanted, Actor by) {
    String why = fault(wanted);
    if (why != null) {
      throw ProcurementError.CATEGORY_INVALID.with(wanted.code(), why);
    }
    Category before = byCode(wanted.organizationId()).get(wanted.code());
    if (wanted.standard()) {
      mapper.dropStandard(wanted.organizationId());
    }
    mapper.keepCategory(
        Ids.next(), wanted, by.username(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    audit.record(
        new AuditEntry(
            wanted.organizationId(),
            by,
            before == null ? "added" : "changed",
            "procurement.setup",
            "category " + wanted.code(),
            before,
            wanted));
  }

  private @Nullable String fault(Category wanted) {
    if (!CODE.matcher(wanted.code()).matches()) {
      return "use capital letters, digits and hyphens as its code, 20 at most.";
    }
    if (wanted.name().isBlank() || wanted.name().length() > NAME_LENGTH_MAX) {
      return "give it a name of up to " + NAME_LENGTH_MAX + " characters.";
    }
    if (wanted.standard() && !wanted.active()) {
      return "the standard one must be active.";
    }
    Account account = chart.find(wanted.organizationId(), wanted.account()).orElse(null);
    if (account == null || !account.postable() || !account.active()) {
      return "nothing can be posted to account " + wanted.account() + ": take another.";
    }
    String taxCode = wanted.taxCode();
    if (taxCode != null && taxCodes.find(wanted.organizationId(), taxCode).isEmpty()) {
      return "there is no tax code " + taxCode + ".";
    }
    return null;
  }
}
