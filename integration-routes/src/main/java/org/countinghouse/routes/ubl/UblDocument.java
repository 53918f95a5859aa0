package org.countinghouse.routes.ubl;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.payables.Party;
import org.countinghouse.routes.xml.SafeXml;
import org.countinghouse.routes.xml.UnsafeXmlException;
import org.countinghouse.routes.xml.XmlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads a UBL document value by value. What is missing or unusable becomes a finding with its
 * place, and reading goes on, so that a sender learns everything at once.
 */
public final class UblDocument {

  private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
  private static final int HEAD_LENGTH = 4096;
  private static final int TEXT_LENGTH_MAX = 2000;

  /** Prices per 3 or 7 pieces have no end; orders keep six decimals. */
  private static final int UNIT_PRICE_DECIMALS = 6;

  /** {@code xsd:decimal}, without the exponents Java would take. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{0,12})?|\\.\\d{1,12})");

  private final XmlNode root;
  private final List<Finding> findings;

  private UblDocument(XmlNode root, List<Finding> findings) {
    this.root = root;
    this.findings = findings;
  }

  /** Whether a document says, in its first bytes and whatever encoding, that it is of this kind. */
  public static boolean is(IncomingDocument document, String kind) {
    String head =
        new String(document.head(HEAD_LENGTH), StandardCharsets.ISO_8859_1).replace("\0", "");
    return head.contains(UBL + kind + "-2\"") || head.contains(UBL + kind + "-2'");
  }

  /**
   * What a reader makes of a document of this kind; everything wrong with it when it is.
   *
   * @param kind local name of the root element
   * @param reader gets the document and its root; what it returns is dropped when there are
   *     findings
   * @param summary the document in one line
   */
  public static <C> Reading<C> read(
      byte[] content,
      String kind,
      BiFunction<UblDocument, XmlNode, C> reader,
      Function<C, String> summary) {
    XmlNode root;
    try {
      root = XmlNode.rootOf(SafeXml.parse(content));
    } catch (UnsafeXmlException e) {
      return Reading.refused(UblError.UNREADABLE.at(e.place(), e.reason()));
    }
    if (!root.name().equals(kind) || !root.namespace().equals(UBL + kind + "-2")) {
      return Reading.refused(UblError.OTHER_KIND.at("", root.name(), kind));
    }
    var findings = new ArrayList<Finding>();
    C read = reader.apply(new UblDocument(root, findings), root);
    String line = summary.apply(read);
    return findings.isEmpty()
        ? Reading.of(read, line, List.of())
        : Reading.refused(line, findings, List.of());
  }

  /** The text at this path; what is missing is a finding, and empty. */
  public String required(XmlNode node, String... path) {
    String text = node.text(path);
    if (text == null) {
      findings.add(UblError.VALUE_MISSING.at(place(node, path), name(path)));
      return "";
    }
    return shortened(text);
  }

  /** The text at this path, or null. */
  public @Nullable String text(XmlNode node, String... path) {
    String text = node.text(path);
    return text == null ? null : shortened(text);
  }

  /** The date at this path, or null; what is no date is a finding. */
  public @Nullable LocalDate date(XmlNode node, String... path) {
    String text = node.text(path);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text, DateTimeFormatter.ISO_DATE);
    } catch (DateTimeException e) {
      return unusable(node, text, path);
    }
  }

  /** The date at this path; the first day of time, and a finding, where there is none. */
  public LocalDate requiredDate(XmlNode node, String... path) {
    required(node, path);
    LocalDate date = date(node, path);
    return date == null ? LocalDate.EPOCH : date;
  }

  /** The number at this path, or null; what is no number is a finding. */
  public @Nullable BigDecimal decimal(XmlNode node, String... path) {
    String text = node.text(path);
    if (text == null) {
      return null;
    }
    return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : unusable(node, text, path);
  }

  /** The number at this path; zero, and a finding, where there is none. */
  public BigDecimal requiredDecimal(XmlNode node, String... path) {
    required(node, path);
    BigDecimal number = decimal(node, path);
    return number == null ? BigDecimal.ZERO : number;
  }

  /** The currency at this path; euro, and a finding, where there is none. */
  public Currency currency(XmlNode node, String... path) {
    String code = required(node, path);
    try {
      return Currency.getInstance(code.isEmpty() ? "EUR" : code);
    } catch (IllegalArgumentException e) {
      unusable(node, code, path);
      return Currency.getInstance("EUR");
    }
  }

  /** The price of one unit of a line item, or null: where it is stated per so many, divided. */
  public @Nullable BigDecimal unitPrice(XmlNode item) {
    BigDecimal price = decimal(item, "Price", "PriceAmount");
    BigDecimal base = decimal(item, "Price", "BaseQuantity");
    if (price == null || base == null || base.compareTo(BigDecimal.ONE) == 0) {
      return price;
    }
    if (base.signum() <= 0) {
      return unusable(item, base.toPlainString(), "Price", "BaseQuantity");
    }
    return price.divide(base, UNIT_PRICE_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
  }

  /** A line's number where it is one; null where it is missing or a word. */
  public static @Nullable Integer position(@Nullable String id) {
    return id != null && id.matches("0*[1-9]\\d{0,8}") ? Integer.valueOf(id) : null;
  }

  /** A party in this role ({@code SellerSupplierParty}); its name or address has to be there. */
  public Party party(String... role) {
    String[] path = append(role, "Party");
    XmlNode party = root.first(path).orElse(null);
    if (party == null) {
      findings.add(UblError.VALUE_MISSING.at(place(root, path), name(role)));
      return Party.named("?");
    }
    String name =
        firstOf(
            party.text("PartyLegalEntity", "RegistrationName"), party.text("PartyName", "Name"));
    String endpoint = party.text("EndpointID");
    if (name == null && endpoint == null) {
      findings.add(UblError.VALUE_MISSING.at(place(root, path), "the name of " + name(role)));
    }
    return new Party(
        name == null ? endpoint == null ? "?" : endpoint : shortened(name),
        taxNumber(party),
        null,
        party.text("PartyLegalEntity", "CompanyID"),
        party
            .first("EndpointID")
            .filter(id -> !id.text().isEmpty())
            .map(id -> new Party.Endpoint(id.attribute("schemeID"), id.text()))
            .orElse(null),
        party.first("PostalAddress").map(UblDocument::address).orElse(null));
  }

  private static @Nullable String taxNumber(XmlNode party) {
    return party.all("PartyTaxScheme").stream()
        .filter(scheme -> "VAT".equalsIgnoreCase(scheme.text("TaxScheme", "ID")))
        .map(scheme -> scheme.text("CompanyID"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Party.PostalAddress address(XmlNode address) {
    return new Party.PostalAddress(
        address.text("StreetName"),
        address.text("AdditionalStreetName"),
        address.text("CityName"),
        address.text("PostalZone"),
        address.text("Country", "IdentificationCode"));
  }

  private <T> @Nullable T unusable(XmlNode node, String value, String... path) {
    findings.add(
        UblError.VALUE_UNUSABLE.at(
            place(node, path), name(path), value.substring(0, Math.min(value.length(), 60))));
    return null;
  }

  private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), TEXT_LENGTH_MAX));
  }

  private static String name(String... path) {
    return path[path.length - 1];
  }

  private static String[] append(String[] path, String last) {
    String[] longer = Arrays.copyOf(path, path.length + 1);
    longer[path.length] = last;
    return longer;
  }

  private static String place(XmlNode node, String... path) {
    return node.path() + "/" + String.join("/", path);
  }
}
