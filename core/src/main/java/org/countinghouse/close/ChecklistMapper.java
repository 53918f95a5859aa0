package org.countinghouse.close;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.close.ChecklistItem.Kind;
import org.countinghouse.close.ChecklistItem.State;
import org.countinghouse.close.spi.Readiness;
import org.jspecify.annotations.Nullable;

@Mapper
interface ChecklistMapper {

  void insert(
      @Param("organizationId") UUID organizationId,
      @Param("closingId") UUID closingId,
      @Param("row") Row row);

  /** In the order of their positions. */
  List<Row> list(@Param("closingId") UUID closingId);

  @Nullable Row find(@Param("closingId") UUID closingId, @Param("key") String key);

  int update(@Param("closingId") UUID closingId, @Param("row") Row row);

  /** The balances as of the end of the closing's month, in base currency; zero ones too. */
  List<AccountBalance> listBalances(
      @Param("closingId") UUID closingId,
      @Param("currency") String currency,
      @Param("accounts") List<String> accounts);

  /** What the items of a closing vouched for, beside what it is now. */
  List<Vouched> listVouched(@Param("closingId") UUID closingId);

  int deleteVouched(@Param("closingId") UUID closingId, @Param("key") String key);

  int insertVouched(
      @Param("organizationId") UUID organizationId,
      @Param("closingId") UUID closingId,
      @Param("key") String key,
      @Param("balances") List<AccountBalance> balances);

  /** Closings under way in which a balance is not what a signed-off item vouched for. */
  List<UUID> listClosingsWithMovedBalances();

  /** A balance in base currency, debit positive. */
  record AccountBalance(String account, String name, String currency, BigDecimal amount) {}

  /** A balance then and now. */
  record Vouched(String key, String account, String currency, BigDecimal then, BigDecimal now) {}

  /**
   * The columns as they are stored.
   *
   * @param afterKeys separated by commas
   * @param watchedAccounts separated by commas
   * @param evidence JSON
   */
  record Row(
      String key,
      String kind,
      int position,
      String titleEn,
      String titleDe,
      String owner,
      String instructions,
      @Nullable String evidenceKind,
      String afterKeys,
      String watchedAccounts,
      String state,
      @Nullable String checkedBy,
      @Nullable String checkedFor,
      @Nullable Instant checkedAt,
      String evidence,
      @Nullable UUID jobRunId,
      @Nullable String note,
      @Nullable UUID documentId,
      @Nullable Instant decertifiedAt) {

    private static final String NOTHING = "{}";

    /** An item nobody looked at. */
    static Row fresh(PlannedItem item, int position) {
      ManualItem manual = item instanceof PlannedItem.Signed signed ? signed.item() : null;
      return new Row(
          item.key(),
          item.kind().name(),
          position,
          item.title().english(),
          item.title().german(),
          item.owner(),
          manual == null ? "" : manual.instructions(),
          manual == null ? null : manual.evidence().name(),
          Keys.join(item.after()),
          manual == null ? "" : Keys.join(manual.accounts()),
          State.WAITING.name(),
          null,
          null,
          null,
          NOTHING,
          null,
          null,
          null,
          null);
    }

    /** A step of the close itself. */
    static Row fresh(CloseStep step, int position) {
      return new Row(
          step.key(),
          Kind.STEP.name(),
          position,
          step.title().english(),
          step.title().german(),
          step.owner(),
          "",
          null,
          "",
          "",
          State.WAITING.name(),
          null,
          null,
          null,
          NOTHING,
          null,
          null,
          null,
          null);
    }

    boolean isDone() {
      return state.equals(State.DONE.name());
    }

    boolean is(Kind expected) {
      return kind.equals(expected.name());
    }

    Set<String> watched() {
      return Set.copyOf(Keys.split(watchedAccounts));
    }

    /** As if nobody had looked at it. */
    Row waiting() {
      return with(State.WAITING, null, null, null, NOTHING, null, null, null, null);
    }

    /** Looked at: done or open, by what was found. */
    Row answered(
        Readiness answer, String by, @Nullable String onBehalfOf, Instant at, @Nullable UUID run) {
      State found = answer.isReady() ? State.DONE : State.OPEN;
      return with(found, by, onBehalfOf, at, EvidenceFormat.write(answer), run, null, null, null);
    }

    /** Somebody is to sign it off. */
    Row due(String by, @Nullable String onBehalfOf, Instant at) {
      return with(State.OPEN, by, onBehalfOf, at, NOTHING, null, note, documentId, decertifiedAt);
    }

    Row signedOff(
        Readiness said,
        String by,
        @Nullable String onBehalfOf,
        Instant at,
        String note,
        @Nullable UUID document) {
      return with(
          State.DONE, by, onBehalfOf, at, EvidenceFormat.write(said), null, note, document, null);
    }

    /** What it vouched for is not so any more; what was said is kept. */
    Row decertified(Instant at) {
      return with(
          State.OPEN, checkedBy, checkedFor, checkedAt, evidence, jobRunId, note, documentId, at);
    }

    private Row with(
        State newState,
        @Nullable String by,
        @Nullable String onBehalfOf,
        @Nullable Instant at,
        String found,
        @Nullable UUID run,
        @Nullable String said,
        @Nullable UUID shown,
        @Nullable Instant decertified) {
      return new Row(
          key,
          kind,
          position,
          titleEn,
          titleDe,
          owner,
          instructions,
          evidenceKind,
          afterKeys,
          watchedAccounts,
          newState.name(),
          by,
          onBehalfOf,
          at,
          found,
          run,
          said,
          shown,
          decertified);
    }
  }
}
