package org.countinghouse.close;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.close.ChecklistMapper.Row;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people sign off in a closing. A sign-off vouches for the balances of the item's accounts as
 * they are at that moment; when one moves, it is void.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class SignOffs {

  private static final String SIGN_OFF = "close.checklist:sign-off";

  private final ClosingMapper closings;
  private final Checklists checklists;
  private final ChecklistMapper mapper;
  private final Vouching vouching;
  private final Documents documents;
  private final Access access;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SignOffs(
      ClosingMapper closings,
      Checklists checklists,
      ChecklistMapper mapper,
      Vouching vouching,
      Documents documents,
      Access access,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.closings = closings;
    this.checklists = checklists;
    this.mapper = mapper;
    this.vouching = vouching;
    this.documents = documents;
    this.access = access;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Signs an item off.
   *
   * @param note what was looked at and found, 10 to 2000 characters
   * @param documentId what proves it: a stored document of the organization; null for none
   * @throws BusinessException {@code close.item-unknown}, {@code access.forbidden}, {@code
   *     close.not-owner}, {@code close.closing-state}, {@code close.item-not-due}, {@code
   *     close.reason-missing}, {@code close.document-missing}
   */
  public ChecklistItem signOff(
      UUID closingId, String key, String note, @Nullable UUID documentId, Actor actor) {
    Closing closing = Closings.required(closings.lockById(closingId), closingId);
    Row row = owned(closing, key, actor);
    closing.requireState(Closing.State.CHECKING, Closing.State.IN_REVIEW);
    if (row.state().equals(ChecklistItem.State.WAITING.name())) {
      throw CloseError.ITEM_NOT_DUE.with(key, row.afterKeys());
    }
    Reasons.require(note);
    Document document = documentId == null ? null : document(closing, documentId);
    if (document == null && ManualItem.Evidence.DOCUMENT.name().equals(row.evidenceKind())) {
      throw CloseError.DOCUMENT_MISSING.with(key);
    }
    vouching.vouch(closing, key, row.watched());
    Map<String, String> said = said(note.strip(), document);
    mapper.update(
        closingId,
        row.signedOff(
            Readiness.ready(said),
            actor.username(),
            actor.onBehalfOf(),
            now(),
            note.strip(),
            documentId));
    record(closing, actor, "signed off", key, said);
    announceSettled(closing, Set.of(key));
    return item(closingId, key);
  }

  /**
   * Takes a sign-off back: what was said is not so after all.
   *
   * @throws BusinessException as {@link #signOff}
   */
  public ChecklistItem takeBack(UUID closingId, String key, String reason, Actor actor) {
    Closing closing = Closings.required(closings.lockById(closingId), closingId);
    Row row = owned(closing, key, actor);
    closing.requireState(Closing.State.CHECKING, Closing.State.IN_REVIEW);
    Reasons.require(reason);
    if (row.isDone()) {
      vouching.vouch(closing, key, Set.of());
      mapper.update(closingId, vouching.due(closing, row, actor));
      record(closing, actor, "sign-off taken back", key, Map.of("reason", reason.strip()));
    }
    return item(closingId, key);
  }

  /**
   * An item of a closing, for who is to sign it off.
   *
   * @throws BusinessException {@code close.item-unknown}, {@code close.not-owner}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public ChecklistItem show(UUID closingId, String key, Actor actor) {
    owned(Closings.required(closings.find(closingId), closingId), key, actor);
    return item(closingId, key);
  }

  /**
   * A balance an item vouches for.
   *
   * @param then when it was last signed off; null while it never was
   * @param now as of the end of the month
   */
  public record WatchedBalance(String account, String name, @Nullable Money then, Money now) {}

  /**
   * The balances an item vouches for, by account.
   *
   * @throws BusinessException {@code close.item-unknown}, {@code close.not-owner}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public List<WatchedBalance> balances(UUID closingId, String key, Actor actor) {
    Closing closing = Closings.required(closings.find(closingId), closingId);
    Row row = owned(closing, key, actor);
    return vouching.watched(closing, key, row.watched());
  }

  /**
   * Opens again what was signed off and has moved since, in every closing under way, and tells the
   * owners. The checklist shows it at once; this makes somebody's task of it.
   *
   * @return how many items were opened
   */
  public int decertifyMoved() {
    int opened = 0;
    for (UUID closingId : mapper.listClosingsWithMovedBalances()) {
      Closing closing = Closings.required(closings.lockById(closingId), closingId);
      for (Row row : mapper.list(closingId)) {
        if (row.is(ChecklistItem.Kind.MANUAL)
            && row.isDone()
            && vouching.hasMoved(closingId, row.key())) {
          mapper.update(closingId, vouching.decertify(closing, row, Actor.system("close")));
          opened++;
        }
      }
    }
    return opened;
  }

  private Row owned(Closing closing, String key, Actor actor) {
    Row row = mapper.find(closing.id(), key);
    if (row == null || !row.is(ChecklistItem.Kind.MANUAL)) {
      throw CloseError.ITEM_UNKNOWN.with(key);
    }
    access.require(actor, SIGN_OFF, closing.organizationId());
    String absent = actor.onBehalfOf();
    String holder = absent == null ? actor.username() : absent;
    if (!access.rolesOf(holder, closing.organizationId()).contains(row.owner())) {
      throw CloseError.NOT_OWNER.with(key, row.owner());
    }
    return row;
  }

  private Document document(Closing closing, UUID documentId) {
    return documents
        .find(documentId)
        .filter(found -> found.organizationId().equals(closing.organizationId()))
        .orElseThrow(() -> CloseError.DOCUMENT_UNKNOWN.with(documentId));
  }

  private static Map<String, String> said(String note, @Nullable Document document) {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("note", note);
    if (document != null) {
      said.put("document", document.name());
      said.put("documentSha256", document.sha256());
    }
    return said;
  }

  private void announceSettled(Closing closing, Set<String> keys) {
    List<ChecklistItem> items = checklists.of(closing.id());
    boolean nothingOpen =
        items.stream().noneMatch(item -> item.state() == ChecklistItem.State.OPEN);
    events.publishEvent(
        new ChecklistChanged(
            closing.id(), closing.organizationId(), closing.number(), keys, nothingOpen));
  }

  private ChecklistItem item(UUID closingId, String key) {
    return checklists.of(closingId).stream()
        .filter(item -> item.key().equals(key))
        .findFirst()
        .orElseThrow(() -> CloseError.ITEM_UNKNOWN.with(key));
  }

  private void record(Closing closing, Actor actor, String action, String key, Object values) {
    audit.record(
        new AuditEntry(
            closing.organizationId(),
            actor,
            action,
            Closings.RESOURCE,
            closing.number(),
            null,
            Map.of("item", key, "values", values)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
