package org.countinghouse.procurement.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.User;
import org.countinghouse.access.Users;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.notification.Mail;
import org.countinghouse.notification.Mails;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.OrganizationProfiles;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.outbox.Outbox;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.print.Pdf;
import org.countinghouse.procurement.OrderContent;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells suppliers about orders: as UBL and as PDF in {@code out/purchase-orders/}, and by mail
 * where an address is known. Each version of an order is told once, however often it is asked for.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class OrderLetters {

  private static final String CHANNEL = "purchase-orders";

  private final LetterMapper mapper;
  private final PurchaseOrders orders;
  private final Suppliers suppliers;
  private final Correspondents correspondents;
  private final Organizations organizations;
  private final OrganizationProfiles profiles;
  private final Users users;
  private final Pdf pdf;
  private final Documents documents;
  private final Outbox outbox;
  private final Mails mails;
  private final Clock clock;

  OrderLetters(
      LetterMapper mapper,
      PurchaseOrders orders,
      Suppliers suppliers,
      Correspondents correspondents,
      Organizations organizations,
      OrganizationProfiles profiles,
      Users users,
      Pdf pdf,
      Documents documents,
      Outbox outbox,
      Mails mails,
      Clock clock) {
    this.mapper = mapper;
    this.orders = orders;
    this.suppliers = suppliers;
    this.correspondents = correspondents;
    this.organizations = organizations;
    this.profiles = profiles;
    this.users = users;
    this.pdf = pdf;
    this.documents = documents;
    this.outbox = outbox;
    this.mails = mails;
    this.clock = clock;
  }

  /** What the supplier was told about an order, in order. */
  @Transactional(readOnly = true)
  public List<SentLetter> of(UUID orderId) {
    return mapper.list(orderId);
  }

  /**
   * Writes to the supplier of an order, unless he was written to about this version already.
   *
   * @param version the version in force that is told of
   * @throws BusinessException {@code procurement.order-unknown}
   */
  public void send(UUID orderId, LetterKind kind, int version) {
    mapper.lockOrder(orderId);
    PurchaseOrder order = orders.require(orderId);
    if (order.origin() == PurchaseOrder.Origin.ADOPTED && kind == LetterKind.ORDER) {
      return; // it was agreed elsewhere: its supplier has it
    }
    // a later version came into force meanwhile: its own letter says it all
    boolean overtaken = kind == LetterKind.CHANGE && order.version() != version;
    if (overtaken || mapper.wasSent(order.organizationId(), orderId, kind, version)) {
      return;
    }
    OrderLetter letter = letter(order, kind);
    write(letter, version);
  }

  private OrderLetter letter(PurchaseOrder order, LetterKind kind) {
    Organization organization = organizations.byId(order.organizationId());
    return new OrderLetter(
        kind,
        order,
        organization,
        profiles.of(organization.id()),
        suppliers.require(order.supplierId()),
        kind == LetterKind.ORDER
            ? order.orderedOn()
            : LocalDate.now(clock.withZone(organization.zone())),
        kind == LetterKind.CHANGE ? before(order) : null,
        name(order.buyer()));
  }

  private @Nullable OrderContent before(PurchaseOrder order) {
    return orders.versions(order.id()).stream()
        .filter(version -> version.state() == OrderVersion.State.REPLACED)
        .filter(version -> version.version() == order.version() - 1)
        .map(OrderVersion::content)
        .findFirst()
        .orElse(null);
  }

  private void write(OrderLetter letter, int version) {
    PurchaseOrder order = letter.order();
    UUID organizationId = order.organizationId();
    Correspondents.Reader reader = correspondents.of(letter.supplier(), letter.organization());
    OrderSheet sheet = OrderSheet.of(letter, profiles.letterhead(organizationId), reader.locale());
    String name = fileName(letter, version);
    UUID ubl = store(organizationId, name + ".xml", "application/xml", UblOrder.write(letter));
    UUID page =
        store(
            organizationId,
            name + ".pdf",
            "application/pdf",
            pdf.render(OrderSheet.TEMPLATE, sheet, reader.locale()));
    outbox.send(organizationId, CHANNEL, name + ".xml", ubl);
    outbox.send(organizationId, CHANNEL, name + ".pdf", page);
    String address = reader.address();
    if (address != null) {
      mails.send(
          new Mail(
              organizationId,
              List.of(address),
              OrderSheet.TEMPLATE,
              mail(sheet, letter),
              List.of(page, ubl),
              letter.kind() + " " + order.id() + " " + version,
              reader.locale()));
    }
    mapper.insert(
        organizationId,
        new SentLetter(
            Ids.next(),
            order.id(),
            version,
            letter.kind(),
            ubl,
            page,
            name,
            address,
            clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }

  private static Map<String, Object> mail(OrderSheet sheet, OrderLetter letter) {
    return Map.of(
        "title", sheet.letter().title(),
        "supplier", letter.supplier().name(),
        "number", letter.order().number(),
        "isOrder", sheet.isOrder(),
        "isChange", sheet.isChange(),
        "isCancellation", sheet.isCancellation());
  }

  private UUID store(UUID organizationId, String name, String mediaType, byte[] content) {
    return documents.store(organizationId, name, mediaType, content).id();
  }

  private static String fileName(OrderLetter letter, int version) {
    String number = letter.order().number();
    return switch (letter.kind()) {
      case ORDER -> number;
      case CHANGE -> number + " change " + (version - 1);
      case CANCELLATION -> number + " cancellation";
    };
  }

  /** How people call him; the name of the login when he has gone. */
  private @Nullable String name(@Nullable String username) {
    if (username == null || username.startsWith("system:")) {
      return null;
    }
    return users.find(username).map(User::displayName).orElse(username);
  }
}
