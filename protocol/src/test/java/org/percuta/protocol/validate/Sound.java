package org.percuta.protocol.validate;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.Items;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.model.CalendarItem;
import org.percuta.protocol.model.Claim;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.LiteratureFact;
import org.percuta.protocol.model.Moment;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Site;
import org.percuta.protocol.model.Source;
import org.percuta.protocol.model.Window;

/** Small knowledge with nothing wrong in it, from which each test breaks one thing. */
final class Sound {

  static final String CLAIM = "S1-001";
  static final String LITERATURE = "L-peel";

  private Sound() {}

  static KnowledgeFixture fixture() {
    return KnowledgeFixture.empty()
        .with(new Source("S1", "An article.", null, "whole", Grade.C))
        .with(new Source("P-label", "A label.", null, "whole", Grade.A))
        .with(claim("rule"))
        .with(new LiteratureFact(LITERATURE, "P-label", "Wait.", null, null, Grade.A))
        .with(conflict(side("wait"), side("go ahead")))
        .with(
            fact("peel"),
            site("cheeks"),
            concern("acne-scars", true, null),
            setting("peel-before", 14, "d"),
            rule(
                "peel-before-rule",
                Effect.DEFER,
                peel(new Window(null, "peel-before", List.of(), List.of()))),
            course("acne-course", 3, 6, "acne-scars"));
  }

  /** The fixture with its one rule changed. */
  static Knowledge withRule(UnaryOperator<Rule> change) {
    Rule rule = fixture().build().rules().getFirst();
    return fixture().without(Rule.class).with(change.apply(rule)).build();
  }

  static List<Finding> check(Knowledge knowledge) {
    return KnowledgeCheck.findings(
        knowledge,
        Map.of("peel-before-rule", KnowledgeCheck.CASE_KINDS),
        (item, key) -> Place.of(key));
  }

  static Claim claim(String... use) {
    return new Claim(
        CLAIM, "S1", "t", "s", "Wait.", null, null, Claim.Modality.SHOULD, List.of(use));
  }

  static Conflict conflict(Conflict.Side... sides) {
    return new Conflict("C01", "Waiting", Conflict.Kind.SAFETY, List.of(sides), "Wait.", "Both.");
  }

  static Conflict.Side side(String says) {
    return new Conflict.Side(says, List.of(CLAIM), List.of());
  }

  static FactDefinition fact(String id) {
    var plain = Items.fact(id, true);
    return new FactDefinition(
        id,
        plain.label(),
        plain.question(),
        plain.why(),
        plain.group(),
        plain.sited(),
        plain.supply(),
        plain.details(),
        List.of(),
        List.of(LITERATURE),
        Grade.A,
        null);
  }

  static Concern concern(String id, boolean bookable, @Nullable String why) {
    return new Concern(
        id,
        id,
        List.of(),
        Concern.Family.SKIN,
        bookable,
        why,
        "Scars may soften.",
        List.of("cheeks"),
        List.of(),
        List.of(LITERATURE),
        Grade.A,
        null);
  }

  static Site site(String id, String... parts) {
    return new Site(
        id,
        id,
        List.of(),
        Concern.Family.SKIN,
        List.of(parts),
        false,
        List.of(),
        List.of(LITERATURE),
        Grade.A,
        null);
  }

  static HouseSetting setting(String id, double value, String unit) {
    return new HouseSetting(id, id, value, unit, 0, 60, "why", List.of(), List.of(), Grade.H, null);
  }

  static Condition peel(Window window) {
    return new Condition.Exposure("peel", window);
  }

  static Rule rule(String id, Effect effect, Condition when) {
    return new Rule(
        id,
        id,
        when,
        Rule.Scope.SITE,
        effect,
        null,
        List.of(),
        "The skin heals.",
        null,
        List.of(CLAIM),
        List.of(),
        Grade.C,
        "C01");
  }

  static CourseTemplate course(String id, int low, int high, String concern) {
    var plain = Items.course(id, low, high, 4, 6, concern);
    return new CourseTemplate(
        id,
        plain.concerns(),
        low,
        high,
        plain.floor(),
        plain.target(),
        "",
        List.of(),
        List.of(LITERATURE),
        Grade.A,
        null);
  }

  static CalendarItem calendar(String text, Condition.@Nullable Supply supply) {
    return new CalendarItem(
        "before",
        CalendarItem.Phase.PREPARATION,
        CalendarItem.Kind.DO,
        text,
        Moment.parse("-7 d"),
        Moment.parse("-1 d"),
        false,
        "peel",
        supply,
        List.of("cheeks"),
        List.of(),
        List.of(LITERATURE),
        Grade.A,
        null);
  }
}
