package org.countinghouse.assets;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.access.Actor;
import org.countinghouse.assets.schedule.Method;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.ChartOfAccounts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of assets an organization has. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class AssetCategories {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

  private final AssetMapper mapper;
  private final ChartOfAccounts chart;
  private final Audit audit;
  private final Clock clock;

  AssetCategories(AssetMapper mapper, ChartOfAccounts chart, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.chart = chart;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of them, by code. */
  @Transactional(readOnly = true)
  public List<AssetCategory> list(UUID organizationId) {
    return mapper.listCategories(organizationId);
  }

  /**
   * The category of this code.
   *
   * @throws BusinessException {@code assets.category-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public AssetCategory require(UUID organizationId, String code) {
    return Optional.ofNullable(byCode(organizationId).get(code))
        .orElseThrow(() -> AssetsError.CATEGORY_UNKNOWN.with(code));
  }

  Map<String, AssetCategory> byCode(UUID organizationId) {
    return list(organizationId).stream()
        .collect(Collectors.toMap(AssetCategory::code, Function.identity()));
  }

  /**
   * Adds a category.
   *
   * @throws BusinessException {@code assets.category-invalid}, {@code assets.category-taken},
   *     {@code assets.terms-incomplete}, {@code ledger.account-unknown}
   */
  public AssetCategory create(AssetCategory wanted, Actor by) {
    if (!CODE.matcher(wanted.code()).matches()) {
      throw AssetsError.CATEGORY_INVALID.with(
          wanted.code(), "use 1 to 20 capital letters, digits and hyphens as its code.");
    }
    checkAccounts(wanted);
    checkTerms(wanted);
    if (byCode(wanted.organizationId()).containsKey(wanted.code())) {
      throw AssetsError.CATEGORY_TAKEN.with(wanted.code());
    }
    mapper.insertCategory(wanted, by.username(), clock.instant());
    audit.record(
        new AuditEntry(
            wanted.organizationId(),
            by,
            "created",
            "assets.category",
            wanted.code(),
            null,
            wanted));
    return wanted;
  }

  private void checkAccounts(AssetCategory wanted) {
    if (wanted.method() != Method.NONE
        && (wanted.depreciationAccount() == null || wanted.expenseAccount() == null)) {
      throw AssetsError.CATEGORY_INVALID.with(
          wanted.code(), "name the accounts for accumulated depreciation and for its expense.");
    }
    if (wanted.costAccount().equals(wanted.depreciationAccount())) {
      throw AssetsError.CATEGORY_INVALID.with(
          wanted.code(), "cost and accumulated depreciation need an account each.");
    }
    Stream.of(
            wanted.costAccount(),
            wanted.depreciationAccount(),
            wanted.expenseAccount(),
            wanted.impairmentAccount())
        .filter(Objects::nonNull)
        .map(code -> chart.require(wanted.organizationId(), code))
        .filter(account -> !account.postable())
        .map(Account::code)
        .findFirst()
        .ifPresent(
            heading -> {
              throw AssetsError.CATEGORY_INVALID.with(
                  wanted.code(), "account " + heading + " is a heading, choose one below it.");
            });
  }

  private static void checkTerms(AssetCategory wanted) {
    String missing =
        switch (wanted.method()) {
          case STRAIGHT_LINE -> wanted.lifeMonths() == null ? "life" : "";
          case DECLINING ->
              wanted.lifeMonths() == null ? "life" : wanted.annualRate() == null ? "rate" : "";
          case NONE, UNITS -> "";
        };
    if (!missing.isEmpty()) {
      throw AssetsError.TERMS_INCOMPLETE.with(
          "category " + wanted.code(), wanted.method(), missing);
    }
  }
}
