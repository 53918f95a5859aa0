package org.countinghouse.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.countinghouse.access.Actor;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.BulkSettlements;
import org.countinghouse.payables.Payee;
import org.countinghouse.payables.Payees;
import org.countinghouse.payables.SettlementBatch;
import org.countinghouse.payments.PaymentRun.State;
import org.countinghouse.payments.ReleaseMapper.FileColumns;
import org.countinghouse.payments.ReleaseMapper.FileRow;
import org.countinghouse.payments.ReleaseMapper.PartRow;
import org.countinghouse.payments.ReleaseMapper.PayeeColumns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Releases a run: makes its payments, settles their items, posts one journal per account of ours,
 * and sends one file per account and format on its way. All of it commits together, or none.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class PaymentRelease {

  private final ReleaseMapper mapper;
  private final RunMapper runs;
  private final ProposalMapper items;
  private final PaymentRunStore store;
  private final PaymentRuns ready;
  private final RunFacts facts;
  private final PaymentFileStore files;
  private final BankAccounts bankAccounts;
  private final Payees payees;
  private final BulkSettlements settlements;
  private final Organizations organizations;
  private final ApplicationEventPublisher events;
  private final Undoable undoable;
  private final Clock clock;

  PaymentRelease(
      ReleaseMapper mapper,
      RunMapper runs,
      ProposalMapper items,
      PaymentRunStore store,
      PaymentRuns ready,
      RunFacts facts,
      PaymentFileStore files,
      BankAccounts bankAccounts,
      Payees payees,
      BulkSettlements settlements,
      Organizations organizations,
      ApplicationEventPublisher events,
      Undoable undoable,
      Clock clock) {
    this.mapper = mapper;
    this.runs = runs;
    this.items = items;
    this.store = store;
    this.ready = ready;
    this.facts = facts;
    this.files = files;
    this.bankAccounts = bankAccounts;
    this.payees = payees;
    this.settlements = settlements;
    this.organizations = organizations;
    this.events = events;
    this.undoable = undoable;
    this.clock = clock;
  }

  /**
   * Releases exactly what was approved. Posted on the day of the release, whatever day the banks
   * are asked to pay on: until then the money is in transit.
   *
   * @param approvedHash of the facts that were approved
   * @param checker who approved them last; nobody who had a hand in the run
   * @throws BusinessException with nothing written: {@code payments.run-state}, {@code
   *     payments.maker-is-checker}, {@code payments.changed-since-approval}, {@code
   *     payments.run-empty}, {@code payments.pay-on}, {@code payments.run-stale}, {@code
   *     bankfiles.*} for what the format cannot carry, and what {@link BulkSettlements#settle}
   *     refuses
   */
  public PaymentRun release(UUID runId, String approvedHash, Actor checker) {
    items.lockOrganization(store.require(runId).organizationId());
    RunMapper.Row run = store.lock(runId);
    String submittedBy = run.submittedBy();
    if (run.state() != State.IN_APPROVAL || submittedBy == null) {
      throw PaymentsError.RUN_STATE.with(run.number(), run.state(), "released");
    }
    var makers = store.makers(run);
    if (makers.contains(checker.username()) || makers.contains(checker.onBehalfOf())) {
      throw PaymentsError.MAKER_IS_CHECKER.with(checker.username(), run.number());
    }
    if (!facts.hash(run).equals(approvedHash)) {
      throw PaymentsError.CHANGED_SINCE_APPROVAL.with(run.number());
    }
    ready.requireReady(run);
    Actor maker = Actor.of(submittedBy);
    int payments = undoable.run(() -> make(run, maker, checker));
    runs.release(runId, checker.username(), checker.onBehalfOf(), clock.instant(), approvedHash);
    store.wrote(run, "released", Map.of("payments", payments, "hash", approvedHash), checker);
    events.publishEvent(
        new PaymentRunReleased(
            Ids.next(),
            run.organizationId(),
            runId,
            run.number(),
            run.payOn(),
            payments,
            clock.instant()));
    return store.require(runId).run();
  }

  /**
   * Makes the payments, their files and their postings. What a format or the books refuse is undone
   * to here, so that the process can give the run back.
   */
  private int make(RunMapper.Row run, Actor maker, Actor checker) {
    items.wholeRuns();
    Map<UUID, Payee> creditors =
        payees.byAccount(run.organizationId(), mapper.listAccounts(run.id()));
    Map<FileRow, UUID> planned = new LinkedHashMap<>();
    mapper.listFiles(run.id()).forEach(row -> planned.put(row, Ids.next()));
    int payments = insertPayments(run, planned, creditors);
    planned.forEach((row, id) -> files.write(run, row, id, creditors));
    settle(run, maker, checker);
    items.asUsual();
    return payments;
  }

  private int insertPayments(
      RunMapper.Row run, Map<FileRow, UUID> planned, Map<UUID, Payee> creditors) {
    int count = planned.keySet().stream().mapToInt(FileRow::payments).sum();
    List<FileRow> rows = List.copyOf(planned.keySet());
    List<Payee> named = List.copyOf(creditors.values());
    int inserted =
        mapper.insertPayments(
            run,
            run.stem(),
            new FileColumns(
                rows.stream().map(planned::get).toArray(UUID[]::new),
                rows.stream().map(FileRow::bankAccountId).toArray(UUID[]::new),
                rows.stream().map(row -> row.format().name()).toArray(String[]::new)),
            new PayeeColumns(
                named.stream().map(Payee::accountId).toArray(UUID[]::new),
                named.stream().map(Payee::name).toArray(String[]::new)),
            Stream.generate(Ids::next).limit(count).toArray(UUID[]::new),
            clock.instant());
    if (inserted != count) {
      throw new IllegalStateException(
          "%s makes %s payments, %s were made".formatted(run.number(), count, inserted));
    }
    return count;
  }

  /** One journal per account of ours. */
  private void settle(RunMapper.Row run, Actor maker, Actor checker) {
    List<PartRow> parts = mapper.listParts(run.id());
    var settlementIds = new UUID[parts.size()];
    Map<UUID, List<SettlementBatch.Part>> byAccount = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      PartRow part = parts.get(i);
      settlementIds[i] = Ids.next();
      byAccount
          .computeIfAbsent(part.bankAccountId(), id -> new ArrayList<>())
          .add(
              new SettlementBatch.Part(
                  settlementIds[i],
                  part.itemId(),
                  part.amount(),
                  part.discount(),
                  part.endToEndId()));
    }
    LocalDate today =
        LocalDate.now(clock.withZone(organizations.byId(run.organizationId()).zone()));
    byAccount.forEach(
        (accountId, batch) -> {
          BankAccount account = bankAccounts.require(accountId);
          settlements.settle(
              new SettlementBatch(
                  run.organizationId(),
                  today,
                  account.transitAccount(),
                  "Payment run " + run.number() + " from " + account.code(),
                  run.number() + "/" + account.code(),
                  batch),
              maker,
              checker);
        });
    mapper.tieItems(
        run.id(),
        parts.stream().map(PartRow::itemId).toArray(UUID[]::new),
        settlementIds,
        parts.stream().map(PartRow::paymentId).toArray(UUID[]::new));
  }
}
