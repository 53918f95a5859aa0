package org.countinghouse.payments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.bankfiles.BankingDays;
import org.countinghouse.bankfiles.ChargeBearer;
import org.countinghouse.bankfiles.CreditTransfer;
import org.countinghouse.bankfiles.PaymentBatch;
import org.countinghouse.bankfiles.PaymentParty;
import org.countinghouse.bankfiles.PaymentScheme;
import org.countinghouse.bankfiles.PostalAddress;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.outbox.Outbox;
import org.countinghouse.outbox.OutboxDocument;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.Payee;
import org.countinghouse.payments.PaymentFile.Format;
import org.countinghouse.payments.ReleaseMapper.FileRow;
import org.countinghouse.payments.ReleaseMapper.OrderRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the file of an account, keeps it and sends it on its way. */
@Component
class PaymentFileStore {

  /** The outbox's channel, and the folder banks' programs fetch from. */
  static final String CHANNEL = "payments";

  /** ISO 20022 category purpose: payment to a supplier. */
  private static final String TO_SUPPLIERS = "SUPP";

  private final ReleaseMapper mapper;
  private final RunMapper runs;
  private final PaymentFormats formats;
  private final BankAccounts bankAccounts;
  private final Organizations organizations;
  private final Documents documents;
  private final Outbox outbox;
  private final Clock clock;

  PaymentFileStore(
      ReleaseMapper mapper,
      RunMapper runs,
      PaymentFormats formats,
      BankAccounts bankAccounts,
      Organizations organizations,
      Documents documents,
      Outbox outbox,
      Clock clock) {
    this.mapper = mapper;
    this.runs = runs;
    this.formats = formats;
    this.bankAccounts = bankAccounts;
    this.organizations = organizations;
    this.documents = documents;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Writes the payments of this file; does nothing when they only set items off.
   *
   * @throws org.countinghouse.errors.BusinessException {@code bankfiles.*}
   */
  void write(RunMapper.Row run, FileRow planned, UUID fileId, Map<UUID, Payee> creditors) {
    List<OrderRow> orders = mapper.listOrders(fileId);
    if (orders.isEmpty()) {
      return;
    }
    Organization company = organizations.byId(run.organizationId());
    BankAccount account = bankAccounts.require(planned.bankAccountId());
    String messageId = messageId(run, account, planned.format());
    var content =
        new org.countinghouse.bankfiles.PaymentFile(
            messageId,
            LocalDateTime.ofInstant(clock.instant(), company.zone()).withNano(0),
            company.name(),
            batches(run, account, company, messageId, orders, creditors));
    String name = name(run, account, planned.format());
    Document document = store(company, name, run, planned.format(), account, content);
    OutboxDocument sent = outbox.send(company.id(), CHANNEL, name, document.id());
    runs.insertFile(
        new PaymentFile(
            fileId,
            company.id(),
            run.id(),
            account.id(),
            planned.format(),
            messageId,
            sent.name(),
            document.id(),
            document.sha256(),
            orders.size(),
            orders.stream().map(OrderRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
            PaymentFile.State.SENT,
            clock.instant(),
            null),
        sent.id());
  }

  /** {@code P26000017-MAIN}: short enough that a batch's id fits behind it. */
  private static String messageId(RunMapper.Row run, BankAccount account, Format format) {
    String id = run.stem() + "-" + account.code().replace('_', '-');
    return format == Format.NACHA ? id + "-A" : id;
  }

  private static String name(RunMapper.Row run, BankAccount account, Format format) {
    return run.number() + "_" + account.code() + (format == Format.NACHA ? ".ach" : ".xml");
  }

  /** What the batch of a file is called whose payments go this way. */
  static String batchId(String messageId, PaymentMethod method) {
    return messageId + "-" + method.name().charAt(0);
  }

  private static List<PaymentBatch> batches(
      RunMapper.Row run,
      BankAccount account,
      Organization company,
      String messageId,
      List<OrderRow> orders,
      Map<UUID, Payee> creditors) {
    Map<PaymentMethod, List<CreditTransfer>> byMethod = new EnumMap<>(PaymentMethod.class);
    for (OrderRow order : orders) {
      byMethod
          .computeIfAbsent(order.method(), method -> new ArrayList<>())
          .add(transfer(order, creditors));
    }
    List<PaymentBatch> batches = new ArrayList<>();
    byMethod.forEach(
        (method, transfers) ->
            batches.add(
                new PaymentBatch(
                    batchId(messageId, method),
                    scheme(method),
                    BankingDays.from(scheme(method), run.payOn()),
                    PaymentParty.named(account.holder()),
                    account.number(),
                    account.bic(),
                    true,
                    false,
                    method == PaymentMethod.SEPA ? ChargeBearer.SLEV : ChargeBearer.SHAR,
                    TO_SUPPLIERS,
                    transfers)));
    return batches;
  }

  private static CreditTransfer transfer(OrderRow order, Map<UUID, Payee> creditors) {
    Payee payee = creditors.get(order.accountId());
    if (payee == null) {
      throw new IllegalStateException("payment " + order.endToEndId() + " has lost its account");
    }
    String reference = order.reference();
    return new CreditTransfer(
        order.endToEndId(),
        null,
        new Money(order.amount(), Currency.getInstance(order.currency())),
        new PaymentParty(payee.name(), address(payee.address())),
        payee.number(),
        payee.bic(),
        reference == null ? order.remittance() : null,
        reference,
        null);
  }

  /** Without town and country an address says nothing a bank takes. */
  private static @Nullable PostalAddress address(Party.PostalAddress address) {
    String country = address.country();
    return country == null || address.city() == null
        ? null
        : new PostalAddress(address.street(), null, address.postCode(), address.city(), country);
  }

  private static PaymentScheme scheme(PaymentMethod method) {
    return switch (method) {
      case SEPA -> PaymentScheme.SEPA;
      case UK -> PaymentScheme.GB_DOMESTIC;
      case ACH -> PaymentScheme.ACH_CCD;
      case CROSS_BORDER -> PaymentScheme.CROSS_BORDER;
    };
  }

  /** By way of a file only we can read, since fifty thousand payments fill fifty megabytes. */
  private Document store(
      Organization company,
      String name,
      RunMapper.Row run,
      Format format,
      BankAccount account,
      org.countinghouse.bankfiles.PaymentFile content) {
    try {
      Path written = Files.createTempFile("payments", ".tmp");
      try {
        try (OutputStream out = Files.newOutputStream(written)) {
          formats.write(format, account, run.sequence(), content, out);
        }
        try (InputStream in = Files.newInputStream(written)) {
          return documents.store(company.id(), name, mediaType(format), in);
        }
      } finally {
        Files.delete(written);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("payment file " + name + " cannot be written", e);
    }
  }

  private static String mediaType(Format format) {
    return format == Format.NACHA ? "text/plain" : "application/xml";
  }
}
