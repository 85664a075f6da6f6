package org.percuta.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Small knowledge for tests: empty, or what {@link #with} puts into it. */
public final class KnowledgeFixture {

  private final List<Sourced> items = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<LiteratureFact> literature = new ArrayList<>();
  private final List<NotModelled> notModelled = new ArrayList<>();
  private final List<CodeMapping> codes = new ArrayList<>();

  public static KnowledgeFixture empty() {
    return new KnowledgeFixture();
  }

  public KnowledgeFixture with(Sourced... more) {
    items.addAll(List.of(more));
    return this;
  }

  public KnowledgeFixture with(Conflict conflict) {
    conflicts.add(conflict);
    return this;
  }

  public KnowledgeFixture with(Source source) {
    sources.add(source);
    return this;
  }

  public KnowledgeFixture with(Claim claim) {
    claims.add(claim);
    return this;
  }

  public KnowledgeFixture with(LiteratureFact fact) {
    literature.add(fact);
    return this;
  }

  public KnowledgeFixture with(NotModelled entry) {
    notModelled.add(entry);
    return this;
  }

  public KnowledgeFixture with(CodeMapping code) {
    codes.add(code);
    return this;
  }

  /** Leaves out what a kind had so far, to put something else in its place. */
  public KnowledgeFixture without(Class<? extends Sourced> kind) {
    items.removeIf(kind::isInstance);
    return this;
  }

  public Knowledge build() {
    return new Knowledge(
        "1.0.0",
        "f1",
        byId(sources, Source::id),
        byId(claims, Claim::id),
        byId(literature, LiteratureFact::id),
        byId(conflicts, Conflict::id),
        List.copyOf(notModelled),
        map(FactDefinition.class),
        map(Concern.class),
        map(Site.class),
        map(HouseSetting.class),
        list(Rule.class),
        list(CourseTemplate.class),
        list(CalendarItem.class),
        list(ProcedureStep.class),
        list(Device.class),
        list(DepthWindow.class),
        list(Anaesthetic.class),
        list(Topical.class),
        map(Symptom.class),
        list(RecoveryExpectation.class),
        list(RedFlag.class),
        list(Milestone.class),
        list(PriceRange.class),
        list(Statement.class),
        List.copyOf(codes),
        null);
  }

  private <T extends Sourced> List<T> list(Class<T> kind) {
    return items.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private <T extends Sourced> Map<String, T> map(Class<T> kind) {
    return byId(list(kind), Sourced::id);
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    Map<String, T> map = new LinkedHashMap<>();
    all.forEach(item -> map.put(id.apply(item), item));
    return map;
  }
}
