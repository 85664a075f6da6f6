package org.percuta.fhir.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.quantity.PartialDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the compound types of FHIR: CodeableConcept, Period, Quantity, Reference. */
final class TypeReader {

  private final Cursor at;
  private final JsonParser parser;

  TypeReader(Cursor at) {
    this.at = at;
    this.parser = at.parser;
  }

  /** Takes each coding of a concept, and its text with neither system nor code. */
  interface Coding {
    void take(@Nullable String system, @Nullable String code, @Nullable String text);
  }

  record Period(@Nullable PartialDate start, @Nullable PartialDate end) {
    static final Period NONE = new Period(null, null);
  }

  record Quantity(double value, @Nullable String unit) {
    static final Quantity NONE = new Quantity(Double.NaN, null);
  }

  /** At a list or a single value: does it for each. A single value where a list is due is taken. */
  void each(Runnable element) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      element.run();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      element.run();
    }
  }

  /** At an object: does it at the value of one of its properties. */
  void inside(String property, Runnable value) {
    if (!at.isObject()) {
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean wanted = parser.currentName().equals(property);
      if (parser.nextToken() != JsonToken.VALUE_NULL && wanted) {
        value.run();
      } else {
        parser.skipChildren();
      }
    }
  }

  /** A concept, unless it is of another type, as {@code code} is in some resources. */
  void lenientConcept(Coding coding) {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      concept(false, coding);
    } else {
      parser.skipChildren();
    }
  }

  void concept(boolean wantText, Coding coding) {
    if (!at.isObject()) {
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("coding")) {
        if (at.isArray()) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            coding(wantText, coding);
          }
        }
      } else if (wantText && name.equals("text")) {
        coding.take(null, null, at.text());
      } else {
        parser.skipChildren();
      }
    }
  }

  void coding(boolean wantText, Coding coding) {
    if (!at.isObject()) {
      return;
    }
    String system = null;
    String code = null;
    String display = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "system" -> system = at.text();
        case "code" -> {
          if (code != null) {
            at.complain(
                "PX-0410",
                "'code' stands twice in one object; the last one is used.",
                "Maybe two exports were joined by hand?");
          }
          code = at.text();
        }
        case "display" -> {
          if (wantText) {
            display = at.text();
          } else {
            parser.skipChildren();
          }
        }
        default -> parser.skipChildren();
      }
    }
    coding.take(system, code, display);
  }

  Period period() {
    if (!at.isObject()) {
      return Period.NONE;
    }
    PartialDate start = null;
    PartialDate end = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "start" -> start = at.date();
        case "end" -> end = at.date();
        default -> parser.skipChildren();
      }
    }
    return new Period(start, end);
  }

  Quantity quantity() {
    if (!at.isObject()) {
      return Quantity.NONE;
    }
    double value = Double.NaN;
    String unit = null;
    String code = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "value" -> value = at.number();
        case "unit" -> unit = at.text();
        case "code" -> code = at.text();
        default -> parser.skipChildren();
      }
    }
    return new Quantity(value, code == null ? unit : code);
  }

  Draft.@Nullable Age age() {
    Quantity quantity = quantity();
    return Double.isNaN(quantity.value())
        ? null
        : new Draft.Age(quantity.value(), quantity.unit() == null ? "a" : quantity.unit());
  }

  /** A duration in whole days, rounded up; 0 for none and for units that are not known. */
  int days() {
    Quantity quantity = quantity();
    double perUnit =
        switch (quantity.unit() == null ? "" : quantity.unit()) {
          case "d", "day", "days" -> 1;
          case "wk", "week", "weeks" -> 7;
          case "mo", "month", "months" -> 31;
          case "a", "year", "years" -> 366;
          default -> 0;
        };
    double days = Math.ceil(quantity.value() * perUnit);
    return days > 0 && days <= 3660 ? (int) days : 0;
  }

  /** One name of a person: the official one is taken before the usual, and that before old ones. */
  void name(Draft draft) {
    if (!at.isObject()) {
      return;
    }
    String use = null;
    String family = null;
    List<String> given = new ArrayList<>(2);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String property = parser.currentName();
      parser.nextToken();
      switch (property) {
        case "use" -> use = at.text();
        case "family" -> family = at.text();
        case "given" -> each(() -> add(given, at.text()));
        default -> parser.skipChildren();
      }
    }
    int rank =
        switch (use == null ? "usual" : use) {
          case "official" -> OFFICIAL;
          case "usual" -> USUAL;
          default -> OTHER;
        };
    if (rank > draft.nameRank && (family != null || !given.isEmpty())) {
      draft.nameRank = rank;
      draft.humanName = new FhirReading.Name(String.join(" ", given), family == null ? "" : family);
    }
  }

  private static void add(List<String> texts, @Nullable String text) {
    if (text != null) {
      texts.add(text);
    }
  }

  private static final int OFFICIAL = 3;
  private static final int USUAL = 2;
  private static final int OTHER = 1;

  @Nullable String reference() {
    String[] reference = new String[1];
    inside("reference", () -> reference[0] = at.text());
    return reference[0];
  }

  /** The site that a coding or a text names. */
  @Nullable String site(
      CodeIndex codes, @Nullable String system, @Nullable String code, @Nullable String text) {
    String site = system == null || code == null ? null : codes.siteOf(system, code);
    return site != null || text == null ? site : codes.siteOfText(text);
  }
}
