package org.countinghouse.server.api.close;

import java.util.UUID;
import org.countinghouse.close.CloseCertificates;
import org.countinghouse.close.IssuedCertificate;
import org.countinghouse.close.certificate.CertificateVerifier;
import org.countinghouse.close.certificate.Verification;
import org.countinghouse.server.api.close.CloseViews.DifferenceView;
import org.countinghouse.server.security.Caller;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Close certificates: the files, the key they are signed with, and the check against the books. */
@RestController
@RequestMapping("/api/close")
class CertificateController {

  private static final String READ = "close.certificate:read";

  private final CloseCertificates certificates;

  CertificateController(CloseCertificates certificates) {
    this.certificates = certificates;
  }

  /**
   * The key certificates are signed with.
   *
   * @param publicKey PEM (RFC 7468)
   * @param fingerprint SHA-256 of the key, hex
   */
  record KeyView(String algorithm, String publicKey, String fingerprint) {}

  /** The signed file, byte for byte. */
  @GetMapping("/certificates/{id}")
  ResponseEntity<byte[]> file(@PathVariable UUID id, Caller caller) {
    IssuedCertificate certificate = certificates.get(id);
    caller.require(READ, certificate.organizationId());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .eTag("\"" + certificate.sha256() + "\"")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(certificate.number() + ".json")
                .build()
                .toString())
        .body(certificates.file(id));
  }

  /** What the certificate says otherwise than the one before it of the same month. */
  @GetMapping("/certificates/{id}/difference")
  DifferenceView difference(@PathVariable UUID id, Caller caller) {
    caller.require(READ, certificates.get(id).organizationId());
    return DifferenceView.of(certificates.differenceToPrevious(id));
  }

  /** Holds a certificate, sent as it is, against the books of its organization. */
  @PostMapping("/certificate-verifications")
  Verification verify(@RequestBody byte[] file, Caller caller) {
    String organization = CertificateVerifier.read(file).organization().code();
    caller.organization(organization, READ);
    return certificates.verify(file);
  }

  /** For whoever checks certificates without this server. */
  @GetMapping("/public-key")
  KeyView publicKey() {
    return new KeyView("Ed25519", certificates.publicKeyPem(), certificates.fingerprint());
  }
}
