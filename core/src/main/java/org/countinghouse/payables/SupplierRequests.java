package org.countinghouse.payables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.payables.SupplierRequest.Kind;
import org.countinghouse.secrets.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people ask for in the start form: kept encrypted from the moment it is written down until
 * the process takes it, so that bank accounts never are variables of a process.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class SupplierRequests {

  private static final Duration KEPT = Duration.ofDays(1);

  private final RequestMapper mapper;
  private final Suppliers suppliers;
  private final SupplierChanges changes;
  private final SupplierBlocks blocks;
  private final Access access;
  private final FieldCipher cipher;
  private final ObjectMapper json;
  private final Clock clock;

  SupplierRequests(
      RequestMapper mapper,
      Suppliers suppliers,
      SupplierChanges changes,
      SupplierBlocks blocks,
      Access access,
      FieldCipher cipher,
      ObjectMapper json,
      Clock clock) {
    this.mapper = mapper;
    this.suppliers = suppliers;
    this.changes = changes;
    this.blocks = blocks;
    this.access = access;
    this.cipher = cipher;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Checks a request and keeps it, for its maker to start the process with. What nobody took within
   * a day is forgotten.
   *
   * @throws BusinessException what {@link #take} would refuse as far as it can be told now: {@code
   *     bankdetails.*}, {@code payables.supplier-name}, {@code payables.supplier-unknown}, {@code
   *     payables.supplier-account-missing}, {@code payables.block-reason}, {@code access.*}
   */
  public UUID keep(UUID organizationId, SupplierRequest request, Actor by) {
    requireRight(organizationId, request, by);
    check(organizationId, request);
    UUID id = Ids.next();
    Instant now = clock.instant();
    mapper.forget(organizationId, by.username(), now.minus(KEPT));
    mapper.insert(
        id, organizationId, cipher.encrypt(organizationId, write(request)), by.username(), now);
    return id;
  }

  /**
   * Does what was asked for, once.
   *
   * @return the number it is known by: of the change, or of the supplier that was blocked
   * @throws BusinessException {@code payables.supplier-request-unknown} when it was taken already
   *     or is somebody else's, and what the act itself refuses
   */
  public String take(UUID organizationId, UUID requestId, Actor by) {
    String content = mapper.find(organizationId, requestId, by.username());
    if (content == null) {
      throw PayablesError.REQUEST_UNKNOWN.with(requestId);
    }
    SupplierRequest request = read(cipher.decrypt(organizationId, content));
    requireRight(organizationId, request, by);
    check(organizationId, request);
    String number = act(organizationId, request, by);
    mapper.delete(requestId);
    return number;
  }

  private String act(UUID organizationId, SupplierRequest request, Actor by) {
    if (request.kind() == Kind.NEW_SUPPLIER) {
      SupplierContact contact = Objects.requireNonNullElse(request.contact(), SupplierContact.NONE);
      return latestChange(
          suppliers.enter(organizationId, request.newSupplier(), contact, request.reason(), by));
    }
    Supplier supplier = supplier(organizationId, request);
    switch (request.kind()) {
      case BLOCK -> blocks.block(supplier.id(), request.reason(), by);
      case UNBLOCK -> blocks.requestUnblock(supplier.id(), request.reason(), by);
      default -> {
        PayeeAccount account = request.accounts().get(0);
        if (request.replaces()) {
          changes.replaceAccounts(supplier, account, request.reason(), by);
        } else {
          changes.proposeAccount(supplier, account, request.reason(), by);
        }
      }
    }
    return request.kind() == Kind.BLOCK ? supplier.number() : latestChange(supplier);
  }

  private String latestChange(Supplier supplier) {
    List<SupplierChange> open = changes.open(supplier.id());
    return open.isEmpty() ? supplier.number() : open.get(open.size() - 1).number();
  }

  private void check(UUID organizationId, SupplierRequest request) {
    if (request.kind() == Kind.NEW_SUPPLIER) {
      NewSupplier wanted = request.newSupplier();
      suppliers.requireNew(organizationId, PartyChecks.required(wanted.party()));
    } else {
      supplier(organizationId, request);
    }
    if (request.kind() == Kind.NEW_ACCOUNT && request.accounts().size() != 1) {
      throw PayablesError.ACCOUNT_MISSING.with();
    }
    request.accounts().forEach(BankNumbers::required);
    SupplierBlocks.requireReason(request.reason(), "this request");
  }

  private Supplier supplier(UUID organizationId, SupplierRequest request) {
    @Nullable UUID id = request.supplierId();
    if (id == null) {
      throw PayablesError.SUPPLIER_UNKNOWN.with("(none chosen)");
    }
    return suppliers
        .find(id)
        .filter(supplier -> supplier.organizationId().equals(organizationId))
        .orElseThrow(() -> PayablesError.SUPPLIER_UNKNOWN.with(id));
  }

  private void requireRight(UUID organizationId, SupplierRequest request, Actor by) {
    boolean money = request.kind() == Kind.NEW_SUPPLIER || request.kind() == Kind.NEW_ACCOUNT;
    access.require(
        by, money ? "payables.supplier:manage" : "payables.supplier:block", organizationId);
  }

  private String write(SupplierRequest request) {
    try {
      return json.writeValueAsString(request);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request is always writable as JSON", e);
    }
  }

  private SupplierRequest read(String text) {
    try {
      return json.readValue(text, SupplierRequest.class);
    } catch (JsonProcessingException e) {
      // without its cause, which quotes what it could not read
      throw new IllegalStateException("a kept request is not what was written");
    }
  }

  @Mapper
  interface RequestMapper {

    @Insert(
        """
        insert into finance.supplier_requests (id, organization_id, content_cipher, made_by, made_at)
        values (#{id}, #{organizationId}, #{content}, #{by}, #{at})
        """)
    void insert(
        @Param("id") UUID id,
        @Param("organizationId") UUID organizationId,
        @Param("content") String content,
        @Param("by") String by,
        @Param("at") Instant at);

    @Select(
        """
        select content_cipher from finance.supplier_requests
         where id = #{id} and organization_id = #{organizationId} and made_by = #{by} for update
        """)
    @Nullable String find(
        @Param("organizationId") UUID organizationId, @Param("id") UUID id, @Param("by") String by);

    @Delete("delete from finance.supplier_requests where id = #{id}")
    void delete(@Param("id") UUID id);

    @Delete(
        """
        delete from finance.supplier_requests
         where organization_id = #{organizationId} and made_by = #{by} and made_at < #{before}
        """)
    void forget(
        @Param("organizationId") UUID organizationId,
        @Param("by") String by,
        @Param("before") Instant before);
  }
}
