package org.percuta.clinic.quotes;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.io.Findings;
import org.percuta.protocol.io.PriceListReader;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.plan.ClinicPrice;

/**
 * The file that {@code percuta plan --prices} reads. It holds prices, no extras and no packages.
 */
final class PriceFile {

  private static final int MOST_NAMED = 5;

  private PriceFile() {}

  static String write(PriceList list) {
    StringBuilder yaml =
        new StringBuilder("# Prices of one session from ")
            .append(list.validFrom())
            .append(" on, version ")
            .append(list.version())
            .append("\nprices:\n");
    for (ClinicPrice price : list.prices()) {
      yaml.append("  - {");
      if (price.concern() != null) {
        yaml.append("concern: ").append(price.concern()).append(", ");
      }
      if (price.site() != null) {
        yaml.append("site: ").append(price.site()).append(", ");
      }
      yaml.append("amount: ")
          .append(price.amount().toPlainString())
          .append(", currency: ")
          .append(price.currency());
      BigDecimal discount = price.packageDiscount();
      if (discount != null) {
        yaml.append(", package-discount: ").append(discount.stripTrailingZeros().toPlainString());
      }
      yaml.append("}\n");
    }
    return yaml.toString();
  }

  /** The prices of a file, all in one currency; empty with faults when it cannot be read. */
  static List<ClinicPrice> read(Form form, String field, Knowledge knowledge) {
    String text = form.value(field);
    if (text.isBlank()) {
      form.reject(field, "Paste the file here.");
      return List.of();
    }
    Findings findings = new Findings();
    List<ClinicPrice> prices =
        PriceListReader.read(
            "the file", text.getBytes(StandardCharsets.UTF_8), knowledge, findings);
    if (findings.hasErrors()) {
      form.reject(
          field,
          findings.list().stream()
              .limit(MOST_NAMED)
              .map(finding -> finding.message())
              .distinct()
              .collect(java.util.stream.Collectors.joining(" ")));
      return List.of();
    }
    if (prices.stream().map(ClinicPrice::currency).distinct().count() > 1) {
      form.reject(field, "The file holds more than one currency; a price list has one.");
    } else if (prices.isEmpty()) {
      form.reject(field, "The file holds no price.");
    } else if (prices.size() > PriceForm.MOST_PRICES) {
      form.reject(
          field,
          "The file holds "
              + prices.size()
              + " prices; a list can have "
              + PriceForm.MOST_PRICES
              + ".");
    }
    return form.isValid() ? prices : List.of();
  }
}
