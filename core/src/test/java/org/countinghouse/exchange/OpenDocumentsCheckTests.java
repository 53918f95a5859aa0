package org.countinghouse.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.UUID;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class OpenDocumentsCheckTests {

  private static final YearMonth MONTH = YearMonth.of(2026, 10);

  @Autowired Inbox inbox;
  @Autowired Handling handling;
  @Autowired OpenDocumentsCheck check;
  @Autowired TestOrganizations organizations;

  @Test
  void documentWithoutOutcomeKeepsTheMonthOpenAndCanBeOpened() {
    UUID organization = organizations.german().id();
    assertThat(check.check(organization, MONTH).isReady()).isTrue();
    InboxDocument document =
        inbox.receive(organization, "notes", "greeting.txt", "note: good day".getBytes(UTF_8));

    Readiness open = check.check(organization, MONTH);
    assertThat(open.isReady()).isFalse();
    assertThat(open.openItems())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.label()).isEqualTo("notes / greeting.txt");
              assertThat(item.link())
                  .isEqualTo("/api/documents/" + document.documentId() + "/content");
            });

    handling.handle(document.id());
    assertThat(check.check(organization, MONTH).isReady()).isTrue();
    assertThat(check.check(organization, MONTH).figures()).containsEntry("openDocuments", "0");
  }
}
