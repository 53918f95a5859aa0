package org.countinghouse.reporting.report.documentaudit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.money.Money;
import org.countinghouse.reporting.ReportingError;
import org.countinghouse.reporting.report.documentaudit.DocumentAuditMapper.Line;
import org.countinghouse.reporting.report.documentaudit.DocumentAuditMapper.Place;
import org.countinghouse.reporting.report.documentaudit.DocumentAuditMapper.Step;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Link;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.Report;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.TableBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Everything that happened to one document, in the order it did: its bytes and their hash, what the
 * inbox made of them, the invoice or manual journal, who coded it, who was asked and who decided on
 * which hash, the journals with their lines, settlements, reversals. {@code document} is our number
 * of an invoice, the number of a manual or posted journal, or the id of an inbox document.
 */
@Component
class DocumentAuditReport implements Report {

  private static final String DOCUMENT = "document";

  /** GL-2026-000123: series, fiscal year, number. */
  private static final Pattern JOURNAL_NUMBER = Pattern.compile("(.+)-(\\d{4})-(\\d{1,18})");

  private final DocumentAuditMapper mapper;

  DocumentAuditReport(DocumentAuditMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public String name() {
    return "document-audit";
  }

  @Override
  public Set<String> parameters() {
    return Set.of(DOCUMENT);
  }

  @Override
  public Set<String> requiredParameters() {
    return Set.of(DOCUMENT);
  }

  @Override
  public ReportTable run(ReportRequest request) {
    String document = request.text(DOCUMENT).orElse("");
    List<Step> steps = steps(request.organization().id(), document);
    if (steps.isEmpty()) {
      throw ReportingError.DOCUMENT_UNKNOWN.with(document);
    }
    Messages messages = Messages.beside(DocumentAuditReport.class, request.locale());
    TableBuilder table =
        new TableBuilder(name(), messages.text("title"), request, columns(messages))
            .parameter(DOCUMENT, document);
    for (Step step : steps) {
      write(table, request, messages, step);
    }
    return table.build();
  }

  private List<Step> steps(UUID organization, String document) {
    UUID journal = journal(organization, document);
    UUID inbox = uuid(document);
    Place invoice = mapper.findInvoice(organization, document, journal, inbox);
    Place manual =
        invoice == null ? mapper.findManualJournal(organization, document, journal) : null;
    Place subject = invoice == null ? manual : invoice;
    if (subject != null) {
      journal = subject.journalId() == null ? journal : subject.journalId();
      inbox = subject.inboxId() == null ? inbox : subject.inboxId();
    }
    if (inbox != null || journal != null) {
      inbox = mapper.findInbox(organization, inbox, journal);
    }
    return mapper.listSteps(organization, inbox, subject == null ? null : subject.id(), journal);
  }

  private @Nullable UUID journal(UUID organization, String document) {
    Matcher number = JOURNAL_NUMBER.matcher(document);
    return number.matches()
        ? mapper.findJournal(
            organization,
            number.group(1),
            Integer.parseInt(number.group(2)),
            Long.parseLong(number.group(3)))
        : null;
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null; // a number, then
    }
  }

  private static List<Column> columns(Messages messages) {
    return List.of(
        Column.text("step", messages),
        Column.time("at", messages),
        Column.text("who", messages),
        Column.text("onBehalfOf", messages),
        Column.text("reference", messages),
        Column.text("detail", messages),
        Column.money("debit", messages),
        Column.money("credit", messages),
        Column.text("evidence", messages));
  }

  private void write(TableBuilder table, ReportRequest request, Messages messages, Step step) {
    String href = step.href();
    String reference = step.reference();
    table.detail(
        0,
        Label.of("step." + step.step(), messages),
        step.at(),
        step.who(),
        step.onBehalfOf(),
        reference == null || href == null ? reference : new Link(reference, href),
        step.detail(),
        null,
        null,
        step.evidence());
    if (step.journalId() == null) {
      return;
    }
    List<Integer> lines = new ArrayList<>();
    for (Line line : mapper.listLines(request.organization().id(), step.journalId())) {
      lines.add(
          table.detail(
              1,
              Label.of("line", messages),
              null,
              null,
              null,
              line.account(),
              text(line),
              new Money(line.debit(), request.scope().currency()),
              new Money(line.credit(), request.scope().currency())));
    }
    table.subtotal(1, lines, Label.of("sum", messages));
  }

  private static String text(Line line) {
    StringBuilder text = new StringBuilder(line.name());
    if (line.costCentre() != null) {
      text.append(" [").append(line.costCentre()).append(']');
    }
    return line.text() == null ? text.toString() : text.append(": ").append(line.text()).toString();
  }
}
