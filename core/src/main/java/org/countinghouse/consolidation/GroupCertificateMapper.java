package org.countinghouse.consolidation;

import java.time.LocalDate;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface GroupCertificateMapper {

  String COLUMNS =
      """
      select g.id, g.organization_id, g.consolidation_id, g.number, g.figures_hash, g.sha256,
             g.fingerprint, g.previous_id, g.issued_at
        from finance.group_certificates g
      """;

  @Insert(
      """
      insert into finance.group_certificates
        (id, organization_id, consolidation_id, number, figures_hash, file, sha256, fingerprint,
         previous_id, issued_at)
      values
        (#{it.id}, #{it.organizationId}, #{it.consolidationId}, #{it.number}, #{it.figuresHash},
         #{file}, #{it.sha256}, #{it.fingerprint}, #{it.previousId}, #{it.issuedAt})
      """)
  void insert(@Param("it") IssuedGroupCertificate certificate, @Param("file") String file);

  @Select(COLUMNS + " where g.consolidation_id = #{consolidationId}")
  @Nullable IssuedGroupCertificate findOf(@Param("consolidationId") UUID consolidationId);

  @Select(COLUMNS + " where g.id = #{id}")
  @Nullable IssuedGroupCertificate find(@Param("id") UUID id);

  /** The newest certificate of a group's month. */
  @Select(
      COLUMNS
          + """
           join finance.consolidations c on c.id = g.consolidation_id
          where c.group_id = #{groupId} and c.period = #{firstDay}
          order by c.sequence desc limit 1
          """)
  @Nullable IssuedGroupCertificate findNewest(
      @Param("groupId") UUID groupId, @Param("firstDay") LocalDate firstDay);

  @Select("select file from finance.group_certificates where id = #{id}")
  @Nullable String findFile(@Param("id") UUID id);
}
