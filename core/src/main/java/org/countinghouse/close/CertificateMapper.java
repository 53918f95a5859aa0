package org.countinghouse.close;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface CertificateMapper {

  void insert(@Param("certificate") IssuedCertificate certificate, @Param("file") String file);

  @Nullable IssuedCertificate find(@Param("id") UUID id);

  @Nullable IssuedCertificate findOfClosing(@Param("closingId") UUID closingId);

  @Nullable String findFile(@Param("id") UUID id);

  /** Newest first. */
  List<IssuedCertificate> list(
      @Param("organizationId") UUID organizationId, @Param("firstDay") LocalDate firstDay);
}
