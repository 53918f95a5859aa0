package org.countinghouse.routes.filedrop;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.exchange.InboxRecord;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.exchange.Link;

/** What became of a file, for whoever dropped it: readable without knowing the product. */
final class DropReport {

  private static final int WIDTH = 90;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();

  private DropReport() {}

  static String of(InboxRecord settled) {
    InboxDocument document = settled.document();
    var report = new DropReport();
    report.line("Outcome:   " + headline(document.state()));
    report.line("File:      " + oneLine(document.name()));
    if (!document.summary().isEmpty()) {
      report.line("Content:   " + oneLine(document.summary()));
    }
    report.line(
        "Received:  " + TIME.format(document.receivedAt()) + " through " + document.channel());
    report.line("Document:  " + document.id());
    report.line("SHA-256:   " + document.sha256());
    report.links(document.state() == InboxState.DUPLICATE ? "First" : "Created", settled.links());
    report.findings(errorsTitle(document.state()), settled.errors());
    report.findings("To know", settled.warnings());
    report.remedy(document);
    return report.text.toString();
  }

  static String ofUnopened(Path file, Finding reason) {
    var report = new DropReport();
    report.line("Outcome:   " + headline(InboxState.REJECTED));
    report.line("File:      " + DropFolder.safe(file));
    report.findings(errorsTitle(InboxState.REJECTED), List.of(reason));
    return report.text.toString();
  }

  private static String headline(InboxState state) {
    return switch (state) {
      case ACCEPTED -> "ACCEPTED";
      case DUPLICATE -> "DUPLICATE: it is here already, nothing was done";
      case REJECTED -> "REJECTED: its content is wrong, nothing was done";
      case FAILED -> "FAILED by our fault: it is kept and waits to be replayed";
      case RECEIVED, IN_PROGRESS -> "not yet";
    };
  }

  private static String errorsTitle(InboxState state) {
    return state == InboxState.REJECTED ? "What is wrong" : "Why";
  }

  private void links(String title, List<Link> links) {
    if (!links.isEmpty()) {
      line("");
      line(title + ":");
      links.forEach(
          link -> line("  " + link.kind() + " " + link.id() + "  " + oneLine(link.label())));
    }
  }

  private void findings(String title, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    line("");
    line(title + " (" + findings.size() + "):");
    int number = 1;
    for (Finding finding : findings) {
      String place = finding.place().isEmpty() ? "" : " at " + oneLine(finding.place());
      line("  " + number++ + ". " + finding.code() + place);
      wrapped(oneLine(finding.message()));
    }
  }

  private void remedy(InboxDocument document) {
    if (document.state() == InboxState.REJECTED) {
      line("");
      line("What to do: send this report to whoever made the file and drop the corrected file. If");
      line("something was missing on our side, repair that and replay the document:");
      line("  countinghouse exchange replay " + document.id());
    } else if (document.state() == InboxState.FAILED) {
      line("");
      line("What to do: repair the cause, then: countinghouse exchange replay " + document.id());
    }
  }

  private void wrapped(String paragraph) {
    var line = new StringBuilder("    ");
    for (String word : paragraph.split(" ")) {
      if (line.length() > 5 && line.length() + word.length() > WIDTH) {
        line(line.toString().stripTrailing());
        line.setLength(0);
        line.append("    ");
      }
      line.append(word).append(' ');
    }
    line(line.toString().stripTrailing());
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** A sender's text cannot add lines to the report. */
  private static String oneLine(String words) {
    return words.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();
  }
}
