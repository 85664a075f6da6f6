package org.percuta.protocol.io;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.percuta.protocol.model.Anaesthetic;
import org.percuta.protocol.model.CalendarItem;
import org.percuta.protocol.model.Claim;
import org.percuta.protocol.model.CodeMapping;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.DepthWindow;
import org.percuta.protocol.model.Device;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.LiteratureFact;
import org.percuta.protocol.model.Milestone;
import org.percuta.protocol.model.NotModelled;
import org.percuta.protocol.model.PriceRange;
import org.percuta.protocol.model.ProcedureStep;
import org.percuta.protocol.model.RecoveryExpectation;
import org.percuta.protocol.model.RedFlag;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Site;
import org.percuta.protocol.model.Source;
import org.percuta.protocol.model.Sourced;
import org.percuta.protocol.model.Statement;
import org.percuta.protocol.model.Symptom;
import org.percuta.protocol.model.Topical;
import org.percuta.protocol.validate.Nearest;
import org.percuta.protocol.validate.Place;

/** Reads the knowledge files into one {@link Knowledge}. */
public final class KnowledgeReader {

  /** The one key at the top of a file, and the record its items are. */
  static final Map<String, Class<?>> KINDS = kinds();

  private final Findings findings = new Findings();
  private final Places places = new Places();
  private final Binder binder = new Binder(findings, places);
  private final Map<String, List<Object>> items = new HashMap<>();
  private String version = "";

  private KnowledgeReader() {}

  /** The knowledge that this build ships. */
  public static LoadedKnowledge shipped() {
    return read(KnowledgeFiles.shipped(), "knowledge/");
  }

  /**
   * @param files bytes by path below the knowledge folder
   * @param prefix put before each path where a finding names it
   */
  public static LoadedKnowledge read(SortedMap<String, byte[]> files, String prefix) {
    KnowledgeReader reader = new KnowledgeReader();
    files.forEach((name, bytes) -> reader.readFile(prefix + name, name, bytes));
    return new LoadedKnowledge(
        reader.assemble(digest(files)), reader.places, reader.findings.list());
  }

  private void readFile(String file, String name, byte[] bytes) {
    Optional<Node> root = YamlReader.read(file, bytes, findings);
    if (root.isEmpty()) {
      return;
    }
    if (!(root.get() instanceof Node.MapNode map) || map.entries().size() != 1) {
      if (name.equals("version.yaml") && root.get() instanceof Node.MapNode m) {
        readVersion(m);
        return;
      }
      findings.error(
          "PX-0115",
          "A knowledge file holds one key, its kind, with a list.",
          "",
          root.get().place(),
          "Maybe split it by kind?");
      return;
    }
    String kind = map.entries().keySet().iterator().next();
    if (kind.equals("version")) {
      readVersion(map);
      return;
    }
    Class<?> type = KINDS.get(kind);
    if (type == null) {
      findings.error(
          "PX-0116",
          "Unknown kind '" + kind + "'.",
          "",
          map.place(),
          Nearest.hint(kind, KINDS.keySet()));
      return;
    }
    if (map.get(kind) instanceof Node.ListNode list) {
      list.items().forEach(item -> binder.bind(item, type).ifPresent(bound -> add(kind, bound)));
    } else {
      findings.error("PX-0114", "Here should stand a list.", kind, map.place(), null);
    }
  }

  private void readVersion(Node.MapNode map) {
    if (map.get("version") instanceof Node.ScalarNode scalar) {
      version = scalar.text();
    }
  }

  private void add(String kind, Object item) {
    items.computeIfAbsent(kind, k -> new ArrayList<>()).add(item);
  }

  private <T> List<T> all(String kind, Class<T> type) {
    return items.getOrDefault(kind, List.of()).stream().map(type::cast).toList();
  }

  private <T> Map<String, T> byId(String kind, Class<T> type, Function<T, String> id) {
    Map<String, T> map = new LinkedHashMap<>();
    for (T item : all(kind, type)) {
      T had = map.putIfAbsent(id.apply(item), item);
      if (had != null) {
        findings.error(
            "PX-0117",
            "The id stands twice; the other is at " + places.of(had) + ".",
            id.apply(item),
            places.of(item),
            null);
      }
    }
    return map;
  }

  private <T extends Sourced> Map<String, T> byId(String kind, Class<T> type) {
    return byId(kind, type, Sourced::id);
  }

  private Knowledge assemble(String digest) {
    if (version.isEmpty()) {
      findings.error("PX-0118", "version.yaml is missing.", "", Place.of("version.yaml"), null);
    }
    Knowledge written =
        new Knowledge(
            version,
            digest,
            byId("sources", Source.class, Source::id),
            byId("claims", Claim.class, Claim::id),
            byId("literature", LiteratureFact.class, LiteratureFact::id),
            byId("conflicts", Conflict.class, Conflict::id),
            all("not-modelled", NotModelled.class),
            byId("facts", FactDefinition.class),
            byId("concerns", Concern.class),
            byId("sites", Site.class),
            byId("settings", HouseSetting.class),
            all("rules", Rule.class),
            all("courses", CourseTemplate.class),
            all("calendar", CalendarItem.class),
            all("procedure", ProcedureStep.class),
            all("devices", Device.class),
            all("depths", DepthWindow.class),
            all("anaesthetics", Anaesthetic.class),
            all("topicals", Topical.class),
            byId("symptoms", Symptom.class),
            all("recovery", RecoveryExpectation.class),
            all("red-flags", RedFlag.class),
            all("milestones", Milestone.class),
            all("prices", PriceRange.class),
            all("statements", Statement.class),
            codes(),
            null);
    return written.withSettings(written.settings());
  }

  /**
   * Codes of facts, of body sites and of answers are one list: what each stands for tells them
   * apart.
   */
  private List<CodeMapping> codes() {
    return java.util.stream.Stream.of("codes", "answers", "body-sites")
        .flatMap(kind -> all(kind, CodeMapping.class).stream())
        .toList();
  }

  private static String digest(SortedMap<String, byte[]> files) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      files.forEach((name, bytes) -> {
        sha.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
        sha.update(bytes);
      });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static Map<String, Class<?>> kinds() {
    Map<String, Class<?>> kinds = new LinkedHashMap<>();
    kinds.put("sources", Source.class);
    kinds.put("claims", Claim.class);
    kinds.put("literature", LiteratureFact.class);
    kinds.put("conflicts", Conflict.class);
    kinds.put("not-modelled", NotModelled.class);
    kinds.put("codes", CodeMapping.class);
    kinds.put("answers", CodeMapping.class);
    kinds.put("body-sites", CodeMapping.class);
    kinds.put("facts", FactDefinition.class);
    kinds.put("concerns", Concern.class);
    kinds.put("sites", Site.class);
    kinds.put("settings", HouseSetting.class);
    kinds.put("rules", Rule.class);
    kinds.put("courses", CourseTemplate.class);
    kinds.put("calendar", CalendarItem.class);
    kinds.put("procedure", ProcedureStep.class);
    kinds.put("devices", Device.class);
    kinds.put("depths", DepthWindow.class);
    kinds.put("anaesthetics", Anaesthetic.class);
    kinds.put("topicals", Topical.class);
    kinds.put("symptoms", Symptom.class);
    kinds.put("recovery", RecoveryExpectation.class);
    kinds.put("red-flags", RedFlag.class);
    kinds.put("milestones", Milestone.class);
    kinds.put("prices", PriceRange.class);
    kinds.put("statements", Statement.class);
    return java.util.Collections.unmodifiableMap(kinds);
  }
}
