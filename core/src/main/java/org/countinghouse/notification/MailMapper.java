package org.countinghouse.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface MailMapper {

  /** No row when this key reached this address before. */
  int insertUnlessSent(QueuedMail mail);

  void insertAttachments(
      @Param("organizationId") UUID organizationId,
      @Param("mailId") UUID mailId,
      @Param("documentIds") List<UUID> documentIds);

  @Nullable QueuedMail find(@Param("id") UUID id);

  List<QueuedMail> list(
      @Param("organizationId") UUID organizationId,
      @Param("state") QueuedMail.@Nullable State state,
      @Param("limit") int limit);

  List<UUID> listAttachments(@Param("mailId") UUID mailId);

  /** Dates the next try, counts this one, and hands the row to this caller alone. */
  List<QueuedMail> claimDue(
      @Param("now") Instant now,
      @Param("nextAttemptAt") Instant nextAttemptAt,
      @Param("limit") int limit);

  int updateSent(@Param("id") UUID id, @Param("sentAt") Instant sentAt);

  int updateFailed(
      @Param("id") UUID id,
      @Param("nextAttemptAt") Instant nextAttemptAt,
      @Param("lastError") String lastError);

  int updateParked(@Param("id") UUID id, @Param("lastError") String lastError);

  int updateRequeued(@Param("id") UUID id, @Param("nextAttemptAt") Instant nextAttemptAt);

  Mails.Backlog countBacklog();

  boolean wantsTaskMails(@Param("username") String username);

  List<String> listTaskMailReaders(@Param("usernames") List<String> usernames);

  void upsertTaskMails(@Param("username") String username, @Param("wanted") boolean wanted);
}
