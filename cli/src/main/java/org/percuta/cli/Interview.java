package org.percuta.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.evaluate.Missing;
import org.percuta.protocol.io.Words;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactDefinition.Detail;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.FactStatement.Origin;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.quantity.PartialDate;

/** One conversation at the terminal. */
final class Interview {

  private final Knowledge knowledge;
  private final BufferedReader in;
  private final PrintWriter out;
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Map<String, String>> kept = new LinkedHashMap<>();

  Interview(Knowledge knowledge, BufferedReader in, PrintWriter out) {
    this.knowledge = knowledge;
    this.in = in;
    this.out = out;
  }

  boolean wasAsked(Missing missing) {
    return asked.contains(key(missing.fact(), missing.detail()));
  }

  private static String key(String fact, @Nullable Detail detail) {
    return detail == null ? fact : fact + "." + detail;
  }

  /** The record with the answer; empty when the input has ended. */
  Optional<PatientRecord> ask(Missing missing, PatientRecord record, Goal goal) {
    asked.add(key(missing.fact(), missing.detail()));
    FactDefinition fact = knowledge.facts().get(missing.fact());
    if (fact == null) {
      return measure(missing, record);
    }
    out.println();
    Detail detail = missing.detail();
    if (detail != null) {
      out.println(missing.question());
      return Optional.of(record.plus(details(fact, Answer.YES, List.of(detail), goal)));
    }
    out.println(fact.question());
    out.println("  (why we ask: " + fact.why() + ")");
    Answer answer = read("yes / no / I don't know", Words::answer);
    if (answer == null) {
      return Optional.empty();
    }
    return Optional.of(
        record.plus(
            details(fact, answer, answer == Answer.YES ? fact.details() : List.of(), goal)));
  }

  /** The statement with what is said to these details of it. */
  private FactStatement details(
      FactDefinition fact, Answer answer, List<Detail> details, Goal goal) {
    keep(fact.id(), "answer", answer.name().toLowerCase(Locale.ROOT));
    PartialDate since = null;
    PartialDate until = null;
    PartialDate last = null;
    Condition.Supply supply = null;
    String site = null;
    for (Detail detail : details) {
      asked.add(key(fact.id(), detail));
      switch (detail) {
        case SINCE -> since = date(fact, "since", "Since when?");
        case UNTIL -> until = date(fact, "until", "Until when, if it has ended?");
        case LAST -> last = date(fact, "last", "When was the last time?");
        case SITE -> site = site(fact, goal);
        case PRESCRIBED -> {
          Answer prescribed =
              read("Did a doctor prescribe it? yes / no / I don't know", Words::answer);
          if (prescribed != null && prescribed != Answer.UNKNOWN) {
            boolean yes = prescribed == Answer.YES;
            supply = yes ? Condition.Supply.PRESCRIBED : Condition.Supply.BOUGHT;
            keep(fact.id(), "prescribed", yes ? "yes" : "no");
          }
        }
      }
    }
    return new FactStatement(
        fact.id(), answer, site, since, until, last, supply, Origin.ANSWERED, "asked");
  }

  private @Nullable PartialDate date(FactDefinition fact, String key, String question) {
    Optional<PartialDate> date =
        read(question + " (2026-11-21, 2026-11 or 2026; empty if not known)", this::orNothing);
    if (date == null || date.isEmpty()) {
      return null;
    }
    keep(fact.id(), key, date.get().toString());
    return date.get();
  }

  private @Nullable String site(FactDefinition fact, Goal goal) {
    String known = String.join(", ", knowledge.sites().keySet());
    Optional<String> site =
        read(
            "Where? (such as " + goal.site() + "; empty if not known)",
            text ->
                text.isBlank()
                    ? Optional.of(Optional.empty())
                    : knowledge.sites().containsKey(text.strip())
                        ? Optional.of(Optional.of(text.strip()))
                        : complain("Known sites: " + known));
    if (site == null || site.isEmpty()) {
      return null;
    }
    keep(fact.id(), "site", site.get());
    return site.get();
  }

  private Optional<PatientRecord> measure(Missing missing, PatientRecord record) {
    out.println();
    out.println(missing.question());
    Patient had = record.patient();
    Patient patient =
        switch (missing.fact()) {
          case "birthDate" -> {
            Optional<PartialDate> born = read("(1990-04-02; empty if not known)", this::orNothing);
            yield born == null
                ? null
                : new Patient(
                    had.id(), born.orElse(null), had.sex(), had.phototype(), had.weight_kg());
          }
          case "phototype" -> {
            Integer type = read("(1 to 6; 0 if not known)", text -> number(text, 0, 6));
            yield type == null
                ? null
                : new Patient(
                    had.id(), had.birthDate(), had.sex(), type == 0 ? null : type, had.weight_kg());
          }
          default -> {
            Integer weight = read("(in kg; 0 if not known)", text -> number(text, 0, 500));
            yield weight == null
                ? null
                : new Patient(
                    had.id(),
                    had.birthDate(),
                    had.sex(),
                    had.phototype(),
                    weight == 0 ? null : Double.valueOf(weight));
          }
        };
    return Optional.ofNullable(patient)
        .map(
            p -> new PatientRecord(p, record.statements(), record.clearances(), record.complete()));
  }

  private Optional<PartialDate> parse(String text) {
    try {
      return Optional.of(PartialDate.parse(text.strip()));
    } catch (IllegalArgumentException e) {
      out.println("  " + e.getMessage());
      return Optional.empty();
    }
  }

  /** A date, or nothing where nothing was typed; empty when what was typed is not a date. */
  private Optional<Optional<PartialDate>> orNothing(String text) {
    return text.isBlank() ? Optional.of(Optional.empty()) : parse(text).map(Optional::of);
  }

  private static Optional<Integer> number(String text, int low, int high) {
    String digits = text.strip();
    if (!digits.matches("\\d{1,3}")) {
      return Optional.empty();
    }
    int value = Integer.parseInt(digits);
    return value < low || value > high ? Optional.empty() : Optional.of(value);
  }

  private <T> Optional<T> complain(String message) {
    out.println("  " + message);
    return Optional.empty();
  }

  /** Asks until the answer can be read; null when the input has ended. */
  private <T> @Nullable T read(String prompt, Function<String, Optional<T>> reader) {
    try {
      while (true) {
        out.print("  " + prompt + " > ");
        out.flush();
        String line = in.readLine();
        if (line == null) {
          out.println();
          return null;
        }
        Optional<T> value = reader.apply(line);
        if (value.isPresent()) {
          return value.get();
        }
        out.println("  That was not understood; please try again.");
      }
    } catch (IOException e) {
      return null;
    }
  }

  private void keep(String fact, String key, String value) {
    kept.computeIfAbsent(fact, f -> new LinkedHashMap<>()).put(key, value);
  }

  /** The answers as an intake file. */
  String asIntake() {
    StringBuilder text = new StringBuilder("facts:\n");
    kept.forEach((fact, parts) -> {
      text.append("  ").append(fact).append(": {");
      text.append(
          String.join(
              ", ", parts.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList()));
      text.append("}\n");
    });
    return kept.isEmpty() ? "facts: {}\n" : text.toString();
  }
}
