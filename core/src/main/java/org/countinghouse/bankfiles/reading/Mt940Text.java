package org.countinghouse.bankfiles.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.bankfiles.AccountsInText;
import org.countinghouse.bankfiles.BankParty;
import org.countinghouse.bankfiles.CreditorReference;
import org.countinghouse.bankfiles.StatusReason;
import org.jspecify.annotations.Nullable;

/**
 * Field 86, which every country structures in its own way: German {@code 166?00GUTSCHRIFT?20EREF+…}
 * (also with {@code >} for {@code ?}), Dutch and international {@code /EREF/…/REMI/…}, or plain
 * text. Plain text is searched for an IBAN.
 *
 * @param kind what the bank calls the entry
 * @param tags EREF, KREF, MREF, SVWZ and the like
 * @param party the other side
 */
record Mt940Text(
    @Nullable String kind,
    Map<String, String> tags,
    BankParty party,
    @Nullable String plain,
    @Nullable StatusReason returned) {

  private static final Pattern SUBFIELDS =
      Pattern.compile("[0-9]{3}([?>])[0-9]{2}.*", Pattern.DOTALL);
  private static final Pattern SLASHED =
      Pattern.compile(
          "/(TRTP|TRCD|EREF|MARF|CSID|REMI|IBAN|BIC|NAME|CNTP|ORDP|BENM|PREF|PURP"
              + "|RTRN|ULTC|ULTD|ISDT|SWOD|ID|ADDR|UDTR|UCRD|OCMT|EXCH|CHGS|CRED|RREF|SVCL|ETC)/");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern TAG =
      Pattern.compile("(EREF|KREF|MREF|PREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP)\\+");

  static Mt940Text of(String value) {
    Matcher german = SUBFIELDS.matcher(value);
    if (german.matches()) {
      return subfields(value.replace("\n", ""), german.group(1));
    }
    String joined = value.replace("\n", "");
    if (joined.stripLeading().startsWith("/") && SLASHED.matcher(joined).find()) {
      return slashed(joined);
    }
    String text = Values.present(BLANKS.matcher(value).replaceAll(" "));
    String iban = text == null ? null : AccountsInText.firstIban(text).orElse(null);
    BankParty party = iban == null ? BankParty.UNKNOWN : new BankParty(null, iban, null);
    return new Mt940Text(null, Map.of(), party, text, null);
  }

  /** German: ?00 kind, ?20-29 and ?60-63 text, ?30 bank, ?31 account, ?32-33 name, ?34 reason. */
  private static Mt940Text subfields(String value, String separator) {
    String kind = null;
    StringBuilder text = new StringBuilder();
    StringBuilder name = new StringBuilder();
    String bank = null;
    String account = null;
    String reason = null;
    for (String part : value.substring(3).split(Pattern.quote(separator) + "(?=[0-9]{2})")) {
      if (part.length() < 2) {
        continue;
      }
      String content = part.substring(2);
      int number = Integer.parseInt(part.substring(0, 2));
      switch (number) {
        case 0 -> kind = Values.present(content);
        case 30 -> bank = Values.present(content);
        case 31, 38 -> account = account == null ? Values.account(content) : account;
        case 32, 33 -> name.append(content);
        case 34 -> reason = Values.present(content);
        default -> {
          if ((number >= 20 && number <= 29) || (number >= 60 && number <= 63)) {
            text.append(content);
          }
        }
      }
    }
    Map<String, String> tags = tagsOf(text.toString());
    String iban = tags.getOrDefault("IBAN", account);
    var party = new BankParty(Values.present(name.toString()), Values.account(iban), bank);
    return new Mt940Text(
        kind,
        tags,
        party,
        Values.present(text.toString()),
        returned(kind, reason, tags.get("SVWZ")));
  }

  /** ?34 is the reason of a return; other entries carry a key there that says nothing. */
  private static @Nullable StatusReason returned(
      @Nullable String kind, @Nullable String reason, @Nullable String text) {
    boolean isReturn =
        kind != null
            && kind.toUpperCase(Locale.ROOT).matches(".*(RETOUR|RUECK|RÜCK|RETURN|STORNO).*");
    if (!isReturn) {
      return null;
    }
    return new StatusReason(reason == null ? "" : reason, text);
  }

  private static Map<String, String> tagsOf(String text) {
    Map<String, String> tags = new LinkedHashMap<>();
    Matcher matcher = TAG.matcher(text);
    String open = null;
    int from = 0;
    while (matcher.find()) {
      keep(tags, open, text.substring(from, matcher.start()));
      open = matcher.group(1);
      from = matcher.end();
    }
    keep(tags, open, text.substring(from));
    return tags;
  }

  private static Mt940Text slashed(String text) {
    Map<String, String> tags = new LinkedHashMap<>();
    Matcher matcher = SLASHED.matcher(text);
    String open = null;
    int from = 0;
    int search = 0;
    while (matcher.find(search)) {
      keep(tags, open, slashed(text, from, matcher.start()));
      open = matcher.group(1);
      from = matcher.end();
      // the slash that ends one tag may begin the next
      search = matcher.end() - 1;
    }
    keep(tags, open, slashed(text, from, text.length()));
    if (tags.containsKey("MARF")) {
      tags.put("MREF", tags.get("MARF"));
    }
    String remittance = tags.get("REMI");
    if (remittance != null) {
      tags.put("SVWZ", remittance.replaceFirst("^(USTD|STRD)/(CUR/|/)?", "").replaceAll("/+$", ""));
    }
    String reason = tags.get("RTRN");
    return new Mt940Text(
        tags.get("TRTP"),
        tags,
        slashedParty(tags),
        text,
        reason == null ? null : new StatusReason(reason.replaceAll("/.*", ""), null));
  }

  /** A value without the slashes that end it; several mean that parts of it are empty. */
  private static String slashed(String text, int from, int to) {
    return to <= from ? "" : text.substring(from, to).replaceFirst("/+\\s*$", "");
  }

  /** ING writes account, BIC and name as one: {@code /CNTP/NL…/INGBNL2A/Name///}. */
  private static BankParty slashedParty(Map<String, String> tags) {
    String joint = tags.get("CNTP");
    if (joint != null) {
      String[] parts = joint.split("/", -1);
      return new BankParty(
          parts.length > 2 ? Values.present(parts[2]) : null,
          Values.account(parts[0]),
          parts.length > 1 ? Values.present(parts[1]) : null);
    }
    String name = tags.getOrDefault("NAME", tags.getOrDefault("ORDP", tags.get("BENM")));
    return new BankParty(
        name == null ? null : Values.present(name.replaceFirst("^/?NAME/", "")),
        Values.account(tags.get("IBAN")),
        tags.get("BIC"));
  }

  private static void keep(Map<String, String> tags, @Nullable String tag, String text) {
    String value = Values.present(text);
    if (tag != null && value != null) {
      tags.putIfAbsent(tag, value);
    }
  }

  /** A reference with a tag of its own; null when there is none. */
  @Nullable String tagged(String tag) {
    return Values.reference(tags.get(tag));
  }

  /** The text meant for people: what was tagged as such, else all of it. */
  @Nullable String remittance() {
    String tagged = tags.get("SVWZ");
    return tagged == null ? plain : tagged;
  }

  /** ISO 11649 references in the text. */
  List<String> creditorReferences() {
    List<String> found = new ArrayList<>();
    String text = remittance();
    if (text != null && text.contains("RF")) {
      for (String word : text.split("[^A-Z0-9]+")) {
        if (word.startsWith("RF") && CreditorReference.isValid(word)) {
          found.add(word);
        }
      }
    }
    return found;
  }
}
