package org.countinghouse.routes.journals.datev;

import java.util.List;
import java.util.Locale;
import org.countinghouse.errors.Finding;
import org.countinghouse.routes.journals.BookingError;
import org.jspecify.annotations.Nullable;

/** Where the fields stand that we read; programs shorten names and leave columns out. */
record DatevColumns(
    int amount,
    int side,
    int currency,
    int baseAmount,
    int account,
    int contraAccount,
    int taxKey,
    int date,
    int reference,
    int text,
    int costCentre) {

  /** Null, and findings, when one is missing that no booking can do without. */
  static @Nullable DatevColumns of(@Nullable List<String> names, List<Finding> findings) {
    List<String> known =
        names == null
            ? List.of()
            : names.stream()
                .map(name -> name.strip().toLowerCase(Locale.GERMAN).replace("-", ""))
                .toList();
    DatevColumns columns =
        new DatevColumns(
            find(known, "umsatz"),
            find(known, "soll/haben", "s/h"),
            find(known, "wkz umsatz", "wkz"),
            find(known, "basisumsatz"),
            find(known, "konto"),
            find(known, "gegenkonto"),
            find(known, "buschl"),
            find(known, "belegdatum"),
            find(known, "belegfeld 1"),
            find(known, "buchungstext"),
            find(known, "kost1"));
    require(columns.amount, "Umsatz", findings);
    require(columns.side, "Soll/Haben-Kennzeichen", findings);
    require(columns.account, "Konto", findings);
    require(columns.contraAccount, "Gegenkonto", findings);
    require(columns.date, "Belegdatum", findings);
    return findings.isEmpty() ? columns : null;
  }

  private static void require(int index, String name, List<Finding> findings) {
    if (index < 0) {
      findings.add(BookingError.DATEV_COLUMN.at("line 2", name));
    }
  }

  private static int find(List<String> names, String... beginnings) {
    for (String beginning : beginnings) {
      for (int i = 0; i < names.size(); i++) {
        if (names.get(i).startsWith(beginning)) {
          return i;
        }
      }
    }
    return -1;
  }
}
