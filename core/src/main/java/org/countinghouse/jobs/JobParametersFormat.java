package org.countinghouse.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Map;
import org.countinghouse.access.Actor;
import org.springframework.stereotype.Component;

/** Parameters as the JSON column holds them, and runs from rows. */
@Component
class JobParametersFormat {

  private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

  private final ObjectMapper json;

  JobParametersFormat(ObjectMapper json) {
    this.json = json;
  }

  String write(Map<String, String> parameters) {
    try {
      return json.writeValueAsString(parameters);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  JobRun run(JobRunRow row) {
    return new JobRun(
        row.id(),
        row.organizationId(),
        row.job(),
        read(row.parameters()),
        JobState.of(row.state()),
        new Actor(row.requestedBy(), row.onBehalfOf()),
        row.requestedAt(),
        row.attempts(),
        row.worker(),
        row.origin(),
        row.startedAt(),
        row.finishedAt(),
        row.error(),
        row.rowErrors());
  }

  private Map<String, String> read(String parameters) {
    try {
      return json.readValue(parameters, PARAMETERS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
