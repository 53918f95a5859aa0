package org.countinghouse.close.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.close.certificate.CloseCertificate.Approval;
import org.countinghouse.close.certificate.CloseCertificate.Chain;
import org.countinghouse.close.certificate.CloseCertificate.ChecklistLine;
import org.countinghouse.close.certificate.CloseCertificate.Holder;
import org.countinghouse.close.certificate.CloseCertificate.TieOutLine;
import org.countinghouse.close.certificate.Verification.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateVerifierTests {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00.123456Z");

  @TempDir Path directory;
  private CertificateSigner signer;
  private byte[] file;

  @BeforeEach
  void sign() {
    signer = new CertificateSigner(directory.resolve("keys"));
    file = signer.sign(certificate());
  }

  @Test
  void certificateHoldsWithoutAnythingElseAtHand() throws IOException {
    Path publicKey = directory.resolve("published.pem");
    Files.writeString(publicKey, signer.publicKeyPem());

    Verification result =
        CertificateVerifier.trusting(publicKey).verify(file, FiguresSource.none());

    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(result.verdict().exitCode()).isZero();
    assertThat(result.report()).contains("CLOSE-2026-10-1").endsWith("VALID\n");
  }

  @Test
  void layoutOfTheFileMeansNothing() {
    String reformatted = text().replaceAll("\\n *", "").replace("\" : ", "\":");
    assertThat(verify(reformatted).isValid()).isTrue();
  }

  @Test
  void everyChangedValueIsFound() {
    for (String[] change :
        new String[][] {
          {"1190.00", "1290.00"},
          {"controller", "accountant"},
          {"2026-10-31", "2026-10-30"},
          {"ab12", "ab13"},
          {"\"journals\" : 3", "\"journals\" : 4"},
          {"Harbour", "Harbor"}
        }) {
      assertThat(text()).contains(change[0]);
      Verification result = verify(text().replace(change[0], change[1]));
      assertThat(result.verdict()).as(change[0]).isEqualTo(Verdict.INVALID);
      assertThat(result.report()).contains("the file was changed");
    }
  }

  @Test
  void secondMemberOfTheSameNameIsRefused() {
    String twice =
        text()
            .replace(
                "\"number\" : \"CLOSE-2026-10-1\"",
                "\"number\" : \"CLOSE-2026-10-9\", \"number\" : \"CLOSE-2026-10-1\"");
    assertThat(verify(twice).verdict()).isEqualTo(Verdict.UNREADABLE);
  }

  @Test
  void forgerySignedWithAnotherKeyIsNotTrusted() {
    byte[] forged = new CertificateSigner(directory.resolve("forger")).sign(certificate());
    Verification result = verifier().verify(forged, FiguresSource.none());
    assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN_KEY);
    assertThat(result.verdict().exitCode()).isNotZero();
  }

  @Test
  void retiredKeyStaysTrustedWhileItsPublicHalfIsKept() throws IOException {
    Path keys = directory.resolve("keys");
    Files.move(keys.resolve("close-certificate.pub"), keys.resolve("until-2026.pub"));
    Files.delete(keys.resolve("close-certificate.key"));
    String renewed = signer.fingerprint();

    assertThat(text()).doesNotContain(renewed);
    assertThat(verifier().verify(file, FiguresSource.none()).isValid()).isTrue();
  }

  @Test
  void whatIsNoCertificateIsUnreadable() {
    for (String other : List.of("", "{}", "[]", "null", "%PDF-1.7", "{\"certificate\":{}}")) {
      assertThat(verify(other).verdict()).as(other).isEqualTo(Verdict.UNREADABLE);
    }
    assertThat(verifier().verify(directory.resolve("absent"), FiguresSource.none()).verdict())
        .isEqualTo(Verdict.UNREADABLE);
  }

  @Test
  void exportedTrialBalanceIsComparedAccountByAccount() throws IOException {
    Path export = directory.resolve("trial-balance.csv");
    String csv =
        """
        account,name,type,currency,debit,credit,balance
        1200,'=Bank,ASSET,EUR,1190.00,0.00,1190.00
        8400,Sales,INCOME,EUR,0.00,1190.00,-1190.00
        """;
    Files.writeString(export, csv);
    assertThat(verifier().verify(file, new ExportedTrialBalance(export)).isValid()).isTrue();

    Files.writeString(export, csv.replace("1190.00", "1190.01"));
    Verification differs = verifier().verify(file, new ExportedTrialBalance(export));
    assertThat(differs.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(differs.report()).contains("1200 certified 1190.00, found 1190.01");

    Files.writeString(export, "nonsense");
    assertThat(verifier().verify(file, new ExportedTrialBalance(export)).verdict())
        .isEqualTo(Verdict.UNREADABLE);
  }

  @Test
  void privateKeyIsForItsOwnerOnly() throws IOException {
    Path key = directory.resolve("keys").resolve("close-certificate.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.getParent())))
        .isEqualTo("rwx------");
    assertThat(directory.resolve("keys").toFile().list())
        .containsExactlyInAnyOrder("close-certificate.key", "close-certificate.pub");
  }

  @Test
  void anotherNodeUsesTheSameKey() {
    assertThat(new CertificateSigner(directory.resolve("keys")).fingerprint())
        .isEqualTo(signer.fingerprint());
  }

  @Test
  void differencesNameEveryAccountThatMoved() {
    Figures before = figures("1190.00");
    Figures after = figures("1200.00");
    assertThat(after.differencesTo(before))
        .extracting(d -> d.account() + " " + d.change())
        .containsExactly("1200 10.00", "8400 -10.00");
    assertThat(before.differencesTo(figures("1190.0000"))).isEmpty();
    assertThat(before.sha256()).isEqualTo(figures("1190.0000").sha256());
  }

  private CertificateVerifier verifier() {
    return new CertificateVerifier(signer.trustedKeys());
  }

  private Verification verify(String text) {
    return verifier().verify(text.getBytes(StandardCharsets.UTF_8), FiguresSource.none());
  }

  private String text() {
    return new String(file, StandardCharsets.UTF_8);
  }

  private static Figures figures(String amount) {
    BigDecimal euro = new BigDecimal(amount);
    BigDecimal none = new BigDecimal("0.00");
    return Figures.of(
        "EUR",
        List.of(
            new Figures.Row("8400", "Sales", "INCOME", none, euro, euro.negate()),
            new Figures.Row("1200", "=Bank", "ASSET", euro, none, euro),
            new Figures.Row("9999", "Never moved", "ASSET", none, none, none)));
  }

  private static CloseCertificate certificate() {
    BigDecimal nothing = new BigDecimal("0.00");
    return new CloseCertificate(
        CloseCertificate.FORMAT,
        UUID.fromString("01930000-0000-7000-8000-000000000001"),
        "CLOSE-2026-10-1",
        new Holder("HBDE", "Harbour Händel \"GmbH\" \u2028", "DE", "EUR"),
        YearMonth.of(2026, 10),
        LocalDate.of(2026, 10, 31),
        NOON,
        List.of(new Chain("GL", 2026, "GL-2026-000003", "ab12", 3, 2)),
        figures("1190.00"),
        List.of(new TieOutLine("payables", "1600", nothing, nothing, nothing)),
        List.of(
            new ChecklistLine(
                "ledger.journals-in-sequence",
                "Journal numbers run without gaps",
                "controller",
                "accountant",
                NOON,
                Map.of("journals", "3"),
                null)),
        List.of(),
        null,
        null,
        new Approval("accountant", "controller", NOON),
        null,
        List.of(),
        List.of(),
        NOON);
  }
}
