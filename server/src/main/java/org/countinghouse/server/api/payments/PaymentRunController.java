package org.countinghouse.server.api.payments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payments.PaymentMethod;
import org.countinghouse.payments.PaymentProposals;
import org.countinghouse.payments.PaymentReview;
import org.countinghouse.payments.PaymentRun;
import org.countinghouse.payments.PaymentRuns;
import org.countinghouse.payments.PaymentsError;
import org.countinghouse.payments.ProposalRequest;
import org.countinghouse.payments.RunItem;
import org.countinghouse.payments.RunItemFilter;
import org.countinghouse.server.api.payments.PaymentViews.FileView;
import org.countinghouse.server.api.payments.PaymentViews.ItemsView;
import org.countinghouse.server.api.payments.PaymentViews.RunView;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Payment runs: proposed, reviewed, handed in; the release itself is an approval. */
@RestController
@RequestMapping("/api/payments/runs")
class PaymentRunController {

  private static final String READ = "payments.run:read";
  private static final String PROPOSE = "payments.run:propose";
  private static final String CANCEL = "payments.run:cancel";
  private static final int CHANGES = 50;

  private final PaymentProposals proposals;
  private final PaymentReview review;
  private final PaymentRuns runs;

  PaymentRunController(PaymentProposals proposals, PaymentReview review, PaymentRuns runs) {
    this.proposals = proposals;
    this.review = review;
    this.runs = runs;
  }

  /**
   * What is to be paid; what is left out comes from the settings.
   *
   * @param currency only items in it
   * @param bankAccount code of the one account to pay from
   */
  record ProposalBody(
      @NotBlank String organization,
      @Nullable LocalDate payOn,
      @Nullable LocalDate dueUntil,
      @Nullable @PositiveOrZero BigDecimal minimumAmount,
      @Nullable String currency,
      @Nullable String bankAccount,
      @Nullable PaymentMethod method) {

    ProposalRequest value() {
      return new ProposalRequest(
          payOn, dueUntil, minimumAmount, parsed(currency), bankAccount, method);
    }

    private static @Nullable Currency parsed(@Nullable String code) {
      try {
        return code == null ? null : Currency.getInstance(code);
      } catch (IllegalArgumentException e) {
        throw PaymentsError.SETTINGS.with("there is no currency " + code);
      }
    }
  }

  /** Items to put in. */
  record ItemsBody(@NotEmpty @Size(max = 10_000) List<@NotNull UUID> items) {}

  /** Items to take out, and why. */
  record ExclusionBody(
      @NotEmpty @Size(max = 10_000) List<@NotNull UUID> items,
      @NotBlank @Size(max = 500) String reason) {}

  /**
   * Items to take out until a day.
   *
   * @param until absent: until somebody includes them
   */
  record DeferralBody(
      @NotEmpty @Size(max = 10_000) List<@NotNull UUID> items,
      @Nullable LocalDate until,
      @NotBlank @Size(max = 500) String reason) {}

  /** The part of an item that is paid now; without sign. */
  record SplitBody(@NotNull UUID item, @NotNull @Positive BigDecimal amount) {}

  /** Items to pay from another account of ours, by its code. */
  record MoveBody(
      @NotEmpty @Size(max = 10_000) List<@NotNull UUID> items, @NotBlank String bankAccount) {}

  /** Another day for the whole run. */
  record DayBody(@NotNull LocalDate payOn) {}

  /**
   * Why a run is given up or taken back.
   *
   * @param confirmedByBank for a released one whose file has left: the bank will not execute it
   */
  record CancellationBody(@NotBlank @Size(max = 500) String reason, boolean confirmedByBank) {}

  /** Asks for a proposal; it is made in the background by its process. */
  @PostMapping
  ResponseEntity<RunView> propose(@RequestBody @Valid ProposalBody body, Caller caller) {
    Organization where = caller.organization(body.organization(), PROPOSE);
    PaymentRun run = proposals.open(where.id(), body.value(), caller.actor());
    return ResponseEntity.accepted()
        .location(URI.create("/api/payments/runs/" + run.id()))
        .body(view(run));
  }

  /** Runs, the latest first. */
  @GetMapping
  List<PaymentRun> list(
      @RequestParam String organization,
      @RequestParam(required = false) PaymentRun.@Nullable State state,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    return runs.list(caller.organization(organization, READ).id(), state, limit);
  }

  /** One run with what it comes to, its files and what was changed in it. */
  @GetMapping("/{id}")
  RunView run(@PathVariable UUID id, Caller caller) {
    return view(find(id, READ, caller));
  }

  /** Its items, in or out, with the reason; a page. */
  @GetMapping("/{id}/items")
  ItemsView items(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Boolean included,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "0") int offset,
      Caller caller) {
    find(id, READ, caller);
    var filter = new RunItemFilter(included, reason, text, limit, offset);
    List<RunItem> items = review.items(id, filter);
    return new ItemsView(items, items.size() == filter.limit());
  }

  /** Takes items out. */
  @PostMapping("/{id}/exclusions")
  RunView exclude(@PathVariable UUID id, @RequestBody @Valid ExclusionBody body, Caller caller) {
    find(id, PROPOSE, caller);
    review.exclude(id, body.items(), body.reason(), caller.actor());
    return view(runs.require(id));
  }

  /** Puts items in, due or not; never such as must not be paid. */
  @PostMapping("/{id}/inclusions")
  RunView include(@PathVariable UUID id, @RequestBody @Valid ItemsBody body, Caller caller) {
    find(id, PROPOSE, caller);
    review.include(id, body.items(), caller.actor());
    return view(runs.require(id));
  }

  /** Takes items out of this run and of others before a day. */
  @PostMapping("/{id}/deferrals")
  RunView defer(@PathVariable UUID id, @RequestBody @Valid DeferralBody body, Caller caller) {
    find(id, PROPOSE, caller);
    review.defer(id, body.items(), body.until(), body.reason(), caller.actor());
    return view(runs.require(id));
  }

  /** Pays a part of an item now, the rest by another run. */
  @PostMapping("/{id}/splits")
  RunView split(@PathVariable UUID id, @RequestBody @Valid SplitBody body, Caller caller) {
    find(id, PROPOSE, caller);
    review.split(id, body.item(), body.amount(), caller.actor());
    return view(runs.require(id));
  }

  /** Pays items from another account of ours. */
  @PostMapping("/{id}/moves")
  RunView move(@PathVariable UUID id, @RequestBody @Valid MoveBody body, Caller caller) {
    find(id, PROPOSE, caller);
    review.move(id, body.items(), body.bankAccount(), caller.actor());
    return view(runs.require(id));
  }

  /** Pays the run on another day. */
  @PostMapping("/{id}/reschedulings")
  RunView reschedule(@PathVariable UUID id, @RequestBody @Valid DayBody body, Caller caller) {
    find(id, PROPOSE, caller);
    review.payOn(id, body.payOn(), caller.actor());
    return view(runs.require(id));
  }

  /** Hands the run in; its release is an approval of the kind {@code payment-run}. */
  @PostMapping("/{id}/submissions")
  RunView submit(@PathVariable UUID id, Caller caller) {
    find(id, PROPOSE, caller);
    runs.handIn(id, caller.actor());
    return view(runs.require(id));
  }

  /** Gives an open run up, or takes a released one back before the bank took it. */
  @PostMapping("/{id}/cancellations")
  @ResponseStatus(HttpStatus.OK)
  RunView cancel(@PathVariable UUID id, @RequestBody @Valid CancellationBody body, Caller caller) {
    PaymentRun run = find(id, READ, caller);
    if (run.state().isOpen()) {
      caller.require(PROPOSE, run.organizationId());
      runs.abandon(id, body.reason(), caller.actor());
    } else {
      caller.require(CANCEL, run.organizationId());
      runs.cancel(id, body.confirmedByBank(), body.reason(), caller.actor());
    }
    return view(runs.require(id));
  }

  private PaymentRun find(UUID id, String permission, Caller caller) {
    PaymentRun run = runs.require(id);
    caller.require(permission, run.organizationId());
    return run;
  }

  private RunView view(PaymentRun run) {
    return new RunView(
        run,
        review.totals(run.id()),
        runs.files(run.id()).stream().map(FileView::of).toList(),
        review.changes(run.id(), CHANGES));
  }
}
