package org.countinghouse.payments;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.bankfiles.PaymentStatus;
import org.countinghouse.bankfiles.StatusReport;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.BulkSettlements;
import org.countinghouse.payments.AnswerMapper.FileRow;
import org.countinghouse.payments.AnswerMapper.Verdicts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What banks say became of our payments. What they did not pay is open again: its settlements are
 * taken back by one journal, and its items wait until somebody has looked into it. An answer that
 * contradicts what is known is refused as a whole, for a person to clear up with the bank.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class BankAnswers {

  private static final String RESOURCE = "payments.answer";
  private static final int REASON_MIN = 3;

  private final AnswerMapper mapper;
  private final AnswerReading reading;
  private final RunEnds ends;
  private final ProposalMapper items;
  private final BulkSettlements settlements;
  private final Organizations organizations;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  BankAnswers(
      AnswerMapper mapper,
      AnswerReading reading,
      RunEnds ends,
      ProposalMapper items,
      BulkSettlements settlements,
      Organizations organizations,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.reading = reading;
    this.ends = ends;
    this.items = items;
    this.settlements = settlements;
    this.organizations = organizations;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Takes a status report in; the same one twice changes nothing the second time.
   *
   * @param documentId where its bytes are kept
   * @return one outcome per file it speaks of: several only for ACH returns, which name payments
   * @throws BusinessException before anything is written: {@code payments.file-unknown}, {@code
   *     payments.answer-contradicts} and {@code payments.answer-mismatch} with every finding, and
   *     what the books refuse
   */
  public List<AnswerOutcome> take(
      UUID organizationId, StatusReport report, @Nullable UUID documentId, Actor by) {
    List<FileRow> files = files(organizationId, report);
    Map<UUID, List<Verdict>> verdicts = reading.read(report, files);
    List<AnswerOutcome> outcomes = new ArrayList<>();
    for (FileRow file : files) {
      var answer = new Answer(report.id(), hash(report), documentId, statusOf(report), by);
      outcomes.add(apply(file, answer, verdicts.getOrDefault(file.id(), List.of())));
    }
    return outcomes;
  }

  /**
   * Notes what a bank said about one payment by other means than a status report: on a statement,
   * or by telephone.
   *
   * @param returned whether the money had left and came back; else it was never paid
   * @param answerId what the bank calls its word: the statement's entry, a letter's reference
   * @throws BusinessException {@code payments.payment-unknown}, {@code
   *     payments.answer-contradicts}, and what the books refuse
   */
  public AnswerOutcome refused(
      UUID paymentId,
      boolean returned,
      String code,
      @Nullable String text,
      String answerId,
      Actor by) {
    AnswerReading.Single single = reading.single(paymentId);
    FileRow file =
        Optional.ofNullable(mapper.lockFileById(single.fileId()))
            .orElseThrow(() -> PaymentsError.PAYMENT_UNKNOWN.with(paymentId));
    var verdict =
        new Verdict(
            paymentId,
            single.endToEndId(),
            single.state(),
            returned ? PaymentStatus.RETURNED : PaymentStatus.REJECTED,
            code,
            text);
    AnswerReading.requirePossible(List.of(verdict));
    var answer = new Answer(answerId, sha256(verdict.toString()), null, null, by);
    return apply(file, answer, List.of(verdict));
  }

  /** An answer on its way in. */
  private record Answer(
      String id, String hash, @Nullable UUID documentId, @Nullable String status, Actor by) {}

  private AnswerOutcome apply(FileRow file, Answer answer, List<Verdict> verdicts) {
    UUID known = mapper.findKnown(file.organizationId(), file.id(), answer.id(), answer.hash());
    if (known != null) {
      return new AnswerOutcome(known, file.id(), file.runId(), true, 0, 0, 0, 0);
    }
    List<Verdict> refused = verdicts.stream().filter(Verdict::refuses).toList();
    List<Verdict> accepted = verdicts.stream().filter(Verdict::accepts).toList();
    List<Verdict> corrected =
        verdicts.stream().filter(v -> v.status() == PaymentStatus.CORRECTED).toList();
    int returned = (int) refused.stream().filter(v -> v.after() == Payment.State.RETURNED).count();
    UUID id = Ids.next();
    var outcome =
        new AnswerOutcome(
            id,
            file.id(),
            file.runId(),
            false,
            accepted.size(),
            refused.size() - returned,
            returned,
            corrected.size());
    if (!refused.isEmpty()) {
      reopen(file, id, answer, refused);
    }
    mapper.insert(row(file, answer, outcome));
    if (!accepted.isEmpty()) {
      mapper.accept(ids(accepted), clock.instant());
    }
    if (!corrected.isEmpty()) {
      mapper.correct(columns(corrected));
    }
    updateFile(file, answer);
    audit.record(
        new AuditEntry(
            file.organizationId(),
            answer.by(),
            "answered",
            RESOURCE,
            file.messageId(),
            null,
            outcome));
    if (!refused.isEmpty()) {
      events.publishEvent(
          new PaymentsRejected(
              Ids.next(),
              file.organizationId(),
              id,
              file.runId(),
              file.runNumber(),
              refused.size(),
              clock.instant()));
      ends.tell(file.organizationId(), ids(refused));
    }
    return outcome;
  }

  private void reopen(FileRow file, UUID id, Answer answer, List<Verdict> refused) {
    UUID[] payments = ids(refused);
    LocalDate today =
        LocalDate.now(clock.withZone(organizations.byId(file.organizationId()).zone()));
    settlements.takeBack(
        file.organizationId(),
        mapper.listSettlements(payments),
        today,
        file.messageId() + "/" + id,
        "Not paid by the bank: " + answer.id(),
        answer.by());
    mapper.refuse(columns(refused), id, clock.instant());
  }

  private void updateFile(FileRow file, Answer answer) {
    if (file.state() == PaymentFile.State.CANCELLED) {
      return;
    }
    List<Payment.State> states =
        mapper.listPayments(file.id()).stream().map(AnswerMapper.PaymentRow::state).toList();
    boolean anyRefused =
        states.stream().anyMatch(s -> s == Payment.State.REJECTED || s == Payment.State.RETURNED);
    boolean allRefused =
        states.stream().allMatch(s -> s == Payment.State.REJECTED || s == Payment.State.RETURNED);
    boolean open = states.stream().anyMatch(s -> s == Payment.State.RELEASED);
    PaymentFile.State state =
        allRefused
            ? PaymentFile.State.REJECTED
            : anyRefused
                ? PaymentFile.State.PARTLY_ACCEPTED
                : open ? file.state() : PaymentFile.State.ACCEPTED;
    mapper.updateFile(file.id(), state, answer.status(), clock.instant());
  }

  /**
   * Ends the looking into what a bank did not pay.
   *
   * @param payAgain whether the next proposal takes its items up; else they are deferred until
   *     somebody includes them
   * @throws BusinessException {@code payments.answer-unknown}, {@code payments.reason-missing}
   */
  public void resolve(
      UUID organizationId, UUID answerId, boolean payAgain, String reason, Actor by) {
    AnswerMapper.Row answer = mapper.find(answerId);
    if (answer == null || !answer.organizationId().equals(organizationId)) {
      throw PaymentsError.ANSWER_UNKNOWN.with(answerId);
    }
    String why = reason.strip();
    if (why.length() < REASON_MIN) {
      throw PaymentsError.REASON_MISSING.with(answer.answerId());
    }
    if (!payAgain) {
      items.upsertDeferral(
          organizationId,
          mapper.listItems(organizationId, answerId).toArray(UUID[]::new),
          null,
          why,
          by.username(),
          clock.instant());
    }
    mapper.resolve(organizationId, answerId, by.username(), clock.instant());
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            payAgain ? "resolved" : "held",
            RESOURCE,
            answer.answerId(),
            null,
            Map.of("reason", why)));
  }

  /**
   * {@link #resolve} outside the process that asks for it, which hears of it.
   *
   * @throws BusinessException as {@link #resolve}
   */
  public void settle(
      UUID organizationId, UUID answerId, boolean payAgain, String reason, Actor by) {
    resolve(organizationId, answerId, payAgain, reason, by);
    events.publishEvent(
        new RejectionSettled(
            Ids.next(), organizationId, answerId, mapper.findRunNumber(answerId), clock.instant()));
  }

  /**
   * Whose answer it is.
   *
   * @throws BusinessException {@code payments.answer-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public UUID organizationOf(UUID answerId) {
    return Optional.ofNullable(mapper.find(answerId))
        .map(AnswerMapper.Row::organizationId)
        .orElseThrow(() -> PaymentsError.ANSWER_UNKNOWN.with(answerId));
  }

  private List<FileRow> files(UUID organizationId, StatusReport report) {
    if (!report.originalFileId().isEmpty()) {
      FileRow file = mapper.lockFile(organizationId, report.originalFileId());
      if (file == null) {
        throw PaymentsError.FILE_UNKNOWN.with(report.originalFileId());
      }
      return List.of(file);
    }
    String[] named =
        report.transactions().stream()
            .map(StatusReport.Transaction::endToEndId)
            .toArray(String[]::new);
    List<UUID> ids = mapper.listFilesOf(organizationId, named);
    if (ids.isEmpty()) {
      throw PaymentsError.FILE_UNKNOWN.with(report.id());
    }
    List<FileRow> files = new ArrayList<>();
    ids.forEach(id -> Optional.ofNullable(mapper.lockFileById(id)).ifPresent(files::add));
    return files;
  }

  private AnswerMapper.Row row(FileRow file, Answer answer, AnswerOutcome outcome) {
    return new AnswerMapper.Row(
        outcome.answerId(),
        file.organizationId(),
        answer.id(),
        file.id(),
        answer.hash(),
        outcome.accepted(),
        outcome.rejected(),
        outcome.returned(),
        answer.documentId(),
        answer.by().username(),
        clock.instant());
  }

  private static @Nullable String statusOf(StatusReport report) {
    PaymentStatus status = report.status();
    return status == null ? null : status.name();
  }

  private static UUID[] ids(List<Verdict> verdicts) {
    return verdicts.stream().map(Verdict::paymentId).toArray(UUID[]::new);
  }

  private static Verdicts columns(List<Verdict> verdicts) {
    return new Verdicts(
        ids(verdicts),
        verdicts.stream().map(verdict -> verdict.after().name()).toArray(String[]::new),
        verdicts.stream().map(Verdict::code).toArray(String[]::new),
        verdicts.stream().map(Verdict::text).toArray(String[]::new));
  }

  private static String hash(StatusReport report) {
    return sha256(report.toString());
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
