package org.countinghouse.close.certificate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countinghouse.close.certificate.CloseCertificate.ChecklistLine;
import org.countinghouse.close.certificate.CloseCertificate.Difference;
import org.countinghouse.close.certificate.CloseCertificate.JournalReference;
import org.countinghouse.close.certificate.CloseCertificate.TieOutLine;
import org.jspecify.annotations.Nullable;

/**
 * What one certificate of a month says otherwise than an earlier one, from the two files alone.
 *
 * @param before number of the earlier closing
 * @param after number of the later one
 * @param currency of all amounts
 * @param resultChange by how much the profit of the month's year to date changed; a better one is
 *     positive
 * @param accounts balances that changed, by account
 * @param journals the journals that changed them
 * @param tieOuts tie-outs whose balance changed, that came or went
 * @param checklist items whose evidence changed, that came or went
 */
public record CertificateDifference(
    String before,
    String after,
    String currency,
    BigDecimal resultChange,
    List<Difference> accounts,
    List<JournalReference> journals,
    List<TieOutChange> tieOuts,
    List<ChecklistChange> checklist) {

  public CertificateDifference {
    accounts = List.copyOf(accounts);
    journals = List.copyOf(journals);
    tieOuts = List.copyOf(tieOuts);
    checklist = List.copyOf(checklist);
  }

  /** The ledger's side of a tie-out, before and after; null where there was none. */
  public record TieOutChange(
      String subledger, String account, @Nullable BigDecimal before, @Nullable BigDecimal after) {}

  /** An item's evidence, before and after; empty where there was none. */
  public record ChecklistChange(
      String key,
      String title,
      @Nullable String beforeBy,
      @Nullable String afterBy,
      Map<String, String> before,
      Map<String, String> after) {}

  /**
   * Compares a certificate with figures nobody has certified yet, so that whoever approves them
   * sees what they change; tie-outs and evidence are the certificate's business.
   *
   * @param number of the closing that has the figures
   * @param journals what was recorded since the certificate
   */
  public static CertificateDifference pending(
      CloseCertificate before, String number, Figures now, List<JournalReference> journals) {
    return new CertificateDifference(
        before.number(),
        number,
        now.currency(),
        result(now).subtract(result(before.trialBalance())),
        now.differencesTo(before.trialBalance()),
        journals,
        List.of(),
        List.of());
  }

  /** Compares two certificates of the same month. */
  public static CertificateDifference between(CloseCertificate before, CloseCertificate after) {
    List<Difference> accounts = after.trialBalance().differencesTo(before.trialBalance());
    return new CertificateDifference(
        before.number(),
        after.number(),
        after.trialBalance().currency(),
        result(after.trialBalance()).subtract(result(before.trialBalance())),
        accounts,
        after.journalsSince(),
        tieOuts(before, after),
        checklist(before, after));
  }

  /** Income less expenses of the figures: credit balances, so with the sign turned. */
  private static BigDecimal result(Figures figures) {
    return figures.rows().stream()
        .filter(row -> row.type().equals("INCOME") || row.type().equals("EXPENSE"))
        .map(Figures.Row::balance)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .negate();
  }

  private static List<TieOutChange> tieOuts(CloseCertificate before, CloseCertificate after) {
    Map<String, TieOutLine> then = byKey(before.tieOuts(), CertificateDifference::key);
    Map<String, TieOutLine> now = byKey(after.tieOuts(), CertificateDifference::key);
    List<TieOutChange> changes = new ArrayList<>();
    for (String key : both(then, now)) {
      TieOutLine was = then.get(key);
      TieOutLine is = now.get(key);
      if (was == null || is == null || was.ledgerBalance().compareTo(is.ledgerBalance()) != 0) {
        TieOutLine known = is == null ? Objects.requireNonNull(was) : is;
        changes.add(
            new TieOutChange(
                known.subledger(),
                known.account(),
                was == null ? null : was.ledgerBalance(),
                is == null ? null : is.ledgerBalance()));
      }
    }
    return changes;
  }

  private static List<ChecklistChange> checklist(CloseCertificate before, CloseCertificate after) {
    Map<String, ChecklistLine> then = byKey(before.checklist(), ChecklistLine::key);
    Map<String, ChecklistLine> now = byKey(after.checklist(), ChecklistLine::key);
    List<ChecklistChange> changes = new ArrayList<>();
    for (String key : both(then, now)) {
      ChecklistLine was = then.get(key);
      ChecklistLine is = now.get(key);
      if (was == null || is == null || !was.figures().equals(is.figures())) {
        ChecklistLine known = is == null ? Objects.requireNonNull(was) : is;
        changes.add(
            new ChecklistChange(
                key,
                known.title(),
                was == null ? null : was.checkedBy(),
                is == null ? null : is.checkedBy(),
                was == null ? Map.of() : was.figures(),
                is == null ? Map.of() : is.figures()));
      }
    }
    return changes;
  }

  private static String key(TieOutLine line) {
    return line.subledger() + "/" + line.account();
  }

  private static <T> Map<String, T> byKey(List<T> lines, Function<T, String> key) {
    return lines.stream()
        .collect(Collectors.toMap(key, line -> line, (first, second) -> second, TreeMap::new));
  }

  private static TreeSet<String> both(Map<String, ?> then, Map<String, ?> now) {
    TreeSet<String> keys = new TreeSet<>(then.keySet());
    keys.addAll(now.keySet());
    return keys;
  }
}
