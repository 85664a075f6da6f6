package org.percuta.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.CalendarItem;
import org.percuta.protocol.model.CalendarItem.Kind;
import org.percuta.protocol.model.CalendarItem.Phase;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactGroup;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Limit;
import org.percuta.protocol.model.Milestone;
import org.percuta.protocol.model.Moment;
import org.percuta.protocol.model.Offset;
import org.percuta.protocol.model.PriceRange;
import org.percuta.protocol.model.ProcedureStep;
import org.percuta.protocol.model.RecoveryExpectation;
import org.percuta.protocol.model.RedFlag;
import org.percuta.protocol.model.Role;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Severity;
import org.percuta.protocol.model.Site;
import org.percuta.protocol.model.Statement;
import org.percuta.protocol.model.Symptom;
import org.percuta.protocol.model.TriageLevel;
import org.percuta.quantity.Interval;

/** Knowledge items for tests, with what a test does not speak of left empty. */
public final class Items {

  private static final List<String> NONE = List.of();

  private Items() {}

  public static FactDefinition fact(String id, boolean supply) {
    return new FactDefinition(
        id,
        "Fact " + id,
        id + "?",
        "",
        FactGroup.CONDITIONS,
        true,
        supply,
        List.of(),
        NONE,
        NONE,
        Grade.C,
        null);
  }

  public static Concern concern(String id, Concern.Family family) {
    return new Concern(id, id, NONE, family, true, null, "", NONE, NONE, NONE, Grade.C, null);
  }

  public static Site site(String id, String... parts) {
    return new Site(
        id, id, NONE, Concern.Family.SKIN, List.of(parts), false, NONE, NONE, Grade.C, null);
  }

  public static HouseSetting setting(String id, double value, String unit) {
    return new HouseSetting(id, id, value, unit, 0, 1000, "", NONE, NONE, Grade.H, null);
  }

  public static Rule rule(String id, Effect effect, Condition when) {
    return new Rule(
        id,
        id,
        when,
        Rule.Scope.SITE,
        effect,
        null,
        effect == Effect.CLEAR ? List.of(Role.CLINICIAN) : List.of(),
        "Because of " + id + ".",
        null,
        NONE,
        NONE,
        Grade.C,
        null);
  }

  public static Rule clearable(Rule rule, Role... roles) {
    return new Rule(
        rule.id(),
        rule.title(),
        rule.when(),
        rule.scope(),
        rule.effect(),
        rule.limit(),
        List.of(roles),
        rule.because(),
        rule.next(),
        rule.claims(),
        rule.literature(),
        rule.grade(),
        rule.conflict());
  }

  public static Rule limit(String id, String key, Condition when) {
    return new Rule(
        id,
        id,
        when,
        Rule.Scope.ANYWHERE,
        Effect.LIMIT,
        new Limit(key, "Limit " + key + "."),
        List.of(),
        "Because of " + id + ".",
        null,
        NONE,
        NONE,
        Grade.C,
        "C15");
  }

  public static CourseTemplate course(
      String id, int low, int high, int floorWeeks, int targetWeeks, String... concerns) {
    return new CourseTemplate(
        id,
        List.of(concerns),
        low,
        high,
        Interval.weeks(floorWeeks),
        Interval.weeks(targetWeeks),
        "",
        List.of("S3-098"),
        NONE,
        Grade.C,
        "C42");
  }

  public static CalendarItem item(
      String id, Phase phase, Kind kind, String from, @Nullable String to) {
    return new CalendarItem(
        id,
        phase,
        kind,
        "Text of " + id + ".",
        Moment.parse(from),
        to == null ? null : Moment.parse(to),
        false,
        null,
        null,
        NONE,
        List.of("S1-001"),
        NONE,
        Grade.C,
        null);
  }

  public static CalendarItem onlyIf(
      CalendarItem item, String fact, Condition.@Nullable Supply supply) {
    return new CalendarItem(
        item.id(),
        item.phase(),
        item.kind(),
        item.text(),
        item.from(),
        item.to(),
        item.untilHealed(),
        fact,
        supply,
        item.sites(),
        item.claims(),
        item.literature(),
        item.grade(),
        item.conflict());
  }

  public static CalendarItem at(CalendarItem item, String... sites) {
    return new CalendarItem(
        item.id(),
        item.phase(),
        item.kind(),
        item.text(),
        item.from(),
        item.to(),
        true,
        item.onlyIf(),
        item.supply(),
        List.of(sites),
        item.claims(),
        item.literature(),
        item.grade(),
        item.conflict());
  }

  public static Milestone milestone(
      String id,
      Phase phase,
      Milestone.Anchor anchor,
      String from,
      @Nullable String to,
      Concern.Family... families) {
    return new Milestone(
        id,
        phase,
        anchor,
        Offset.parse(from),
        to == null ? null : Offset.parse(to),
        "Text of " + id + ".",
        List.of(families),
        NONE,
        NONE,
        Grade.C,
        null);
  }

  public static ProcedureStep step(String id, int order, ProcedureStep.Stage stage) {
    return new ProcedureStep(id, order, stage, id, "", false, NONE, NONE, NONE, Grade.C, null);
  }

  public static Symptom symptom(String id, String... aliases) {
    return new Symptom(
        id, "The " + id, id + "?", List.of(aliases), List.of("S0-001"), NONE, Grade.C, null);
  }

  public static RecoveryExpectation expectation(
      String symptom, String from, String typicalTo, String upperTo, Severity upTo) {
    return new RecoveryExpectation(
        "rec-" + symptom + "-" + upTo,
        symptom,
        "Usual for " + symptom + ".",
        Offset.parse(from),
        Offset.parse(typicalTo),
        Offset.parse(upperTo),
        upTo,
        List.of("S1-084"),
        List.of("L-transient"),
        Grade.A,
        "C24");
  }

  public static RedFlag flag(
      String id,
      TriageLevel level,
      Severity atLeast,
      int fromDay,
      @Nullable Integer toDay,
      String... symptoms) {
    return new RedFlag(
        id,
        List.of(symptoms),
        atLeast,
        fromDay,
        toDay,
        level,
        "Because of " + id + ".",
        List.of("Act on " + id + "."),
        List.of("S0-079"),
        NONE,
        Grade.H,
        "C24");
  }

  public static PriceRange price(String id, double low, double high, String currency) {
    return new PriceRange(
        id,
        low,
        high,
        currency,
        PriceRange.Extent.ANY,
        "",
        List.of("S3-089"),
        NONE,
        Grade.C,
        "C46");
  }

  public static Statement statement(
      String id, Statement.Kind kind, String topic, List<String> concerns, List<String> facts) {
    return new Statement(
        id, kind, topic, null, "Text of " + id + ".", concerns, facts, NONE, NONE, Grade.C, "C27");
  }
}
