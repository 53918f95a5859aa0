package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.ledger.Books.MAKER;
import static org.countinghouse.ledger.Books.rent;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many at once: nothing deadlocks, no number is skipped or given twice, nothing crosses a close.
 */
@DatabaseTest
class LedgerConcurrencyTests {

  private static final int THREADS = 12;

  @Autowired Ledger ledger;
  @Autowired JournalImport imports;
  @Autowired Books books;
  @Autowired Periods periods;
  @Autowired BookVerifier verifier;
  @Autowired JdbcTemplate jdbc;

  private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void booksVerify() {
    pool.shutdownNow();
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void manyPostersOfOneOrganizationNeitherDeadlockNorSkipANumber() throws Exception {
    UUID org = books.open();
    List<Callable<PostedJournal>> posters = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      String reference = "P-" + i;
      LocalDate day = LocalDate.of(2025, 1 + i % 12, 1 + i % 28);
      boolean mirrored = i % 2 == 0;
      posters.add(() -> ledger.post(draft(org, day, reference, mirrored), MAKER));
    }
    assertThat(await(pool.invokeAll(posters)))
        .extracting(PostedJournal::number)
        .doesNotHaveDuplicates()
        .hasSize(240)
        .contains("GL-2025-000001", "GL-2025-000240");
  }

  @Test
  void importsAndSinglePostingsQueueUp() throws Exception {
    UUID org = books.open();
    UUID other = books.open();
    List<Callable<Object>> work = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      UUID whose = i % 3 == 0 ? other : org;
      String reference = "M-" + i;
      if (i % 10 == 0) {
        JournalSource file = file(reference, i % 20 == 0 ? 45_000 : 20);
        ImportRequest request = JournalFiles.request(whose, file);
        work.add(() -> imports.run(request, file, lines -> {}));
      } else {
        work.add(
            () -> ledger.post(rent(whose, LocalDate.of(2025, 5, 5), reference, "7.00"), MAKER));
      }
    }
    await(pool.invokeAll(work));
  }

  /** Posting, undoing, importing, locking, closing and reopening, all over one account. */
  @Test
  void aHotAccountUnderEverythingAtOnceKeepsItsNumbersAndBalances() throws Exception {
    UUID org = books.open();
    AtomicInteger posted = new AtomicInteger();
    List<Callable<Object>> work = new ArrayList<>();
    for (int i = 0; i < 96; i++) {
      String reference = "H-" + i;
      LocalDate day = LocalDate.of(2025, 1 + i % 4, 1 + i % 28);
      YearMonth month = YearMonth.from(day);
      int kind = i % 12;
      work.add(
          () ->
              unlessRefused(
                  () -> {
                    if (kind == 3) {
                      JournalSource file = file(reference, 8);
                      imports.run(JournalFiles.request(org, file), file, lines -> {});
                      posted.addAndGet(8);
                    } else if (kind == 5) {
                      periods.close(org, month, MAKER);
                    } else if (kind == 7) {
                      periods.reopen(org, month, MAKER);
                    } else if (kind == 9) {
                      periods.lockModule(org, month, "payables", MAKER);
                    } else {
                      UUID id = ledger.post(draft(org, day, reference, kind % 2 == 0), MAKER).id();
                      posted.incrementAndGet();
                      if (kind == 1) {
                        ledger.reverse(id, day, "at once", MAKER);
                        posted.incrementAndGet();
                      }
                    }
                  }));
    }
    await(pool.invokeAll(work));
    assertThat(ledger.chainHead(org, 2025).journals()).isEqualTo(posted.get());
  }

  /**
   * A month may be closed, or not closed any more, when it is its turn; nothing else may happen.
   */
  private static boolean unlessRefused(Runnable act) {
    try {
      act.run();
      return true;
    } catch (BusinessException refusal) {
      assertThat(refusal.code())
          .isIn(LedgerError.PERIOD_CLOSED, LedgerError.PERIOD_STATE, JournalImportError.REFUSED);
      return false;
    }
  }

  @Test
  void oneReferencePostedByManyIsPostedOnce() throws Exception {
    UUID org = books.open();
    AtomicInteger refused = new AtomicInteger();
    List<Callable<Boolean>> posters = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      LocalDate day = LocalDate.of(2025, 1 + i, 3);
      posters.add(
          () -> {
            try {
              ledger.post(rent(org, day, "SAME", "1.00"), MAKER);
            } catch (BusinessException e) {
              assertThat(e.code()).isEqualTo(LedgerError.DUPLICATE_REFERENCE);
              refused.incrementAndGet();
            }
            return true;
          });
    }
    await(pool.invokeAll(posters));
    assertThat(refused).hasValue(THREADS - 1);
    assertThat(ledger.chainHead(org, 2025).journals()).isEqualTo(1);
  }

  @Test
  void closeAndPostingDoNotCross() throws Exception {
    for (int round = 0; round < 8; round++) {
      UUID org = books.open();
      YearMonth month = YearMonth.of(2025, 6);
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int i = 0; i < THREADS - 1; i++) {
        String reference = "X-" + i;
        work.add(
            () -> {
              for (int n = 0; n < 6; n++) {
                try {
                  ledger.post(rent(org, month.atDay(15), reference + n, "1.00"), MAKER);
                } catch (BusinessException e) {
                  assertThat(e.code()).isEqualTo(LedgerError.PERIOD_CLOSED);
                }
              }
              return true;
            });
      }
      work.add(
          work.size() / 2,
          () -> {
            periods.close(org, month, MAKER);
            return true;
          });
      await(pool.invokeAll(work));
      assertThat(
              jdbc.queryForObject(
                  """
                  select count(*) from finance.journals j
                    join finance.period_events e on e.organization_id = j.organization_id
                   where j.organization_id = ? and j.recorded_at > e.changed_at
                  """,
                  Integer.class,
                  org))
          .isZero();
    }
  }

  @Test
  void randomHistoriesKeepTheBooksProvable() {
    for (long seed : LongStream.of(1, new Random().nextLong()).toArray()) {
      UUID org = books.open();
      Random random = new Random(seed);
      List<UUID> posted = new ArrayList<>();
      for (int step = 0; step < 60; step++) {
        LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365));
        if (!posted.isEmpty() && random.nextInt(5) == 0) {
          ledger.reverse(posted.remove(random.nextInt(posted.size())), day, "seed " + seed, MAKER);
        } else {
          posted.add(ledger.post(RandomJournals.next(random, org, day, step), MAKER).id());
        }
      }
      assertThat(verifier.verify()).as("seed %d", seed).allMatch(CheckResult::holds);
    }
  }

  private static JournalDraft draft(UUID org, LocalDate day, String reference, boolean mirrored) {
    Money amount = Money.of("1.00", "EUR");
    return new JournalDraft(
        org,
        day,
        "Crossing",
        "ledger",
        reference,
        mirrored
            ? List.of(DraftLine.debit("6100", amount), DraftLine.credit("1010", amount))
            : List.of(DraftLine.credit("1010", amount), DraftLine.debit("6100", amount)));
  }

  private static JournalSource file(String reference, int entries) {
    String[] lines = new String[entries * 2];
    for (int i = 0; i < entries; i++) {
      String id = reference + "-" + i + ",2025-0" + (1 + i % 9) + "-11,";
      lines[2 * i] = id + "1,6100,1.00,,EUR,,,,GL,Imported with a text of some length";
      lines[2 * i + 1] = id + "2,1010,,1.00,EUR,,,,GL,Imported with a text of some length";
    }
    return JournalFiles.lines(lines);
  }

  private static <T> List<T> await(List<Future<T>> futures) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      try {
        results.add(future.get(60, TimeUnit.SECONDS));
      } catch (ExecutionException e) {
        throw new AssertionError("one of many failed", e.getCause());
      }
    }
    return results;
  }
}
