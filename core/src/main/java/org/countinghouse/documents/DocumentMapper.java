package org.countinghouse.documents;

import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface DocumentMapper {

  int insert(Document document);

  Optional<Document> find(UUID id);
}
