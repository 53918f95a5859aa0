package org.countinghouse.matching;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.calendar.BusinessCalendar;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Coding;
import org.countinghouse.payables.InvoiceCoding;
import org.countinghouse.payables.InvoiceDetails;
import org.countinghouse.payables.InvoicePosting;
import org.countinghouse.payables.InvoiceType;
import org.countinghouse.payables.Invoices;
import org.countinghouse.payables.LineCoding;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Matches invoices to orders and receipts, and credit notes to invoices. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Matching {

  /** Who codes what agrees. */
  static final Actor MATCHER = Actor.system("matching");

  private static final int PATIENCE_WORKING_DAYS_MIN = 3;
  private static final int PATIENCE_DAYS_BEFORE_DUE = 5;
  private static final LocalTime PATIENCE_ENDS_AT = LocalTime.of(9, 0);

  private final Invoices invoices;
  private final InvoiceCoding coding;
  private final InvoicePosting posting;
  private final OrderMatcher orderMatcher;
  private final CreditMatcher creditMatcher;
  private final LineCodings codings;
  private final PurchaseOrders orders;
  private final Organizations organizations;
  private final MatchStore store;
  private final MatchMapper mapper;
  private final Clock clock;

  Matching(
      Invoices invoices,
      InvoiceCoding coding,
      InvoicePosting posting,
      OrderMatcher orderMatcher,
      CreditMatcher creditMatcher,
      LineCodings codings,
      PurchaseOrders orders,
      Organizations organizations,
      MatchStore store,
      MatchMapper mapper,
      Clock clock) {
    this.invoices = invoices;
    this.coding = coding;
    this.posting = posting;
    this.orderMatcher = orderMatcher;
    this.creditMatcher = creditMatcher;
    this.codings = codings;
    this.orders = orders;
    this.organizations = organizations;
    this.store = store;
    this.mapper = mapper;
    this.clock = clock;
  }

  /**
   * What came of an attempt.
   *
   * @param state how it stands
   * @param orderId whose receipts and changes may change that
   * @param creditedInvoiceId whose posting may
   * @param coded whether the product could say where every line goes
   */
  public record Outcome(
      MatchState state, @Nullable UUID orderId, @Nullable UUID creditedInvoiceId, boolean coded) {

    /** Whether nobody has to look at it: it can be posted. */
    public boolean isTouchless() {
      return state == MatchState.MATCHED && coded;
    }
  }

  /**
   * Matches an open invoice or credit note, as often as something changed, and keeps what was found
   * for good. What agrees is coded at once and takes its part of the order; nothing is posted yet.
   * A document that names neither order nor invoice leaves no trace.
   *
   * @throws BusinessException {@code payables.invoice-unknown}
   */
  public Outcome match(UUID invoiceId) {
    SupplierInvoice invoice = invoices.require(invoiceId);
    if (!invoice.state().isOpen()) {
      throw MatchingError.NOT_OPEN.with(invoice.documentNumber(), invoice.state());
    }
    if (isBlank(invoice.orderReference()) && isBlank(invoice.precedingInvoice())) {
      return new Outcome(MatchState.UNORDERED, null, null, false);
    }
    InvoiceDetails details = invoices.details(invoiceId);
    MatchMapper.MatchRow before = mapper.find(invoiceId);
    boolean chosen = before != null && before.chosenBy() != null;
    @Nullable String order = chosen ? chosenOrder(before) : invoice.orderReference();
    boolean released = chosen && order == null;
    Optional<MatchResult> result = released ? Optional.empty() : result(details, order);
    if (result.isEmpty()) {
      if (before != null) {
        store.keep(invoice, unordered(details), MATCHER);
      }
      return new Outcome(MatchState.UNORDERED, null, null, false);
    }
    MatchResult found = result.get();
    store.keep(invoice, found, MATCHER);
    boolean coded = found.state() == MatchState.MATCHED && code(details, found.coding(), MATCHER);
    return new Outcome(found.state(), found.orderId(), found.creditedInvoiceId(), coded);
  }

  /** A credit note is for an invoice, whatever order it names beside. */
  private Optional<MatchResult> result(InvoiceDetails details, @Nullable String order) {
    SupplierInvoice invoice = details.invoice();
    String preceding = invoice.precedingInvoice();
    if (invoice.type() == InvoiceType.CREDIT_NOTE) {
      return preceding == null || isBlank(preceding)
          ? Optional.empty()
          : Optional.of(creditMatcher.match(details, preceding));
    }
    return order == null || isBlank(order)
        ? Optional.empty()
        : Optional.of(orderMatcher.match(details, order));
  }

  private static @Nullable String chosenOrder(MatchMapper.@Nullable MatchRow match) {
    return match == null ? null : match.chosenOrder();
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static MatchResult unordered(InvoiceDetails details) {
    return new MatchResult(
        MatchState.UNORDERED,
        null,
        null,
        null,
        Tolerances.EXACT,
        OrderMatcher.bare(details),
        List.of(),
        Map.of());
  }

  /**
   * Codes an invoice where every line's place is known.
   *
   * @return false where somebody has to: a line nobody ordered, no rate, an account that is closed
   */
  boolean code(InvoiceDetails details, Map<Integer, LineCoding> lines, Actor by) {
    if (lines.size() < details.lines().size()) {
      return false;
    }
    try {
      coding.code(
          details.invoice().id(),
          new Coding(lines, details.invoice().postingDate(), null, null),
          by);
      return true;
    } catch (BusinessException refused) {
      return false; // people are shown why when they code it
    }
  }

  /**
   * Posts what matches, without anybody.
   *
   * @throws BusinessException {@code matching.not-open} unless it was matched last, and what {@link
   *     InvoicePosting#postMatched} refuses
   */
  public void post(UUID invoiceId) {
    MatchMapper.MatchRow match = mapper.find(invoiceId);
    if (match == null || match.state() != MatchState.MATCHED) {
      throw MatchingError.NOT_OPEN.with(
          invoices.require(invoiceId).documentNumber(),
          match == null ? MatchState.UNORDERED : match.state());
    }
    posting.postMatched(invoiceId);
  }

  /** How an invoice was matched last; empty where it names no order. */
  @Transactional(readOnly = true)
  public Optional<Match> find(UUID invoiceId) {
    return store.find(invoiceId);
  }

  /** What a posted invoice took of receipts, by line. */
  @Transactional(readOnly = true)
  public List<MatchRecord> records(UUID invoiceId) {
    return mapper.listRecords(invoiceId).stream().map(MatchRecord::of).toList();
  }

  /** The invoices that wait, or that somebody has to decide about; the longest first. */
  @Transactional(readOnly = true)
  public List<OpenMatch> open(UUID organizationId, MatchState state) {
    return mapper.listOpen(organizationId, state).stream().map(OpenMatch::of).toList();
  }

  /**
   * Says that another order is meant than the document names, or that there is none. The invoice is
   * to be matched again then.
   *
   * @param order its number; null: it is an invoice without order
   * @throws BusinessException {@code matching.not-matched}, {@code matching.not-open}, {@code
   *     matching.choose-order}, {@code matching.reason-missing}
   */
  public void choose(UUID invoiceId, @Nullable String order, String reason, Actor by) {
    SupplierInvoice invoice = invoices.require(invoiceId);
    Match match = requireUndecided(invoice);
    if (reason.strip().length() < MatchDecisions.REASON_LENGTH_MIN) {
      throw MatchingError.REASON_MISSING.with(invoice.documentNumber());
    }
    String number = order == null ? null : order.strip();
    if (number != null && orders.byNumber(invoice.organizationId(), number).isEmpty()) {
      throw MatchingError.ORDER_UNKNOWN.with(number);
    }
    mapper.choose(match.invoiceId(), number, by.username(), reason.strip(), clock.instant());
  }

  /**
   * Treats an invoice as one without order.
   *
   * @throws BusinessException as {@link #choose}
   */
  public void release(UUID invoiceId, String reason, Actor by) {
    choose(invoiceId, null, reason, by);
    match(invoiceId);
  }

  /**
   * Refuses unless something is to be decided.
   *
   * @throws BusinessException {@code matching.not-matched}, {@code matching.not-open}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public void requireOpen(UUID invoiceId) {
    requireUndecided(invoices.require(invoiceId));
  }

  /** Whether a credit note waits for this invoice to be posted. */
  @Transactional(readOnly = true)
  public boolean isAwaited(UUID organizationId, UUID invoiceId) {
    return mapper.isAwaited(organizationId, invoiceId);
  }

  /**
   * How long an invoice waits by itself: until five days before it is due, so that somebody can
   * still act, and three working days at least.
   */
  @Transactional(readOnly = true)
  public Instant waitUntil(SupplierInvoice invoice) {
    Organization organization = organizations.byId(invoice.organizationId());
    LocalDate today = LocalDate.now(clock.withZone(organization.zone()));
    LocalDate soonest =
        BusinessCalendar.of(organization.country(), organization.zone())
            .plusWorkingDays(today, PATIENCE_WORKING_DAYS_MIN);
    LocalDate latest = invoice.dueOn().minusDays(PATIENCE_DAYS_BEFORE_DUE);
    LocalDate day = latest.isAfter(soonest) ? latest : soonest;
    return day.atTime(PATIENCE_ENDS_AT).atZone(organization.zone()).toInstant();
  }

  Match requireUndecided(SupplierInvoice invoice) {
    Match match =
        store
            .find(invoice.id())
            .orElseThrow(() -> MatchingError.NOT_MATCHED.with(invoice.documentNumber()));
    boolean undecided = match.state() == MatchState.HELD || match.state() == MatchState.WAITING;
    if (!undecided || !invoice.state().isOpen()) {
      throw MatchingError.NOT_OPEN.with(invoice.documentNumber(), match.state());
    }
    return match;
  }

  /** Where the lines go by what is known of the order; a line nobody can tell is left out. */
  Map<Integer, LineCoding> proposal(InvoiceDetails details, Match match) {
    Optional<PurchaseOrder> order = Optional.ofNullable(match.orderId()).map(orders::require);
    UUID credited = match.creditedInvoiceId();
    return codings.of(
        details,
        match.lines(),
        order.map(PurchaseOrder::lines).orElse(List.of()).stream()
            .collect(java.util.stream.Collectors.toMap(OrderLine::id, line -> line)),
        credited == null ? List.of() : invoices.details(credited).lines());
  }
}
