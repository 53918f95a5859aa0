package org.countinghouse.close;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.outbox.Outbox;
import org.countinghouse.reporting.ReportFormat;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.Report;
import org.countinghouse.reporting.spi.ReportScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the report pack of a closed month: every report that can be had of one organization and one
 * month, as workbooks in the organization's language, as known at the close. Made one by one, so
 * that whoever dies in between is continued; archived at the end and sent out through {@code
 * out/reports}.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ReportPacks {

  private static final String CHANNEL = "reports";

  /** What can be said of a month without asking anybody. */
  private static final Set<String> MONTHLY = Set.of("asOf", "knownAt", "from", "to", "period");

  private final ReportPackMapper mapper;
  private final ClosingMapper closings;
  private final Reports reports;
  private final Documents documents;
  private final Outbox outbox;
  private final Organizations organizations;
  private final Clock clock;

  ReportPacks(
      ReportPackMapper mapper,
      ClosingMapper closings,
      Reports reports,
      Documents documents,
      Outbox outbox,
      Organizations organizations,
      Clock clock) {
    this.mapper = mapper;
    this.closings = closings;
    this.reports = reports;
    this.documents = documents;
    this.outbox = outbox;
    this.organizations = organizations;
    this.clock = clock;
  }

  /** The pack of a closing, complete or not. */
  @Transactional(readOnly = true)
  public Optional<ReportPack> find(UUID closingId) {
    return Optional.ofNullable(mapper.find(closingId))
        .map(
            row ->
                new ReportPack(
                    row.id(),
                    row.organizationId(),
                    row.closingId(),
                    row.knownAt(),
                    row.archiveId(),
                    mapper.listReports(row.id())));
  }

  /**
   * Begins the pack of a closed month, or goes on with one that lacks a report. Safe to repeat.
   *
   * @return the names of the reports that are not in it yet
   * @throws BusinessException {@code close.closing-unknown}, {@code close.closing-state}
   */
  public List<String> begin(UUID closingId, UUID jobRunId) {
    Closing closing = Closings.required(closings.lockById(closingId), closingId);
    closing.requireState(Closing.State.CLOSED);
    mapper.insertUnlessThere(
        Ids.next(),
        closing.organizationId(),
        closingId,
        jobRunId,
        Objects.requireNonNull(closing.closedAt()));
    ReportPack pack = find(closingId).orElseThrow();
    Set<String> made =
        pack.reports().stream().map(ReportPack.Entry::report).collect(Collectors.toSet());
    List<String> missing =
        reports.list().stream()
            .filter(ReportPacks::belongsIn)
            .map(Report::name)
            .filter(name -> !made.contains(name))
            .toList();
    if (!missing.isEmpty() && pack.isComplete()) {
      mapper.complete(pack.id(), null, null);
    }
    return missing;
  }

  /** Whether the report can be had knowing the organization and the month alone. */
  private static boolean belongsIn(Report report) {
    return report.supportsOrganizations() && MONTHLY.containsAll(report.requiredParameters());
  }

  /**
   * Makes one report and adds it to the pack. Does nothing when it is in already.
   *
   * @throws BusinessException what the report refuses with; the others can still be made
   */
  public void make(UUID closingId, String report) {
    Closing closing = Closings.required(closings.find(closingId), closingId);
    ReportPack pack = find(closingId).orElseThrow();
    if (pack.reports().stream().anyMatch(entry -> entry.report().equals(report))) {
      return;
    }
    Organization organization = organizations.byId(closing.organizationId());
    Reports.Prepared prepared =
        reports.prepare(
            report,
            ReportScope.of(organization),
            parameters(report, closing, pack.knownAt()),
            organization.locale());
    try {
      Path workbook = Files.createTempFile("report-", ".xlsx");
      try {
        String hash = write(prepared, workbook);
        Document stored = store(organization, prepared, workbook);
        mapper.insertReport(
            organization.id(), pack.id(), new ReportPack.Entry(report, hash, stored.id()));
      } finally {
        Files.deleteIfExists(workbook);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The report " + report + " cannot be written", e);
    }
  }

  private String write(Reports.Prepared prepared, Path workbook) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(workbook))) {
      return reports.write(prepared, ReportFormat.XLSX, out);
    }
  }

  private Document store(Organization organization, Reports.Prepared prepared, Path workbook)
      throws IOException {
    try (InputStream content = new BufferedInputStream(Files.newInputStream(workbook))) {
      return documents.store(
          organization.id(),
          reports.fileName(prepared.frame(), ReportFormat.XLSX),
          ReportFormat.XLSX.mediaType(),
          content);
    }
  }

  /** What the report understands of the month and the instant of its close. */
  private Map<String, String> parameters(String report, Closing closing, Instant knownAt) {
    Map<String, String> month = new HashMap<>();
    month.put("asOf", closing.lastDay().toString());
    month.put("knownAt", knownAt.toString());
    month.put("from", closing.firstDay().toString());
    month.put("to", closing.lastDay().toString());
    month.put("period", closing.period().toString());
    Set<String> understood =
        reports.list().stream()
            .filter(candidate -> candidate.name().equals(report))
            .findFirst()
            .map(Report::parameters)
            .orElse(Set.of());
    month.keySet().retainAll(understood);
    return month;
  }

  /**
   * Archives the pack and sends the archive out. Safe to repeat: the same pack is sent once.
   *
   * @return the archive
   */
  public Document finish(UUID closingId) {
    Closing closing = Closings.required(closings.lockById(closingId), closingId);
    ReportPack pack = find(closingId).orElseThrow();
    UUID archived = pack.archiveId();
    if (archived != null) {
      return documents.get(archived);
    }
    String name =
        "%s-%s-reports.zip"
            .formatted(organizations.byId(closing.organizationId()).code(), closing.number());
    try {
      Path archive = Files.createTempFile("report-pack-", ".zip");
      try {
        zip(pack, archive);
        Document stored;
        try (InputStream content = new BufferedInputStream(Files.newInputStream(archive))) {
          stored = documents.store(closing.organizationId(), name, "application/zip", content);
        }
        mapper.complete(pack.id(), stored.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        outbox.send(closing.organizationId(), CHANNEL, name, stored.id());
        return stored;
      } finally {
        Files.deleteIfExists(archive);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The report pack " + name + " cannot be written", e);
    }
  }

  /** Of the same workbooks always the same bytes: sorted, and dated by the close. */
  private void zip(ReportPack pack, Path archive) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)))) {
      for (ReportPack.Entry report : pack.reports()) {
        ZipEntry entry = new ZipEntry(documents.get(report.documentId()).name());
        entry.setTimeLocal(pack.knownAt().atOffset(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(entry);
        try (InputStream workbook = documents.open(report.documentId())) {
          workbook.transferTo(zip);
        }
        zip.closeEntry();
      }
    }
  }
}
