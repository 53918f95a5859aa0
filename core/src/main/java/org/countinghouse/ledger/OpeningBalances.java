package org.countinghouse.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Balances taken over from another system: a file becomes one journal, and what it lacks to balance
 * stands on the account of {@link AccountPurpose#OPENING_BALANCES}.
 *
 * <p>Control accounts belong to their subledger: their open documents are entered there, coded to
 * the account of opening balances, which stands at zero when the takeover is complete. Where a
 * subledger is kept elsewhere its sum can be taken over, explicitly.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class OpeningBalances {

  /** The source of these journals. */
  public static final String SOURCE = "ledger:opening";

  private static final Pattern LINE = Pattern.compile("line (\\d+)");
  private static final Pattern ROW = Pattern.compile("row (\\d+)");
  private static final int HASH_SHOWN = 12;

  private final Ledger ledger;
  private final ChartOfAccounts chart;
  private final Organizations organizations;

  OpeningBalances(Ledger ledger, ChartOfAccounts chart, Organizations organizations) {
    this.ledger = ledger;
    this.chart = chart;
    this.organizations = organizations;
  }

  /**
   * A file to take over.
   *
   * @param day the balances' date in these books, usually the first of a fiscal year
   * @param name of the file, for people
   * @param controlAccounts whether sums of control accounts are taken over too
   */
  public record Request(
      UUID organizationId, LocalDate day, String name, byte[] content, boolean controlAccounts) {}

  /**
   * What a file would do.
   *
   * @param lines as they would be posted, the balancing one last
   * @param difference what the file lacks to balance, debit positive: it goes to the account of
   *     opening balances
   * @param findings everything that keeps it from being posted, by row; empty when nothing
   */
  public record Preview(List<DraftLine> lines, Money difference, List<Finding> findings) {}

  /**
   * Finds everything that is wrong with a file without posting it.
   *
   * @throws BusinessException {@code tables.*}, {@code organizations.unknown}, {@code
   *     ledger.purpose-unassigned}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Preview preview(Request request) {
    Currency base = organizations.byId(request.organizationId()).baseCurrency();
    OpeningBalancesFile file = OpeningBalancesFile.read(request.content(), base);
    JournalDraft draft = draft(request, file, base);
    List<Finding> findings = new ArrayList<>(file.findings());
    if (!file.lines().isEmpty()) {
      findings.addAll(controlFindings(request, file));
      ledger.checkTakeOver(draft).stream()
          .map(finding -> inFile(finding, file.places()))
          .forEach(findings::add);
      findings.sort(Comparator.comparingInt(finding -> row(finding.place())));
    }
    return new Preview(draft.lines(), total(file.lines(), base).negated(), findings);
  }

  /**
   * Posts a file; the same file for the same day is posted once only.
   *
   * @throws BusinessException {@code ledger.opening-refused} with every finding and its row; those
   *     of {@link #preview}; {@code ledger.duplicate-reference}
   */
  public PostedJournal post(Request request, Actor by) {
    Preview preview = preview(request);
    if (!preview.findings().isEmpty()) {
      throw LedgerError.OPENING_REFUSED.withFindings(
          preview.findings(), request.name(), preview.findings().size());
    }
    return ledger.takeOver(journal(request, preview.lines()), by);
  }

  private JournalDraft draft(Request request, OpeningBalancesFile file, Currency base) {
    List<DraftLine> lines = new ArrayList<>(file.lines());
    Money difference = total(file.lines(), base).negated();
    if (!difference.isZero()) {
      String account =
          chart.forPurpose(request.organizationId(), AccountPurpose.OPENING_BALANCES).code();
      lines.add(new DraftLine(account, difference, difference, null, null));
    }
    return journal(request, lines);
  }

  private static JournalDraft journal(Request request, List<DraftLine> lines) {
    return new JournalDraft(
        request.organizationId(),
        request.day(),
        "Opening balances from " + request.name(),
        SOURCE,
        request.day() + " " + sha256(request.content()).substring(0, HASH_SHOWN),
        lines);
  }

  private List<Finding> controlFindings(Request request, OpeningBalancesFile file) {
    if (request.controlAccounts()) {
      return List.of();
    }
    Map<String, Account> accounts =
        chart.findAll(
            request.organizationId(), file.lines().stream().map(DraftLine::account).toList());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < file.lines().size(); i++) {
      Account account = accounts.get(file.lines().get(i).account());
      if (account != null && account.controlledBy() != null) {
        findings.add(
            LedgerError.OPENING_CONTROL.at(
                file.places().get(i), account.code(), account.controlledBy()));
      }
    }
    return findings;
  }

  /** The journal's lines are the file's rows that moved something. */
  private static Finding inFile(Finding finding, List<String> places) {
    Matcher line = LINE.matcher(finding.place());
    if (!line.matches()) {
      return finding;
    }
    int index = Integer.parseInt(line.group(1)) - 1;
    return index >= places.size()
        ? finding
        : new Finding(finding.code(), places.get(index), finding.message());
  }

  /** What concerns no row stands before what does. */
  private static int row(String place) {
    Matcher row = ROW.matcher(place);
    return row.matches() ? Integer.parseInt(row.group(1)) : 0;
  }

  private static Money total(List<DraftLine> lines, Currency base) {
    Money total = Money.zero(base);
    for (DraftLine line : lines) {
      total = total.plus(line.baseAmount());
    }
    return total;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
