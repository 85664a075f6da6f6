package org.percuta.protocol.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.plan.ClinicPrice;
import org.percuta.protocol.validate.Nearest;

/**
 * Reads a clinic's price list: {@code prices: [{site, concern, amount, currency,
 * package-discount}]}.
 */
public final class PriceListReader {

  private static final Set<String> KEYS =
      Set.of("concern", "site", "amount", "currency", "package-discount");

  private final Knowledge knowledge;
  private final Findings findings;
  private final Fields fields;

  private PriceListReader(Knowledge knowledge, Findings findings) {
    this.knowledge = knowledge;
    this.findings = findings;
    this.fields = new Fields(findings);
  }

  public static List<ClinicPrice> read(
      String file, byte[] bytes, Knowledge knowledge, Findings findings) {
    PriceListReader reader = new PriceListReader(knowledge, findings);
    List<ClinicPrice> prices = new ArrayList<>();
    YamlReader.read(file, bytes, findings)
        .map(root -> reader.fields.map(root, "the price list", Set.of("prices")))
        .ifPresent(map ->
            reader
                .fields
                .list(map.get("prices"), "prices")
                .forEach(item -> reader.price(item).ifPresent(prices::add)));
    return prices;
  }

  private Optional<ClinicPrice> price(Node node) {
    Node.MapNode map = fields.map(node, "prices", KEYS);
    if (map == null) {
      return Optional.empty();
    }
    BigDecimal amount = decimal(map, "amount", fields.required(map, "amount", "prices"));
    BigDecimal discount = decimal(map, "package-discount", fields.text(map, "package-discount"));
    String currency = fields.required(map, "currency", "prices");
    String concern = concern(map);
    String site = fields.text(map, "site");
    if (site != null) {
      new GoalReader(knowledge, findings).site(site, map.place());
    }
    if (amount == null || currency == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ClinicPrice(concern, site, amount, currency, discount));
    } catch (IllegalArgumentException e) {
      findings.error("PX-0218", String.valueOf(e.getMessage()), "prices", map.place(), null);
      return Optional.empty();
    }
  }

  private @Nullable String concern(Node.MapNode map) {
    String text = fields.text(map, "concern");
    Concern concern = text == null ? null : knowledge.concerns().get(text);
    if (text != null && concern == null) {
      findings.error(
          "PX-0202",
          "'" + text + "' is not a concern Percuta knows.",
          "prices",
          map.place(),
          Nearest.hint(text, knowledge.concerns().keySet()));
    }
    return text;
  }

  private @Nullable BigDecimal decimal(Node.MapNode map, String key, @Nullable String text) {
    if (text == null) {
      return null;
    }
    if (text.matches("\\d{1,7}(\\.\\d{1,4})?")) {
      return new BigDecimal(text);
    }
    Node node = map.get(key);
    findings.error(
        "PX-0217",
        "'" + text + "' is not an amount.",
        key,
        node == null ? map.place() : node.place(),
        "Maybe write 250 or 0.10, with a point and no currency sign?");
    return null;
  }
}
