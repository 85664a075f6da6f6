package org.percuta.protocol.plan;

import static org.percuta.protocol.Items.concern;
import static org.percuta.protocol.Items.course;
import static org.percuta.protocol.Items.expectation;
import static org.percuta.protocol.Items.fact;
import static org.percuta.protocol.Items.item;
import static org.percuta.protocol.Items.limit;
import static org.percuta.protocol.Items.milestone;
import static org.percuta.protocol.Items.onlyIf;
import static org.percuta.protocol.Items.price;
import static org.percuta.protocol.Items.rule;
import static org.percuta.protocol.Items.setting;
import static org.percuta.protocol.Items.site;
import static org.percuta.protocol.Items.step;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.CalendarItem.Kind;
import org.percuta.protocol.model.CalendarItem.Phase;
import org.percuta.protocol.model.Concern.Family;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactGroup;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Milestone.Anchor;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.ProcedureStep.Stage;
import org.percuta.protocol.model.Severity;
import org.percuta.protocol.model.Window;
import org.percuta.quantity.PartialDate;

/** A small practice: enough knowledge to plan with, and people to plan for. */
final class Practice {

  static final Goal SCARS = Goal.inClinic("acne-scars", "cheeks");
  static final Goal BURNS = Goal.inClinic("burn-scars", "cheeks");
  static final Goal HAIR = Goal.inClinic("hair-loss", "scalp");
  static final LocalDate ON = LocalDate.of(2026, 11, 23);

  private Practice() {}

  static KnowledgeFixture knowledge() {
    return KnowledgeFixture.empty()
        .with(
            site("face", "cheeks", "forehead"),
            site("cheeks"),
            site("forehead"),
            site("neck"),
            site("scalp"))
        .with(
            concern("acne-scars", Family.SKIN),
            concern("burn-scars", Family.SKIN),
            concern("hair-loss", Family.HAIR))
        .with(
            fact("microneedling", false),
            fact("acne-active", false),
            fact("pregnant", false),
            fact("isotretinoin", true),
            fact("retinoid", true),
            fact("cold-sore-history", false),
            fact("anaesthetic-allergy", false))
        .with(
            rule("acne-active", Effect.DEFER, new Condition.ConditionNow("acne-active")),
            rule("pregnant", Effect.CLEAR, new Condition.State("pregnant")),
            rule(
                "isotretinoin",
                Effect.DEFER,
                new Condition.Medicine("isotretinoin", null, Window.ofDays(180))),
            rule(
                "cold-sore-history",
                Effect.INFORM,
                new Condition.ConditionEver("cold-sore-history")),
            limit(
                "anaesthetic-allergy",
                "no-topical-anaesthetic",
                new Condition.Allergy("anaesthetic-allergy")))
        .with(
            course("course-scars", 4, 4, 4, 6, "acne-scars"),
            course("course-burns", 2, 5, 4, 6, "burn-scars"),
            course("course-hair", 12, 12, 1, 1, "hair-loss"))
        .with(
            item("prep-exfoliation", Phase.PREPARATION, Kind.DONT, "-7 d", "0 d"),
            item("prep-sun", Phase.PREPARATION, Kind.DO, "-14 d", null),
            onlyIf(
                item("prep-retinoid-bought", Phase.PREPARATION, Kind.DONT, "-7 d", "0 d"),
                "retinoid",
                Supply.BOUGHT),
            onlyIf(
                item("prep-retinoid-prescribed", Phase.PREPARATION, Kind.ASK, "-28 d", "-7 d"),
                "retinoid",
                Supply.PRESCRIBED),
            onlyIf(
                item("prep-cold-sore", Phase.PREPARATION, Kind.ASK, "-14 d", "-1 d"),
                "cold-sore-history",
                null),
            item("day-visit", Phase.SESSION, Kind.EXPECT, "0 d", "0 d"),
            item("after-makeup", Phase.AFTERCARE, Kind.DONT, "0 h", "48 h"),
            item("after-sunscreen", Phase.AFTERCARE, Kind.DO, "48 h", null),
            item("keep-exfoliate", Phase.MAINTENANCE, Kind.DO, "2 d", null),
            item("keep-review", Phase.MAINTENANCE, Kind.ASK, "4 mo", "6 mo"))
        .with(expectation("redness", "0 h", "48 h", "7 d", Severity.MODERATE))
        .with(
            milestone("result-glow", Phase.RESULTS, Anchor.FIRST_SESSION, "1 wk", "2 wk"),
            milestone("result-hair", Phase.RESULTS, Anchor.LAST_SESSION, "3 mo", null, Family.HAIR),
            milestone("result-lasts", Phase.MAINTENANCE, Anchor.LAST_SESSION, "4 mo", "12 mo"))
        .with(
            step("numbing", 20, Stage.NUMB),
            step("identity", 10, Stage.ASSESS),
            step("needle", 30, Stage.NEEDLE),
            step("serum", 40, Stage.FINISH))
        .with(price("price-a", 100, 900, "USD"), price("price-b", 100, 700, "USD"))
        .with(
            setting("numbing-earliest-check", 15, "min"),
            setting("numbing-normal-from", 20, "min"),
            setting("numbing-normal-to", 30, "min"),
            setting("numbing-max", 30, "min"));
  }

  /** Somebody of whom everything that is not said is no. */
  static PatientRecord person(FactStatement... said) {
    return new PatientRecord(
        Patient.UNKNOWN, Arrays.asList(said), List.of(), EnumSet.allOf(FactGroup.class));
  }

  /** Somebody of whom nothing that is not said is known. */
  static PatientRecord stranger(FactStatement... said) {
    return new PatientRecord(
        Patient.UNKNOWN, Arrays.asList(said), List.of(), EnumSet.noneOf(FactGroup.class));
  }

  static FactStatement yes(String fact) {
    return FactStatement.answered(fact, Answer.YES);
  }

  static FactStatement no(String fact) {
    return FactStatement.answered(fact, Answer.NO);
  }

  static FactStatement last(String fact, LocalDate date) {
    return yes(fact).lastOn(PartialDate.of(date));
  }
}
