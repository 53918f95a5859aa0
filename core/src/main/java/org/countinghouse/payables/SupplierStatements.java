package org.countinghouse.payables;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.OrganizationProfiles;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.SupplierStatement.Account;
import org.countinghouse.payables.SupplierStatement.Line;
import org.countinghouse.print.Letter;
import org.countinghouse.print.Letter.Labelled;
import org.countinghouse.print.Pdf;
import org.countinghouse.print.Templates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What suppliers were owed, got and are owed still: to agree balances, on screen and on paper. */
@Service
@Transactional(readOnly = true, noRollbackFor = BusinessException.class)
public class SupplierStatements {

  private static final String TEMPLATE = "payables/supplier-statement";

  private final SupplierStatementMapper mapper;
  private final Suppliers suppliers;
  private final SupplierContacts contacts;
  private final Organizations organizations;
  private final OrganizationProfiles profiles;
  private final Documents documents;
  private final Pdf pdf;
  private final Clock clock;

  SupplierStatements(
      SupplierStatementMapper mapper,
      Suppliers suppliers,
      SupplierContacts contacts,
      Organizations organizations,
      OrganizationProfiles profiles,
      Documents documents,
      Pdf pdf,
      Clock clock) {
    this.mapper = mapper;
    this.suppliers = suppliers;
    this.contacts = contacts;
    this.organizations = organizations;
    this.profiles = profiles;
    this.documents = documents;
    this.pdf = pdf;
    this.clock = clock;
  }

  /**
   * The supplier's account from the first to the last day, both included, by posting date.
   *
   * @throws BusinessException {@code payables.supplier-unknown}, {@code payables.statement-days}
   */
  public SupplierStatement of(UUID supplierId, LocalDate from, LocalDate to) {
    Supplier supplier = suppliers.require(supplierId);
    if (to.isBefore(from)) {
      throw PayablesError.STATEMENT_DAYS.with(from, to);
    }
    Map<String, List<SupplierStatementMapper.Row>> byCurrency =
        mapper.list(supplier.organizationId(), supplierId, to).stream()
            .collect(
                Collectors.groupingBy(
                    SupplierStatementMapper.Row::currency, TreeMap::new, Collectors.toList()));
    return new SupplierStatement(
        supplier,
        from,
        to,
        byCurrency.entrySet().stream()
            .map(entry -> account(Currency.getInstance(entry.getKey()), entry.getValue(), from))
            .toList());
  }

  /**
   * The same as a letter to the supplier, in its language.
   *
   * @throws BusinessException as {@link #of}
   */
  @Transactional(noRollbackFor = BusinessException.class)
  public Document print(UUID supplierId, LocalDate from, LocalDate to) {
    SupplierStatement statement = of(supplierId, from, to);
    Supplier supplier = statement.supplier();
    Organization organization = organizations.byId(supplier.organizationId());
    SupplierContact contact = contacts.of(supplierId);
    Locale language = SupplierLanguage.of(supplier, contact, organization);
    Map<String, String> words = Templates.words(TEMPLATE, language);
    var letter =
        new Letter(
            profiles.letterhead(organization.id()),
            SupplierAddress.lines(supplier, contact, organization.country()),
            Objects.requireNonNull(words.get("statementTitle")),
            LocalDate.now(clock.withZone(organization.zone())),
            List.of(
                new Labelled(words.getOrDefault("yourNumber", ""), supplier.number()),
                new Labelled(words.getOrDefault("statementFrom", ""), from),
                new Labelled(words.getOrDefault("statementTo", ""), to)));
    byte[] content = pdf.render(TEMPLATE, new Model(letter, printed(statement, words)), language);
    return documents.store(
        organization.id(),
        "%s %s %s.pdf".formatted(words.get("statementFile"), supplier.number(), to),
        "application/pdf",
        content);
  }

  private record Model(Letter letter, List<PrintedAccount> accounts) {}

  private record PrintedAccount(
      Currency currency, Money opening, List<PrintedLine> lines, Money closing) {}

  private record PrintedLine(
      LocalDate day, String what, String reference, Money amount, Money balance) {}

  private static List<PrintedAccount> printed(
      SupplierStatement statement, Map<String, String> words) {
    return statement.accounts().stream()
        .map(
            account ->
                new PrintedAccount(
                    account.opening().currency(),
                    account.opening(),
                    account.lines().stream().map(line -> printed(line, words)).toList(),
                    account.closing()))
        .toList();
  }

  private static PrintedLine printed(Line line, Map<String, String> words) {
    return new PrintedLine(
        line.day(),
        words.getOrDefault("statement." + line.kind().name(), line.kind().name()),
        line.reference(),
        line.amount(),
        line.balance());
  }

  private static Account account(
      Currency currency, List<SupplierStatementMapper.Row> rows, LocalDate from) {
    Money opening = Money.zero(currency);
    Money balance = Money.zero(currency);
    List<Line> lines = new ArrayList<>();
    for (SupplierStatementMapper.Row row : rows) {
      Money amount = new Money(row.amount(), currency);
      balance = balance.plus(amount);
      if (row.day().isBefore(from)) {
        opening = balance;
      } else {
        lines.add(
            new Line(
                row.day(),
                row.kind(),
                row.number(),
                row.reference(),
                row.dueOn(),
                amount,
                new Money(row.discount(), currency),
                balance));
      }
    }
    return new Account(opening, lines, balance);
  }
}
