package org.percuta.clinic.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.RedFlag;
import org.percuta.protocol.model.Symptom;
import org.percuta.protocol.model.TriageLevel;

/**
 * What to do about signs after a session, in the three grades of the NHS care cards: expected and
 * watch, call the clinic, urgent.
 *
 * @param tone {@code expected}, {@code watch}, {@code call} or {@code urgent}
 * @param entries signs and why they matter
 */
public record CareCard(String tone, String title, List<Entry> entries) {

  /** Signs that belong together. */
  public record Entry(String signs, String because, Trace trace) {}

  /** The cards of the red flags, the most urgent first. */
  public static List<CareCard> of(Knowledge knowledge, List<RedFlag> flags) {
    Traces traces = Traces.of(knowledge);
    List<CareCard> cards = new ArrayList<>();
    for (TriageLevel level :
        List.of(TriageLevel.URGENT, TriageLevel.CALL, TriageLevel.WATCH, TriageLevel.EXPECTED)) {
      List<RedFlag> own =
          flags.stream()
              .filter(flag -> flag.level() == level)
              .sorted(Comparator.comparingInt(RedFlag::fromDay))
              .toList();
      if (!own.isEmpty()) {
        cards.add(
            new CareCard(
                tone(level),
                title(level),
                own.stream().map(flag -> entry(flag, knowledge, traces)).toList()));
      }
    }
    return cards;
  }

  private static Entry entry(RedFlag flag, Knowledge knowledge, Traces traces) {
    List<String> signs =
        flag.symptoms().stream()
            .map(knowledge.symptoms()::get)
            .filter(java.util.Objects::nonNull)
            .map(Symptom::label)
            .toList();
    String strength =
        switch (flag.atLeast()) {
          case NONE, MILD -> "";
          case MODERATE -> ", at least moderate";
          case SEVERE -> ", severe";
        };
    return new Entry(
        sentence(signs) + strength + days(flag),
        flag.because() + " " + String.join(" ", flag.act()),
        traces.of(flag));
  }

  /** The labels as one sentence: the first as it is, the others in lower case. */
  private static String sentence(List<String> labels) {
    StringBuilder text = new StringBuilder();
    for (String label : labels) {
      text.append(text.isEmpty() ? label : " or " + label.toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }

  private static String days(RedFlag flag) {
    Integer to = flag.toDay();
    if (to == null) {
      return flag.fromDay() == 0 ? "" : ", from day " + flag.fromDay();
    }
    return to == flag.fromDay() ? ", on day " + to : ", day " + flag.fromDay() + " to " + to;
  }

  public static String tone(TriageLevel level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  public static String title(TriageLevel level) {
    return switch (level) {
      case URGENT -> "Get emergency help now";
      case CALL -> "Call the clinic today";
      case WATCH -> "Watch it, and check again tomorrow";
      case EXPECTED -> "This is expected";
    };
  }
}
