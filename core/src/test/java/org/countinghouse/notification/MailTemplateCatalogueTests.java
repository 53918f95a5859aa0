package org.countinghouse.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every mail is there in every language and asks its sender for the same things. */
class MailTemplateCatalogueTests {

  private static final Pattern TAG = Pattern.compile("\\{\\{[#^/]?([A-Za-z.]+)}}");

  static Stream<Resource> templates() throws IOException {
    return Stream.of(
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:org/countinghouse/*/mail/*.txt"));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void isThereInBothLanguagesWithTheSameTags(Resource template) throws IOException {
    String name = String.valueOf(template.getFilename());
    assertThat(name).matches("[a-z0-9-]+\\.(en|de)\\.txt");
    Set<Set<String>> tags = new java.util.HashSet<>();
    for (String language : List.of("en", "de")) {
      Resource twin =
          template.createRelative(name.replaceFirst("(en|de)\\.txt$", language + ".txt"));
      String text = twin.getContentAsString(StandardCharsets.UTF_8);
      assertThat(text.lines().findFirst().orElse("")).as("subject of " + twin).isNotBlank();
      assertThat(text.lines().skip(1).findFirst().orElse("x")).as("second line").isBlank();
      tags.add(tags(text));
    }
    assertThat(tags).hasSize(1);
  }

  private static Set<String> tags(String text) {
    Set<String> found = new TreeSet<>();
    Matcher tags = TAG.matcher(text);
    while (tags.find()) {
      found.add(tags.group(1));
    }
    return found;
  }
}
