package org.countinghouse.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.imports.FileImport;
import org.countinghouse.ledger.imports.FindingLog;
import org.countinghouse.ledger.imports.References;
import org.countinghouse.organizations.CostCentre;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.organizations.Project;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Journals in bulk from a CSV file: any number of lines in a fixed number of statements, all checks
 * of {@link Ledger#post(JournalDraft, org.countinghouse.access.Actor)} included, the file in the
 * books as a whole or not at all.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class JournalImport {

  private final ImportMapper mapper;
  private final Organizations organizations;
  private final ChartOfAccounts chart;
  private final Periods periods;
  private final OwnerRole owner;
  private final JdbcTemplate jdbc;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final long partitionBytesMin;

  JournalImport(
      ImportMapper mapper,
      Organizations organizations,
      ChartOfAccounts chart,
      Periods periods,
      OwnerRole owner,
      JdbcTemplate jdbc,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock,
      @Value("${countinghouse.ledger.import.partition-bytes-min:4194304}") long partitionBytesMin) {
    this.mapper = mapper;
    this.organizations = organizations;
    this.chart = chart;
    this.periods = periods;
    this.owner = owner;
    this.jdbc = jdbc;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
    this.partitionBytesMin = partitionBytesMin;
  }

  /** What a request led to, if it was done. */
  @Transactional(readOnly = true)
  public Optional<JournalsImported> find(UUID organizationId, UUID requestId) {
    return Optional.ofNullable(mapper.findByRequest(organizationId, requestId));
  }

  /**
   * Imports a file; asked a second time, tells what the first did.
   *
   * @param progress told the number of lines read, now and then
   * @throws BusinessException {@code ledger.import-refused} with every finding and its line; {@code
   *     ledger.import-duplicate-file}; {@code organizations.unknown}
   */
  public JournalsImported run(ImportRequest request, JournalSource file, LongConsumer progress) {
    JournalsImported done = mapper.findByRequest(request.organizationId(), request.requestId());
    if (done != null) {
      return done;
    }
    JournalsImported same = mapper.findByContent(request.organizationId(), request.sha256());
    if (same != null) {
      throw JournalImportError.DUPLICATE_FILE.with(same.name());
    }
    Signatures signatures = Signatures.of(request.maker(), null);
    Outcome outcome =
        onConnection(
            request,
            file,
            importing -> {
              FileImport.Stored stored =
                  importing.run(
                      signatures,
                      clock.instant().truncatedTo(ChronoUnit.MICROS),
                      () -> periods.list(request.organizationId()),
                      progress);
              return new Outcome(stored, importing.log());
            });
    if (outcome.stored() == null) {
      throw JournalImportError.REFUSED.withFindings(
          outcome.log().findings(), request.name(), outcome.log().count());
    }
    return record(request, outcome.stored());
  }

  /**
   * Finds everything that is wrong with a file without posting it.
   *
   * @throws BusinessException {@code organizations.unknown}
   */
  public List<Finding> check(ImportRequest request, JournalSource file) {
    return onConnection(request, file, FileImport::check).findings();
  }

  private record Outcome(FileImport.@Nullable Stored stored, FindingLog log) {}

  private interface Step<T> {
    T run(FileImport importing) throws SQLException, IOException;
  }

  /** COPY and new partitions need the owner's rights; they are given back when it went well. */
  private <T> T onConnection(ImportRequest request, JournalSource file, Step<T> step) {
    References references = references(request.organizationId());
    owner.assume();
    T result =
        Objects.requireNonNull(
            jdbc.execute(
                (ConnectionCallback<T>)
                    connection -> {
                      try {
                        return step.run(
                            new FileImport(
                                connection,
                                references,
                                file,
                                request.separator(),
                                partitionBytesMin));
                      } catch (IOException e) {
                        throw new UncheckedIOException("cannot read " + request.name(), e);
                      }
                    }));
    owner.release();
    return result;
  }

  private References references(UUID organizationId) {
    return new References(
        organizationId,
        organizations.byId(organizationId).baseCurrency(),
        chart.accounts(organizationId),
        organizations.costCentres(organizationId).stream().map(CostCentre::code).toList(),
        organizations.projects(organizationId).stream()
            .filter(Project::open)
            .map(Project::code)
            .toList(),
        periods.list(organizationId));
  }

  private JournalsImported record(ImportRequest request, FileImport.Stored stored) {
    var imported =
        new JournalsImported(
            Ids.next(),
            request.organizationId(),
            request.requestId(),
            request.name(),
            stored.entries(),
            stored.lines(),
            stored.firstDay(),
            stored.lastDay(),
            stored.recordedAt());
    mapper.insert(imported, stored.batch(), request.sha256(), request.maker().username());
    audit.record(
        new AuditEntry(
            request.organizationId(),
            request.maker(),
            "imported",
            "ledger.journal-import",
            imported.importId().toString(),
            null,
            imported));
    events.publishEvent(imported);
    return imported;
  }
}
