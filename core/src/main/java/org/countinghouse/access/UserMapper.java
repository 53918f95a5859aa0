package org.countinghouse.access;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface UserMapper {

  @Nullable Row find(@Param("username") String username);

  List<Row> list();

  List<Row> listPeople(@Param("organizationId") UUID organizationId);

  @Nullable String findPasswordHash(@Param("username") String username);

  @Nullable Integer findStamp(@Param("username") String username);

  void insert(
      @Param("row") Row row,
      @Param("passwordHash") @Nullable String passwordHash,
      @Param("by") String by,
      @Param("at") Instant at);

  int updatePassword(
      @Param("username") String username, @Param("passwordHash") String passwordHash);

  int updateEmail(@Param("username") String username, @Param("email") String email);

  int updateEnabled(@Param("username") String username, @Param("enabled") boolean enabled);

  int restamp(@Param("username") String username);

  boolean hasAdministrator();

  boolean isLastAdministrator(@Param("username") String username);

  /** The table's columns without the password. */
  record Row(
      UUID id,
      String username,
      String displayName,
      String email,
      String locale,
      UserKind kind,
      boolean enabled) {

    User user() {
      return new User(id, username, displayName, email, Locale.forLanguageTag(locale), enabled);
    }
  }
}
