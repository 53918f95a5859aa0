package org.countinghouse.close;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.close.spi.ReadinessCheck.Title;
import org.countinghouse.errors.BusinessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people sign off in the closings of an organization. A change counts for closings that begin
 * afterwards and for those whose checklist is asked again; what was signed off stays signed off.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ManualItems {

  private static final String MAINTAIN = "close.checklist:maintain";
  private static final String RESOURCE = "close.checklist";
  private static final Pattern KEY = Pattern.compile("manual\\.[a-z][a-z0-9-]{1,60}");
  private static final int TITLE_LENGTH_MAX = 120;

  private final ManualItemMapper mapper;
  private final CheckCatalogue catalogue;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  ManualItems(
      ManualItemMapper mapper, CheckCatalogue catalogue, Access access, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.catalogue = catalogue;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /** The items of an organization, by key. */
  @Transactional(readOnly = true)
  public List<ManualItem> list(UUID organizationId) {
    return mapper.list(organizationId).stream().map(ManualItems::item).toList();
  }

  /**
   * Adds an item, or replaces the one of the same key.
   *
   * @throws BusinessException {@code access.forbidden}, {@code close.item-invalid}
   */
  public ManualItem put(ManualItem item, Actor actor) {
    UUID organizationId = item.organizationId();
    access.require(actor, MAINTAIN, organizationId);
    requireSound(item);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ManualItemMapper.Row replaced = mapper.findByKey(organizationId, item.key());
    if (replaced != null) {
      mapper.delete(replaced.id(), now);
    }
    mapper.insert(row(item), actor.username(), now);
    if (!item.accounts().isEmpty()) {
      mapper.insertAccounts(organizationId, item.id(), List.copyOf(item.accounts()));
    }
    record(item, actor, replaced == null ? "added" : "changed");
    return item;
  }

  /**
   * Takes an item out of the closings to come.
   *
   * @throws BusinessException {@code access.forbidden}, {@code close.item-unknown}
   */
  public void delete(UUID organizationId, String key, Actor actor) {
    access.require(actor, MAINTAIN, organizationId);
    ManualItemMapper.Row row = mapper.findByKey(organizationId, key);
    if (row == null) {
      throw CloseError.ITEM_UNKNOWN.with(key);
    }
    mapper.delete(row.id(), clock.instant());
    record(item(row), actor, "removed");
  }

  private void requireSound(ManualItem item) {
    UUID organizationId = item.organizationId();
    if (!KEY.matcher(item.key()).matches()) {
      throw CloseError.ITEM_INVALID.with(
          item.key(), "begin its key with manual. and go on in kebab case");
    }
    if (isNoTitle(item.title().english()) || isNoTitle(item.title().german())) {
      throw CloseError.ITEM_INVALID.with(
          item.key(), "give it a title of 1 to %d characters".formatted(TITLE_LENGTH_MAX));
    }
    if (!mapper.isRole(item.owner())) {
      throw CloseError.ITEM_INVALID.with(item.key(), "there is no role " + item.owner());
    }
    if (!item.accounts().isEmpty()) {
      Set<String> unknown = new TreeSet<>(item.accounts());
      mapper
          .listKnownAccounts(organizationId, List.copyOf(item.accounts()))
          .forEach(unknown::remove);
      if (!unknown.isEmpty()) {
        throw CloseError.ITEM_INVALID.with(item.key(), "there is no account " + unknown);
      }
    }
    List<ManualItem> together = new ArrayList<>(list(organizationId));
    together.removeIf(other -> other.key().equals(item.key()));
    together.add(item);
    if (!catalogue.canBeOrdered(together)) {
      throw CloseError.ITEM_INVALID.with(item.key(), "it would wait for itself: " + item.after());
    }
  }

  private static boolean isNoTitle(String title) {
    return title.isBlank() || title.length() > TITLE_LENGTH_MAX;
  }

  private void record(ManualItem item, Actor actor, String action) {
    audit.record(
        new AuditEntry(
            item.organizationId(),
            actor,
            action,
            RESOURCE,
            item.key(),
            null,
            Map.of(
                "owner",
                item.owner(),
                "after",
                item.after(),
                "evidence",
                item.evidence().name(),
                "frequency",
                item.frequency().name(),
                "accounts",
                item.accounts())));
  }

  private static ManualItemMapper.Row row(ManualItem item) {
    return new ManualItemMapper.Row(
        item.id(),
        item.organizationId(),
        item.key(),
        item.title().english().strip(),
        item.title().german().strip(),
        item.instructions(),
        item.owner(),
        Keys.join(item.after()),
        item.evidence().name(),
        item.frequency().name(),
        Keys.join(item.accounts()));
  }

  static ManualItem item(ManualItemMapper.Row row) {
    return new ManualItem(
        row.id(),
        row.organizationId(),
        row.key(),
        new Title(row.titleEn(), row.titleDe()),
        row.instructions(),
        row.owner(),
        Keys.split(row.afterKeys()),
        ManualItem.Evidence.valueOf(row.evidence()),
        ManualItem.Frequency.valueOf(row.frequency()),
        Set.copyOf(Keys.split(row.accounts())));
  }
}
