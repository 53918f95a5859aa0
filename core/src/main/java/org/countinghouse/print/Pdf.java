package org.countinghouse.print;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Level;
import org.springframework.stereotype.Component;

/**
 * Prints a template as PDF/A-2b (ISO 19005-2): the fonts are inside, so that it looks the same in
 * ten years, on every machine. A template can load nothing: no picture, no style sheet, no font
 * other than ours ("Sans", regular and bold: Latin, Greek, Cyrillic and currency signs).
 */
@Component
public class Pdf {

  private static final String FAMILY = "Sans";
  private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  static {
    // it reports every style sheet it parses; what goes wrong it throws or warns of
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  /**
   * The PDF of this template.
   *
   * @param template module and name, as {@link Templates#html} knows it
   * @param model a record or map with everything the template names
   * @param locale language of words, numbers and dates; its country decides the paper
   * @throws IllegalArgumentException when there is no such template
   * @throws com.samskivert.mustache.MustacheException when the model lacks a name
   */
  public byte[] render(String template, Object model, Locale locale) {
    return print(Templates.html(template, model, locale));
  }

  private static byte[] print(String page) {
    var pdf = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.useUriResolver((base, address) -> null);
    builder.useExternalResourceAccessControl(
        (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.useFont(font("Regular"), FAMILY, 400, FontStyle.NORMAL, true);
    builder.useFont(font("Bold"), FAMILY, 700, FontStyle.NORMAL, true);
    builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_B);
    builder.useColorProfile(SRGB);
    builder.withProducer("Countinghouse");
    builder.withHtmlContent(page, null);
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  private static FSSupplier<InputStream> font(String weight) {
    String resource = "fonts/LiberationSans-" + weight + ".ttf";
    return () -> Objects.requireNonNull(Pdf.class.getResourceAsStream(resource), resource);
  }
}
