package org.countinghouse.routes.journals;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Link;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/** Posts what another program booked: every booking of a file, or none and why. */
@Component
public class Bookings {

  private static final int BOOKINGS_MAX = 20_000;
  private static final int LINKS_MAX = 100;

  private final Ledger ledger;
  private final Organizations organizations;

  Bookings(Ledger ledger, Organizations organizations) {
    this.ledger = ledger;
    this.organizations = organizations;
  }

  /**
   * Posts in the caller's transaction.
   *
   * @param source the program, as the journals' source names it: {@code journals:DATEV}
   */
  public Outcome post(UUID organizationId, String source, List<Booking> bookings) {
    if (bookings.size() > BOOKINGS_MAX) {
      return Outcome.rejected(List.of(BookingError.TOO_MANY.at("", bookings.size(), BOOKINGS_MAX)));
    }
    Currency base = organizations.byId(organizationId).baseCurrency();
    List<Finding> findings = new ArrayList<>();
    List<JournalDraft> drafts = new ArrayList<>();
    for (Booking booking : bookings) {
      List<Finding> own = new ArrayList<>();
      JournalDraft draft = draft(organizationId, source, booking, base, own);
      if (own.isEmpty()) {
        own.addAll(ledger.check(draft));
      }
      own.forEach(
          finding -> findings.add(new Finding(finding.code(), booking.place(), finding.message())));
      drafts.add(draft);
    }
    return findings.isEmpty() ? posted(drafts) : Outcome.rejected(findings);
  }

  private Outcome posted(List<JournalDraft> drafts) {
    List<Link> links = new ArrayList<>();
    for (JournalDraft draft : drafts) {
      PostedJournal posted = ledger.post(draft, Actor.system("inbox"));
      if (links.size() < LINKS_MAX) {
        links.add(new Link("ledger.journal", posted.id(), posted.number()));
      }
    }
    return Outcome.accepted(links.toArray(Link[]::new));
  }

  private static JournalDraft draft(
      UUID organizationId, String source, Booking booking, Currency base, List<Finding> findings) {
    List<DraftLine> lines = new ArrayList<>();
    for (Booking.Line line : booking.lines()) {
      boolean isBase = line.currency().equals(base);
      if (!isBase && line.baseAmount() == null) {
        findings.add(BookingError.NO_BASE_AMOUNT.at(booking.place(), line.currency(), base));
        continue;
      }
      try {
        Money amount = new Money(line.amount(), line.currency());
        Money inBase =
            isBase || line.baseAmount() == null ? amount : new Money(line.baseAmount(), base);
        lines.add(new DraftLine(line.account(), amount, inBase, line.costCentre(), line.text()));
      } catch (BusinessException tooFine) {
        findings.add(
            new Finding(
                tooFine.code().id(), booking.place(), String.valueOf(tooFine.getMessage())));
      }
    }
    return new JournalDraft(
        organizationId, booking.date(), booking.description(), source, booking.reference(), lines);
  }
}
