package org.countinghouse.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.countinghouse.money.Money;
import org.junit.jupiter.api.Test;

class PdfTests {

  private static final Letterhead US =
      new Letterhead(
          "Harbour & Söhne GmbH",
          List.of("Am Sandtorkai 1", "20457 Hamburg"),
          List.of("VAT DE136695976"));

  record Line(int position, Money amount) {}

  record Sample(Letter letter, String who, List<Line> lines) {}

  @Test
  void writesMoneyAndDatesAsTheReaderDoes() throws IOException {
    assertThat(text(render(sample("Zoë", 1), Locale.GERMANY)))
        .contains("Guten Tag Zoë", "1.234,50\u00a0EUR", "12. März 2026", "Harbour & Söhne GmbH");
    assertThat(text(render(sample("Zoë", 1), Locale.UK)))
        .contains("Dear Zoë", "1,234.50\u00a0EUR", "12 March 2026", "Page 1 / 1");
  }

  @Test
  void aLanguageWithoutWordsIsWrittenInEnglish() throws IOException {
    assertThat(text(render(sample("Zoë", 1), Locale.ITALY))).contains("Dear Zoë");
  }

  @Test
  void whatAModelSaysIsTextAndNeverMarkup() throws IOException {
    String who = "<b>O'Neill</b> & \"Co\" € \u0001 ]]> &nbsp;";
    assertThat(text(render(sample(who, 1), Locale.UK)))
        .contains("<b>O'Neill</b> & \"Co\" €", "]]> &nbsp;");
  }

  @Test
  void everyPageHasItsHeadAndItsNumber() throws IOException {
    try (PDDocument document = Loader.loadPDF(render(sample("you", 120), Locale.UK))) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
      String all = new PDFTextStripper().getText(document);
      assertThat(all.split("Harbour & Söhne GmbH ·", -1)).hasSize(document.getNumberOfPages() + 1);
      assertThat(all).contains("Page 2 / " + document.getNumberOfPages());
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Order PO-1");
    }
  }

  @Test
  void itsFontsAreInsideAndItSaysThatItIsForTheArchive() throws IOException {
    byte[] pdf = render(sample("you", 1), Locale.UK);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
      }
      assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
      assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray()))
          .contains("pdfaid");
    }
    if (System.getProperty("print.to") != null) {
      Files.write(Path.of(System.getProperty("print.to")), pdf);
    }
  }

  @Test
  void aForgottenNameIsAMistakeAndNotAHole() {
    assertThatThrownBy(
            () -> render(Map.of("letter", sample("x", 1).letter(), "lines", List.of()), Locale.UK))
        .isInstanceOf(MustacheException.class)
        .hasMessageContaining("who");
  }

  @Test
  void namesOfTemplatesAreNotPaths() {
    for (String name : List.of("../secrets", "print/../x", "/etc/passwd", "print", "PRINT/x")) {
      assertThatThrownBy(() -> Templates.html(name, Map.of(), Locale.UK))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void paperIsWhatTheCountryUses() throws IOException {
    try (PDDocument letter = Loader.loadPDF(render(sample("you", 1), Locale.US));
        PDDocument a4 = Loader.loadPDF(render(sample("you", 1), Locale.UK))) {
      assertThat(Math.round(letter.getPage(0).getMediaBox().getWidth())).isEqualTo(612);
      assertThat(Math.round(a4.getPage(0).getMediaBox().getWidth())).isEqualTo(595);
    }
  }

  private static byte[] render(Object model, Locale locale) {
    return new Pdf().render("print/sample", model, locale);
  }

  private static Sample sample(String who, int lines) {
    var letter =
        new Letter(
            US,
            List.of("Palokka Paper Oy", "Tehtaankatu 5", "40270 Jyväskylä"),
            "Order PO-1",
            LocalDate.of(2026, 3, 12),
            List.of(new Letter.Labelled("Buyer", "Ann")));
    return new Sample(
        letter,
        who,
        IntStream.rangeClosed(1, lines)
            .mapToObj(i -> new Line(i, Money.of("1234.50", "EUR")))
            .toList());
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
