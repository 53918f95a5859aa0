package org.countinghouse.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.countinghouse.documents.spi.ContentStore.StoredContent;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class DocumentsTests {

  @Autowired Documents documents;
  @Autowired TestOrganizations organizations;
  @TempDir Path directory;

  @Test
  void givesBackTheBytesItWasGiven() {
    byte[] content = "an invoice".getBytes(UTF_8);
    Document stored = documents.store(organizations.german().id(), "a.xml", "text/xml", content);

    assertThat(documents.bytes(stored.id())).isEqualTo(content);
    assertThat(documents.get(stored.id())).isEqualTo(stored);
    assertThat(stored.size()).isEqualTo(10);
    assertThat(stored.sha256())
        .isEqualTo("827810f656d84df0f4cb8d29ea7529fed3b993e61bf553423598d9b5cc97ffc8");
  }

  @Test
  void keepsTheSameBytesOnceForAnyNumberOfDocuments() throws IOException {
    var store = new FileSystemContentStore(directory);
    StoredContent first = store.put(new ByteArrayInputStream(new byte[] {1, 2, 3}));
    StoredContent second = store.put(new ByteArrayInputStream(new byte[] {1, 2, 3}));

    assertThat(second).isEqualTo(first);
    assertThat(filesBelow(directory)).hasSize(1);
  }

  @Test
  void leavesNothingBehindWhenTheSourceBreaks() throws IOException {
    var store = new FileSystemContentStore(directory);
    InputStream breaking =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the network is gone");
          }
        };

    assertThatThrownBy(() -> store.put(breaking)).hasMessage("the network is gone");
    assertThat(filesBelow(directory)).isEmpty();
  }

  @Test
  void noticesBytesThatChangedOnTheDisk() throws IOException {
    var store = new FileSystemContentStore(directory);
    StoredContent stored = store.put(new ByteArrayInputStream("100 EUR".getBytes(UTF_8)));
    Files.writeString(filesBelow(directory).get(0), "900 EUR");

    try (InputStream content = store.open(stored.sha256())) {
      assertThatThrownBy(content::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("now hash to");
    }
  }

  @Test
  void saysWhenThereIsNoSuchDocument() {
    assertThatThrownBy(() -> documents.open(Ids.next()))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("There is no document");
  }

  @Test
  void takesNoHashThatIsAPath() throws IOException {
    var store = new FileSystemContentStore(directory);
    assertThatThrownBy(() -> store.open("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Path> filesBelow(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
