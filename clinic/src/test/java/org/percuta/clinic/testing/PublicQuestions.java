package org.percuta.clinic.testing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody without an account who answers the public questions about acne scars on the cheeks. */
public final class PublicQuestions {

  private PublicQuestions() {}

  /**
   * Says no to everything but one fact.
   *
   * @param fact what is so
   * @param last when it was so for the last time
   * @param more other details of it, by field
   * @return a visitor all of whose questions are answered
   */
  public static Visitor answered(
      String address, String fact, LocalDate last, Map<String, String> more) {
    Map<String, String> details = new LinkedHashMap<>(more);
    details.put("answer", "yes");
    details.put("last-day", String.valueOf(last.getDayOfMonth()));
    details.put("last-month", String.valueOf(last.getMonthValue()));
    details.put("last-year", String.valueOf(last.getYear()));
    Visitor visitor = new Visitor(address);
    visitor.post("/assess", Map.of("concern", "acne-scars"));
    visitor.post("/assess/site", Map.of("site", "cheeks"));
    String next = next(visitor);
    while (!next.equals("/assess/check")) {
      visitor.post(
          next,
          switch (next.substring(next.lastIndexOf('/') + 1)) {
            case "birthDate" -> Map.of("born-day", "2", "born-month", "4", "born-year", "1990");
            case "phototype" -> Map.of("answer", "3");
            case "weight" -> Map.of("answer", "62");
            case String key when key.equals(fact) -> details;
            default -> Map.of(fact, "yes", "rest", "no");
          });
      String then = next(visitor);
      if (then.equals(next)) {
        throw new IllegalStateException("The answer at " + next + " was not taken");
      }
      next = then;
    }
    return visitor;
  }

  private static String next(Visitor visitor) {
    return visitor.get("/assess/next").location().orElseThrow();
  }
}
