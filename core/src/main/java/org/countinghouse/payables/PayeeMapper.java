package org.countinghouse.payables;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface PayeeMapper {

  String COLUMNS =
      """
      select a.id as account_id, s.id as supplier_id, s.number as supplier_number, s.name as supplier_name,
             a.number_cipher, a.bic, a.holder, s.street, s.additional, s.city, s.post_code, s.country,
             a.state = 'VERIFIED' and a.usable_from <= now() as payable
        from finance.supplier_accounts a
        join finance.suppliers s on s.organization_id = a.organization_id and s.id = a.supplier_id
       where a.organization_id = #{organizationId}
      """;

  @Select(
      COLUMNS
          + "and a.id = any (#{ids, typeHandler=org.apache.ibatis.type.ArrayTypeHandler}::uuid[])")
  List<Row> list(@Param("organizationId") UUID organizationId, @Param("ids") String[] ids);

  @Select(
      COLUMNS
          + """
          and a.id in (select account_id from finance.supplier_payee_v
                        where organization_id = #{organizationId}
                          and supplier_id = any (#{ids, typeHandler=org.apache.ibatis.type.ArrayTypeHandler}::uuid[]))
          """)
  List<Row> listOfSuppliers(
      @Param("organizationId") UUID organizationId, @Param("ids") String[] ids);

  /** An account and its supplier as stored. */
  record Row(
      UUID accountId,
      UUID supplierId,
      String supplierNumber,
      String supplierName,
      String numberCipher,
      @Nullable String bic,
      @Nullable String holder,
      @Nullable String street,
      @Nullable String additional,
      @Nullable String city,
      @Nullable String postCode,
      @Nullable String country,
      boolean payable) {}
}
