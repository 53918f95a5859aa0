package org.countinghouse.close.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs certificates with this installation's key. */
@Component
public class CertificateSigner {

  private final SigningKeys keys;

  CertificateSigner(@Value("${countinghouse.keys.directory:data/keys}") Path directory) {
    this.keys = new SigningKeys(directory);
  }

  /** The file of this certificate, signed. */
  public byte[] sign(CloseCertificate certificate) {
    return sign((Object) certificate);
  }

  /**
   * The file of another kind of certificate, signed in the same form: {@code {"certificate": {…},
   * "signature": {…}}}, amounts as text.
   *
   * @param certificate a record of texts, whole numbers, amounts, days and instants
   */
  public byte[] sign(Object certificate) {
    JsonNode tree = CertificateFile.tree(certificate);
    KeyPair pair = keys.pair();
    try {
      Signature signature = Signature.getInstance(SigningKeys.ALGORITHM);
      signature.initSign(pair.getPrivate());
      signature.update(CanonicalJson.bytes(tree));
      Base64.Encoder base64 = Base64.getEncoder();
      return new CertificateFile(
              tree,
              new CertificateFile.Signature(
                  SigningKeys.ALGORITHM,
                  fingerprint(pair.getPublic()),
                  base64.encodeToString(pair.getPublic().getEncoded()),
                  base64.encodeToString(signature.sign())))
          .write();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signing key cannot sign", e);
    }
  }

  /** The public key as PEM, to be handed to whoever will check certificates. */
  public String publicKeyPem() {
    return SigningKeys.pem(keys.pair().getPublic());
  }

  /** SHA-256 of the public key, in hex. */
  public String fingerprint() {
    return fingerprint(keys.pair().getPublic());
  }

  /** The keys certificates of this installation may be signed with, retired ones included. */
  public List<PublicKey> trustedKeys() {
    return keys.trusted();
  }

  static String fingerprint(PublicKey key) {
    return HexFormat.of().formatHex(Figures.sha256Digest().digest(key.getEncoded()));
  }
}
