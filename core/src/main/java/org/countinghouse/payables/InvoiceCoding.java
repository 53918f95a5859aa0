package org.countinghouse.payables;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.currency.FxRate;
import org.countinghouse.currency.FxRates;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.organizations.CostCentre;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.spi.InvoiceBackground;
import org.countinghouse.tax.TaxCode;
import org.countinghouse.tax.TaxError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says where a claim goes in the books. Whoever does so may not approve it. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class InvoiceCoding {

  private final InvoiceStore store;
  private final InvoiceMapper mapper;
  private final PayablesSetup setup;
  private final ChartOfAccounts chart;
  private final Organizations organizations;
  private final FxRates rates;
  private final PayablesDiary diary;
  private final List<InvoiceBackground> backgrounds;
  private final Clock clock;

  InvoiceCoding(
      InvoiceStore store,
      InvoiceMapper mapper,
      PayablesSetup setup,
      ChartOfAccounts chart,
      Organizations organizations,
      FxRates rates,
      PayablesDiary diary,
      List<InvoiceBackground> backgrounds,
      Clock clock) {
    this.store = store;
    this.mapper = mapper;
    this.setup = setup;
    this.chart = chart;
    this.organizations = organizations;
    this.rates = rates;
    this.diary = diary;
    this.backgrounds = List.copyOf(backgrounds);
    this.clock = clock;
  }

  /**
   * Codes a claim, or codes it anew. While an approval runs that makes it start over. Where a
   * foreign claim is coded without a rate, the published rate of its posting date is kept with it.
   *
   * @throws BusinessException {@code payables.invoice-state}; {@code payables.line-not-coded} with
   *     everything found wrong in the lines; {@code payables.rate-missing}, {@code
   *     payables.rate-not-needed}, {@code payables.due-date}
   */
  public void code(UUID invoiceId, Coding wanted, Actor by) {
    SupplierInvoice invoice = store.lock(invoiceId);
    if (!invoice.state().isOpen()) {
      throw PayablesError.STATE.with(invoice.documentNumber(), invoice.state(), "coded");
    }
    Coding coding = wanted.at(baseRate(invoice, wanted));
    if (coding.dueOn() != null && coding.dueOn().isBefore(invoice.issuedOn())) {
      throw PayablesError.DUE_DATE.with(
          invoice.documentNumber(), invoice.issuedOn(), coding.dueOn());
    }
    List<InvoiceLine> lines = store.details(invoice).lines();
    List<Finding> findings = findings(invoice, lines, coding.lines());
    if (!findings.isEmpty()) {
      throw PayablesError.LINE_NOT_CODED.withFindings(
          findings,
          findings.stream().map(Finding::place).distinct().collect(Collectors.joining(", ")),
          invoice.documentNumber());
    }
    store.replaceCodings(invoice, coding);
    mapper.code(invoiceId, coding, by.username(), clock.instant());
    diary.wrote("coded", invoice, coding, by);
    diary.publishCoded(invoice, by);
  }

  /**
   * What the coding could be: as it is, else as it was ordered, else by the supplier's terms. A tax
   * code is proposed where exactly one fits the line's tax, or the supplier's does.
   */
  @Transactional(readOnly = true)
  public Map<Integer, LineCoding> proposal(InvoiceDetails details) {
    SupplierTerms terms = details.supplier().terms();
    List<TaxCode> codes = setup.taxCodes(details.invoice().organizationId());
    Optional<String> prepaid =
        details.invoice().prepayment()
            ? Optional.of(setup.accounts(details.invoice().organizationId()).prepayments())
            : Optional.empty();
    Map<Integer, LineCoding> ordered = new HashMap<>();
    if (prepaid.isEmpty()) {
      backgrounds.forEach(background -> ordered.putAll(background.coding(details)));
    }
    Map<Integer, LineCoding> proposed = new HashMap<>();
    for (InvoiceLine line : details.lines()) {
      LineCoding known = line.coding();
      proposed.put(
          line.position(),
          known != null
              ? known
              : ordered.containsKey(line.position())
                  ? ordered.get(line.position())
                  : new LineCoding(
                      prepaid.or(() -> Optional.ofNullable(terms.account())).orElse(""),
                      prepaid.isPresent() ? null : terms.costCentre(),
                      proposedTaxCode(line.stated(), terms, codes)));
    }
    return proposed;
  }

  private static String proposedTaxCode(
      ReceivedLine line, SupplierTerms terms, List<TaxCode> codes) {
    List<String> fitting =
        codes.stream()
            .filter(code -> code.fits(line.taxCategory(), line.taxRate()))
            .map(TaxCode::code)
            .toList();
    String preferred = terms.taxCode();
    if (preferred != null && fitting.contains(preferred)) {
      return preferred;
    }
    return fitting.size() == 1 ? fitting.get(0) : "";
  }

  /** The rate of the day in the books, once per invoice currency; empty where none is known. */
  @Transactional(readOnly = true)
  public Optional<FxRate> proposedRate(SupplierInvoice invoice) {
    Currency base = organizations.byId(invoice.organizationId()).baseCurrency();
    return invoice.currency().equals(base)
        ? Optional.empty()
        : rates.find(invoice.organizationId(), invoice.currency(), base, invoice.postingDate());
  }

  /** As entered, else the published one of the posting date; none in base currency. */
  private @Nullable BigDecimal baseRate(SupplierInvoice invoice, Coding coding) {
    Currency base = organizations.byId(invoice.organizationId()).baseCurrency();
    BigDecimal entered = coding.baseRate();
    if (invoice.currency().equals(base)) {
      if (entered != null) {
        throw PayablesError.RATE_NOT_NEEDED.with(invoice.documentNumber());
      }
      return null;
    }
    if (entered != null && entered.signum() > 0) {
      return entered;
    }
    return rates
        .find(invoice.organizationId(), invoice.currency(), base, coding.postingDate())
        .filter(known -> entered == null)
        .map(FxRate::rate)
        .orElseThrow(
            () ->
                PayablesError.RATE_MISSING.with(
                    invoice.documentNumber(), invoice.currency(), base));
  }

  private List<Finding> findings(
      SupplierInvoice invoice, List<InvoiceLine> lines, Map<Integer, LineCoding> coding) {
    UUID organization = invoice.organizationId();
    Map<String, Account> accounts =
        chart.findAll(
            organization,
            coding.values().stream().map(LineCoding::account).collect(Collectors.toSet()));
    Set<String> costCentres =
        organizations.costCentres(organization).stream()
            .map(CostCentre::code)
            .collect(Collectors.toSet());
    Map<String, TaxCode> taxCodes =
        setup.taxCodes(organization).stream()
            .collect(Collectors.toMap(TaxCode::code, code -> code));
    Set<String> taxAccounts = setup.taxAccounts(organization);
    String prepaid = invoice.prepayment() ? setup.accounts(organization).prepayments() : "";
    List<Finding> findings = new ArrayList<>();
    for (InvoiceLine line : lines) {
      LineCoding wanted = coding.get(line.position());
      if (wanted == null) {
        findings.add(
            PayablesError.LINE_NOT_CODED.at(
                place(line), line.position(), invoice.documentNumber()));
      } else {
        findings.addAll(accountFindings(line, wanted, accounts, costCentres));
        if (invoice.prepayment() && !wanted.account().equals(prepaid)) {
          findings.add(PayablesError.PREPAYMENT_ACCOUNT.at(place(line), line.position(), prepaid));
        }
        if (taxAccounts.contains(wanted.account())) {
          findings.add(
              TaxError.TAX_ACCOUNT_CODED.at(place(line), line.position(), wanted.account()));
        }
        findings.addAll(taxFindings(line, wanted, taxCodes));
      }
    }
    coding.keySet().stream()
        .filter(position -> lines.stream().noneMatch(line -> line.position() == position))
        .forEach(
            position ->
                findings.add(
                    PayablesError.LINE_UNKNOWN.at(
                        position.toString(), invoice.documentNumber(), position)));
    return findings;
  }

  private static List<Finding> accountFindings(
      InvoiceLine line, LineCoding wanted, Map<String, Account> accounts, Set<String> costCentres) {
    List<Finding> findings = new ArrayList<>();
    Account account = accounts.get(wanted.account());
    if (account == null
        || !account.active()
        || !account.postable()
        || account.controlledBy() != null) {
      findings.add(
          PayablesError.ACCOUNT_UNUSABLE.at(place(line), line.position(), wanted.account()));
    } else if (wanted.costCentre() == null
        && account.requiredDimensions().contains(Account.COST_CENTRE)) {
      findings.add(
          PayablesError.COST_CENTRE_MISSING.at(place(line), line.position(), wanted.account()));
    }
    if (wanted.costCentre() != null && !costCentres.contains(wanted.costCentre())) {
      findings.add(
          PayablesError.COST_CENTRE_UNKNOWN.at(place(line), line.position(), wanted.costCentre()));
    }
    return findings;
  }

  private static List<Finding> taxFindings(
      InvoiceLine line, LineCoding wanted, Map<String, TaxCode> taxCodes) {
    TaxCode code = taxCodes.get(wanted.taxCode());
    if (code == null) {
      return List.of(PayablesError.TAX_CODE_UNKNOWN.at(place(line), wanted.taxCode()));
    }
    ReceivedLine stated = line.stated();
    if (!code.fits(stated.taxCategory(), stated.taxRate())) {
      return List.of(
          PayablesError.TAX_CODE_MISMATCH.at(
              place(line),
              line.position(),
              TaxGroup.of(stated).text(),
              code.code(),
              code.taxation()));
    }
    return List.of();
  }

  private static String place(InvoiceLine line) {
    return Integer.toString(line.position());
  }
}
