package org.countinghouse.bankfiles.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table is what, by its heading.
 *
 * @param separator between fields
 */
record CsvColumns(char separator, Map<Meaning, Integer> positions) {

  /** What a column can say. */
  enum Meaning {
    BOOKED_ON(
        "bookingdate",
        "dateofbooking",
        "posteddate",
        "postingdate",
        "transactiondate",
        "date",
        "buchungstag",
        "buchungsdatum",
        "buchung",
        "datum",
        "boekingsdatum",
        "transactiedatum",
        "datedoperation",
        "dateoperation",
        "datecomptable",
        "fechaoperacion",
        "fecha",
        "completeddatetimezone"),
    VALUE_ON(
        "valuedate",
        "effectivedate",
        "valuta",
        "valutadatum",
        "wertstellung",
        "wertstellungstag",
        "wert",
        "rentedatum",
        "datedevaleur",
        "datevaleur",
        "fechavalor"),
    AMOUNT(
        "amount",
        "transactionamount",
        "betrag",
        "betrageur",
        "betragineur",
        "umsatz",
        "umsatzeur",
        "bedrag",
        "bedrageur",
        "montant",
        "montanteur",
        "importe",
        "importeeur"),
    DEBIT(
        "debit",
        "debitamount",
        "paidout",
        "moneyout",
        "withdrawal",
        "withdrawals",
        "soll",
        "belastung",
        "ausgabe",
        "debet",
        "cargo"),
    CREDIT(
        "credit",
        "creditamount",
        "paidin",
        "moneyin",
        "deposit",
        "deposits",
        "haben",
        "gutschrift",
        "eingang",
        "abono"),
    DIRECTION("debitcredit", "creditdebit", "drcr", "crdr", "sollhaben", "sh", "afbij"),
    CURRENCY("currency", "ccy", "waehrung", "wahrung", "valutacode", "munt", "devise", "divisa"),
    NAME(
        "counterparty",
        "counterpartyname",
        "name",
        "payee",
        "payer",
        "payeepayer",
        "beneficiary",
        "beguenstigterzahlungspflichtiger",
        "begunstigterzahlungspflichtiger",
        "auftraggeberempfanger",
        "auftraggeberempfaenger",
        "namezahlungsbeteiligter",
        "zahlungsempfangerin",
        "empfanger",
        "tegenpartij",
        "naamtegenpartij",
        "tiers",
        "beneficiario"),
    ACCOUNT(
        "iban",
        "counterpartyiban",
        "counterpartyaccount",
        "accountnumber",
        "kontonummeriban",
        "ibanzahlungsbeteiligter",
        "kontonummer",
        "tegenrekening",
        "tegenrekeningibanbban",
        "compte",
        "cuenta"),
    OWN_ACCOUNT("ownaccount", "ownaccountiban", "auftragskonto", "ibanauftragskonto", "rekening"),
    BANK("bic", "bicswiftcode", "bicswift", "counterpartybic", "bicswiftcodezahlungsbeteiligter"),
    TEXT(
        "purpose",
        "description",
        "remittance",
        "remittanceinformation",
        "details",
        "memo",
        "narrative",
        "paymentdetails",
        "text",
        "verwendungszweck",
        "omschrijving",
        "mededelingen",
        "libelle",
        "communication",
        "concepto"),
    REFERENCE(
        "reference",
        "referenz",
        "transactionid",
        "transactionreference",
        "referentie",
        "referencia",
        "bankreference",
        "id"),
    END_TO_END(
        "endtoendid",
        "endtoendreference",
        "endtoend",
        "kundenreferenzendtoend",
        "kundenreferenz",
        "customerreference"),
    BALANCE(
        "balance",
        "runningbalance",
        "saldo",
        "saldonachbuchung",
        "saldoeur",
        "balanceafter",
        "solde",
        "saldonatransactie",
        "runningbal"),
    STATUS("status", "state", "umsatzstatus");

    private final Set<String> headings;

    Meaning(String... headings) {
      this.headings = Set.of(headings);
    }
  }

  private static final char[] SEPARATORS = {';', '\t', ',', '|'};

  /** The columns, when the line has headings that say at least when and how much. */
  static @Nullable CsvColumns of(String line) {
    for (char separator : SEPARATORS) {
      Map<Meaning, Integer> found = new EnumMap<>(Meaning.class);
      List<String> cells = cells(line, separator);
      for (int i = 0; i < cells.size(); i++) {
        String heading = plain(cells.get(i));
        for (Meaning meaning : Meaning.values()) {
          if (meaning.headings.contains(heading)) {
            found.putIfAbsent(meaning, i);
          }
        }
      }
      boolean amount =
          found.containsKey(Meaning.AMOUNT)
              || (found.containsKey(Meaning.DEBIT) && found.containsKey(Meaning.CREDIT));
      if (found.containsKey(Meaning.BOOKED_ON) && amount) {
        return new CsvColumns(separator, found);
      }
    }
    return null;
  }

  /** The cell of this meaning; null when there is no such column or nothing in it. */
  @Nullable String cell(List<String> row, Meaning meaning) {
    Integer position = positions.get(meaning);
    return position == null || position >= row.size() ? null : Values.present(row.get(position));
  }

  private static List<String> cells(String line, char separator) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1)) {
      cells.add(cell.replace("\"", "").strip());
    }
    return cells;
  }

  /** Lower-case letters only: {@code "Saldo nach Buchung (EUR)"} is {@code saldonachbuchungeur}. */
  private static String plain(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z]", "");
  }
}
