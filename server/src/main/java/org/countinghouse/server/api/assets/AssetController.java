package org.countinghouse.server.api.assets;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.assets.Asset;
import org.countinghouse.assets.AssetDisposals;
import org.countinghouse.assets.AssetEvents;
import org.countinghouse.assets.AssetImport;
import org.countinghouse.assets.AssetRegister;
import org.countinghouse.assets.AssetTransaction;
import org.countinghouse.assets.AssetUnits;
import org.countinghouse.assets.Assets;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.api.assets.AssetViews.AssetBody;
import org.countinghouse.server.api.assets.AssetViews.AssetFile;
import org.countinghouse.server.api.assets.AssetViews.AssetView;
import org.countinghouse.server.api.assets.AssetViews.ChangeBody;
import org.countinghouse.server.api.assets.AssetViews.DisposalBody;
import org.countinghouse.server.api.assets.AssetViews.MoveBody;
import org.countinghouse.server.api.assets.AssetViews.ReversalBody;
import org.countinghouse.server.api.assets.AssetViews.RevisionBody;
import org.countinghouse.server.api.assets.AssetViews.RevisionView;
import org.countinghouse.server.api.assets.AssetViews.ScheduleLine;
import org.countinghouse.server.api.assets.AssetViews.TransactionView;
import org.countinghouse.server.api.assets.AssetViews.UnitsBody;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of fixed assets: enter, look at, and what happens to them. */
@RestController
@RequestMapping("/api/assets")
class AssetController {

  private static final String READ = "assets.asset:read";
  private static final String MANAGE = "assets.asset:manage";

  private final Assets assets;
  private final AssetEvents events;
  private final AssetDisposals disposals;
  private final AssetRegister register;
  private final AssetUnits units;
  private final AssetImport imports;

  AssetController(
      Assets assets,
      AssetEvents events,
      AssetDisposals disposals,
      AssetRegister register,
      AssetUnits units,
      AssetImport imports) {
    this.assets = assets;
    this.events = events;
    this.disposals = disposals;
    this.register = register;
    this.units = units;
    this.imports = imports;
  }

  /** Assets by number; at most 500 a page. */
  @GetMapping
  List<AssetView> list(
      @RequestParam String organization,
      @RequestParam(required = false) @Nullable String category,
      @RequestParam(required = false) @Nullable String costCentre,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "0") int offset,
      Caller caller) {
    Organization where = caller.organization(organization, READ);
    return register
        .list(new AssetRegister.Query(where.id(), category, costCentre, text, limit, offset))
        .stream()
        .map(AssetView::of)
        .toList();
  }

  /** Enters an asset. */
  @PostMapping
  ResponseEntity<AssetFile> register(
      @RequestParam String organization, @RequestBody @Valid AssetBody wanted, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    Asset asset = assets.register(where.id(), wanted.value(where.baseCurrency()), caller.actor());
    return ResponseEntity.created(URI.create("/api/assets/" + asset.id())).body(file(asset));
  }

  /** Enters the assets of a CSV file or workbook, all or none. */
  @PostMapping(path = "/imports", consumes = MediaType.ALL_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  List<AssetView> importFile(
      @RequestParam String organization, @RequestBody byte[] content, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    return imports.run(where.id(), content, caller.actor()).stream().map(AssetView::of).toList();
  }

  /** An asset with what it stands at and everything that happened to it. */
  @GetMapping("/{id}")
  AssetFile show(@PathVariable UUID id, Caller caller) {
    return file(permitted(id, READ, caller));
  }

  /** How it is written down, month by month, to the end of its life as things stand. */
  @GetMapping("/{id}/schedule")
  List<ScheduleLine> schedule(@PathVariable UUID id, Caller caller) {
    permitted(id, READ, caller);
    return register.schedule(id).stream().map(ScheduleLine::of).toList();
  }

  /** Adds to its cost. */
  @PostMapping("/{id}/additions")
  @ResponseStatus(HttpStatus.CREATED)
  TransactionView add(@PathVariable UUID id, @RequestBody @Valid ChangeBody wanted, Caller caller) {
    Money amount = money(wanted, permitted(id, MANAGE, caller));
    return TransactionView.of(
        events.add(
            id, wanted.on(), amount, wanted.contraAccount(), wanted.reason(), caller.actor()));
  }

  /** Writes down a loss of value. */
  @PostMapping("/{id}/impairments")
  @ResponseStatus(HttpStatus.CREATED)
  TransactionView impair(
      @PathVariable UUID id, @RequestBody @Valid ChangeBody wanted, Caller caller) {
    Money amount = money(wanted, permitted(id, MANAGE, caller));
    return TransactionView.of(
        events.impair(id, wanted.on(), amount, wanted.reason(), caller.actor()));
  }

  /** Estimates its life and residual anew, from a month on. */
  @PostMapping("/{id}/revisions")
  @ResponseStatus(HttpStatus.CREATED)
  RevisionView revise(
      @PathVariable UUID id, @RequestBody @Valid RevisionBody wanted, Caller caller) {
    Currency base = permitted(id, MANAGE, caller).terms().residual().currency();
    return RevisionView.of(
        events.revise(
            id,
            wanted.from(),
            wanted.lifeMonths(),
            new Money(wanted.residual(), base),
            wanted.reason(),
            caller.actor()));
  }

  /** Lets it go, or a part of it. */
  @PostMapping("/{id}/disposals")
  @ResponseStatus(HttpStatus.CREATED)
  TransactionView dispose(
      @PathVariable UUID id, @RequestBody @Valid DisposalBody wanted, Caller caller) {
    Currency base = permitted(id, MANAGE, caller).terms().residual().currency();
    return TransactionView.of(disposals.dispose(id, wanted.value(base), caller.actor()));
  }

  /** Undoes the last thing that happened to it. */
  @PostMapping("/transactions/{id}/reversals")
  @ResponseStatus(HttpStatus.CREATED)
  TransactionView reverse(
      @PathVariable UUID id, @RequestBody @Valid ReversalBody wanted, Caller caller) {
    AssetTransaction transaction = register.transaction(id);
    caller.require(MANAGE, transaction.organizationId());
    return TransactionView.of(events.reverse(id, wanted.on(), wanted.reason(), caller.actor()));
  }

  /** Says where it is used from now on. */
  @PutMapping("/{id}/place")
  AssetView move(@PathVariable UUID id, @RequestBody @Valid MoveBody wanted, Caller caller) {
    permitted(id, MANAGE, caller);
    return AssetView.of(
        assets.move(id, wanted.costCentre(), wanted.project(), wanted.location(), caller.actor()));
  }

  /** Reports what it produced in a month; said again, the later figure counts. */
  @PostMapping("/{id}/units")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void report(@PathVariable UUID id, @RequestBody @Valid UnitsBody wanted, Caller caller) {
    Asset asset = permitted(id, MANAGE, caller);
    units.report(
        asset.organizationId(),
        List.of(new AssetUnits.Reading(id, wanted.period(), wanted.units())),
        caller.actor());
  }

  private Asset permitted(UUID id, String permission, Caller caller) {
    Asset asset = register.require(id);
    caller.require(permission, asset.organizationId());
    return asset;
  }

  private AssetFile file(Asset asset) {
    return AssetFile.of(
        asset,
        register.value(asset.id()),
        register.transactions(asset.id()),
        register.revisions(asset.id()));
  }

  private static Money money(ChangeBody wanted, Asset asset) {
    return new Money(wanted.amount(), asset.terms().residual().currency());
  }
}
