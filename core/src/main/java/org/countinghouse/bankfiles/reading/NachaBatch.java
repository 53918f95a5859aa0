package org.countinghouse.bankfiles.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.NachaEntry;
import org.countinghouse.bankfiles.RoutingNumbers;
import org.countinghouse.errors.Finding;
import org.jspecify.annotations.Nullable;

/** A batch of an ACH file while it is read. */
final class NachaBatch {

  /** Automated accounting advices: amounts in other columns. */
  static final String ADV = "ADV";

  private static final String IAT = "IAT";
  private static final String CTX = "CTX";
  private static final Pattern CODES = Pattern.compile("2[0-9]|3[0-9]|4[1-46-9]|5[1-6]|8[1-8]");

  /** Return reason codes in force (Nacha rules, appendix four). */
  private static final Pattern RETURNS =
      Pattern.compile("R(0[1-9]|[1-3][0-9]|4[0-7]|5[0-3]|6[1-2]|6[7-9]|7[0-7]|8[0-5])");

  private static final Pattern CHANGES = Pattern.compile("C(0[1-9]|1[34]|6[1-9])");

  private final NachaRecord header;
  private final Consumer<NachaEntry> each;
  private final Consumer<Finding> findings;
  private final NachaTotals totals = new NachaTotals();
  private final String secCode;
  private @Nullable NachaRecord entry;
  private final List<String> texts = new ArrayList<>();
  private @Nullable String returned;
  private @Nullable String originalTrace;
  private @Nullable String correctedData;

  NachaBatch(NachaRecord header, Consumer<NachaEntry> each, Consumer<Finding> findings) {
    this.header = header;
    this.each = each;
    this.findings = findings;
    this.secCode = header.field(51, 53);
  }

  String secCode() {
    return secCode;
  }

  NachaTotals totals() {
    return totals;
  }

  /** The next entry or addendum. */
  void take(NachaRecord record) {
    if (record.type() == '6') {
      flush();
      begin(record);
    } else {
      addendum(record);
    }
  }

  private void begin(NachaRecord record) {
    entry = record;
    String code = record.field(2, 3);
    if (!CODES.matcher(code).matches()) {
      findings.accept(BankFileError.VALUE.at(record.place(), code, "a transaction code"));
    }
    String routing = record.field(4, 12);
    if (!RoutingNumbers.isValid(routing)) {
      findings.accept(BankFileError.ROUTING_INVALID.at(record.place(), Values.shown(routing)));
    }
    totals.entry(isCredit(code), amount(record), record.number(4, 11));
  }

  private BigDecimal amount(NachaRecord record) {
    return secCode.equals(ADV) ? record.dollars(28, 39) : record.dollars(30, 39);
  }

  private void addendum(NachaRecord record) {
    totals.addendum();
    if (entry == null) {
      findings.accept(BankFileError.RECORD.at(record.place(), Values.shown(record.text())));
      return;
    }
    if (!record.isDigits(88, 94)) {
      // a character too few or too many shifts what stands at the end
      findings.accept(
          BankFileError.VALUE.at(record.place(), record.field(80, 94), "the number of its entry"));
    }
    switch (record.field(2, 3)) {
      case "05" -> texts.add(record.text().substring(3, 83).stripTrailing());
      case "98" -> change(record);
      case "99" -> returned(record);
      default -> {
        // addenda of classes that are not worked with here (IAT, POS, SHR)
      }
    }
  }

  private void change(NachaRecord record) {
    String code = record.field(4, 6);
    if (!CHANGES.matcher(code).matches()) {
      findings.accept(BankFileError.VALUE.at(record.place(), code, "a code of changes"));
    }
    returned = code;
    originalTrace = record.field(7, 21);
    correctedData = record.field(36, 64);
  }

  private void returned(NachaRecord record) {
    String code = record.field(4, 6);
    if (!RETURNS.matcher(code).matches()) {
      findings.accept(BankFileError.VALUE.at(record.place(), code, "a return reason code"));
    }
    returned = code;
    originalTrace = record.field(7, 21);
  }

  /** Nothing more comes. */
  void close() {
    flush();
  }

  /** Compares it with its control; null when the file has none. */
  void check(@Nullable NachaRecord control) {
    if (control == null) {
      findings.accept(BankFileError.TRUNCATED.at(header.place(), "batch control (record 8)"));
      return;
    }
    boolean wide = secCode.equals(ADV);
    check(
        control,
        "The number of entries and addenda",
        control.number(5, 10),
        totals.entries() + totals.addenda());
    check(control, "The entry hash", control.number(11, 20), totals.hash());
    check(
        control,
        "The sum of debits",
        wide ? control.dollars(21, 40) : control.dollars(21, 32),
        totals.debits());
    check(
        control,
        "The sum of credits",
        wide ? control.dollars(41, 60) : control.dollars(33, 44),
        totals.credits());
    same(control, "The service class", control.field(2, 4), header.field(2, 4));
    same(control, "The originating bank", control.field(80, 87), header.field(80, 87));
    same(control, "The number of the batch", control.field(88, 94), header.field(88, 94));
  }

  private void same(NachaRecord control, String what, String stated, String begun) {
    if (!stated.equals(begun)) {
      findings.accept(BankFileError.CONTROL_TOTAL.at(control.place(), what, stated, begun));
    }
  }

  private void check(NachaRecord control, String what, long stated, long counted) {
    if (stated != counted) {
      findings.accept(BankFileError.CONTROL_TOTAL.at(control.place(), what, stated, counted));
    }
  }

  private void check(NachaRecord control, String what, BigDecimal stated, BigDecimal counted) {
    if (stated.compareTo(counted) != 0) {
      findings.accept(
          BankFileError.CONTROL_TOTAL.at(
              control.place(), what, stated.toPlainString(), counted.toPlainString()));
    }
  }

  private void flush() {
    if (entry == null) {
      return;
    }
    NachaRecord record = entry;
    boolean iat = secCode.equals(IAT);
    boolean ctx = secCode.equals(CTX);
    each.accept(
        new NachaEntry(
            secCode,
            header.field(88, 94),
            record.field(2, 3),
            isCredit(record.field(2, 3)),
            record.field(4, 12),
            iat ? record.field(40, 74) : record.field(13, 29),
            amount(record),
            iat ? "" : record.field(40, 54),
            iat ? "" : ctx ? record.field(59, 74) : record.field(55, 76),
            record.field(80, 94),
            texts,
            returned,
            originalTrace,
            correctedData));
    entry = null;
    texts.clear();
    returned = null;
    originalTrace = null;
    correctedData = null;
  }

  /** The second digit tells: up to 4 credits, above debits; of advices the odd ones. */
  private static boolean isCredit(String code) {
    if (code.length() != 2) {
      return true;
    }
    int digit = code.charAt(1) - '0';
    return code.charAt(0) == '8' ? digit % 2 == 1 : digit < 5;
  }
}
