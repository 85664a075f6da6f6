package org.percuta.protocol.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.percuta.protocol.model.Anaesthetic;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.DepthWindow;
import org.percuta.protocol.model.Device;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.RecoveryExpectation;
import org.percuta.protocol.model.RedFlag;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Site;
import org.percuta.protocol.validate.Coverage;

/** What changed in meaning between two versions of the knowledge, item by item. */
public final class KnowledgeDiff {

  /** Parts that words depend on but no decision. */
  private static final Set<String> WORDING =
      Set.of(
          "title",
          "because",
          "next",
          "label",
          "question",
          "why",
          "note",
          "text",
          "hope",
          "aliases",
          "claims",
          "literature",
          "grade",
          "conflict",
          "unbookable");

  private KnowledgeDiff() {}

  /** What happened to an item. */
  public enum What {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** One part of an item before and after. */
  public record Part(String name, String before, String after) {}

  /**
   * One item that differs.
   *
   * @param decides whether it can change a verdict, a date or a limit
   */
  public record Change(String kind, String id, What what, boolean decides, List<Part> parts) {}

  /**
   * Changes that can decide first, then by kind and id. Compared as written: a clinic's own number
   * is no change of the content.
   */
  public static List<Change> between(Knowledge before, Knowledge after) {
    Map<String, Object> old = items(before.written());
    Map<String, Object> fresh = items(after.written());
    TreeSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(fresh.keySet());
    List<Change> changes = new ArrayList<>();
    for (String key : keys) {
      Object was = old.get(key);
      Object is = fresh.get(key);
      if (was != null && is != null) {
        if (!was.equals(is)) {
          List<Part> parts = parts(was, is);
          boolean decides =
              decides(is) && parts.stream().anyMatch(p -> !WORDING.contains(p.name()));
          changes.add(change(key, What.CHANGED, decides, parts));
        }
      } else if (is != null) {
        changes.add(change(key, What.ADDED, decides(is), List.of()));
      } else if (was != null) {
        changes.add(change(key, What.REMOVED, decides(was), List.of()));
      }
    }
    changes.sort(java.util.Comparator.comparing((Change c) -> !c.decides()));
    return List.copyOf(changes);
  }

  private static Change change(String key, What what, boolean decides, List<Part> parts) {
    int space = key.indexOf(' ');
    return new Change(key.substring(0, space), key.substring(space + 1), what, decides, parts);
  }

  private static List<Part> parts(Object was, Object is) {
    Map<String, String> before = Describe.parts(was);
    Map<String, String> after = Describe.parts(is);
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<Part> parts = new ArrayList<>();
    for (String name : names) {
      String a = before.getOrDefault(name, "");
      String b = after.getOrDefault(name, "");
      if (!a.equals(b)) {
        parts.add(new Part(name, a.isEmpty() ? "(nothing)" : a, b.isEmpty() ? "(nothing)" : b));
      }
    }
    return parts;
  }

  private static Map<String, Object> items(Knowledge knowledge) {
    Map<String, Object> items = new LinkedHashMap<>();
    knowledge.sourced().forEach(item -> items.put(Coverage.kind(item) + " " + item.id(), item));
    knowledge.claims().forEach((id, claim) -> items.put("claim " + id, claim));
    knowledge.literature().forEach((id, fact) -> items.put("literature " + id, fact));
    knowledge.conflicts().forEach((id, conflict) -> items.put("conflict " + id, conflict));
    knowledge.sources().forEach((id, source) -> items.put("source " + id, source));
    knowledge
        .codes()
        .forEach(code ->
            items.put("code " + code.fact() + " " + code.system() + "|" + code.code(), code));
    return items;
  }

  private static boolean decides(Object item) {
    return switch (item) {
      case Rule rule -> true;
      case FactDefinition fact -> true;
      case Concern concern -> true;
      case Site site -> true;
      case HouseSetting setting -> true;
      case CourseTemplate course -> true;
      case Device device -> true;
      case DepthWindow depth -> true;
      case Anaesthetic anaesthetic -> true;
      case RecoveryExpectation recovery -> true;
      case RedFlag redFlag -> true;
      case org.percuta.protocol.model.CodeMapping code -> true;
      default -> false;
    };
  }
}
