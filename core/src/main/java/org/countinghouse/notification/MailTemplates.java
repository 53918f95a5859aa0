package org.countinghouse.notification;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Texts of mails from the templates of the modules. */
@Component
class MailTemplates {

  private static final Pattern NAME = Pattern.compile("[a-z]+/[a-z0-9-]+");
  private static final int SUBJECT_LENGTH_MAX = 200;

  /** Plain text: nothing to escape here. What becomes HTML is escaped as a whole, later. */
  private final Mustache.Compiler compiler =
      Mustache.compiler().escapeHTML(false).nullValue("").emptyStringIsFalse(true);

  private final Map<String, Parts> templates = new ConcurrentHashMap<>();

  /** The first line of a template, and the rest. */
  private record Parts(Template subject, Template body) {}

  /** A mail's text; the subject is one line. */
  record Text(String subject, String body) {}

  /**
   * Fills the template in the reader's language; English stands in for one it does not speak.
   *
   * @throws IllegalArgumentException when there is no such template, or the model lacks one of its
   *     tags
   */
  Text render(String name, Locale reader, Map<String, ?> model) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of a mail template: " + name);
    }
    String language = reader.getLanguage().equals("de") ? "de" : "en";
    Parts parts = templates.computeIfAbsent(name + "." + language, key -> load(name, language));
    try {
      // one line, whatever stands in the model: a header ends where its line does
      String subject = parts.subject().execute(model).replaceAll("\\p{Cntrl}+", " ").strip();
      int length = Math.min(subject.length(), SUBJECT_LENGTH_MAX);
      return new Text(subject.substring(0, length), parts.body().execute(model).strip() + "\n");
    } catch (MustacheException e) {
      throw new IllegalArgumentException("mail " + name + ": " + e.getMessage(), e);
    }
  }

  private Parts load(String name, String language) {
    String[] parts = name.split("/");
    String path = "/org/countinghouse/%s/mail/%s.%s.txt".formatted(parts[0], parts[1], language);
    try (InputStream file = MailTemplates.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalArgumentException("there is no mail template " + path);
      }
      String[] text = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", 2);
      return new Parts(compiler.compile(text[0]), compiler.compile(text[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
