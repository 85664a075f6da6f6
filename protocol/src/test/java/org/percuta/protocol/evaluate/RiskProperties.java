package org.percuta.protocol.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.FactStatement.Origin;
import org.percuta.protocol.model.Patient;

class RiskProperties {

  @Provide
  Arbitrary<World> worlds() {
    return Worlds.worlds();
  }

  @Provide
  Arbitrary<FactStatement> recordedRisks() {
    return Worlds.statements(Arbitraries.of(Answer.YES), Arbitraries.of(Origin.RECORDED));
  }

  @Provide
  Arbitrary<Clearance> clearances() {
    return Worlds.clearances();
  }

  @Provide
  Arbitrary<String> facts() {
    return Arbitraries.of(Worlds.FACTS);
  }

  /** Wherever and whenever it was: a record entry says nothing beyond what it says. */
  @Property
  void addingARecordedRiskNeverMakesAVerdictMilder(
      @ForAll("worlds") World world, @ForAll("recordedRisks") FactStatement risk) {
    assertNotMilder(world.plus(risk), world);
  }

  /** An undated yes at the site, or at no site, stands in every rule that reads the fact. */
  @Property
  void addingAnAnsweredRiskNeverMakesAVerdictMilder(
      @ForAll("worlds") World world, @ForAll("facts") String fact, @ForAll boolean sited) {
    FactStatement risk = FactStatement.answered(fact, Answer.YES);
    assertNotMilder(world.plus(sited ? risk.at(world.goal().site()) : risk), world);
  }

  @Property
  void sayingThatSomethingIsUnknownNeverMakesAVerdictMilder(
      @ForAll("worlds") World world, @ForAll("facts") String fact) {
    assertNotMilder(world.plus(FactStatement.answered(fact, Answer.UNKNOWN)), world);
  }

  @Property
  void unknownNeverGivesAMilderVerdictThanNo(
      @ForAll("worlds") World world, @ForAll("facts") String fact) {
    assertNotMilder(
        world.plus(FactStatement.answered(fact, Answer.UNKNOWN)),
        world.plus(FactStatement.answered(fact, Answer.NO)));
  }

  @Property
  void silenceNeverGivesAMilderVerdictThanNo(
      @ForAll("worlds") World world, @ForAll("facts") String fact) {
    assertNotMilder(world, world.plus(FactStatement.answered(fact, Answer.NO)));
  }

  @Property
  void anUnknownPhototypeIsNeverMilderThanEveryPhototype(@ForAll("worlds") World world) {
    Patient p = world.record().patient();
    Outcome mildest =
        IntStream.rangeClosed(1, 6)
            .mapToObj(type ->
                world
                    .with(new Patient(p.id(), p.birthDate(), p.sex(), type, p.weight_kg()))
                    .verdict()
                    .outcome())
            .min(Outcome::compareTo)
            .orElseThrow();

    World unknown = world.with(new Patient(p.id(), p.birthDate(), p.sex(), null, p.weight_kg()));

    assertThat(unknown.verdict().outcome()).isGreaterThanOrEqualTo(mildest);
  }

  @Property
  void aClearanceNeverMakesAVerdictStricterNorTheFirstDateLater(
      @ForAll("worlds") World world, @ForAll("clearances") Clearance clearance) {
    Verdict before = world.verdict();
    Verdict after = world.plus(clearance).verdict();

    assertThat(after.outcome()).isLessThanOrEqualTo(before.outcome());
    if (before.from() != null) {
      assertThat(after.from()).isNotNull().isBeforeOrEqualTo(before.from());
    }
  }

  @Property
  void theOrderOfFactsIsIrrelevant(@ForAll("worlds") World world, @ForAll Random chance) {
    List<FactStatement> shuffled = new ArrayList<>(world.record().statements());
    Collections.shuffle(shuffled, chance);

    Verdict one = world.verdict();
    Verdict other = world.withStatements(shuffled).verdict();

    assertThat(other).usingRecursiveComparison().ignoringFields("reasons.facts").isEqualTo(one);
  }

  @Property(tries = 200)
  void theSameInputGivesTheSameVerdict(@ForAll("worlds") World world) {
    assertThat(world.verdict()).isEqualTo(world.verdict());
  }

  private static void assertNotMilder(World one, World other) {
    assertThat(one.verdict().outcome()).isGreaterThanOrEqualTo(other.verdict().outcome());
  }
}
