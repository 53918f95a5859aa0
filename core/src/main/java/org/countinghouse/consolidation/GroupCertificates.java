package org.countinghouse.consolidation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.close.certificate.CertificateSigner;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues the signed certificates of closed group months and keeps them. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class GroupCertificates {

  private final GroupCertificateMapper mapper;
  private final ConsolidationFigures figures;
  private final Groups groups;
  private final GroupChart chart;
  private final Organizations organizations;
  private final CertificateSigner signer;
  private final Audit audit;
  private final Clock clock;

  GroupCertificates(
      GroupCertificateMapper mapper,
      ConsolidationFigures figures,
      Groups groups,
      GroupChart chart,
      Organizations organizations,
      CertificateSigner signer,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.figures = figures;
    this.groups = groups;
    this.chart = chart;
    this.organizations = organizations;
    this.signer = signer;
    this.audit = audit;
    this.clock = clock;
  }

  /** The certificate of a closed consolidation, issued now if it has none. */
  IssuedGroupCertificate issue(Consolidation closed, Actor actor) {
    IssuedGroupCertificate known = mapper.findOf(closed.id());
    if (known != null) {
      return known;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID id = Ids.next();
    Optional<IssuedGroupCertificate> previous =
        Optional.ofNullable(mapper.findNewest(closed.groupId(), closed.firstDay()));
    byte[] file = signer.sign(content(id, closed, previous, now));
    var issued =
        new IssuedGroupCertificate(
            id,
            closed.organizationId(),
            closed.id(),
            closed.number(),
            Objects.requireNonNull(closed.figuresHash()),
            sha256(file),
            signer.fingerprint(),
            previous.map(IssuedGroupCertificate::id).orElse(null),
            now);
    mapper.insert(issued, new String(file, StandardCharsets.UTF_8));
    audit.record(
        new AuditEntry(
            closed.organizationId(),
            actor,
            "issued",
            "consolidation.certificate",
            closed.number(),
            null,
            issued.sha256()));
    return issued;
  }

  /** The certificate of a consolidation, if it is closed. */
  @Transactional(readOnly = true)
  public Optional<IssuedGroupCertificate> of(UUID consolidationId) {
    return Optional.ofNullable(mapper.findOf(consolidationId));
  }

  /**
   * One certificate.
   *
   * @throws BusinessException {@code consolidation.certificate-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public IssuedGroupCertificate get(UUID id) {
    IssuedGroupCertificate certificate = mapper.find(id);
    if (certificate == null) {
      throw ConsolidationError.CERTIFICATE_UNKNOWN.with(id);
    }
    return certificate;
  }

  /** The signed file, byte for byte. */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public byte[] file(UUID id) {
    String file = mapper.findFile(id);
    if (file == null) {
      throw ConsolidationError.CERTIFICATE_UNKNOWN.with(id);
    }
    return file.getBytes(StandardCharsets.UTF_8);
  }

  private GroupCertificate content(
      UUID id, Consolidation closed, Optional<IssuedGroupCertificate> previous, Instant now) {
    Group group = groups.byId(closed.groupId());
    return new GroupCertificate(
        GroupCertificate.FORMAT,
        id,
        closed.number(),
        new GroupCertificate.Holder(
            group.code(),
            group.name(),
            closed.currency(),
            organizations.byId(group.organizationId()).code()),
        closed.period(),
        closed.period().atEndOfMonth(),
        figures.members(closed.id()).stream().map(GroupCertificates::member).toList(),
        figures.rates(closed.id()),
        figures.trialBalance(closed.id()),
        matches(group, closed),
        closed.acceptedReason(),
        Objects.requireNonNull(closed.figuresHash()),
        new GroupCertificate.Approval(
            closed.preparedBy(),
            closed.submittedBy(),
            closed.acceptedBy(),
            Objects.requireNonNull(closed.approvedBy()),
            Objects.requireNonNull(closed.approvedAt())),
        previous
            .map(it -> new GroupCertificate.Previous(it.id(), it.number(), it.sha256()))
            .orElse(null),
        now);
  }

  private static GroupCertificate.Member member(ConsolidationMember member) {
    return new GroupCertificate.Member(
        member.code(),
        member.name(),
        member.currency(),
        member.certificateNumber(),
        member.certificateSha256(),
        member.figuresHash(),
        member.reserveOnEquity(),
        member.reserveOnResult(),
        member.reserveRounding());
  }

  private List<GroupCertificate.Match> matches(Group group, Consolidation closed) {
    List<GroupCertificate.Match> matches = new ArrayList<>();
    for (var match : figures.matches(closed.id(), chart.pairs(group))) {
      for (PairMatch.CurrencyMatch row : match.currencies()) {
        matches.add(
            new GroupCertificate.Match(
                match.pair().name(),
                row.currency(),
                row.amountA(),
                row.amountB(),
                row.difference()));
      }
    }
    return matches;
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
