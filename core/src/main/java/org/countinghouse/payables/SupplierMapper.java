package org.countinghouse.payables;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface SupplierMapper {

  void insert(@Param("row") Row row, @Param("at") Instant at);

  @Nullable Row find(@Param("id") UUID id);

  @Nullable Row lockById(@Param("id") UUID id);

  List<Row> listById(@Param("organizationId") UUID organizationId, @Param("ids") String[] ids);

  String lockNewcomers(@Param("key") String key);

  List<Row> list(
      @Param("organizationId") UUID organizationId,
      @Nullable @Param("text") String text,
      @Param("limit") int limit);

  /** Those a document's party could be, best state first; each says by what it was found. */
  List<Match> match(
      @Param("organizationId") UUID organizationId,
      @Param("party") PartyKeys party,
      @Param("prints") List<String> prints);

  /** The supplier that is not blocked and has this VAT id. */
  Optional<Row> findLiveByVatId(
      @Param("organizationId") UUID organizationId, @Param("vatId") String vatId);

  int update(@Param("row") Row row);

  int updateState(
      @Param("id") UUID id,
      @Param("state") SupplierState state,
      @Nullable @Param("by") String by,
      @Nullable @Param("at") Instant at);

  int moveDuplicates(@Param("from") UUID from, @Param("to") UUID to);

  int moveInvoices(@Param("from") UUID from, @Param("to") UUID to);

  void insertAccount(@Param("row") AccountRow row);

  List<AccountRow> listAccounts(@Param("supplierId") UUID supplierId);

  int decideAccount(
      @Param("id") UUID id,
      @Param("state") SupplierAccount.State state,
      @Param("by") String by,
      @Param("at") Instant at,
      @Nullable @Param("usableFrom") Instant usableFrom);

  @Nullable AccountRow findAccount(@Param("id") UUID id);

  int retireAccount(@Param("id") UUID id, @Param("by") String by, @Param("at") Instant at);

  int retireOthers(
      @Param("supplierId") UUID supplierId,
      @Param("accountId") UUID accountId,
      @Param("by") String by,
      @Param("at") Instant at);

  void insertChange(@Param("row") SupplierChange row);

  @Nullable SupplierChange findChange(@Param("id") UUID id);

  @Nullable SupplierChange findChangeByNumber(
      @Param("organizationId") UUID organizationId, @Param("number") String number);

  @Nullable SupplierChange lockChange(@Param("id") UUID id);

  List<SupplierChange> listOpenChanges(@Param("supplierId") UUID supplierId);

  /** The changes of this supplier, the latest first. */
  List<SupplierChange> listChanges(@Param("supplierId") UUID supplierId);

  /** Other suppliers with the same account, by number and name. */
  List<String> listSharing(@Param("accountId") UUID accountId);

  int updateLetter(@Param("id") UUID id, @Param("documentId") UUID documentId);

  int prepareChange(@Param("id") UUID id, @Param("by") String by);

  int decideChange(
      @Param("id") UUID id,
      @Param("state") SupplierChange.State state,
      @Param("by") String by,
      @Nullable @Param("reason") String reason,
      @Param("at") Instant at);

  /** A supplier as stored. */
  record Row(
      UUID id,
      UUID organizationId,
      String number,
      String name,
      @Nullable String vatId,
      @Nullable String taxRegistration,
      @Nullable String legalRegistration,
      @Nullable String endpointScheme,
      @Nullable String endpointValue,
      @Nullable String street,
      @Nullable String additional,
      @Nullable String city,
      @Nullable String postCode,
      @Nullable String country,
      int paymentDays,
      @Nullable String defaultAccount,
      @Nullable String defaultCostCentre,
      @Nullable String defaultTaxCode,
      SupplierState state,
      String createdBy,
      @Nullable String verifiedBy) {

    static Row of(Supplier supplier) {
      Party party = supplier.party();
      Party.Endpoint endpoint = party.endpoint();
      Party.PostalAddress address = party.address();
      SupplierTerms terms = supplier.terms();
      return new Row(
          supplier.id(),
          supplier.organizationId(),
          supplier.number(),
          party.name(),
          party.vatId(),
          party.taxRegistration(),
          party.legalRegistration(),
          endpoint == null ? null : endpoint.scheme(),
          endpoint == null ? null : endpoint.value(),
          address == null ? null : address.street(),
          address == null ? null : address.additional(),
          address == null ? null : address.city(),
          address == null ? null : address.postCode(),
          address == null ? null : address.country(),
          terms.paymentDays(),
          terms.account(),
          terms.costCentre(),
          terms.taxCode(),
          supplier.state(),
          supplier.createdBy(),
          supplier.verifiedBy());
    }

    Supplier supplier() {
      return new Supplier(
          id,
          organizationId,
          number,
          new Party(
              name,
              vatId,
              taxRegistration,
              legalRegistration,
              endpointScheme == null || endpointValue == null
                  ? null
                  : new Party.Endpoint(endpointScheme, endpointValue),
              new Party.PostalAddress(street, additional, city, postCode, country)),
          new SupplierTerms(paymentDays, defaultAccount, defaultCostCentre, defaultTaxCode),
          state,
          createdBy,
          verifiedBy);
    }
  }

  /** An account as stored. */
  record AccountRow(
      UUID id,
      UUID organizationId,
      UUID supplierId,
      String numberCipher,
      String numberPrint,
      @Nullable String bic,
      @Nullable String holder,
      SupplierAccount.State state,
      String proposedBy,
      Instant proposedAt,
      @Nullable String decidedBy,
      @Nullable Instant usableFrom) {

    SupplierAccount account(BankNumbers numbers) {
      return new SupplierAccount(
          id,
          organizationId,
          supplierId,
          numbers.decrypt(organizationId, numberCipher),
          bic,
          holder,
          state,
          proposedBy,
          proposedAt,
          decidedBy,
          usableFrom);
    }

    /** Whether it is in question or in use: neither refused nor retired. */
    boolean current() {
      return state == SupplierAccount.State.PROPOSED || state == SupplierAccount.State.VERIFIED;
    }
  }

  /** By what a party is recognised, normalized. */
  record PartyKeys(
      String name,
      @Nullable String vatId,
      @Nullable String taxRegistration,
      @Nullable String legalRegistration,
      @Nullable String endpointScheme,
      @Nullable String endpointValue,
      @Nullable String country) {}

  /** A supplier and the strength of its match: 1 is the strongest. */
  record Match(UUID id, int strength) {}
}
