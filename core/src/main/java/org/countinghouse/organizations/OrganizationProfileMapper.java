package org.countinghouse.organizations;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface OrganizationProfileMapper {

  @Select(
      """
      select street, additional, city, post_code, vat_id, legal_registration, endpoint_scheme,
             endpoint, email, phone
        from shared.organization_profiles
       where organization_id = #{organizationId}\
      """)
  Optional<OrganizationProfile> find(@Param("organizationId") UUID organizationId);

  @Insert(
      """
      insert into shared.organization_profiles
        (organization_id, street, additional, city, post_code, vat_id, legal_registration,
         endpoint_scheme, endpoint, email, phone, changed_by, changed_at)
      values
        (#{organizationId}, #{p.street}, #{p.additional}, #{p.city}, #{p.postCode}, #{p.vatId},
         #{p.legalRegistration}, #{p.endpointScheme}, #{p.endpoint}, #{p.email}, #{p.phone},
         #{by}, #{at})
      on conflict (organization_id) do update set
        street = excluded.street, additional = excluded.additional, city = excluded.city,
        post_code = excluded.post_code, vat_id = excluded.vat_id,
        legal_registration = excluded.legal_registration,
        endpoint_scheme = excluded.endpoint_scheme, endpoint = excluded.endpoint,
        email = excluded.email, phone = excluded.phone,
        changed_by = excluded.changed_by, changed_at = excluded.changed_at\
      """)
  int upsert(
      @Param("organizationId") UUID organizationId,
      @Param("p") OrganizationProfile profile,
      @Param("by") String by,
      @Param("at") Instant at);
}
