package org.countinghouse.payments;

import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface AdviceMapper {

  @Select("select document_id from finance.remittance_advices where payment_id = #{paymentId}")
  @Nullable UUID findDocument(@Param("paymentId") UUID paymentId);

  /** Whether any supplier of the run ever had a mail address; one statement however many. */
  @Select(
      """
      select exists (select 1 from finance.payments p
                       join finance.supplier_contacts c
                         on c.organization_id = p.organization_id and c.supplier_id = p.supplier_id
                      where p.run_id = #{runId} and c.email is not null)
      """)
  boolean hasReaders(@Param("runId") UUID runId);

  @Insert(
      """
      insert into finance.remittance_advices (payment_id, organization_id, document_id, mailed_to, written_at)
      values (#{paymentId}, #{organizationId}, #{documentId,jdbcType=OTHER}, #{mailedTo,jdbcType=VARCHAR}, now())
      on conflict (payment_id) do nothing
      """)
  int insertUnlessTold(
      @Param("organizationId") UUID organizationId,
      @Param("paymentId") UUID paymentId,
      @Nullable @Param("documentId") UUID documentId,
      @Nullable @Param("mailedTo") String mailedTo);

  @Insert(
      """
      insert into finance.remittance_advices (payment_id, organization_id, document_id, mailed_to, written_at)
      values (#{paymentId}, #{organizationId}, #{documentId}, #{mailedTo,jdbcType=VARCHAR}, now())
      on conflict (payment_id) do update set document_id = excluded.document_id
      """)
  void upsert(
      @Param("organizationId") UUID organizationId,
      @Param("paymentId") UUID paymentId,
      @Param("documentId") UUID documentId,
      @Nullable @Param("mailedTo") String mailedTo);
}
