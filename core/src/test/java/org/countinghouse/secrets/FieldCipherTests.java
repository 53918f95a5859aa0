package org.countinghouse.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.UUID;
import org.countinghouse.ids.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldCipherTests {

  private static final String NUMBER = "DE89370400440532013000";

  @TempDir Path directory;
  private final UUID organization = Ids.next();
  private FieldCipher cipher;

  @BeforeEach
  void start() {
    cipher = cipher();
  }

  @Test
  void whatIsEncryptedIsReadAgainAfterARestart() {
    String encrypted = cipher.encrypt(organization, NUMBER);

    assertThat(encrypted).startsWith("e1:").doesNotContain(NUMBER);
    assertThat(cipher().decrypt(organization, encrypted)).isEqualTo(NUMBER);
    assertThat(cipher.encrypt(organization, NUMBER)).isNotEqualTo(encrypted);
  }

  @Test
  void aChangedOrMovedFieldIsRefused() {
    String encrypted = cipher.encrypt(organization, NUMBER);
    char last = encrypted.charAt(encrypted.length() - 3);
    String changed =
        encrypted.substring(0, encrypted.length() - 3)
            + (last == 'A' ? 'B' : 'A')
            + encrypted.substring(encrypted.length() - 2);

    assertThatThrownBy(() -> cipher.decrypt(organization, changed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> cipher.decrypt(Ids.next(), encrypted))
        .hasMessageContaining("belongs to another");
    assertThatThrownBy(() -> cipher.decrypt(organization, NUMBER))
        .hasMessageContaining("not encrypted")
        .hasMessageNotContaining(NUMBER);
  }

  @Test
  void fingerprintsAreEqualForEqualTextsOfOneOrganization() {
    String print = cipher.fingerprint(organization, NUMBER);

    assertThat(print).hasSize(22).isEqualTo(cipher().fingerprint(organization, NUMBER));
    assertThat(cipher.fingerprint(organization, NUMBER + "1")).isNotEqualTo(print);
    assertThat(cipher.fingerprint(Ids.next(), NUMBER)).isNotEqualTo(print);
  }

  @Test
  void theKeyFileIsForItsOwnerOnly() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void anAppendedKeyEncryptsAndTheOldOneStillDecrypts() throws IOException {
    String old = cipher.encrypt(organization, NUMBER);
    String print = cipher.fingerprint(organization, NUMBER);
    Files.writeString(
        file(),
        "key second " + Base64.getEncoder().encodeToString(new byte[32]) + "\n",
        StandardOpenOption.APPEND);

    FieldCipher later = cipher();

    assertThat(later.encrypt(organization, NUMBER)).startsWith("e1:second:");
    assertThat(later.decrypt(organization, old)).isEqualTo(NUMBER);
    assertThat(later.fingerprint(organization, NUMBER)).isEqualTo(print);
    assertThatThrownBy(() -> cipher.decrypt(organization, later.encrypt(organization, NUMBER)))
        .hasMessageContaining("Key second is not in");
  }

  private FieldCipher cipher() {
    return new FieldCipher(new FieldKeys(file()));
  }

  private Path file() {
    return directory.resolve("keys/field.keys");
  }
}
