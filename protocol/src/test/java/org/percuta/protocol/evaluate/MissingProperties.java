package org.percuta.protocol.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.FactDefinition.Detail;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Limit;
import org.percuta.protocol.model.Patient;
import org.percuta.quantity.PartialDate;

class MissingProperties {

  /** All that a person would call another verdict. */
  private record Gist(
      Outcome outcome,
      @Nullable LocalDate from,
      @Nullable LocalDate notBefore,
      List<Limit> limits) {
    static Gist of(World world) {
      Verdict verdict = world.verdict();
      return new Gist(verdict.outcome(), verdict.from(), verdict.notBefore(), verdict.limits());
    }
  }

  @Provide
  Arbitrary<World> worlds() {
    return Worlds.worlds();
  }

  /** Alone, or together with answers to the other questions. */
  @Property
  void everyQuestionCanStillChangeTheVerdict(@ForAll("worlds") World any) {
    World world = new World(Apart.rules(any.knowledge()), any.record(), any.goal(), any.on());
    List<Missing> questions = questions(world);
    Assume.that(questions.size() <= 4);
    for (Missing question : questions) {
      List<Missing> others = questions.stream().filter(q -> !q.equals(question)).toList();
      assertThat(canChange(world, question, others)).as("%s changes something", question).isTrue();
    }
  }

  @Property
  void onceEveryQuestionIsAnsweredNoTheVerdictIsTold(@ForAll("worlds") World world) {
    World answered = world;
    for (int round = 0; round < 6 && !questions(answered).isEmpty(); round++) {
      for (Missing question : questions(answered)) {
        answered = answers(answered, question).getFirst();
      }
    }

    assertThat(questions(answered)).isEmpty();
    Verdict verdict = answered.verdict();
    assertThat(verdict.outcome()).isNotEqualTo(Outcome.CANNOT_TELL);
    assertThat(verdict.notBefore()).isEqualTo(verdict.from());
  }

  @Property
  void aFollowUpThatWasAnsweredIsNotAskedAgain(@ForAll("worlds") World world) {
    for (Missing question : world.verdict().missing()) {
      if (question.detail() != null) {
        FactStatement use = FactStatement.answered(question.fact(), Answer.YES);
        World answered =
            world.plus(
                question.detail() == Detail.LAST
                    ? use.lastOn(PartialDate.of(world.on()))
                    : use.supplied(Supply.BOUGHT).lastOn(PartialDate.of(world.on())));

        assertThat(answered.verdict().missing()).doesNotContain(question);
      }
    }
  }

  private static List<Missing> questions(World world) {
    return world.verdict().missing().stream().filter(m -> m.detail() == null).toList();
  }

  private static boolean canChange(World world, Missing question, List<Missing> others) {
    if (others.isEmpty()) {
      Gist now = Gist.of(world);
      return answers(world, question).stream().anyMatch(then -> !Gist.of(then).equals(now));
    }
    List<Missing> rest = others.subList(1, others.size());
    return canChange(world, question, rest)
        || answers(world, others.getFirst()).stream()
            .anyMatch(then -> canChange(then, question, rest));
  }

  /** The world with each answer a question can have, the harmless one first. */
  private static List<World> answers(World world, Missing question) {
    Patient p = world.record().patient();
    return switch (question.fact()) {
      case "birthDate" ->
          List.of("1990-04-02", "2012-04-02", "1940-04-02").stream()
              .map(PartialDate::parse)
              .map(born -> new Patient(p.id(), born, p.sex(), p.phototype(), p.weight_kg()))
              .map(world::with)
              .toList();
      case "phototype" ->
          List.of(2, 6).stream()
              .map(type -> new Patient(p.id(), p.birthDate(), p.sex(), type, p.weight_kg()))
              .map(world::with)
              .toList();
      case "weight" ->
          List.of(70.0, 30.0).stream()
              .map(kg -> new Patient(p.id(), p.birthDate(), p.sex(), p.phototype(), kg))
              .map(world::with)
              .toList();
      default ->
          List.of(
              world.plus(FactStatement.answered(question.fact(), Answer.NO)),
              world.plus(FactStatement.answered(question.fact(), Answer.YES)));
    };
  }
}
