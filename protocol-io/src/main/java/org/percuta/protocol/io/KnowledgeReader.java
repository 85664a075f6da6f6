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
  private final Map<Class<?>, List<Object>> items = new HashMap<>();
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
      list.items().forEach(item -> binder.bind(item, type).ifPresent(bound -> add(type, bound)));
    } else {
      findings.error("PX-0114", "Here should stand a list.", kind, map.place(), null);
    }
  }

  private void readVersion(Node.MapNode map) {
    if (map.get("version") instanceof Node.ScalarNode scalar) {
      version = scalar.text();
    }
  }

  private void add(Class<?> type, Object item) {
    items.computeIfAbsent(type, t -> new ArrayList<>()).add(item);
  }

  private <T> List<T> all(Class<T> type) {
    return items.getOrDefault(type, List.of()).stream().map(type::cast).toList();
  }

  private <T> Map<String, T> byId(Class<T> type, Function<T, String> id) {
    Map<String, T> map = new LinkedHashMap<>();
    for (T item : all(type)) {
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

  private <T extends Sourced> Map<String, T> byId(Class<T> type) {
    return byId(type, Sourced::id);
  }

  private Knowledge assemble(String digest) {
    if (version.isEmpty()) {
      findings.error("PX-0118", "version.yaml is missing.", "", Place.of("version.yaml"), null);
    }
    return new Knowledge(
        version,
        digest,
        byId(Source.class, Source::id),
        byId(Claim.class, Claim::id),
        byId(LiteratureFact.class, LiteratureFact::id),
        byId(Conflict.class, Conflict::id),
        all(NotModelled.class),
        byId(FactDefinition.class),
        byId(Concern.class),
        byId(Site.class),
        byId(HouseSetting.class),
        all(Rule.class),
        all(CourseTemplate.class),
        all(CalendarItem.class),
        all(ProcedureStep.class),
        all(Device.class),
        all(DepthWindow.class),
        all(Anaesthetic.class),
        all(Topical.class),
        byId(Symptom.class),
        all(RecoveryExpectation.class),
        all(RedFlag.class),
        all(Milestone.class),
        all(PriceRange.class),
        all(Statement.class),
        all(CodeMapping.class));
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
