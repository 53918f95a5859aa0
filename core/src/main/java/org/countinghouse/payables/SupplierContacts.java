package org.countinghouse.payables;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom we write to. Contacts are never overwritten: a thief who changes the contact before he
 * changes the bank account would otherwise receive the letter that warns of him.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class SupplierContacts {

  private final ContactMapper mapper;
  private final Audit audit;
  private final Clock clock;

  SupplierContacts(ContactMapper mapper, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.audit = audit;
    this.clock = clock;
  }

  /** The contact of today, or {@link SupplierContact#NONE}. */
  @Transactional(readOnly = true)
  public SupplierContact of(UUID supplierId) {
    List<SupplierContact.Dated> all = history(supplierId);
    return all.isEmpty() ? SupplierContact.NONE : all.get(0).contact();
  }

  /** The contacts of today of those that have one, by supplier; one statement. */
  @Transactional(readOnly = true)
  public Map<UUID, SupplierContact> of(UUID organizationId, Collection<UUID> supplierIds) {
    String[] ids = supplierIds.stream().map(UUID::toString).toArray(String[]::new);
    return mapper.listLatest(organizationId, ids).stream()
        .collect(Collectors.toMap(Latest::supplierId, Latest::contact));
  }

  /** Every contact the supplier ever had, the latest first. */
  @Transactional(readOnly = true)
  public List<SupplierContact.Dated> history(UUID supplierId) {
    return mapper.list(supplierId);
  }

  /** Puts a contact in the place of the one before; the same one changes nothing. */
  public void set(Supplier supplier, SupplierContact contact, Actor by) {
    SupplierContact before = of(supplier.id());
    if (before.equals(contact)) {
      return;
    }
    mapper.insert(Ids.next(), supplier, contact, by.username(), clock.instant());
    audit.record(
        new AuditEntry(
            supplier.organizationId(),
            by,
            "set-contact",
            Suppliers.RESOURCE,
            supplier.number(),
            before,
            contact));
  }

  /** The contact of a supplier. */
  record Latest(
      UUID supplierId,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String language) {

    SupplierContact contact() {
      return new SupplierContact(name, email, phone, language);
    }
  }

  @Mapper
  interface ContactMapper {

    @Select(
        """
        select distinct on (supplier_id) supplier_id, name, email, phone, language
          from finance.supplier_contacts
         where organization_id = #{organizationId}
           and supplier_id = any (#{ids, typeHandler=org.apache.ibatis.type.ArrayTypeHandler}::uuid[])
         order by supplier_id, set_at desc, id desc
        """)
    List<Latest> listLatest(
        @Param("organizationId") UUID organizationId, @Param("ids") String[] ids);

    @Insert(
        """
        insert into finance.supplier_contacts
          (id, organization_id, supplier_id, name, email, phone, language, set_by, set_at)
        values (#{id}, #{supplier.organizationId}, #{supplier.id}, #{contact.name}, #{contact.email},
                #{contact.phone}, #{contact.language}, #{by}, #{at})
        """)
    void insert(
        @Param("id") UUID id,
        @Param("supplier") Supplier supplier,
        @Param("contact") SupplierContact contact,
        @Param("by") String by,
        @Param("at") Instant at);

    @Select(
        """
        select name, email, phone, language, set_by, set_at
          from finance.supplier_contacts
         where supplier_id = #{supplierId}
         order by set_at desc, id desc
        """)
    List<SupplierContact.Dated> list(@Param("supplierId") UUID supplierId);
  }
}
