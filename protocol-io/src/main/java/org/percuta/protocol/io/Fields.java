package org.percuta.protocol.io;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.validate.Nearest;
import org.percuta.protocol.validate.Place;
import org.percuta.quantity.PartialDate;

/** Reads single fields of an input map; what does not fit is a finding and an absent value. */
final class Fields {

  private final Findings findings;

  Fields(Findings findings) {
    this.findings = findings;
  }

  Node.@Nullable MapNode map(Node node, String subject, Set<String> keys) {
    if (!(node instanceof Node.MapNode map)) {
      wrong(node, subject, "a map with " + String.join(", ", keys.stream().sorted().toList()));
      return null;
    }
    map.entries()
        .forEach((key, entry) -> {
          if (!keys.contains(key)) {
            unknownKey(subject, key, entry.keyPlace(), keys);
          }
        });
    return map;
  }

  void unknownKey(String subject, String key, Place place, Collection<String> known) {
    findings.error(
        "PX-0110", "Unknown key '" + key + "'.", subject, place, Nearest.hint(key, known));
  }

  void unknownFact(String fact, Collection<String> known, Node.MapNode map) {
    findings.error(
        "PX-0215",
        "'" + fact + "' is neither a fact nor a rule.",
        "clearances",
        map.place(),
        Nearest.find(fact, known).map(near -> "Maybe " + near + "?").orElse(null));
  }

  List<Node> list(@Nullable Node node, String subject) {
    return switch (node) {
      case null -> List.of();
      case Node.ListNode list -> list.items();
      case Node.ScalarNode scalar when scalar.isNull() -> List.of();
      default -> {
        wrong(node, subject, "a list");
        yield List.of();
      }
    };
  }

  @Nullable String text(Node.MapNode map, String key) {
    Node node = map.get(key);
    if (node instanceof Node.ScalarNode scalar) {
      return scalar.isNull() ? null : scalar.text();
    }
    if (node != null) {
      wrong(node, key, "a single value");
    }
    return null;
  }

  @Nullable String required(Node.MapNode map, String key, String subject) {
    String text = text(map, key);
    if (text == null || text.isBlank()) {
      findings.error("PX-0111", "'" + key + "' is missing.", subject, map.place(), null);
      return null;
    }
    return text;
  }

  @Nullable PartialDate date(Node.MapNode map, String key) {
    String text = text(map, key);
    if (text == null) {
      return null;
    }
    try {
      return PartialDate.parse(text);
    } catch (IllegalArgumentException e) {
      findings.error("PX-0216", String.valueOf(e.getMessage()), key, place(map, key), null);
      return null;
    }
  }

  @Nullable LocalDate day(Node.MapNode map, String key, String subject) {
    if (required(map, key, subject) == null) {
      return null;
    }
    PartialDate date = date(map, key);
    if (date != null && !date.isExact()) {
      findings.error(
          "PX-0216",
          "'" + date + "' is not a whole date.",
          subject + "." + key,
          place(map, key),
          "Maybe " + date.earliest() + "?");
      return null;
    }
    return date == null ? null : date.earliest();
  }

  @Nullable Integer wholeNumber(Node.MapNode map, String key, int low, int high) {
    String text = text(map, key);
    if (text == null) {
      return null;
    }
    if (text.matches("\\d{1,9}")) {
      int value = Integer.parseInt(text);
      if (value >= low && value <= high) {
        return value;
      }
    }
    findings.error(
        "PX-0217",
        "'" + text + "' is not a whole number from " + low + " to " + high + ".",
        key,
        place(map, key),
        null);
    return null;
  }

  /** Kilograms written with their unit, from 1 to 500. */
  @Nullable Double kilograms(Node.MapNode map, String key) {
    String text = text(map, key);
    if (text == null) {
      return null;
    }
    String number = text.strip().toLowerCase(Locale.ROOT);
    if (number.matches("\\d{1,3}(\\.\\d{1,3})? ?kg")) {
      double value = Double.parseDouble(number.replace("kg", "").strip());
      if (value >= 1 && value <= 500) {
        return value;
      }
    }
    String hint = number.matches("\\d{1,3}(\\.\\d{1,3})?") ? "Maybe " + number + " kg?" : null;
    findings.error(
        "PX-0217",
        "'" + text + "' is not a weight from 1 kg to 500 kg.",
        key,
        place(map, key),
        hint);
    return null;
  }

  <E extends Enum<E>> @Nullable E constant(Node.MapNode map, String key, Class<E> type) {
    Node node = map.get(key);
    return node == null ? null : constant(node, key, type);
  }

  <E extends Enum<E>> @Nullable E constant(Node node, String key, Class<E> type) {
    if (!(node instanceof Node.ScalarNode scalar)) {
      wrong(node, key, "a single value");
      return null;
    }
    String text = scalar.text().strip().toLowerCase(Locale.ROOT);
    E[] constants = type.getEnumConstants();
    Optional<E> found = Arrays.stream(constants).filter(c -> Names.key(c).equals(text)).findFirst();
    if (found.isEmpty()) {
      List<String> known = Arrays.stream(constants).map(Names::key).toList();
      findings.error(
          "PX-0113",
          scalar.kind() + " is none of " + String.join(", ", known) + ".",
          key,
          scalar.place(),
          Nearest.find(text, known).map(near -> "Maybe " + near + "?").orElse(null));
    }
    return found.orElse(null);
  }

  Answer answer(Node node, String subject) {
    if (node instanceof Node.ScalarNode scalar) {
      Optional<Answer> answer =
          scalar.isNull() ? Optional.of(Answer.UNKNOWN) : Words.answer(scalar.text());
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    findings.error(
        "PX-0211",
        node.kind() + " is not an answer.",
        subject,
        node.place(),
        "Maybe yes, no or unknown?");
    return Answer.UNKNOWN;
  }

  private static Place place(Node.MapNode map, String key) {
    Node node = map.get(key);
    return node == null ? map.place() : node.place();
  }

  private void wrong(Node node, String subject, String wanted) {
    findings.error(
        "PX-0114",
        "Here should stand " + wanted + ", not " + node.kind() + ".",
        subject,
        node.place(),
        null);
  }
}
