package org.countinghouse.close.certificate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import org.countinghouse.close.CloseError;

/**
 * The file of a certificate: {@code {"certificate": {…}, "signature": {…}}}. The signature covers
 * the canonical bytes of the first member; blanks and order in the file mean nothing.
 *
 * @param certificate the signed member as it stands in the file
 * @param signature how it was signed
 */
record CertificateFile(JsonNode certificate, Signature signature) {

  /** A certificate of 100,000 accounts stays below this. */
  private static final int MAX_BYTES = 64 * 1024 * 1024;

  private static final int MAX_DEPTH = 16;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addSerializer(BigDecimal.class, new AmountAsText()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // of two members with one name a reader could show one and the signature cover the other
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
  }

  /**
   * How a certificate was signed.
   *
   * @param algorithm Ed25519
   * @param fingerprint SHA-256 of the public key (X.509 form) in hex
   * @param publicKey the public key, X.509 form, base64
   * @param value the signature, base64
   */
  record Signature(String algorithm, String fingerprint, String publicKey, String value) {}

  static JsonNode tree(Object certificate) {
    return JSON.valueToTree(certificate);
  }

  /** The signed bytes. */
  byte[] signedBytes() {
    return CanonicalJson.bytes(certificate);
  }

  CloseCertificate content() {
    try {
      return JSON.treeToValue(certificate, CloseCertificate.class);
    } catch (JsonProcessingException e) {
      throw CloseError.CERTIFICATE_UNREADABLE.with(e.getOriginalMessage());
    }
  }

  byte[] write() {
    ObjectNode file = JSON.createObjectNode();
    file.set("certificate", certificate);
    file.set("signature", JSON.valueToTree(signature));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a certificate can always be written", e);
    }
  }

  /**
   * Reads the file; says nothing about whether it is true.
   *
   * @throws org.countinghouse.errors.BusinessException {@code close.certificate-unreadable}
   */
  static CertificateFile read(byte[] file) {
    if (file.length > MAX_BYTES) {
      throw CloseError.CERTIFICATE_UNREADABLE.with("it is larger than " + MAX_BYTES + " bytes");
    }
    try (JsonParser parser = JSON.createParser(file)) {
      JsonNode root = JSON.readTree(parser);
      if (root == null || !root.path("certificate").isObject() || !root.has("signature")) {
        throw CloseError.CERTIFICATE_UNREADABLE.with("certificate or signature is missing");
      }
      return new CertificateFile(
          root.get("certificate"), JSON.treeToValue(root.get("signature"), Signature.class));
    } catch (IOException e) {
      throw CloseError.CERTIFICATE_UNREADABLE.with(String.valueOf(e.getMessage()));
    }
  }

  private static final class AmountAsText extends JsonSerializer<BigDecimal> {
    @Override
    public void serialize(BigDecimal amount, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(amount.toPlainString());
    }
  }
}
