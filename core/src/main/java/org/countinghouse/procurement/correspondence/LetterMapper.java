package org.countinghouse.procurement.correspondence;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface LetterMapper {

  @Select(
      """
      select count(*) > 0 from procurement.order_letters
       where organization_id = #{organizationId} and order_id = #{orderId}
         and kind = #{kind} and version = #{version}\
      """)
  boolean wasSent(
      @Param("organizationId") UUID organizationId,
      @Param("orderId") UUID orderId,
      @Param("kind") LetterKind kind,
      @Param("version") int version);

  @Insert(
      """
      insert into procurement.order_letters
        (id, organization_id, order_id, version, kind, ubl_document_id, pdf_document_id, file_name,
         mailed_to, sent_at)
      values
        (#{row.id}, #{organizationId}, #{row.orderId}, #{row.version}, #{row.kind},
         #{row.ublDocumentId}, #{row.pdfDocumentId}, #{row.fileName}, #{row.mailedTo},
         #{row.sentAt})\
      """)
  int insert(@Param("organizationId") UUID organizationId, @Param("row") SentLetter row);

  @Select(
      """
      select id, order_id, version, kind, ubl_document_id, pdf_document_id, file_name, mailed_to,
             sent_at
        from procurement.order_letters
       where order_id = #{orderId}
       order by sent_at, id\
      """)
  List<SentLetter> list(@Param("orderId") UUID orderId);

  /** Keeps two threads from writing the same letter; released with the transaction. */
  @Select("select id from procurement.orders where id = #{orderId} for update")
  @Nullable UUID lockOrder(@Param("orderId") UUID orderId);
}
