package org.countinghouse.close;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.close.certificate.CertificateDifference;
import org.countinghouse.close.certificate.CertificateSigner;
import org.countinghouse.close.certificate.CertificateVerifier;
import org.countinghouse.close.certificate.CloseCertificate;
import org.countinghouse.close.certificate.FiguresSource;
import org.countinghouse.close.certificate.Verification;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Issues close certificates, keeps them, and holds any of them against the books. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class CloseCertificates {

  private static final String RESOURCE = "close.certificate";

  /** The folder certificates are sent out to. */
  private static final String CHANNEL = "certificates";

  private final ClosingMapper closings;
  private final CertificateMapper mapper;
  private final CertificateContents contents;
  private final CertificateSigner signer;
  private final BooksSource books;
  private final CloseFigures figures;
  private final Documents documents;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  CloseCertificates(
      ClosingMapper closings,
      CertificateMapper mapper,
      CertificateContents contents,
      CertificateSigner signer,
      BooksSource books,
      CloseFigures figures,
      Documents documents,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.closings = closings;
    this.mapper = mapper;
    this.contents = contents;
    this.signer = signer;
    this.books = books;
    this.figures = figures;
    this.documents = documents;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Issues the certificate of a closed month, naming the one before it. Safe to repeat: a closing
   * has one certificate.
   *
   * @throws BusinessException {@code close.closing-state} when the closing is not closed
   */
  public IssuedCertificate issue(UUID closingId, Actor actor) {
    Closing closing = Closings.required(closings.lockById(closingId), closingId);
    closing.requireState(Closing.State.CLOSED);
    IssuedCertificate before = mapper.findOfClosing(closingId);
    if (before != null) {
      return before;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<IssuedCertificate> previous =
        figures.newest(closing.organizationId(), closing.period());
    CloseCertificate content =
        contents.of(closing, previous.orElse(null), previous.map(this::content).orElse(null), now);
    byte[] file = signer.sign(content);
    IssuedCertificate issued =
        new IssuedCertificate(
            content.id(),
            closing.organizationId(),
            closingId,
            closing.firstDay(),
            closing.number(),
            content.knownAt(),
            content.trialBalance().sha256(),
            sha256(file),
            signer.fingerprint(),
            previous.map(IssuedCertificate::id).orElse(null),
            now);
    mapper.insert(issued, new String(file, StandardCharsets.UTF_8));
    sendOut(closing, file);
    audit.record(
        new AuditEntry(
            closing.organizationId(),
            actor,
            "issued",
            RESOURCE,
            closing.number(),
            null,
            Map.of("sha256", issued.sha256(), "fingerprint", issued.fingerprint())));
    return issued;
  }

  /** Out of this system's reach, so that it can be held against the books from there. */
  private void sendOut(Closing closing, byte[] file) {
    String name = closing.number() + ".json";
    Document stored = documents.store(closing.organizationId(), name, "application/json", file);
    outbox.send(closing.organizationId(), CHANNEL, name, stored.id());
  }

  /**
   * What a certificate says otherwise than the one before it of the same month.
   *
   * @throws BusinessException {@code close.certificate-unknown}, {@code close.certificate-first}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public CertificateDifference differenceToPrevious(UUID id) {
    IssuedCertificate certificate = get(id);
    UUID previous = certificate.previousId();
    if (previous == null) {
      throw CloseError.CERTIFICATE_FIRST.with(certificate.number(), certificate.period());
    }
    return CertificateDifference.between(content(get(previous)), content(certificate));
  }

  /**
   * What a closing that is not certified yet would certify otherwise than the certificate there is
   * of its month; empty when there is none, or nothing else than before.
   *
   * @throws BusinessException {@code close.closing-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Optional<CertificateDifference> pendingDifference(UUID closingId) {
    Closing closing = Closings.required(closings.find(closingId), closingId);
    Instant submitted = closing.submittedAt();
    Instant knownAt = submitted == null ? clock.instant() : submitted;
    return figures
        .newest(closing.organizationId(), closing.period())
        .filter(certificate -> !certificate.closingId().equals(closingId))
        .map(this::content)
        .map(
            before ->
                CertificateDifference.pending(
                    before,
                    closing.number(),
                    figures.of(closing, knownAt),
                    figures.journalsBetween(
                        closing.organizationId(), closing.lastDay(), before.knownAt(), knownAt)));
  }

  /** The certificates of a month, newest first. */
  @Transactional(readOnly = true)
  public List<IssuedCertificate> list(UUID organizationId, YearMonth period) {
    return mapper.list(organizationId, period.atDay(1));
  }

  /**
   * One certificate.
   *
   * @throws BusinessException {@code close.certificate-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public IssuedCertificate get(UUID id) {
    IssuedCertificate certificate = mapper.find(id);
    if (certificate == null) {
      throw CloseError.CERTIFICATE_UNKNOWN.with(id);
    }
    return certificate;
  }

  /** The signed file, byte for byte. */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public byte[] file(UUID id) {
    String file = mapper.findFile(id);
    if (file == null) {
      throw CloseError.CERTIFICATE_UNKNOWN.with(id);
    }
    return file.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Whether the newest certificate of the month still says what the books say now. After a
   * reopening and a posting it does not, until the month is closed again.
   */
  @Transactional(readOnly = true)
  public boolean isCurrent(UUID organizationId, YearMonth period) {
    return figures.isCertified(organizationId, period, clock.instant());
  }

  /** Holds a certificate against the books of this database. */
  @Transactional(readOnly = true)
  public Verification verify(byte[] file) {
    return verifier().verify(file, books);
  }

  /** As {@link #verify(byte[])}, for a file. */
  @Transactional(readOnly = true)
  public Verification verify(Path file) {
    return verifier().verify(file, books);
  }

  /**
   * Holds a certificate against figures from elsewhere, such as an exported trial balance ({@link
   * org.countinghouse.close.certificate.ExportedTrialBalance}). Reads no table.
   */
  @Transactional(propagation = Propagation.SUPPORTS)
  public Verification verify(Path file, FiguresSource source) {
    return verifier().verify(file, source);
  }

  /** The public key certificates are signed with, as PEM. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public String publicKeyPem() {
    return signer.publicKeyPem();
  }

  /** SHA-256 of that key, in hex. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public String fingerprint() {
    return signer.fingerprint();
  }

  private CloseCertificate content(IssuedCertificate issued) {
    return CertificateVerifier.read(file(issued.id()));
  }

  private CertificateVerifier verifier() {
    return new CertificateVerifier(signer.trustedKeys());
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
