package org.countinghouse.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.countinghouse.ids.Ids;

/** Journal files for tests. */
public final class JournalFiles {

  public static final String HEADER =
      "entry,date,line,account,debit,credit,currency,currency_amount,rate,cost_centre,source,text\n";

  private JournalFiles() {}

  /** A file of these bytes. */
  public static JournalSource of(byte[] bytes) {
    return new JournalSource() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }

  /** A file of these lines, the header before them. */
  public static JournalSource lines(String... lines) {
    return of((HEADER + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** A file on disk. */
  public static JournalSource of(Path path) {
    return new JournalSource() {
      @Override
      public long size() {
        try {
          return Files.size(path);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(path);
      }
    };
  }

  /** A new request to import it, fields separated by commas. */
  public static ImportRequest request(UUID organizationId, JournalSource file) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(file.open(), sha256)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      byte[] hash = sha256.digest();
      return new ImportRequest(
          Ids.next(),
          organizationId,
          "journal.csv",
          HexFormat.of().formatHex(hash),
          ',',
          Books.MAKER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
