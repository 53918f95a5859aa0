package org.countinghouse.bankfiles.reading;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.StatementKind;
import org.countinghouse.bankfiles.StatementOptions;
import org.countinghouse.bankfiles.StatementSink;
import org.jspecify.annotations.Nullable;

/**
 * ISO 20022 camt.052 (account report), camt.053 (statement) and camt.054 (notification) of any
 * version: the elements that matter here kept their names, and where versions moved one deeper
 * ({@code Sts/Cd}, {@code Dbtr/Pty}, {@code BICFI}) both places are read.
 *
 * @see <a href="https://www.iso20022.org/iso-20022-message-definitions">ISO 20022 message
 *     definitions, Bank-to-Customer Cash Management</a>
 */
public final class CamtStatements {

  private static final Pattern VERSION = Pattern.compile("(camt\\.05[234]\\.\\d{3}\\.\\d{2})");
  private static final Map<String, StatementKind> KINDS =
      Map.of(
          "BkToCstmrStmt", StatementKind.STATEMENT,
          "BkToCstmrAcctRpt", StatementKind.INTRADAY,
          "BkToCstmrDbtCdtNtfctn", StatementKind.NOTIFICATION);
  private static final Map<StatementKind, String> MESSAGES =
      Map.of(
          StatementKind.STATEMENT, "camt.053",
          StatementKind.INTRADAY, "camt.052",
          StatementKind.NOTIFICATION, "camt.054");

  private final XmlPull xml;
  private final StatementOptions options;
  private final StatementSink sink;
  private @Nullable String messageId;
  private @Nullable LocalDate createdOn;
  private int statements;

  private CamtStatements(XmlPull xml, StatementOptions options, StatementSink sink) {
    this.xml = xml;
    this.options = options;
    this.sink = sink;
  }

  /** Reads all statements, reports or notifications of a file. */
  public static void read(InputStream in, StatementOptions options, StatementSink sink)
      throws IOException {
    new CamtStatements(new XmlPull(in), options, sink).document();
  }

  private void document() throws IOException {
    if (!xml.nextChild() || !xml.name().equals("Document")) {
      throw BankFileError.RECORD.refusing(xml.place(), "root element");
    }
    Matcher version = VERSION.matcher(xml.namespace());
    String stated = version.find() ? version.group(1) : "";
    while (xml.nextChild()) {
      // the first version wrote it at the name's end
      StatementKind kind = KINDS.get(xml.name().replaceFirst("V[0-9]{2}$", ""));
      if (kind == null) {
        throw BankFileError.RECORD.refusing(xml.place(), Values.shown(xml.name()));
      }
      message(kind, stated.isEmpty() ? MESSAGES.getOrDefault(kind, "") : stated);
    }
    xml.toTheEnd();
    if (statements == 0) {
      throw BankFileError.EMPTY.refusing("", "statement");
    }
  }

  private void message(StatementKind kind, String version) throws IOException {
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "GrpHdr" -> {
          XmlElement header = xml.element();
          messageId = header.text("MsgId");
          String created = header.text("CreDtTm");
          createdOn = created == null ? null : Values.day(created, header.place());
        }
        case "Stmt", "Rpt", "Ntfctn" -> {
          new CamtStatement(kind, version, messageId, createdOn, options).read(xml, sink);
          statements++;
        }
        default -> xml.skip();
      }
    }
  }
}
