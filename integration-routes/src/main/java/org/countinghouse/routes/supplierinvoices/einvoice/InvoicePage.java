package org.countinghouse.routes.supplierinvoices.einvoice;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.money.Money;
import org.countinghouse.payables.InvoiceType;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.ReceivedInvoice;
import org.countinghouse.payables.ReceivedLine;
import org.countinghouse.payables.ReceivedTax;
import org.jspecify.annotations.Nullable;

/** One invoice as HTML: labels and formats of the reader's locale, every word of it escaped. */
final class InvoicePage {

  private static final String STYLE =
      """
      body{font:15px/1.45 system-ui,sans-serif;color:#1d2733;margin:24px;max-width:960px}
      h1{font-size:22px;margin:0 0 4px} .pay{font-size:20px;font-weight:600;margin:0 0 20px}
      .parties{display:flex;flex-wrap:wrap;gap:16px 48px;margin-bottom:20px}
      .parties>div{min-width:220px} .label{color:#5b6b7c;font-size:13px}
      table{border-collapse:collapse;width:100%;margin:0 0 20px}
      th{text-align:left;color:#5b6b7c;font-weight:500;font-size:13px;border-bottom:1px solid #b9c3ce}
      th,td{padding:5px 8px;vertical-align:top} td{border-bottom:1px solid #e6eaee}
      .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
      .totals{width:auto;margin-left:auto} .totals tr:last-child td{font-weight:600}
      .note{white-space:pre-wrap}
      """;

  private final ReceivedInvoice invoice;
  private final Locale locale;
  private final ResourceBundle labels;
  private final StringBuilder html = new StringBuilder();

  InvoicePage(ReceivedInvoice invoice, Locale locale) {
    this.invoice = invoice;
    this.locale = locale;
    this.labels =
        ResourceBundle.getBundle(
            InvoicePage.class.getPackageName() + ".invoice-view",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String html() {
    String title =
        label(invoice.type() == InvoiceType.CREDIT_NOTE ? "creditNote" : "invoice")
            + " "
            + invoice.number();
    html.append("<!DOCTYPE html><html lang=\"").append(escaped(locale.getLanguage()));
    html.append("\"><head><meta charset=\"utf-8\"><title>").append(escaped(title));
    html.append("</title><style>").append(STYLE).append("</style></head><body>");
    html.append("<h1>").append(escaped(title)).append("</h1><p class=\"pay\">");
    html.append(escaped(label("payable") + " " + money(invoice.totals().payable())));
    html.append("</p>");
    parties();
    lines();
    taxes();
    totals();
    String note = invoice.note();
    if (note != null) {
      field("note", note);
    }
    return html.append("</body></html>").toString();
  }

  private void parties() {
    html.append("<div class=\"parties\"><div>");
    party("seller", invoice.seller());
    html.append("</div><div>");
    party("buyer", invoice.buyer());
    html.append("</div><div>");
    field("issued", date(invoice.issuedOn()));
    LocalDate due = invoice.dueOn();
    field("due", due == null ? null : date(due));
    field("order", invoice.orderReference());
    field("buyerReference", invoice.buyerReference());
    field("preceding", invoice.precedingInvoice());
    field(
        "accounts",
        invoice.payeeAccounts().stream()
            .map(PayeeAccount::number)
            .collect(Collectors.joining(", ")));
    html.append("</div></div>");
  }

  private void party(String role, Party party) {
    field(role, party.name());
    Party.PostalAddress address = party.address();
    if (address != null) {
      String city =
          Stream.of(address.postCode(), address.city())
              .filter(Objects::nonNull)
              .collect(Collectors.joining(" "));
      Stream.of(address.street(), address.additional(), city, address.country())
          .filter(line -> line != null && !line.isEmpty())
          .forEach(line -> html.append(escaped(line)).append("<br>"));
    }
    field("vatId", party.vatId());
  }

  private void lines() {
    head("position", "item", "quantity>", "price>", "tax>", "net>");
    for (ReceivedLine line : invoice.lines()) {
      html.append("<tr>");
      cell(line.kind() == ReceivedLine.Kind.ITEM ? line.reference() : "", false);
      cell(nameOf(line), false);
      String unit = line.unit();
      cell(number(line.quantity()) + (unit == null ? "" : " " + unit), true);
      cell(number(line.unitPrice()), true);
      cell(rate(line.taxCategory(), line.taxRate()), true);
      cell(money(line.net()), true);
      html.append("</tr>");
    }
    html.append("</table>");
  }

  private String nameOf(ReceivedLine line) {
    return switch (line.kind()) {
      case ITEM -> line.name();
      case ALLOWANCE -> label("allowance") + ": " + line.name();
      case CHARGE -> label("charge") + ": " + line.name();
    };
  }

  private void taxes() {
    head("tax", "taxable>", "amount>", "exemption");
    for (ReceivedTax tax : invoice.taxes()) {
      html.append("<tr>");
      cell(rate(tax.category(), tax.rate()), false);
      cell(money(tax.taxable()), true);
      cell(money(tax.tax()), true);
      cell(Objects.toString(tax.exemptionReason(), ""), false);
      html.append("</tr>");
    }
    html.append("</table>");
  }

  private void totals() {
    var totals = invoice.totals();
    html.append("<table class=\"totals\">");
    total("totalNet", totals.net(), true);
    total("totalTax", totals.tax(), true);
    total("totalGross", totals.gross(), true);
    total("prepaid", totals.prepaid().negated(), false);
    total("rounding", totals.rounding(), false);
    total("payable", totals.payable(), true);
    html.append("</table>");
  }

  private void total(String label, Money amount, boolean evenZero) {
    if (evenZero || !amount.isZero()) {
      html.append("<tr>");
      cell(label(label), false);
      cell(money(amount), true);
      html.append("</tr>");
    }
  }

  /** Labels that end in {@code >} head columns of numbers. */
  private void head(String... columns) {
    html.append("<table><tr>");
    for (String column : columns) {
      boolean number = column.endsWith(">");
      String label = label(number ? column.substring(0, column.length() - 1) : column);
      html.append(number ? "<th class=\"n\">" : "<th>").append(escaped(label)).append("</th>");
    }
    html.append("</tr>");
  }

  private void cell(String text, boolean number) {
    html.append(number ? "<td class=\"n\">" : "<td>").append(escaped(text)).append("</td>");
  }

  private void field(String label, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      html.append("<div class=\"label\">").append(escaped(label(label)));
      html.append("</div><div class=\"note\">").append(escaped(text)).append("</div>");
    }
  }

  private String rate(String category, @Nullable BigDecimal rate) {
    return rate == null ? category : number(rate) + " % " + category;
  }

  private String money(Money money) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(money.amount().scale());
    return format.format(money.amount()) + " " + money.currency();
  }

  private String number(@Nullable BigDecimal number) {
    if (number == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(10);
    return format.format(number);
  }

  private String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(date);
  }

  private String label(String key) {
    return labels.getString(key);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
