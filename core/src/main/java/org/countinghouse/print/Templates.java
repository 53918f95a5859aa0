package org.countinghouse.print;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * Fills the templates of the modules. The template {@code procurement/purchase-order} lies at
 * {@code org/countinghouse/procurement/print/purchase-order.html}; its words lie beside it in
 * {@code Messages.properties} (English) and {@code Messages_de.properties}, and are written {@code
 * {{text.deliverBy}}}. Partials such as {@code {{>letter}}} are shared and lie in this module.
 *
 * <p>A name the model does not have is a mistake and throws; one that is null prints nothing.
 * Dates, numbers and money are written as {@link Values} does, everything is escaped.
 */
public final class Templates {

  private static final String ROOT = "org/countinghouse/";
  private static final Pattern NAME = Pattern.compile("[a-z]+(/[a-z]+)*/[a-z0-9-]+");
  private static final Pattern PARTIAL = Pattern.compile("[a-z0-9-]+");

  /** What XML 1.0 cannot say, not even escaped. */
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private static final ResourceBundle.Control ENGLISH_WHEN_MISSING =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Templates() {}

  /**
   * The template with the model's values in it, as HTML.
   *
   * @param template module and name, such as {@code procurement/purchase-order}
   * @param model a record or a map; its components are the names a template knows
   * @param locale language of the words and of numbers and dates; English where we have no words
   * @throws IllegalArgumentException when there is no such template
   * @throws com.samskivert.mustache.MustacheException when the model lacks a name
   */
  public static String html(String template, Object model, Locale locale) {
    return filled(
        template, ".html", model, locale, text -> Escapers.HTML.escape(withoutControls(text)));
  }

  /**
   * The same from {@code <name>.txt}, as plain text: for mails and other things nobody marks up.
   *
   * @throws IllegalArgumentException as {@link #html}
   */
  public static String text(String template, Object model, Locale locale) {
    return filled(template, ".txt", model, locale, Templates::withoutControls);
  }

  /** The words beside this template, for what is not laid out: a file's name, a mail's subject. */
  public static Map<String, String> words(String template, Locale locale) {
    String folder = folder(template);
    var words = new HashMap<String, String>();
    add(ROOT + "print/", locale, words);
    add(folder, locale, words);
    return words;
  }

  private static String filled(
      String template, String ending, Object model, Locale locale, Mustache.Escaper escaper) {
    String name = template.substring(template.lastIndexOf('/') + 1);
    String source = read(folder(template) + name + ending);
    Template compiled =
        Mustache.compiler()
            .withEscaper(escaper)
            .withFormatter(new Values(locale)::format)
            .nullValue("")
            .emptyStringIsFalse(true)
            .withLoader(partial -> partial(partial, ending))
            .compile(source);
    Map<String, Object> surroundings =
        Map.of(
            "text", words(template, locale),
            "language", locale.getLanguage(),
            "paper", paper(locale));
    var page = new StringWriter();
    compiled.execute(model, surroundings, page);
    return page.toString();
  }

  private static String folder(String template) {
    if (!NAME.matcher(template).matches()) {
      throw new IllegalArgumentException("No name of a template: " + template);
    }
    return ROOT + template.substring(0, template.lastIndexOf('/')) + "/print/";
  }

  private static Reader partial(String name, String ending) {
    if (!PARTIAL.matcher(name).matches()) {
      throw new IllegalArgumentException("No name of a partial: " + name);
    }
    return new StringReader(read(ROOT + "print/" + name + ending));
  }

  private static String read(String resource) {
    try (InputStream in = Templates.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no template " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(String folder, Locale locale, Map<String, String> words) {
    try {
      ResourceBundle bundle =
          ResourceBundle.getBundle(
              folder.replace('/', '.') + "Messages",
              locale,
              Templates.class.getClassLoader(),
              ENGLISH_WHEN_MISSING);
      bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
    } catch (MissingResourceException noWords) {
      // a template may be written in one language only, or consist of values
    }
  }

  /** The countries that do not use ISO 216. */
  private static String paper(Locale locale) {
    return switch (locale.getCountry()) {
      case "US", "CA", "MX" -> "Letter";
      default -> "A4";
    };
  }

  private static String withoutControls(String text) {
    return NOT_XML.matcher(text).replaceAll("\ufffd");
  }
}
