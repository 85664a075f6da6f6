package org.percuta.protocol.validate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.percuta.protocol.model.CalendarItem;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.NotModelled;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Sourced;
import org.percuta.protocol.model.Statement;
import org.percuta.protocol.model.Window;

/**
 * Which items carry out which claims.
 *
 * @param usedBy items by claim id
 */
public record Coverage(
    Map<String, List<Sourced>> usedBy, Set<String> notModelled, Set<String> appliedConflicts) {

  public static Coverage of(Knowledge knowledge) {
    Map<String, List<Sourced>> usedBy = new LinkedHashMap<>();
    Set<String> conflicts = new HashSet<>();
    knowledge
        .sourced()
        .forEach(item -> {
          claims(item)
              .forEach(claim -> usedBy.computeIfAbsent(claim, id -> new ArrayList<>()).add(item));
          if (item.conflict() != null) {
            conflicts.add(item.conflict());
          }
        });
    Set<String> excused =
        knowledge.notModelled().stream().map(NotModelled::claim).collect(Collectors.toSet());
    return new Coverage(usedBy, excused, conflicts);
  }

  /** The kinds of item that carry the claim out, sorted. */
  public List<String> kindsUsing(String claim) {
    return usedBy.getOrDefault(claim, List.of()).stream()
        .map(Coverage::kind)
        .distinct()
        .sorted()
        .toList();
  }

  /** The kind of an item as claims name it. */
  public static String kind(Sourced item) {
    return switch (item) {
      case Statement statement -> kebab(statement.kind().name());
      case CalendarItem calendar -> kebab(calendar.phase().name());
      default -> kebab(item.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-"));
    };
  }

  /** An item's own claims and those of its waiting times. */
  private static Set<String> claims(Sourced item) {
    Set<String> claims = new TreeSet<>(item.claims());
    if (item instanceof Rule rule) {
      windows(rule.when(), window -> claims.addAll(window.claims()));
    }
    return claims;
  }

  private static void windows(Condition condition, Consumer<Window> out) {
    switch (condition) {
      case Condition.Medicine medicine -> {
        if (medicine.washout() != null) {
          out.accept(medicine.washout());
        }
      }
      case Condition.Exposure exposure -> out.accept(exposure.washout());
      case Condition.AllOf all -> all.of().forEach(part -> windows(part, out));
      case Condition.AnyOf any -> any.of().forEach(part -> windows(part, out));
      case Condition.ConditionNow now -> {}
      case Condition.ConditionEver ever -> {}
      case Condition.State state -> {}
      case Condition.Allergy allergy -> {}
      case Condition.Attribute attribute -> {}
      case Condition.GoalIs goal -> {}
    }
  }

  private static String kebab(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
