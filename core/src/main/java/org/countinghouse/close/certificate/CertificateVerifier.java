package org.countinghouse.close.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.countinghouse.close.certificate.Verification.Check;
import org.countinghouse.close.certificate.Verification.Verdict;
import org.countinghouse.errors.BusinessException;

/**
 * Checks a certificate: it can be read, the signature covers it, the key is one we trust, its parts
 * agree with each other, and its figures with a source. Needs no database and no running system.
 */
public final class CertificateVerifier {

  private final List<PublicKey> trusted;

  /**
   * @param trusted keys that may have signed; the key inside a certificate proves nothing by
   *     itself, since whoever changes the figures can sign anew
   */
  public CertificateVerifier(List<PublicKey> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /** Trusts the key in this file (PEM, as published). */
  public static CertificateVerifier trusting(Path publicKey) throws IOException {
    return new CertificateVerifier(List.of(SigningKeys.readPublic(publicKey)));
  }

  /**
   * What the certificate in these bytes says, true or not.
   *
   * @throws BusinessException {@code close.certificate-unreadable}
   */
  public static CloseCertificate read(byte[] file) {
    return CertificateFile.read(file).content();
  }

  /** Checks the certificate in this file. */
  public Verification verify(Path file, FiguresSource source) {
    try {
      return verify(Files.readAllBytes(file), source);
    } catch (IOException e) {
      return unreadable(e.toString());
    }
  }

  /** Checks the certificate in these bytes. */
  public Verification verify(byte[] file, FiguresSource source) {
    CertificateFile read;
    CloseCertificate certificate;
    try {
      read = CertificateFile.read(file);
      certificate = read.content();
    } catch (BusinessException e) {
      return unreadable(String.valueOf(e.getMessage()));
    }
    List<Check> checks = new ArrayList<>();
    Check signature = signature(read);
    checks.add(signature);
    if (signature.verdict() != Verdict.INVALID) {
      checks.addAll(innerChecks(certificate));
      checks.addAll(source.compare(certificate));
    }
    return Verification.of(subject(certificate), checks);
  }

  private static Verification unreadable(String why) {
    return Verification.of(
        "Close certificate", List.of(new Check("file", Verdict.UNREADABLE, why)));
  }

  private static String subject(CloseCertificate certificate) {
    return "Close certificate %s of %s (%s), period %s, known at %s"
        .formatted(
            certificate.number(),
            certificate.organization().code(),
            certificate.organization().name(),
            certificate.period(),
            certificate.knownAt());
  }

  private Check signature(CertificateFile file) {
    String name = "signature";
    try {
      PublicKey key =
          KeyFactory.getInstance(SigningKeys.ALGORITHM)
              .generatePublic(
                  new X509EncodedKeySpec(Base64.getDecoder().decode(file.signature().publicKey())));
      if (!signatureFits(file, key)) {
        return Check.of(name, false, "it is not that of this content: the file was changed");
      }
      String fingerprint = CertificateSigner.fingerprint(key);
      return trusted.contains(key)
          ? Check.of(name, true, "Ed25519, key " + fingerprint)
          : new Check(
              name,
              Verdict.UNKNOWN_KEY,
              "it fits, but key " + fingerprint + " is none of those trusted here");
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Check.of(name, false, "it cannot be checked: " + e.getMessage());
    }
  }

  private static boolean signatureFits(CertificateFile file, PublicKey key)
      throws GeneralSecurityException {
    if (!SigningKeys.ALGORITHM.equals(file.signature().algorithm())) {
      return false;
    }
    Signature signature = Signature.getInstance(SigningKeys.ALGORITHM);
    signature.initVerify(key);
    signature.update(file.signedBytes());
    return signature.verify(Base64.getDecoder().decode(file.signature().value()));
  }

  private static List<Check> innerChecks(CloseCertificate certificate) {
    Figures figures = certificate.trialBalance();
    boolean balanced = figures.totalDebit().compareTo(figures.totalCredit()) == 0;
    boolean tied = certificate.tieOuts().stream().allMatch(t -> t.difference().signum() == 0);
    var approval = certificate.approval();
    return List.of(
        Check.of(
            "format",
            CloseCertificate.FORMATS.contains(certificate.format()),
            certificate.format()),
        Check.of("figures hash", figures.isIntact(), figures.sha256()),
        Check.of(
            "debits equal credits",
            balanced,
            "%s and %s %s"
                .formatted(figures.totalDebit(), figures.totalCredit(), figures.currency())),
        Check.of("tie-outs", tied, certificate.tieOuts().size() + " compared"),
        Check.of(
            "second person",
            !approval.preparedBy().equals(approval.approvedBy()),
            "prepared by %s, approved by %s"
                .formatted(approval.preparedBy(), approval.approvedBy())));
  }
}
