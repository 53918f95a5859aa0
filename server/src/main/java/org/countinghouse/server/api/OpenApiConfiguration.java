package org.countinghouse.server.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every operation of the API has in common, for its readers at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  private static final String PROBLEM = "Problem";
  private static final String TOKEN = "token";
  private static final String SESSION = "session";

  @Bean
  OpenAPI countinghouseApi() {
    String version = OpenApiConfiguration.class.getPackage().getImplementationVersion();
    return new OpenAPI()
        .info(
            new Info()
                .title("Countinghouse")
                .version(Objects.requireNonNullElse(version, "development"))
                .description(
                    "Programs send a bearer token from /oauth2/token; pages use their session and"
                        + " send its CSRF token as X-XSRF-TOKEN. Refusals are problems (RFC 9457).")
                .license(new License().name("Apache-2.0")))
        .components(
            new Components()
                .addSchemas(PROBLEM, problem())
                .addSecuritySchemes(TOKEN, token())
                .addSecuritySchemes(
                    SESSION,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("JSESSIONID")))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN))
        .addSecurityItem(new SecurityRequirement().addList(SESSION));
  }

  @Bean
  GlobalOpenApiCustomizer problemsAndKeys() {
    return api -> {
      if (api.getPaths() != null) {
        api.getPaths().values().forEach(OpenApiConfiguration::complete);
      }
    };
  }

  private static void complete(PathItem path) {
    path.readOperations().forEach(OpenApiConfiguration::addProblem);
    Operation post = path.getPost();
    if (post != null) {
      post.addParametersItem(
          new HeaderParameter()
              .name("Idempotency-Key")
              .description(
                  "Makes a repetition harmless: the same key and request get the first answer.")
              .schema(new StringSchema().maxLength(200)));
    }
  }

  private static void addProblem(Operation operation) {
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("Refused: the code says why, the detail what to do.")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json",
                            new MediaType().schema(new Schema<>().$ref(PROBLEM)))));
  }

  private static Schema<?> problem() {
    Schema<?> finding =
        new ObjectSchema()
            .addProperty("code", new StringSchema())
            .addProperty("place", new StringSchema())
            .addProperty("message", new StringSchema());
    return new ObjectSchema()
        .addProperty("type", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("code", new StringSchema().example("ledger.period-closed"))
        .addProperty("findings", new ArraySchema().items(finding));
  }

  private static SecurityScheme token() {
    return new SecurityScheme()
        .type(SecurityScheme.Type.OAUTH2)
        .flows(
            new OAuthFlows()
                .clientCredentials(new OAuthFlow().tokenUrl("/oauth2/token").scopes(new Scopes()))
                .authorizationCode(
                    new OAuthFlow()
                        .authorizationUrl("/oauth2/authorize")
                        .tokenUrl("/oauth2/token")
                        .refreshUrl("/oauth2/token")
                        .scopes(new Scopes())));
  }
}
