package org.percuta.clinic.verdicts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.screening.StoredFacts;
import org.percuta.clinic.screening.StoredVerdict;
import org.percuta.clinic.screening.VerdictCard;
import org.percuta.quantity.PartialDate;

/** What is different between two verdicts on one goal, in words, the most telling first. */
final class VerdictChanges {

  /** One verdict with what it rested on. */
  record Side(
      StoredVerdict verdict, StoredFacts facts, String knowledgeDigest, int settingsVersion) {}

  private final Side before;
  private final Side after;
  private final UnaryOperator<String> labels;
  private final List<String> changes = new ArrayList<>();

  private VerdictChanges(Side before, Side after, UnaryOperator<String> labels) {
    this.before = before;
    this.after = after;
    this.labels = labels;
  }

  /**
   * @param labels a fact's key in words
   */
  static List<String> between(Side before, Side after, UnaryOperator<String> labels) {
    VerdictChanges changes = new VerdictChanges(before, after, labels);
    changes.verdict();
    changes.reasons();
    changes.questions();
    changes.clearances();
    changes.facts();
    changes.person();
    changes.content();
    return List.copyOf(changes.changes);
  }

  /** What differs in the answers alone, whatever they rest on. */
  static List<String> between(StoredVerdict before, StoredVerdict after) {
    StoredFacts none =
        new StoredFacts(
            new StoredFacts.Person(null, null, null, null, null),
            new java.util.TreeMap<>(),
            List.of(),
            List.of());
    List<String> words =
        between(new Side(before, none, "", 0), new Side(after, none, "", 0), key -> key);
    return words.isEmpty() && !before.equals(after)
        ? List.of("The words of a reason or question were changed.")
        : words;
  }

  private void verdict() {
    StoredVerdict was = before.verdict();
    StoredVerdict is = after.verdict();
    if (was.outcome() != is.outcome()) {
      say(
          "It was “%s”, it is “%s”.",
          VerdictCard.word(was.outcome()), VerdictCard.word(is.outcome()));
    }
    if (!was.on().equals(is.on())) {
      say("It was asked for treatment on %s, now for %s.", Dates.day(was.on()), Dates.day(is.on()));
    }
    // A verdict that permits its own day says no more by its first date than by the day.
    boolean bothOnTheirDay = was.on().equals(was.from()) && is.on().equals(is.from());
    if (!Objects.equals(was.from(), is.from()) && !bothOnTheirDay) {
      say("First permitted date: %s before, %s now.", date(was.from()), date(is.from()));
    }
  }

  private void reasons() {
    Map<String, StoredVerdict.Why> was = by(before.verdict().reasons(), StoredVerdict.Why::rule);
    Map<String, StoredVerdict.Why> is = by(after.verdict().reasons(), StoredVerdict.Why::rule);
    is.forEach((rule, reason) -> {
      StoredVerdict.Why old = was.get(rule);
      if (old == null) {
        say("New reason: %s.", reason.title());
      } else if (!Objects.equals(old.until(), reason.until())) {
        say(
            "“%s” ends on another date: %s before, %s now.",
            reason.title(), date(old.until()), date(reason.until()));
      } else if (old.precaution() != reason.precaution()) {
        say(
            reason.precaution()
                ? "“%s” now holds only to be safe, because something is not known."
                : "“%s” held only to be safe; now it is known to hold.",
            reason.title());
      }
    });
    was.forEach((rule, reason) -> {
      if (!is.containsKey(rule)) {
        say("Reason gone: %s.", reason.title());
      }
    });
  }

  private void questions() {
    Set<String> was = questions(before);
    Set<String> is = questions(after);
    is.stream().filter(one -> !was.contains(one)).forEach(one -> say("New question: %s", one));
    long settled = was.stream().filter(one -> !is.contains(one)).count();
    if (settled > 0) {
      say(
          settled == 1
              ? "One question is no longer open: %s"
              : settled + " questions are no longer open, among them: %s",
          was.stream().filter(one -> !is.contains(one)).findFirst().orElseThrow());
    }
  }

  private static Set<String> questions(Side side) {
    return side.verdict().missing().stream()
        .map(StoredVerdict.Open::question)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void clearances() {
    Map<String, StoredVerdict.Lifted> was =
        by(before.verdict().cleared(), StoredVerdict.Lifted::rule);
    Map<String, StoredVerdict.Lifted> is =
        by(after.verdict().cleared(), StoredVerdict.Lifted::rule);
    is.forEach((rule, one) -> {
      if (!was.containsKey(rule)) {
        say(
            "“%s” is lifted by a clearance of %s until %s.",
            one.title(), one.by(), Dates.day(one.expires()));
      }
    });
    was.forEach((rule, one) -> {
      if (!is.containsKey(rule)) {
        say("“%s” is no longer lifted by the clearance of %s.", one.title(), one.by());
      }
    });
  }

  private void facts() {
    Set<String> keys = new TreeSet<>(before.facts().facts().keySet());
    keys.addAll(after.facts().facts().keySet());
    for (String key : keys) {
      String was = said(before.facts().facts().get(key));
      String is = said(after.facts().facts().get(key));
      if (!was.equals(is)) {
        say("%s: %s before, %s now.", labels.apply(key), was, is);
      }
    }
  }

  private static String said(@Nullable List<StoredFacts.Said> said) {
    return said == null
        ? "nothing said"
        : said.stream().map(VerdictChanges::words).distinct().collect(Collectors.joining(" and "));
  }

  /** One thing said, without its fact: {@code yes at cheeks, last 3 May 2026}. */
  static String words(StoredFacts.Said said) {
    StringBuilder words = new StringBuilder(said.answer());
    add(words, " at ", said.site() == null ? null : said.site().replace('-', ' '));
    add(words, " since ", when(said.since()));
    add(words, " until ", when(said.until()));
    add(words, ", last ", when(said.last()));
    if (said.prescribed() != null) {
      words.append(said.prescribed().equals("yes") ? ", prescribed" : ", bought");
    }
    return words.toString();
  }

  private static void add(StringBuilder words, String before, @Nullable String value) {
    if (value != null) {
      words.append(before).append(value);
    }
  }

  private static @Nullable String when(@Nullable String date) {
    return date == null ? null : Dates.partial(PartialDate.parse(date));
  }

  private void person() {
    StoredFacts.Person was = before.facts().patient();
    StoredFacts.Person is = after.facts().patient();
    detail("Date of birth", was.birthDate(), is.birthDate());
    detail("Sex", was.sex(), is.sex());
    detail("Phototype", number(was.phototype()), number(is.phototype()));
    detail("Weight", was.weight(), is.weight());
  }

  private void detail(String name, @Nullable String was, @Nullable String is) {
    if (!Objects.equals(was, is)) {
      say(
          "%s: %s before, %s now.",
          name, was == null ? "not known" : was, is == null ? "not known" : is);
    }
  }

  private static @Nullable String number(@Nullable Integer number) {
    return number == null ? null : number.toString();
  }

  private void content() {
    if (!before.knowledgeDigest().equals(after.knowledgeDigest())) {
      say(
          "The protocol’s content was changed: %s before, %s now.",
          brief(before.knowledgeDigest()), brief(after.knowledgeDigest()));
    }
    if (before.settingsVersion() != after.settingsVersion()) {
      say(
          "The clinic’s settings were changed: version %s before, version %s now.",
          before.settingsVersion(), after.settingsVersion());
    }
  }

  /** Enough of a digest to tell two apart. */
  static String brief(String digest) {
    return digest.substring(0, Math.min(12, digest.length()));
  }

  private static String date(@Nullable LocalDate date) {
    return date == null ? "none" : Dates.day(date);
  }

  private static <T> Map<String, T> by(List<T> list, Function<T, String> key) {
    Map<String, T> map = new LinkedHashMap<>();
    list.forEach(one -> map.putIfAbsent(key.apply(one), one));
    return map;
  }

  private void say(String words, Object... values) {
    changes.add(String.format(Locale.ENGLISH, words, values));
  }
}
