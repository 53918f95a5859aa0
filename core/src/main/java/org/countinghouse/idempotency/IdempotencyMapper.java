package org.countinghouse.idempotency;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface IdempotencyMapper {

  boolean tryLock(@Param("key") CommandKey key);

  @Nullable StoredResult find(@Param("key") CommandKey key);

  void insert(
      @Param("key") CommandKey key, @Param("result") StoredResult result, @Param("at") Instant at);

  int deleteBefore(@Param("before") Instant before);
}
