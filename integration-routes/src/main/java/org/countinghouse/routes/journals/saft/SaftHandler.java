package org.countinghouse.routes.journals.saft;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.routes.journals.Booking;
import org.countinghouse.routes.journals.BookingError;
import org.countinghouse.routes.journals.Bookings;
import org.countinghouse.routes.xml.SafeXml;
import org.countinghouse.routes.xml.UnsafeXmlException;
import org.countinghouse.routes.xml.XmlNode;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A SAF-T file's transactions, taken over when the file holds together: its totals are right, every
 * transaction balances, every account's balances at both ends differ by its movements.
 */
@Component
@Order(10)
class SaftHandler implements DocumentHandler<List<Booking>> {

  private static final String SOURCE = "journals:SAF-T";
  private static final String ROOT = "AuditFile";
  private static final int HEAD_BYTES = 1024;

  /** The whole file is held in memory while it is checked. */
  private static final long SIZE_MAX = 64L << 20;

  private final Bookings bookings;

  SaftHandler(Bookings bookings) {
    this.bookings = bookings;
  }

  @Override
  public String channel() {
    return "journals";
  }

  @Override
  public boolean recognizes(IncomingDocument document) {
    return new String(document.head(HEAD_BYTES), StandardCharsets.ISO_8859_1).contains(ROOT);
  }

  @Override
  public Reading<List<Booking>> read(IncomingDocument document) {
    if (document.size() > SIZE_MAX) {
      return Reading.refused(BookingError.SAFT_TOO_LARGE.at("", document.size(), SIZE_MAX));
    }
    XmlNode root;
    try {
      root = XmlNode.rootOf(SafeXml.parse(document.bytes()));
    } catch (UnsafeXmlException e) {
      return Reading.refused(BookingError.SAFT_UNREADABLE.at(e.place(), e.reason()));
    }
    if (!root.name().equals(ROOT)) {
      return Reading.refused(
          BookingError.SAFT_UNREADABLE.at("", "its root is " + root.name() + ", not " + ROOT));
    }
    return read(root);
  }

  private static Reading<List<Booking>> read(XmlNode root) {
    List<Finding> findings = new ArrayList<>();
    SaftFile file = SaftFile.read(root, findings);
    SaftStatistics statistics = SaftStatistics.of(file);
    findings.addAll(statistics.findings());
    if (file.transactions().isEmpty()) {
      findings.add(BookingError.SAFT_EMPTY.at("GeneralLedgerEntries"));
    }
    String summary =
        "SAF-T of %s: %d transactions, %d lines, %d of %d accounts tie"
            .formatted(
                file.company(),
                statistics.transactions(),
                statistics.lines(),
                statistics.tyingAccounts(),
                statistics.accounts());
    return findings.isEmpty()
        ? Reading.of(
            file.transactions().stream().map(each -> booking(file, each)).toList(),
            summary,
            List.of())
        : Reading.refused(summary, findings, List.of());
  }

  private static Booking booking(SaftFile file, SaftFile.Transaction transaction) {
    String reference = transaction.journal() + "/" + transaction.id();
    return new Booking(
        "transaction " + transaction.id(),
        transaction.date(),
        reference,
        transaction.description().isEmpty() ? reference : transaction.description(),
        transaction.lines().stream()
            .map(
                line ->
                    new Booking.Line(
                        line.account(), line.amount(), file.currency(), null, null, line.text()))
            .toList());
  }

  @Override
  public Outcome apply(IncomingDocument document, List<Booking> content) {
    return bookings.post(document.organizationId(), SOURCE, content);
  }
}
