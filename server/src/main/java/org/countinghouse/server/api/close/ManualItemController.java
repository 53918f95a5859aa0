package org.countinghouse.server.api.close;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.countinghouse.close.ManualItem;
import org.countinghouse.close.ManualItems;
import org.countinghouse.close.spi.ReadinessCheck.Title;
import org.countinghouse.ids.Ids;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.api.close.CloseViews.ManualItemView;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people sign off in every closing of an organization. */
@RestController
@RequestMapping("/api/close/checklist-items")
class ManualItemController {

  private static final String READ = "close.period-close:read";
  private static final String MAINTAIN = "close.checklist:maintain";

  private final ManualItems items;

  ManualItemController(ManualItems items) {
    this.items = items;
  }

  /** A title in the languages the product speaks. */
  record TitleRequest(String en, String de) {}

  /**
   * An item.
   *
   * @param owner the role that signs it off
   * @param after keys of the items that must be done before; absent for none
   * @param evidence NOTE (where absent) or DOCUMENT
   * @param frequency MONTHLY (where absent), QUARTERLY or YEARLY
   * @param accounts the accounts it vouches for; absent for none
   */
  record ItemRequest(
      TitleRequest title,
      @Nullable String instructions,
      String owner,
      @Nullable List<String> after,
      ManualItem.@Nullable Evidence evidence,
      ManualItem.@Nullable Frequency frequency,
      @Nullable Set<String> accounts) {}

  @GetMapping
  List<ManualItemView> list(@RequestParam String organization, Caller caller) {
    return items.list(caller.organization(organization, READ).id()).stream()
        .map(ManualItemView::of)
        .toList();
  }

  /** Adds the item, or replaces the one of the same key. */
  @PutMapping("/{key}")
  ManualItemView put(
      @PathVariable String key,
      @RequestParam String organization,
      @RequestBody ItemRequest request,
      Caller caller) {
    Organization whose = caller.organization(organization, MAINTAIN);
    return ManualItemView.of(
        items.put(
            new ManualItem(
                Ids.next(),
                whose.id(),
                key,
                new Title(request.title().en(), request.title().de()),
                Objects.requireNonNullElse(request.instructions(), ""),
                request.owner(),
                Objects.requireNonNullElse(request.after(), List.of()),
                Objects.requireNonNullElse(request.evidence(), ManualItem.Evidence.NOTE),
                Objects.requireNonNullElse(request.frequency(), ManualItem.Frequency.MONTHLY),
                Objects.requireNonNullElse(request.accounts(), Set.of())),
            caller.actor()));
  }

  /** Takes the item out of the closings to come. */
  @DeleteMapping("/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String key, @RequestParam String organization, Caller caller) {
    Organization whose = caller.organization(organization, MAINTAIN);
    items.delete(whose.id(), key, caller.actor());
  }
}
