package org.percuta.protocol.evaluate;

import static org.percuta.protocol.Items.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Condition.Measure;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactGroup;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.FactStatement.Origin;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Limit;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Role;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Setting;
import org.percuta.protocol.model.Site;
import org.percuta.protocol.model.Window;
import org.percuta.quantity.Interval;
import org.percuta.quantity.PartialDate;

/** Generated knowledge and generated people. Every kind of condition and of statement occurs. */
final class Worlds {

  static final List<String> FACTS = List.of("f0", "f1", "f2", "f3", "f4");
  static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  /** The jaw shares the chin with the face, though neither holds the other. */
  static final List<Site> SITES =
      List.of(
          site("face", "cheeks", "chin"),
          site("cheeks"),
          site("chin"),
          site("jaw", "chin", "neck"),
          site("neck"),
          site("back"));

  private static final List<String> SITE_IDS = SITES.stream().map(Site::id).toList();
  private static final List<String> CONCERNS = List.of("scars", "pores");

  private Worlds() {}

  static Arbitrary<World> worlds() {
    return Combinators.combine(knowledge(), records(), goals(), dates()).as(World::new);
  }

  static Arbitrary<Knowledge> knowledge() {
    return Combinators.combine(definitions(), rules())
        .as((facts, rules) -> {
          KnowledgeFixture fixture = KnowledgeFixture.empty();
          facts.forEach(fixture::with);
          rules.forEach(fixture::with);
          SITES.forEach(fixture::with);
          return fixture.build();
        });
  }

  private static Arbitrary<List<FactDefinition>> definitions() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Combinators.combine(flag, Arbitraries.of(FactGroup.values()))
        .as((sited, group) -> definition("", sited, group))
        .list()
        .ofSize(FACTS.size())
        .map(list -> {
          List<FactDefinition> named = new ArrayList<>();
          for (int i = 0; i < list.size(); i++) {
            named.add(definition(FACTS.get(i), list.get(i).sited(), list.get(i).group()));
          }
          return named;
        });
  }

  private static FactDefinition definition(String id, boolean sited, FactGroup group) {
    return new FactDefinition(
        id, id, id + "?", "", group, sited, true, List.of(), List.of(), List.of(), Grade.H, null);
  }

  private static Arbitrary<List<Rule>> rules() {
    return Combinators.combine(
            conditions(),
            Arbitraries.of(Effect.values()),
            Arbitraries.of(Rule.Scope.values()),
            Arbitraries.of(Role.values()).list().ofMinSize(1).ofMaxSize(2))
        .as(Worlds::rule)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(Worlds::numbered);
  }

  private static Rule rule(Condition when, Effect effect, Rule.Scope scope, List<Role> roles) {
    return new Rule(
        "",
        "",
        when,
        scope,
        effect,
        effect == Effect.LIMIT ? new Limit("", "") : null,
        effect == Effect.REFUSE || effect == Effect.INFORM ? List.of() : roles,
        "",
        null,
        List.of(),
        List.of(),
        Grade.H,
        null);
  }

  private static List<Rule> numbered(List<Rule> rules) {
    List<Rule> named = new ArrayList<>();
    for (Rule rule : rules) {
      String id = "r" + named.size();
      named.add(
          new Rule(
              id,
              id,
              rule.when(),
              rule.scope(),
              rule.effect(),
              rule.limit() == null ? null : new Limit(id, id),
              rule.clearedBy(),
              "",
              null,
              List.of(),
              List.of(),
              Grade.H,
              null));
    }
    return named;
  }

  private static Arbitrary<Condition> conditions() {
    Arbitrary<Condition> simple = simple();
    Arbitrary<List<Condition>> few = simple.list().ofMinSize(2).ofMaxSize(3);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(5, simple),
        net.jqwik.api.Tuple.of(1, few.map(Condition.AllOf::new)),
        net.jqwik.api.Tuple.of(1, few.map(Condition.AnyOf::new)));
  }

  private static Arbitrary<Condition> simple() {
    Arbitrary<String> fact = Arbitraries.of(FACTS);
    Arbitrary<Window> window =
        Arbitraries.of(Interval.days(0), Interval.days(7), Interval.weeks(4), Interval.months(6))
            .map(interval -> new Window(interval, null, List.of(), List.of()));
    Arbitrary<@Nullable Supply> supply = Arbitraries.of(Supply.values()).injectNull(0.3);
    return Arbitraries.oneOf(
        fact.map(Condition.ConditionNow::new),
        fact.map(Condition.ConditionEver::new),
        fact.map(Condition.State::new),
        fact.map(Condition.Allergy::new),
        Combinators.combine(fact, supply, window.injectNull(0.2)).as(Condition.Medicine::new),
        Combinators.combine(fact, window).as(Condition.Exposure::new),
        attributes(),
        Combinators.combine(
                Arbitraries.of(CONCERNS).list().ofMaxSize(1),
                Arbitraries.of(SITE_IDS).list().ofMaxSize(2),
                Arbitraries.of(Setting.values()).list().ofMaxSize(1))
            .as(Condition.GoalIs::new));
  }

  private static Arbitrary<Condition> attributes() {
    return Arbitraries.of(
        new Condition.Attribute(Measure.AGE, 22.0, null),
        new Condition.Attribute(Measure.AGE, null, 70.0),
        new Condition.Attribute(Measure.AGE, 65.5, 17.5),
        new Condition.Attribute(Measure.PHOTOTYPE, null, 4.0),
        new Condition.Attribute(Measure.WEIGHT, 40.0, null));
  }

  static Arbitrary<Goal> goals() {
    return Combinators.combine(
            Arbitraries.of(CONCERNS), Arbitraries.of(SITE_IDS), Arbitraries.of(Setting.values()))
        .as(Goal::new);
  }

  /** Days around {@link #DAY}, so that windows are often entered and left. */
  static Arbitrary<LocalDate> dates() {
    return Arbitraries.integers().between(-200, 200).map(DAY::plusDays);
  }

  static Arbitrary<PatientRecord> records() {
    return Combinators.combine(
            patients(),
            statements().list().ofMaxSize(5),
            clearances().list().ofMaxSize(2),
            Arbitraries.of(FactGroup.values()).set().ofMaxSize(2).map(Worlds::groups))
        .as(PatientRecord::new);
  }

  private static Set<FactGroup> groups(Set<FactGroup> groups) {
    return groups.isEmpty() ? EnumSet.noneOf(FactGroup.class) : groups;
  }

  private static Arbitrary<Patient> patients() {
    Arbitrary<@Nullable PartialDate> born =
        Arbitraries.of("1956-11-21", "2004-02-29", "2004-11", "2005", "1990-04-02")
            .map(PartialDate::parse)
            .injectNull(0.3);
    return Combinators.combine(
            born,
            Arbitraries.integers().between(1, 6).injectNull(0.3),
            Arbitraries.of(35.0, 40.0, 70.0).injectNull(0.3))
        .as((date, phototype, weight) -> new Patient(null, date, null, phototype, weight));
  }

  static Arbitrary<FactStatement> statements() {
    return statements(Arbitraries.of(Answer.values()), Arbitraries.of(Origin.values()));
  }

  static Arbitrary<FactStatement> statements(Arbitrary<Answer> answers, Arbitrary<Origin> origins) {
    return Combinators.combine(
            Arbitraries.of(FACTS),
            answers,
            Arbitraries.of(SITE_IDS).injectNull(0.5),
            partialDates().injectNull(0.7),
            partialDates().injectNull(0.7),
            partialDates().injectNull(0.5),
            Arbitraries.of(Supply.values()).injectNull(0.4),
            origins)
        .as((fact, answer, site, since, until, last, supply, origin) ->
            new FactStatement(fact, answer, site, since, until, last, supply, origin, "here"));
  }

  private static Arbitrary<PartialDate> partialDates() {
    return Combinators.combine(dates(), Arbitraries.of(7, 10, 10, 10))
        .as((day, length) -> PartialDate.parse(day.toString().substring(0, length)));
  }

  static Arbitrary<Clearance> clearances() {
    List<String> named = new ArrayList<>(FACTS);
    named.addAll(List.of("r0", "r1", "r2"));
    return Combinators.combine(
            Arbitraries.of(named),
            Arbitraries.of(Role.values()),
            dates(),
            Arbitraries.integers().between(0, 300))
        .as((fact, role, from, days) ->
            new Clearance(fact, "Dr A. Example", role, from, from.plusDays(days), "agreed"));
  }
}
