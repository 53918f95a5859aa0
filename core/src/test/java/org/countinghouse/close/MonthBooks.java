package org.countinghouse.close;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.Statements;
import org.countinghouse.testing.TestOrganizations;
import org.springframework.stereotype.Component;

/** An organization with people, a small chart and the fiscal year 2025, for tests of the close. */
@Component
public class MonthBooks {

  private final TestOrganizations organizations;
  private final ChartOfAccounts chart;
  private final FiscalYears years;
  private final Ledger ledger;
  private final Checklists checklists;
  private final ClosingReviews reviews;
  private final ClosingRoutines routines;
  private final Statements statements;

  MonthBooks(
      TestOrganizations organizations,
      ChartOfAccounts chart,
      FiscalYears years,
      Ledger ledger,
      Checklists checklists,
      ClosingReviews reviews,
      ClosingRoutines routines,
      Statements statements) {
    this.organizations = organizations;
    this.chart = chart;
    this.years = years;
    this.ledger = ledger;
    this.checklists = checklists;
    this.reviews = reviews;
    this.routines = routines;
    this.statements = statements;
  }

  /** Has everything checked, the month locked, and every routine that is installed run. */
  public List<ChecklistItem> makeReady(Closing closing, Actor by) {
    checklists.check(closing.id(), by);
    reviews.lockSubledgers(closing.id(), by);
    for (String job : routines.jobs()) {
      routines.ended(closing.id(), job, Ids.next(), List.of(), by);
    }
    return checklists.check(closing.id(), by);
  }

  /** One organization and its people. */
  public record Company(
      Organization organization, Actor accountant, Actor controller, Actor cfo, Actor clerk) {

    /** The id of the organization. */
    public UUID id() {
      return organization.id();
    }
  }

  /** A new company with empty books. */
  public Company company() {
    Organization organization = organizations.german();
    Company company =
        new Company(
            organization,
            organizations.user("accountant", organization, "accountant"),
            organizations.user("controller", organization, "controller"),
            organizations.user("cfo", organization, "cfo"),
            organizations.user("ap-clerk", organization, "ap-clerk"));
    chart.create(
        company.id(),
        List.of(
            NewAccount.of("1200", "Bank", AccountType.ASSET),
            NewAccount.of("1600", "Trade payables", AccountType.LIABILITY).controlledBy("payables"),
            NewAccount.of("4200", "=Rent & \"heating\"", AccountType.EXPENSE),
            NewAccount.of("8400", "Umsatzerlöse 19 %", AccountType.INCOME)),
        company.accountant());
    // its numbers are not those of the German chart: one stands on no line by itself
    statements.assign(company.id(), "profit-and-loss", "8400", "revenue", company.controller());
    years.open(company.id(), 2025, company.accountant());
    return company;
  }

  /** Sales received on the bank account. */
  public PostedJournal sell(Company company, LocalDate day, String reference, String euro) {
    return post(company, day, reference, "1200", "8400", euro);
  }

  /** Rent paid from the bank account. */
  public PostedJournal payRent(Company company, LocalDate day, String reference, String euro) {
    return post(company, day, reference, "4200", "1200", euro);
  }

  private PostedJournal post(
      Company company, LocalDate day, String reference, String debit, String credit, String euro) {
    return ledger.post(
        new JournalDraft(
            company.id(),
            day,
            "Test " + reference,
            "ledger",
            reference,
            List.of(
                DraftLine.debit(debit, Money.of(euro, "EUR")),
                DraftLine.credit(credit, Money.of(euro, "EUR")))),
        company.accountant());
  }
}
